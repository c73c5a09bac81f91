package dev.whittle.codegen.json;

import dev.whittle.codegen.problem.Suggestions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads models from folders and files. */
final class ModelFiles {
    /** The largest model file that is read, in bytes; the largest that is known has a twentieth of it. */
    static final int LARGEST = 64 << 20;

    private ModelFiles() {}

    static ModelSource ofDirectory(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ModelUnreadableException("there is no folder " + folder, neighbours(folder), null);
        }
        Path model = folder.resolve(ModelSource.MODEL);
        List<ModelFile> smithy = Files.isRegularFile(model) ? List.of() : SmithyFiles.inFolder(folder);
        return smithy.isEmpty() ? withSiblings(model, folder) : ModelSource.ofFiles(folder.toString(), smithy);
    }

    /** Whether a folder has a model, in whatever format. */
    static boolean isModel(Path folder) {
        return Files.isDirectory(folder)
                && (Files.isRegularFile(folder.resolve(ModelSource.MODEL))
                        || !SmithyFiles.inFolder(folder).isEmpty());
    }

    static ModelSource ofFile(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        boolean named = ModelSource.MODEL.equals(String.valueOf(file.getFileName()));
        return named && parent != null
                ? withSiblings(file, parent)
                : new ModelSource(file.toString(), model(file), null, null, null);
    }

    private static ModelSource withSiblings(Path model, Path folder) {
        return new ModelSource(
                model.toString(),
                model(model),
                sibling(folder.resolve(ModelSource.PAGINATORS)),
                sibling(folder.resolve(ModelSource.WAITERS)),
                sibling(folder.resolve(ModelSource.ENDPOINT_RULE_SET)));
    }

    private static byte[] model(Path file) {
        byte[] bytes = sibling(file);
        if (bytes == null) {
            throw new ModelUnreadableException("there is no model " + file, neighbours(file), null);
        }
        return bytes;
    }

    private static byte @Nullable [] sibling(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return limited(in, file.toString());
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new ModelUnreadableException("cannot read " + file + ": " + reason(e), null, e);
        }
    }

    /** All bytes of a stream that is not too long, whatever its length is said to be. */
    static byte[] limited(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new ModelUnreadableException(name + " is larger than " + (LARGEST >> 20) + " MiB", null, null);
        }
        return bytes;
    }

    static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    /** What there is instead of a file that is not there. */
    private static @Nullable String neighbours(Path missing) {
        Path parent = missing.toAbsolutePath().normalize().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return parent == null ? null : "there is no folder " + parent + " either";
        }
        try (Stream<Path> found = Files.list(parent)) {
            List<String> names = found.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
            return names.isEmpty()
                    ? "the folder " + parent + " is empty"
                    : Suggestions.didYouMeanOr(String.valueOf(missing.getFileName()), names, "the folder holds");
        } catch (IOException e) {
            return null;
        }
    }
}
