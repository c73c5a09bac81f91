package dev.whittle.maven.generation;

import dev.whittle.codegen.write.OutputDirectory;
import dev.whittle.codegen.write.SyncResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the last run of an execution has left: its fingerprint, and the files that it wrote. */
final class LastRun {
    private final Path fingerprintFile;
    private final OutputDirectory output;

    LastRun(Path outputDirectory, Path statusDirectory, @Nullable Path fileList) {
        fingerprintFile = statusDirectory.resolve("fingerprint");
        output = new OutputDirectory(outputDirectory, statusDirectory.resolve("files"), fileList);
    }

    /** Why there is something to do, {@code null} if another run would have nothing to do. */
    @Nullable
    String reasonToRun(String fingerprint) throws IOException {
        String before;
        try {
            before = Files.readString(fingerprintFile);
        } catch (NoSuchFileException e) {
            return "there is no record of an earlier run that came to its end";
        }
        if (!before.equals(fingerprint)) {
            return "a model, the configuration or the plugin has changed";
        }
        return output.isUntouched() ? null : "a generated file was edited or deleted";
    }

    /** Puts the files of this run in the place of those of the last. */
    SyncResult replace(String fingerprint, SortedMap<String, String> files) throws IOException {
        Files.deleteIfExists(fingerprintFile);
        SyncResult result = output.sync(files);
        Files.createDirectories(fingerprintFile.getParent());
        Files.writeString(fingerprintFile, fingerprint);
        return result;
    }
}
