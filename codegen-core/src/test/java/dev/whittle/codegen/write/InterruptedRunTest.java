package dev.whittle.codegen.write;

import static dev.whittle.codegen.write.OutputDirectoryTest.files;
import static dev.whittle.codegen.write.OutputDirectoryTest.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that was killed or refused half way, and manifests that are not what a run has left. */
class InterruptedRunTest {
    @TempDir
    private Path temporary;

    private Path root;
    private Path manifest;
    private OutputDirectory directory;

    @BeforeEach
    void open() {
        root = temporary.resolve("out");
        manifest = temporary.resolve("manifest");
        directory = new OutputDirectory(root, manifest);
    }

    @Test
    void theNextRunFinishesWhatTheDiskRefused() throws IOException {
        directory.sync(files("a/Old.java", "x", "b/Kept.java", "x"));
        stopAt("c/Unwritable.java");

        assertThatThrownBy(() -> directory.sync(
                        files("a/New.java", "x", "b/Kept.java", "y", "c/Unwritable.java", "x", "d/Late.java", "x")))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(OutputConflictException.class);
        assertThat(directory.isUntouched()).isFalse();
        assertThat(tree(root)).contains("a/New.java", "b/Kept.java").doesNotContain("a/Old.java", "d/Late.java");

        letThrough("c/Unwritable.java");
        // What the refused run had written and announced is ours, although it never came to its end.
        assertThat(directory.sync(files("b/Kept.java", "z"))).isEqualTo(new SyncResult(1, 0, 1));
        assertThat(tree(root)).containsExactly("b/Kept.java");
        assertThat(directory.isUntouched()).isTrue();
    }

    @Test
    void theNextRunSweepsUpUnfinishedFiles() throws IOException {
        directory.sync(files("a/A.java", "x"));
        replaceInManifest("complete", "pending");
        Files.writeString(root.resolve("a/.A.java.whittle"), "hal");

        assertThat(directory.isUntouched()).isFalse();
        assertThat(directory.sync(files("a/A.java", "x"))).isEqualTo(new SyncResult(0, 1, 0));
        assertThat(tree(root)).containsExactly("a/A.java");
        assertThat(directory.isUntouched()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "rubbish", "whittle-manifest 1 complete\n", "crc32 0\n", "\u0000\u0001"})
    void aDamagedManifestMakesNothingOurs(String damaged) throws IOException {
        directory.sync(files("A.java", "x", "B.java", "x"));
        Files.writeString(manifest, damaged);

        assertThat(directory.isUntouched()).isFalse();
        assertThatThrownBy(() -> directory.sync(files("A.java", "y"))).isInstanceOf(OutputConflictException.class);
        assertThat(directory.sync(files("A.java", "x"))).isEqualTo(new SyncResult(0, 1, 0));
        assertThat(tree(root)).containsExactly("A.java", "B.java");
    }

    @Test
    void aManifestThatIsCutShortAnywhereIsDamaged() throws IOException {
        directory.sync(files("A.java", "x", "B.java", "x"));
        String whole = Files.readString(manifest);
        for (int length = 0; length < whole.length(); length++) {
            Files.writeString(manifest, whole.substring(0, length));
            assertThat(directory.isUntouched()).as("cut to %d", length).isFalse();
        }
        Files.writeString(manifest, whole);
        assertThat(directory.isUntouched()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../victim", "/victim", "a/../../victim", "", "a\u0000b"})
    void aManifestThatListsFilesElsewhereIsDamagedEvenIfItsChecksumIsRight(String listed) throws IOException {
        Path victim = Files.writeString(temporary.resolve("victim"), "x");
        directory.sync(files("A.java", "x"));
        replaceInManifest("A.java", listed);

        assertThat(directory.isUntouched()).isFalse();
        directory.sync(files());
        assertThat(victim).hasContent("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 2", "1", "x 2 A.java", "1 x A.java", "99999999999999999999 2 A.java"})
    void aLineThatIsNotAnEntryIsDamageEvenIfTheChecksumIsRight(String line) throws IOException {
        directory.sync(files("A.java", "x"));
        String text = Files.readString(manifest);
        String entry = text.lines().skip(2).findFirst().orElseThrow();
        replaceInManifest(entry, line);

        assertThat(directory.isUntouched()).isFalse();
        assertThat(directory.sync(files("A.java", "x"))).isEqualTo(new SyncResult(0, 1, 0));
    }

    /** Makes the disk refuse a file: its bytes wait under a name that is taken by a folder with something in it. */
    private void stopAt(String path) throws IOException {
        Path waiting = AtomicFile.temporaryOf(root.resolve(path));
        Files.createDirectories(waiting);
        Files.writeString(waiting.resolve("inside"), "x");
    }

    private void letThrough(String path) throws IOException {
        Path waiting = AtomicFile.temporaryOf(root.resolve(path));
        Files.delete(waiting.resolve("inside"));
        Files.delete(waiting);
        Files.delete(waiting.getParent());
    }

    private void replaceInManifest(String old, String replacement) throws IOException {
        String text = Files.readString(manifest);
        String body = text.substring(0, text.lastIndexOf("crc32 ")).replace(old, replacement);
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        Files.writeString(manifest, body + "crc32 " + Long.toHexString(crc.getValue()) + "\n");
    }
}
