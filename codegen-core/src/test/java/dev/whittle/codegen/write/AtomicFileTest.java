package dev.whittle.codegen.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links in the place of a file of the user; the goal {@code check} covers permissions and failures. */
class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void makesTheFileThatALinkLeadsTo() throws Exception {
        Files.createDirectory(folder.resolve("links"));
        Path link = Files.createSymbolicLink(folder.resolve("links/first"), Path.of("second"));
        Files.createSymbolicLink(folder.resolve("links/second"), Path.of("../files/new/file"));

        AtomicFile.replace(link, "text");

        assertThat(folder.resolve("files/new/file")).content().isEqualTo("text");
        assertThat(link).isSymbolicLink();
        try (Stream<Path> files = Files.list(folder.resolve("links"))) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void writesIntoAFolderThatALinkLeadsTo() throws Exception {
        Files.createDirectory(folder.resolve("folder"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("folder"));

        AtomicFile.replace(link.resolve("file"), "text");

        assertThat(folder.resolve("folder/file")).content().isEqualTo("text");
    }

    @Test
    void refusesLinksInACircle() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("first"), Path.of("second"));
        Files.createSymbolicLink(folder.resolve("second"), Path.of("first"));

        assertThatThrownBy(() -> AtomicFile.replace(link, "text")).isInstanceOf(FileSystemLoopException.class);
    }
}
