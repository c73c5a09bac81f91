package dev.whittle.codegen.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of Smithy's models: those of a folder, or those that the manifest of an archive lists.
 *
 * @see <a href="https://smithy.io/2.0/guides/model-packages.html">Smithy model packages</a>
 */
final class SmithyFiles {
    /** Where archives have their models, and the manifest that lists them. */
    static final String IN_ARCHIVE = "META-INF/smithy";

    private static final String MANIFEST = "manifest";
    private static final String AST = ".json";

    private long left = ModelFiles.LARGEST;

    private SmithyFiles() {}

    /** The models of a folder, without those in folders below it, in the order of their names; none if it has none. */
    static List<ModelFile> inFolder(Path folder) {
        SmithyFiles files = new SmithyFiles();
        List<ModelFile> found = new ArrayList<>();
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.sorted().toList()) {
                String name = String.valueOf(child.getFileName());
                if ((ModelFile.isSmithyIdl(name) || name.endsWith(AST)) && Files.isRegularFile(child)) {
                    ModelFile file = new ModelFile(child.toString(), files.file(child));
                    if (file.isSmithyIdl() || file.isSmithyAst(List.of())) {
                        found.add(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new ModelUnreadableException("cannot read " + folder + ": " + ModelFiles.reason(e), null, e);
        }
        return found;
    }

    /** The models below a folder of classes whose manifest lists them; none without a manifest. */
    static List<ModelFile> inClasses(Path classes) {
        Path folder = classes.resolve(IN_ARCHIVE);
        Path manifest = folder.resolve(MANIFEST);
        if (!Files.isRegularFile(manifest)) {
            return List.of();
        }
        SmithyFiles files = new SmithyFiles();
        List<ModelFile> found = new ArrayList<>();
        for (String line : lines(files.file(manifest))) {
            Path file = folder.resolve(line).normalize();
            if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
                throw missing(manifest.toString(), line);
            }
            found.add(new ModelFile(file.toString(), files.file(file)));
        }
        return found;
    }

    /** The models that the manifest in a folder of an archive lists; none without a manifest. */
    static List<ModelFile> inArchive(ZipFile zip, Path archive, String folder) throws IOException {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        SmithyFiles files = new SmithyFiles();
        byte[] manifest = files.entry(zip, archive, prefix + MANIFEST);
        List<ModelFile> found = new ArrayList<>();
        if (manifest != null) {
            for (String line : lines(manifest)) {
                byte[] bytes = files.entry(zip, archive, prefix + line);
                if (bytes == null) {
                    throw missing(name(archive, prefix + MANIFEST), line);
                }
                found.add(new ModelFile(name(archive, prefix + line), bytes));
            }
        }
        return found;
    }

    private static String name(Path archive, String entry) {
        return archive + "!/" + entry;
    }

    private static ModelUnreadableException missing(String manifest, String line) {
        return new ModelUnreadableException(manifest + " lists " + line + ", which does not exist", null, null);
    }

    /** The lines of a manifest that are neither empty nor comments, each once. */
    private static Set<String> lines(byte[] manifest) {
        Set<String> lines = new LinkedHashSet<>();
        for (String line : new String(manifest, StandardCharsets.UTF_8).lines().toList()) {
            String path = line.strip();
            if (!path.isEmpty() && !path.startsWith("#")) {
                lines.add(path);
            }
        }
        return lines;
    }

    private byte[] file(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return counted(ModelFiles.limited(in, file.toString()), file.toString());
        } catch (IOException e) {
            throw new ModelUnreadableException("cannot read " + file + ": " + ModelFiles.reason(e), null, e);
        }
    }

    private byte @Nullable [] entry(ZipFile zip, Path archive, String path) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null || entry.isDirectory()) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return counted(ModelFiles.limited(in, name(archive, path)), name(archive, path));
        }
    }

    /** All files of a model together are not larger than one may be. */
    private byte[] counted(byte[] bytes, String name) {
        left -= bytes.length;
        if (left < 0) {
            String message =
                    "the files up to " + name + " are together larger than " + (ModelFiles.LARGEST >> 20) + " MiB";
            throw new ModelUnreadableException(message, null, null);
        }
        return bytes;
    }
}
