package dev.whittle.maven.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.report.ReportFormat;
import dev.whittle.maven.generation.GenerationFailedException;
import dev.whittle.maven.request.ArtifactCoordinates;
import dev.whittle.maven.request.MisconfigurationException;
import dev.whittle.maven.request.ModelOrigin;
import dev.whittle.maven.request.ModelRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each place that a baseline can come from. */
class BaselineOriginsTest {
    private static final String BEFORE = CheckProject.shop(CheckProject.NOTE);
    private static final String AFTER = CheckProject.shop("");

    private CheckProject project;

    @BeforeEach
    void create(@TempDir Path folder) throws IOException {
        project = new CheckProject(folder);
        project.version = "2.0.0";
    }

    /** The note is gone; after that, the present model is compared with itself and passes. */
    private void findsTheRemovedNote(String baseline, String description) throws Exception {
        project.write(AFTER);
        assertThatThrownBy(() -> project.check(baseline))
                .isInstanceOf(GenerationFailedException.class)
                .hasMessageStartingWith("1 change is not allowed");
        assertThat(project.lines).first().isEqualTo("[INFO] Compared with " + description + ".");
        assertThat(project.lines).anyMatch(line -> line.contains("API403") && line.contains("GetCartResponse$note"));

        project.write(BEFORE);
        assertThatCode(() -> project.check(baseline)).doesNotThrowAnyException();
        assertThat(project.lines)
                .first()
                .isEqualTo("[INFO] Nothing to compare, the models are those of " + description + ".");
    }

