package dev.whittle.codegen.json;

import dev.whittle.codegen.problem.Suggestions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Reads models from jars and zips without extracting them. */
final class ModelArchive {
    private final Path archive;
    private final ZipFile zip;

    private ModelArchive(Path archive, ZipFile zip) {
        this.archive = archive;
        this.zip = zip;
    }

    static ModelSource read(Path archive, String entry) {
        if (!Files.isRegularFile(archive)) {
            throw new ModelUnreadableException("there is no archive " + archive, null, null);
        }
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return new ModelArchive(archive, zip).read(entry);
        } catch (IOException e) {
            throw new ModelUnreadableException("cannot read " + archive + ": " + ModelFiles.reason(e), null, e);
        }
    }

    private ModelSource read(String entry) throws IOException {
        String path = trimmed(entry);
        String folder = path.isEmpty() ? "" : path + "/";
        byte[] inFolder = bytes(folder + ModelSource.MODEL);
        if (inFolder != null) {
            return withSiblings(folder, inFolder);
        }
        List<ModelFile> smithy = SmithyFiles.inArchive(zip, archive, path);
        if (!smithy.isEmpty()) {
            return ModelSource.ofFiles(name(path), smithy);
        }
        byte[] itself = path.isEmpty() ? null : bytes(path);
        if (itself == null) {
            throw new ModelUnreadableException("there is no model " + name(path), models(folder), null);
        }
        String parent = path.substring(0, path.lastIndexOf('/') + 1);
        return path.equals(parent + ModelSource.MODEL)
                ? withSiblings(parent, itself)
                : new ModelSource(name(path), itself, null, null, null);
    }

    private ModelSource withSiblings(String folder, byte[] model) throws IOException {
        return new ModelSource(
                name(folder + ModelSource.MODEL),
                model,
                bytes(folder + ModelSource.PAGINATORS),
                bytes(folder + ModelSource.WAITERS),
                bytes(folder + ModelSource.ENDPOINT_RULE_SET));
    }

    private byte @Nullable [] bytes(String path) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null || entry.isDirectory()) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return ModelFiles.limited(in, name(path));
        }
    }

    private String name(String path) {
        return archive + "!/" + path;
    }

    /** What models the archive holds instead. */
    private String models(String folder) throws IOException {
        List<String> found = entries();
        if (found.isEmpty()) {
            return "the archive holds no " + ModelSource.MODEL
                    + (hasSmithy() ? ", but models of Smithy in " + SmithyFiles.IN_ARCHIVE : "");
        }
        String wanted = folder.isEmpty() ? "" : folder.substring(0, folder.length() - 1);
        List<String> near = EntryNames.near(wanted, found);
        if (!near.isEmpty()) {
            return "the archive holds " + EntryNames.count(found) + ", near are " + Suggestions.list(near);
        }
        String hint = Suggestions.didYouMeanOr(folder + ModelSource.MODEL, found, "the archive holds");
        return hint == null ? "" : hint;
    }

    private boolean hasSmithy() throws IOException {
        return !SmithyFiles.inArchive(zip, archive, SmithyFiles.IN_ARCHIVE).isEmpty();
    }

    /** The models that the manifest of an archive lists; none without a manifest. */
    static List<ModelFile> smithy(Path archive) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return SmithyFiles.inArchive(zip, archive, SmithyFiles.IN_ARCHIVE);
        } catch (IOException e) {
            throw new ModelUnreadableException("cannot read " + archive + ": " + ModelFiles.reason(e), null, e);
        }
    }

    private List<String> entries() {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(EntryNames::isModel)
                .sorted()
                .toList();
    }

    static List<String> entries(Path archive) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return new ModelArchive(archive, zip).entries();
        } catch (IOException e) {
            throw new ModelUnreadableException("cannot read " + archive + ": " + ModelFiles.reason(e), null, e);
        }
    }

    private static String trimmed(String entry) {
        int start = 0;
        int end = entry.length();
        while (start < end && entry.charAt(start) == '/') {
            start++;
        }
        while (end > start && entry.charAt(end - 1) == '/') {
            end--;
        }
        return entry.substring(start, end);
    }
}
