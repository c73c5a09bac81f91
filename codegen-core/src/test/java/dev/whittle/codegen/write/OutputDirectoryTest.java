package dev.whittle.codegen.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path temporary;

    private Path root;
    private Path manifest;
    private OutputDirectory directory;

    @BeforeEach
    void open() {
        root = temporary.resolve("out put/généré");
        manifest = temporary.resolve("status/deep/manifest");
        directory = new OutputDirectory(root, manifest);
    }

    @Test
    void writesIntoFoldersThatDoNotExistYet() throws IOException {
        SyncResult result =
                directory.sync(files("dev/shop/Cart.java", "class Cart { // ü → \n}\n", "module-info.java", "m"));

        assertThat(result).isEqualTo(new SyncResult(2, 0, 0));
        assertThat(root.resolve("dev/shop/Cart.java")).hasContent("class Cart { // ü → \n}\n");
        assertThat(tree(root)).containsExactly("dev/shop/Cart.java", "module-info.java");
    }

    @Test
    void leavesAFileWithTheSameBytesUntouched() throws IOException {
        directory.sync(files("a/A.java", "one", "a/B.java", "one"));
        Files.setLastModifiedTime(root.resolve("a/A.java"), LONG_AGO);
        Files.setLastModifiedTime(root.resolve("a/B.java"), LONG_AGO);

        SyncResult result = directory.sync(files("a/A.java", "one", "a/B.java", "two"));

        assertThat(result).isEqualTo(new SyncResult(1, 1, 0));
        assertThat(Files.getLastModifiedTime(root.resolve("a/A.java"))).isEqualTo(LONG_AGO);
        assertThat(Files.getLastModifiedTime(root.resolve("a/B.java"))).isNotEqualTo(LONG_AGO);
        assertThat(root.resolve("a/B.java")).hasContent("two");
    }

    @Test
    void removesWhatIsNoLongerWantedAndTheFoldersThatThisEmpties() throws IOException {
        directory.sync(
                files("dev/shop/Cart.java", "x", "dev/shop/model/Order.java", "x", "dev/shop/model/Item.java", "x"));

        SyncResult result = directory.sync(files("dev/shop/Cart.java", "x"));

        assertThat(result).isEqualTo(new SyncResult(0, 1, 2));
        assertThat(root.resolve("dev/shop/model")).doesNotExist();
        assertThat(tree(root)).containsExactly("dev/shop/Cart.java");
    }

    @Test
    void keepsAForeignFileAndItsFolder() throws IOException {
        directory.sync(files("a/A.java", "x", "b/B.java", "x"));
        Files.writeString(root.resolve("a/Mine.java"), "mine");

        directory.sync(files("b/B.java", "x"));

        assertThat(tree(root)).containsExactly("a/Mine.java", "b/B.java");
    }

    @Test
    void refusesToOverwriteForeignFilesAndNamesAllOfThem() throws IOException {
        Files.createDirectories(root.resolve("a"));
        Files.writeString(root.resolve("a/A.java"), "mine");
        Files.writeString(root.resolve("a/B.java"), "mine too");

        assertThatThrownBy(() -> directory.sync(files("a/A.java", "x", "a/B.java", "x", "a/C.java", "x")))
                .isInstanceOf(OutputConflictException.class)
                .hasMessage(root.resolve("a/A.java") + " is not known to be generated, and is not overwritten:"
                        + " delete it if it is, else move it out of the output directory\n"
                        + root.resolve("a/B.java") + " is not known to be generated, and is not overwritten:"
                        + " delete it if it is, else move it out of the output directory");

        assertThat(root.resolve("a/A.java")).hasContent("mine");
        assertThat(tree(root)).containsExactly("a/A.java", "a/B.java");
        assertThat(manifest).doesNotExist();
    }

    @Test
    void capsALongListOfConflicts() throws IOException {
        Files.createDirectories(root);
        SortedMap<String, String> wanted = new TreeMap<>();
        for (int i = 100; i < 150; i++) {
            Files.writeString(root.resolve("F" + i), "mine");
            wanted.put("F" + i, "x");
        }

        assertThatThrownBy(() -> directory.sync(wanted))
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(21).endsWith("and 30 more"));
    }

    @Test
    void adoptsAFileThatHoldsTheSameBytes() throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("A.java"), "x");

        assertThat(directory.sync(files("A.java", "x"))).isEqualTo(new SyncResult(0, 1, 0));
        assertThat(directory.sync(files("A.java", "y"))).isEqualTo(new SyncResult(1, 0, 0));
    }

    @Test
    void overwritesAFileOfItsOwnThatSomebodyEdited() throws IOException {
        directory.sync(files("A.java", "x"));
        Files.writeString(root.resolve("A.java"), "edited");

        assertThat(directory.sync(files("A.java", "x"))).isEqualTo(new SyncResult(1, 0, 0));
        assertThat(root.resolve("A.java")).hasContent("x");
    }

    @Test
    void bringsBackAFileThatSomebodyDeleted() throws IOException {
        directory.sync(files("A.java", "x", "B.java", "x"));
        Files.delete(root.resolve("A.java"));

        assertThat(directory.sync(files("A.java", "x", "B.java", "x"))).isEqualTo(new SyncResult(1, 1, 0));
        assertThat(root.resolve("A.java")).hasContent("x");
    }

    @Test
    void doesNotMindThatAnUnwantedFileIsGone() throws IOException {
        directory.sync(files("a/A.java", "x", "B.java", "x"));
        Files.delete(root.resolve("a/A.java"));
        Files.delete(root.resolve("a"));

        assertThat(directory.sync(files("B.java", "x"))).isEqualTo(new SyncResult(0, 1, 0));
    }

    @Test
    void refusesAFolderWhereAFileBelongs() throws IOException {
        Files.createDirectories(root.resolve("A.java"));

        assertThatThrownBy(() -> directory.sync(files("A.java", "x")))
                .isInstanceOf(OutputConflictException.class)
                .hasMessage(root.resolve("A.java")
                        + " is not a plain file, and a file is to be generated there: move it away");
    }

    @Test
    void refusesAForeignFileWhereAFolderBelongsAndSaysSoOnce() throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("a"), "mine");

        assertThatThrownBy(() -> directory.sync(files("a/A.java", "x", "a/b/B.java", "x")))
                .isInstanceOf(OutputConflictException.class)
                .hasMessage(
                        root.resolve("a") + " is not a folder, and files are to be generated below it: move it away");
    }

    @Test
    void refusesARootThatIsAFile() throws IOException {
        Files.createDirectories(root.getParent());
        Files.writeString(root, "mine");

        assertThatThrownBy(() -> directory.sync(files("A.java", "x")))
                .isInstanceOf(OutputConflictException.class)
                .hasMessage(root + " is not a folder, and files are to be generated in it");
    }

    @Test
    void turnsAFileOfItsOwnIntoAFolder() throws IOException {
        directory.sync(files("a", "x"));

        assertThat(directory.sync(files("a/A.java", "x"))).isEqualTo(new SyncResult(1, 0, 1));
        assertThat(tree(root)).containsExactly("a/A.java");
    }

    @Test
    void deletesTheOldSpellingBeforeItWritesTheNewOne() throws IOException {
        directory.sync(files("Foo.java", "x"));
        // A hard link stands in for a file system that ignores case: both names reach the same file.
        Files.createLink(root.resolve("FOO.java"), root.resolve("Foo.java"));

        assertThat(directory.sync(files("FOO.java", "x"))).isEqualTo(new SyncResult(1, 0, 1));
        assertThat(tree(root)).containsExactly("FOO.java");
        assertThat(root.resolve("FOO.java")).hasContent("x");
    }

    @Test
    void anEmptyWishRemovesAllThatIsOurs() throws IOException {
        directory.sync(files("a/A.java", "x"));

        assertThat(directory.sync(files())).isEqualTo(new SyncResult(0, 0, 1));
        assertThat(tree(root)).isEmpty();
    }

    @Test
    void isUntouchedOnlyWhileEveryFileIsAsItWasLeft() throws IOException {
        assertThat(directory.isUntouched()).isFalse();
        directory.sync(files("a/A.java", "x", "B.java", "x"));
        assertThat(directory.isUntouched()).isTrue();
        assertThat(new OutputDirectory(root, manifest).isUntouched()).isTrue();

        Files.writeString(root.resolve("Foreign.java"), "mine");
        assertThat(directory.isUntouched()).isTrue();

        Files.setLastModifiedTime(root.resolve("B.java"), LONG_AGO);
        assertThat(directory.isUntouched()).isFalse();
        directory.sync(files("a/A.java", "x", "B.java", "x"));
        assertThat(directory.isUntouched()).isTrue();

        FileTime written = Files.getLastModifiedTime(root.resolve("B.java"));
        Files.writeString(root.resolve("B.java"), "longer");
        Files.setLastModifiedTime(root.resolve("B.java"), written);
        assertThat(directory.isUntouched()).isFalse();
        directory.sync(files("a/A.java", "x", "B.java", "x"));

        Files.delete(root.resolve("a/A.java"));
        assertThat(directory.isUntouched()).isFalse();
    }

    @Test
    void anotherRootDoesNotInheritTheManifest() throws IOException {
        directory.sync(files("A.java", "x"));
        Path other = temporary.resolve("other");
        Files.createDirectories(other);
        Files.writeString(other.resolve("A.java"), "mine");
        OutputDirectory moved = new OutputDirectory(other, manifest);

        assertThat(moved.isUntouched()).isFalse();
        assertThatThrownBy(() -> moved.sync(files("A.java", "x"))).isInstanceOf(OutputConflictException.class);
        assertThat(other.resolve("A.java")).hasContent("mine");
    }

    @Test
    void aMovedProjectKeepsItsManifest() throws IOException {
        directory.sync(files("A.java", "x", "B.java", "x"));
        Path moved = temporary.resolveSibling(temporary.getFileName() + "-moved");
        Files.move(temporary, moved);
        try {
            OutputDirectory there = new OutputDirectory(
                    moved.resolve(temporary.relativize(root)), moved.resolve(temporary.relativize(manifest)));

            assertThat(there.isUntouched()).isTrue();
            assertThat(there.sync(files("A.java", "y"))).isEqualTo(new SyncResult(1, 0, 1));
        } finally {
            Files.move(moved, temporary);
        }
    }

    static SortedMap<String, String> files(String... pathsAndTexts) {
        SortedMap<String, String> files = new TreeMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return files;
    }

    static Stream<String> tree(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths
                    .filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