    private static void zip(Path file, Map<String, String> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void release(String coordinates, Map<String, String> entries) throws IOException {
        Path file = project.folder.resolve(coordinates.replace(':', '-') + ".jar");
        zip(file, entries);
        project.released.put(ArtifactCoordinates.parse(coordinates).toString(), file);
    }

    @Test
    void file() throws Exception {
        Files.writeString(project.folder.resolve("old.json"), BEFORE);

        findsTheRemovedNote("path:old.json", "old.json");
    }

    @Test
    void folder() throws Exception {
        Path old = Files.createDirectories(project.folder.resolve("old/shop"));
        Files.writeString(old.resolve("service-2.json"), BEFORE);

        findsTheRemovedNote("path:old", "old");
    }

    @Test
    void lockFileElsewhere() throws Exception {
        project.lock();
        Files.move(project.lockFile(), project.folder.resolve("old-whittle.lock.json"));

        findsTheRemovedNote("path:old-whittle.lock.json", "lock file old-whittle.lock.json of 2.0.0");
    }

    @Test
    void artifactWithAModel() throws Exception {
        release("com.example:shop-model:1.0", Map.of("META-INF/service-model/shop/service-2.json", BEFORE));

        findsTheRemovedNote("artifact:com.example:shop-model:1.0", "com.example:shop-model:jar:1.0");
    }

    @Test
    void publishedClientWithALockFile() throws Exception {
        project.version = "1.2.0";
        project.lock();
        release(
                "com.example:shop-client:1.2.0",
                Map.of("META-INF/whittle.lock.json", Files.readString(project.lockFile())));
        project.version = "2.0.0-SNAPSHOT";

        findsTheRemovedNote(
                "artifact:com.example:shop-client:RELEASE",
                "com.example:shop-client:jar:1.2.0, com.example-shop-client-1.2.0.jar!META-INF/whittle.lock.json of 1.2.0");
    }

    @Test
    void otherVersionOfTheArtifactWithTheModel() throws Exception {
        release("com.example:shop-model:3.0.0", Map.of("META-INF/service-model/shop/service-2.json", AFTER));
        release("com.example:shop-model:2.9.0", Map.of("META-INF/service-model/shop/service-2.json", BEFORE));
        project.origin = new ModelOrigin.InArtifact(ArtifactCoordinates.parse("com.example:shop-model"), null);

        for (String version : new String[] {"2.9.0", "RELEASE"}) {
            assertThatThrownBy(() -> project.check("version:" + version))
                    .isInstanceOf(GenerationFailedException.class)
                    .hasMessageStartingWith("1 change is not allowed");
            assertThat(project.lines).first().isEqualTo("[INFO] Compared with com.example:shop-model:jar:2.9.0.");
        }
        assertThatCode(() -> project.check("version:3.0.0")).doesNotThrowAnyException();
    }

    @Test
    void revision() throws Exception {
        Files.writeString(
                project.folder.resolve("pom.xml"),
                "<project><version>1.4.0</version><artifactId>shop-client</artifactId></project>");
        project.git("init", "-q");
        project.git("add", ".");
        project.git("commit", "-q", "-m", "A shop");
        project.git("tag", "v1.4.0");
        project.write(AFTER);

        assertThatThrownBy(() -> project.check("git:v1.4.0"))
                .isInstanceOf(GenerationFailedException.class)
                .hasMessageStartingWith("1 change is not allowed");
        assertThat(project.lines)
                .first()
                .asString()
                .matches("\\[INFO] Compared with revision v1.4.0 \\([0-9a-f]{10}\\)\\.");
        assertThat(project.lines).anyMatch(line -> line.contains("git:v1.4.0:models/shop/service-2.json:[25,"));

        project.git("commit", "-q", "-a", "-m", "No notes");
        assertThatCode(() -> project.check("git:HEAD")).doesNotThrowAnyException();
        assertThatThrownBy(() -> project.check("git:HEAD~1")).isInstanceOf(GenerationFailedException.class);
        project.version = "1.4.1";
        assertThatThrownBy(() -> project.check("git:HEAD~1"))
                .hasMessageContaining("the changes since 1.4.0 need 2.0.0 at least");
    }

    @Test
    void lockFileOfARevisionForAModelInAnArtifact() throws Exception {
        release("com.example:shop-model:3.0.0", Map.of("META-INF/service-model/shop/service-2.json", BEFORE));
        project.origin = new ModelOrigin.InArtifact(ArtifactCoordinates.parse("com.example:shop-model"), null);
        project.git("init", "-q");
        project.git("commit", "-q", "--allow-empty", "-m", "Nothing");
        assertThatThrownBy(() -> project.check("git:HEAD"))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessage(
                        "baseline git:HEAD: a model comes from an artifact, and there was no whittle.lock.json then:"
                                + " compare with version:<version>, or write a lock file");
        project.lock();
        project.git("add", ".");
        project.git("commit", "-q", "-m", "A lock");
        release("com.example:shop-model:3.0.0", Map.of("META-INF/service-model/shop/service-2.json", AFTER));

        assertThatThrownBy(() -> project.check("git:HEAD"))
                .isInstanceOf(GenerationFailedException.class)
                .hasMessageStartingWith("1 change is not allowed");
    }

    @Test
    void revisionOfAModelBelowTheProject() throws Exception {
        CheckProject module = new CheckProject(Files.createDirectories(project.folder.resolve("a/module")));
        module.version = "2.0.0";
        project.git("init", "-q");
        project.git("add", ".");
        project.git("commit", "-q", "-m", "A module");
        module.write(AFTER);
        module.reports = EnumSet.of(ReportFormat.SARIF, ReportFormat.GITHUB);

        assertThatThrownBy(() -> module.check("git:HEAD")).isInstanceOf(GenerationFailedException.class);
        // Viewers look for files from the top of the repository.
        assertThat(module.folder.resolve("target/whittle-check/whittle-check.sarif"))
                .content()
                .contains("\"uri\": \"a/module/models/shop/service-2.json\"", "\"uri\": \"git%3AHEAD%3Aa/module/");
        assertThat(module.commands.toString(StandardCharsets.UTF_8))
                .startsWith("::error file=a/module/models/shop/service-2.json");
        assertThat(module.lines).anyMatch(line -> line.contains("git:HEAD:a/module/models/shop/service-2.json:["));
    }

    @Test
    void revisionOfModelsAtTheTopOfTheRepository() throws Exception {
        Files.move(project.folder.resolve("models/shop"), project.folder.resolve("shop"));
        project.origin = new ModelOrigin.Folder(project.folder);
        Files.writeString(project.folder.resolve("README"), "Not a part of the model.");
        project.git("init", "-q");
        project.git("add", ".");
        project.git("commit", "-q", "-m", "A shop");
        Files.writeString(project.folder.resolve("shop/service-2.json"), AFTER);

        assertThatThrownBy(() -> project.check("git:HEAD"))
                .isInstanceOf(GenerationFailedException.class)
                .hasMessageStartingWith("1 change is not allowed");
    }

    @Test
    void revisionOfAModelInTheLanguageOfSmithy() throws Exception {
        Path model = Files.createDirectories(project.folder.resolve("smithy")).resolve("shop.smithy");
        project.origin = new ModelOrigin.Folder(model.getParent());
        Files.writeString(model, """
                $version: "2.0"
                namespace com.example
                @aws.protocols#restJson1
                service Shop { version: "1", operations: [Ping] }
                @http(method: "GET", uri: "/ping")
                @readonly
                operation Ping { output := { note: String, total: Integer } }
                """);
        project.git("init", "-q");
        project.git("add", ".");
        project.git("commit", "-q", "-m", "A shop");
        Files.writeString(model, Files.readString(model).replace("note: String, ", ""));

        assertThatThrownBy(() -> project.check("git:HEAD"))
                .isInstanceOf(GenerationFailedException.class)
                .hasMessageStartingWith("1 change is not allowed");
    }

    private static String pom(String settings) {
        return """
                <project>
                  <artifactId>shop-client</artifactId>
                  <version>1.4.0</version>
                  <properties><operations>GetCart</operations></properties>
                  <build><plugins><plugin>
                    <artifactId>whittle-maven-plugin</artifactId>
                    <configuration>%s</configuration>
                  </plugin></plugins></build>
                </project>
                """.formatted(settings);
    }

    @Test
    void revisionWithAnotherConfiguration() throws Exception {
        Path pom = project.folder.resolve("pom.xml");
        Files.writeString(pom, pom(""));
        project.git("init", "-q");
        project.git("add", ".");
        project.git("commit", "-q", "-m", "All operations");
        Files.writeString(pom, pom("<includeOperations>${operations}</includeOperations>"));
        project.operations = new OperationFilter(List.of("GetCart"), List.of());

        assertThatCode(() -> project.check("git:HEAD")).doesNotThrowAnyException();
        assertThat(project.lines)
                .first()
                .isEqualTo("[WARNING] the plugin was configured differently in HEAD, and there was no lock file:"
                        + " its models are read with the present configuration");
    }

    @Test
    void lockFileOfARevisionWithAnotherConfiguration() throws Exception {
        Path pom = project.folder.resolve("pom.xml");
        Files.writeString(pom, pom("<includeOperations>${operations}</includeOperations>"));
        project.lock();
        project.git("init", "-q");
        project.git("add", ".");
        project.git("commit", "-q", "-m", "All operations");
        Files.writeString(pom, Files.readString(pom).replace(">GetCart<", ">ListCarts<"));
        project.operations = new OperationFilter(List.of("ListCarts"), List.of());

        assertThatThrownBy(() -> project.check("git:HEAD"))
                .isInstanceOf(GenerationFailedException.class)
                .hasMessageContaining("not allowed");
        assertThat(project.lines)
                .first()
                .isEqualTo("[INFO] Compared with lock file git:HEAD:whittle.lock.json of 2.0.0.");
        assertThat(project.lines).anyMatch(line -> line.contains("the operation GetCart is removed"));
    }

    @Test
    void revisionOfAModelThatImportsShapes() throws Exception {
        project.imports = List.of(ArtifactCoordinates.parse("com.example:shapes:1.0"));
        release("com.example:shapes:1.0", Map.of("META-INF/smithy/manifest", ""));
        project.git("init", "-q");
        project.git("add", ".");
        project.git("commit", "-q", "-m", "A shop");

        assertThatThrownBy(() -> project.check("git:HEAD"))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessageContaining("holds no shapes of Smithy");
        release(
                "com.example:shapes:1.0",
                Map.of("META-INF/smithy/manifest", "a.json\n", "META-INF/smithy/a.json", "{\"smithy\": \"2.0\"}"));
        project.write("{\"smithy\": \"2.0\"}");
        assertThatThrownBy(() -> project.check("git:HEAD"))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessage(
                        "baseline git:HEAD: a model imports shapes from artifacts, and there was no whittle.lock.json"
                                + " then: compare with version:<version>, or write a lock file");
    }

    @Test
    void severalClientsOfOneServiceAreToldByTheirPackages() throws Exception {
        ModelRequest carts = new ModelRequest(
                project.origin, "com.example.carts", new OperationFilter(List.of("GetCart"), List.of()));
        ModelRequest lists = new ModelRequest(
                project.origin, "com.example.lists", new OperationFilter(List.of("ListCarts"), List.of()));
        project.clients = List.of(carts, lists);
        project.lock();

        // The order of the configuration does not matter, and neither does which one is gone.
        project.clients = List.of(lists, carts);
        assertThatCode(() -> project.check("lock")).doesNotThrowAnyException();
        project.clients = List.of(lists);
        assertThatThrownBy(() -> project.check("lock")).isInstanceOf(GenerationFailedException.class);
        assertThat(project.lines)
                .filteredOn(line -> line.startsWith("[ERROR]") && line.contains("API"))
                .singleElement()
                .asString()
                .contains("com.example.carts.ShopClient is removed");
    }

    @Test
    void withoutAProjectNoVersionIsJudged() throws Exception {
        project.lock();
        project.version = null;
        project.write(CheckProject.shop(CheckProject.NOTE + "\"color\": {\"shape\": \"String\"},"));

        assertThatCode(() -> project.check("lock")).doesNotThrowAnyException();
        assertThat(project.lines).noneMatch(line -> line.contains("version"));
    }

    @Test
    void versionsWithoutNumbersAreNotJudgedInSilence() throws Exception {
        project.lock();
        project.version = "main-SNAPSHOT";
        project.write(CheckProject.shop(CheckProject.NOTE + "\"color\": {\"shape\": \"String\"},"));

        assertThatCode(() -> project.check("lock")).doesNotThrowAnyException();
        assertThat(project.lines)
                .contains(
                        "[WARNING] the version main-SNAPSHOT does not begin with numbers: it is not compared with what"
                                + " the changes need");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "git:v9|baseline git:v9: the repository has no such revision; a shallow clone lacks most of them: fetch it first",
                "git:--upload-pack=x|baseline git:--upload-pack=x: a revision does not begin with a hyphen",
                "git:EMPTY|baseline git:EMPTY: there was no models then",
            })
    void revisionsThatCannotBeCompared(String baseline, String message) throws Exception {
        project.git("init", "-q");
        project.git("commit", "-q", "--allow-empty", "-m", "Nothing");
        project.git("tag", "EMPTY");

        assertThatThrownBy(() -> project.check(baseline))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessage(message);
    }

