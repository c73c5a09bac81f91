package dev.whittle.maven.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whittle.codegen.diff.Verdict;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.report.ReportFormat;
import dev.whittle.maven.check.CheckTask.NewAcceptance;
import dev.whittle.maven.generation.GenerationFailedException;
import dev.whittle.maven.request.MisconfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the goals treat the files that users commit, and the reports. */
class UserFilesTest {
    @TempDir
    private Path folder;

    private CheckProject project;

    @BeforeEach
    void lock() throws Exception {
        project = new CheckProject(folder);
        project.limits = new Limits(Verdict.BREAKING, Verdict.BREAKING, Verdict.BREAKING, Verdict.BREAKING, false);
        project.lock();
        project.write(CheckProject.shop(""));
        project.reports = Set.of(ReportFormat.JSON);
        project.acceptance = new NewAcceptance("no client reads it", null);
    }

    private Path report() {
        return folder.resolve("target/whittle-check/whittle-check.json");
    }

    /** Writes all three of them. */
    private void writeAll() throws Exception {
        project.check("lock");
        project.acceptance = null;
        project.check("lock");
        project.lock();
    }

    private List<Path> all() {
        return List.of(project.lockFile(), project.accepted(), report());
    }

    @Test
    void newFilesHaveThePermissionsOfAnyNewFile() throws Exception {
        assumeTrue(isPosix());
        writeAll();
        Files.delete(project.lockFile());
        project.lock();
        Path plain = Files.writeString(folder.resolve("plain"), "");

        for (Path file : all()) {
            assertThat(Files.getPosixFilePermissions(file))
                    .as("%s", file)
                    .isEqualTo(Files.getPosixFilePermissions(plain));
        }
    }

    @Test
    void filesKeepTheirPermissions() throws Exception {
        assumeTrue(isPosix());
        Files.writeString(project.accepted(), "{\"acceptedChanges\": []}");
        Files.createDirectories(report().getParent());
        Files.writeString(report(), "old");
        for (Path file : all()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r-x"));
        }

        writeAll();

        for (Path file : all()) {
            assertThat(Files.getPosixFilePermissions(file))
                    .as("%s", file)
                    .isEqualTo(PosixFilePermissions.fromString("rw-rw-r-x"));
        }
    }

    private boolean isPosix() throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix");
    }

    @Test
    void writesThroughSymbolicLinks() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path lock = project.lockFile();
        Files.move(lock, elsewhere.resolve("lock.json"));
        Files.createDirectories(report().getParent());
        Files.createSymbolicLink(lock, Path.of("elsewhere/lock.json"));
        Files.createSymbolicLink(project.accepted(), elsewhere.resolve("accepted.json"));
        Files.createSymbolicLink(report(), elsewhere.resolve("report.json"));

        writeAll();

        assertThat(all()).allMatch(Files::isSymbolicLink);
        assertThat(elsewhere.resolve("lock.json")).content().doesNotContain("\"note\"");
        assertThat(elsewhere.resolve("accepted.json")).content().contains("API403");
        assertThat(elsewhere.resolve("report.json")).content().contains("API403");
        try (Stream<Path> files = Files.list(elsewhere)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void keepsTheOldFileIfTheNewOneCannotBeWritten() throws Exception {
        String lock = Files.readString(project.lockFile());
        Files.writeString(project.accepted(), "{\"acceptedChanges\": []}");
        block(project.lockFile());
        block(project.accepted());

        assertThatThrownBy(() -> project.check("lock"))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessageStartingWith("acceptedChanges whittle.accepted.json cannot be written: ");
        assertThatThrownBy(() -> project.lock())
                .isInstanceOf(MisconfigurationException.class)
                .hasMessageStartingWith("lock file whittle.lock.json cannot be written: ");

        assertThat(project.lockFile()).content().isEqualTo(lock);
        assertThat(project.accepted()).content().isEqualTo("{\"acceptedChanges\": []}");
    }

    /** Takes the place where the bytes of a file wait until they are complete. */
    private static void block(Path file) throws IOException {
        Files.createDirectories(file.resolveSibling("." + file.getFileName() + ".whittle/inside"));
    }

    @Test
    void refusesFoldersInThePlaceOfFiles() throws Exception {
        Files.createDirectory(project.accepted());
        assertThatThrownBy(() -> project.check("lock"))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessage("acceptedChanges whittle.accepted.json is a folder: name a file");

        Files.delete(project.lockFile());
        Files.createDirectory(project.lockFile());
        assertThatThrownBy(() -> project.check("lock"))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessage("lock file whittle.lock.json is a folder: name a file");
        assertThatThrownBy(() -> project.lock())
                .isInstanceOf(MisconfigurationException.class)
                .hasMessage("lock file whittle.lock.json is a folder: name a file");
        assertThat(project.lockFile()).isEmptyDirectory();
    }

    @Test
    void refusesAFileWithoutPermission() throws Exception {
        assumeTrue(isPosix());
        Files.setPosixFilePermissions(project.lockFile(), Set.of());
        assumeTrue(!Files.isReadable(project.lockFile()), "root reads everything");

        assertThatThrownBy(() -> project.check("lock"))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessage("lock file whittle.lock.json cannot be read: its permissions do not allow it");
    }

    @Test
    void refusesAFileBelowAFile() throws Exception {
        Files.writeString(folder.resolve("file"), "");
        project.lockFile = folder.resolve("file/whittle.lock.json");

        assertThatThrownBy(() -> project.lock())
                .isInstanceOf(MisconfigurationException.class)
                .hasMessageStartingWith("lock file file/whittle.lock.json cannot be written: ");
    }

    @Test
    void doesNotWriteALockFileThatCannotBeRead() throws Exception {
        Files.delete(folder.resolve("models/shop/service-2.json"));
        Files.writeString(folder.resolve("models/shop/shop.smithy"), """
                $version: "2.0"
                namespace com.example
                use aws.protocols#restJson1
                @trait(selector: "service :test(-[operation]-> [id=com.example#Old])")
                @authDefinition
                structure withOld {}
                @restJson1
                @withOld
                service Shop { version: "1", operations: [Get, Old] }
                @http(method: "GET", uri: "/new")
                @readonly
                operation Get { output := { text: String } }
                @http(method: "GET", uri: "/old")
                @readonly
                operation Old { output := { text: String } }
                """);
        project.operations = new OperationFilter(List.of("Get"), List.of());
        String old = Files.readString(project.lockFile());

        assertThatThrownBy(() -> project.lock())
                .isInstanceOf(GenerationFailedException.class)
                .hasMessageStartingWith("the lock file whittle.lock.json was not written, because its part of ")
                .hasMessageContaining("has errors: TraitTarget: ")
                .hasMessageEndingWith("; this is a fault of Whittle, please report it");

        assertThat(project.lockFile()).content().isEqualTo(old);
    }
}
