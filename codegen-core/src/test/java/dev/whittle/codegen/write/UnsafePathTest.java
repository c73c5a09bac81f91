package dev.whittle.codegen.write;

import static dev.whittle.codegen.write.OutputDirectoryTest.files;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsafePathTest {
    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "/etc/passwd", "..", "../A.java", "a/../../A.java", "a/..", "a//A.java", "a/", "./A"})
    void refusesAPathThatIsNotPlainlyBelowTheRoot(String path) {
        assertThatThrownBy(() -> directory().sync(files("Good.java", "x", path, "x")))
                .isInstanceOf(OutputConflictException.class)
                .hasMessage("the path '" + path + "' leaves the output directory or is not in its plain form");
        assertThat(temporary).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"a\\A.java, a\\A.java", "C:A.java, C:A.java", "C:/A.java, C:/A.java", "'a\nb', a?b", "'a\0b', a?b"})
    void refusesACharacterThatMeansSomethingElsewhere(String path, String shown) {
        assertThatThrownBy(() -> directory().sync(files("Good.java", "x", path, "x")))
                .isInstanceOf(OutputConflictException.class)
                .hasMessage("the path '" + shown + "' holds a character that paths may not hold");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void refusesFilesThatOnlyCaseTellsApart() {
        assertThatThrownBy(() -> directory().sync(files("a/URL.java", "x", "a/Url.java", "x")))
                .isInstanceOf(OutputConflictException.class)
                .hasMessage("'a/URL.java' and 'a/Url.java' are the same file where case does not count");
    }

    @Test
    void refusesFoldersThatOnlyCaseTellsApart() {
        assertThatThrownBy(() -> directory().sync(files("dev/Shop/A.java", "x", "dev/shop/B.java", "x")))
                .isInstanceOf(OutputConflictException.class)
                .hasMessage("'dev/Shop' and 'dev/shop' are the same file where case does not count");
    }

    @Test
    void refusesAFileThatIsAlsoAFolder() {
        assertThatThrownBy(() -> directory().sync(files("a/b", "x", "a/b/C.java", "x")))
                .isInstanceOf(OutputConflictException.class)
                .hasMessage("'a/b' is to be a file and the folder of 'a/b/C.java'");
    }

    @Test
    void refusesALinkThatLeadsOut() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Path root = Files.createDirectory(temporary.resolve("out"));
        Files.createSymbolicLink(root.resolve("dev"), elsewhere);

        assertThatThrownBy(() -> directory().sync(files("dev/shop/A.java", "x")))
                .isInstanceOf(OutputConflictException.class)
                .hasMessage(root.resolve("dev") + " leads out of the output directory " + root + ": remove the link");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void deletesNothingThroughALinkThatLeadsOut() throws IOException {
        Path root = temporary.resolve("out");
        directory().sync(files("dev/A.java", "x", "B.java", "x"));
        Path elsewhere = temporary.resolve("elsewhere");
        Files.move(root.resolve("dev"), elsewhere);
        Files.createSymbolicLink(root.resolve("dev"), elsewhere);

        assertThat(directory().sync(files("B.java", "x"))).isEqualTo(new SyncResult(0, 1, 0));
        assertThat(elsewhere.resolve("A.java")).hasContent("x");
    }

    @Test
    void refusesAFileThatIsALink() throws IOException {
        Path root = Files.createDirectory(temporary.resolve("out"));
        Path mine = Files.writeString(temporary.resolve("mine"), "mine");
        Files.createSymbolicLink(root.resolve("A.java"), mine);

        assertThatThrownBy(() -> directory().sync(files("A.java", "x")))
                .isInstanceOf(OutputConflictException.class)
                .hasMessage(root.resolve("A.java")
                        + " is not a plain file, and a file is to be generated there: move it away");
        assertThat(mine).hasContent("mine");
    }

    @Test
    void aRootThatIsALinkIsTheUsersChoice() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createSymbolicLink(temporary.resolve("out"), elsewhere);

        assertThat(directory().sync(files("a/A.java", "x"))).isEqualTo(new SyncResult(1, 0, 0));
        assertThat(directory().sync(files("a/A.java", "y"))).isEqualTo(new SyncResult(1, 0, 0));
        assertThat(elsewhere.resolve("a/A.java")).hasContent("y");
    }

    private OutputDirectory directory() {
        return new OutputDirectory(temporary.resolve("out"), temporary.resolve("manifest"));
    }
}