    @Test
    void revisionWithoutARepository() {
        assertThatThrownBy(() -> project.check("git:HEAD"))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessageStartingWith(
                        "baseline git:HEAD: " + project.folder + " is in no git repository that git can read: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "path:nowhere.json|baseline: there is no ",
                "artifact:com.example:gone:1.0|no artifact com.example:gone:jar:1.0",
                "artifact:com.example:shop-model|baseline: the artifact com.example:shop-model:jar has no version",
                "artifact:x|baseline: the artifact 'x' is not of the form",
                "version:1.0|baseline version:1.0 is for models in artifacts, but this one is in a file",
                "main|baseline 'main' has none of the known forms: lock, git:<revision>,",
                "git:|baseline 'git:' has none of the known forms",
            })
    void baselinesThatAreNone(String baseline, String message) {
        assertThatThrownBy(() -> project.check(baseline))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource({"'{', SVC0102", "'{}', SVC0110", "'[]', SVC0108", "'', SVC0103"})
    void brokenModels(String model, String code) throws Exception {
        Files.writeString(project.folder.resolve("old.json"), model);

        assertThatThrownBy(() -> project.check("path:old.json"))
                .isInstanceOf(GenerationFailedException.class)
                .hasMessageEndingWith("the baseline is not valid, so that nothing was compared.");
        assertThat(project.lines).anyMatch(line -> line.startsWith("[ERROR] old.json") && line.contains(code));
    }
}
