package dev.whittle.maven.scaffold;

import dev.whittle.codegen.problem.Suggestions;
import dev.whittle.maven.request.MisconfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** A folder that nobody has put anything into yet. */
final class NewFolder {
    private final Path path;

    NewFolder(Path path) {
        this.path = path;
    }

    /**
     * Writes files, none over another.
     *
     * @throws MisconfigurationException if there is anything in the way; then nothing is written
     */
    void fill(SortedMap<String, byte[]> files) throws IOException {
        refuseIfInUse(files);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = path.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue(), StandardOpenOption.CREATE_NEW);
        }
    }

    /** What begins with a dot, such as the folder of a version control system, belongs to tools and may stay. */
    private void refuseIfInUse(SortedMap<String, byte[]> files) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        if (!Files.isDirectory(path)) {
            throw new MisconfigurationException(path + " is a file: name another folder with -DoutputDirectory");
        }
        List<String> present;
        try (var children = Files.list(path)) {
            present = children.map(child -> child.getFileName().toString())
                    .filter(name -> !name.startsWith(".") || files.containsKey(name))
                    .sorted()
                    .toList();
        }
        if (!present.isEmpty()) {
            throw new MisconfigurationException("the folder " + path + " is not empty, it holds "
                    + Suggestions.list(present)
                    + ": nothing is overwritten; name a new folder with -DoutputDirectory");
        }
    }
}
