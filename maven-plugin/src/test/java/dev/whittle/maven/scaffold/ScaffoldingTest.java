package dev.whittle.maven.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.codegen.ClientGenerator;
import dev.whittle.codegen.GenerationRequest;
import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.maven.generation.Generator;
import dev.whittle.maven.generation.ModelLoader;
import dev.whittle.maven.generation.RecordingConsole;
import dev.whittle.maven.request.InitRequest;
import dev.whittle.maven.request.MisconfigurationException;
import dev.whittle.maven.request.ModelOrigin;
import dev.whittle.maven.request.ModelOrigin.Folder;
import dev.whittle.maven.request.ModelOrigin.SingleFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaffoldingTest {
    @TempDir
    private Path here;

    private final RecordingConsole console = new RecordingConsole();
    private Path model;

    @BeforeEach
    void writeModel() throws IOException {
        model = here.resolve("everything.json");
        try (InputStream json = getClass().getResourceAsStream("everything.json")) {
            Files.copy(Objects.requireNonNull(json), model);
        }
    }

    @Test
    void aCallThatNeedsAValueOfEveryKindCompiles() throws Exception {
        Path project = start(new SingleFile(model), "PutEverything");

        String main = Files.readString(project.resolve("src/main/java/com/example/Main.java"));
        assertThat(main)
                .contains(".key(\"Key\")")
                .contains(".aUnion(Filter.all(List.of()))")
                .contains("children(List.of())")
                .doesNotContain("optional", "theToken");
        assertThat(compile(project, "com.example.everything")).isEmpty();
    }

    @Test
    void ofSeveralOperationsTheOneThatAsksForLeastIsCalled() throws Exception {
        Path project = start(new SingleFile(model));

        assertThat(Files.readString(project.resolve("src/main/java/com/example/Main.java")))
                .contains("DeleteEverythingResponse response = client.deleteEverything(r -> {});")
                .doesNotContain("values of your own");
        assertThat(Files.readString(project.resolve("pom.xml")))
                .containsOnlyOnce("<includeOperation>")
                .contains("<includeOperation>DeleteEverything</includeOperation>")
                .contains("<whittle.version>1.2.3</whittle.version>");
        assertThat(console.lines)
                .first()
                .isEqualTo("[INFO] No operation was named, so the client has DeleteEverything alone; -Doperations names"
                        + " others: PutEverything");
        assertThat(compile(project, "com.example.everything")).isEmpty();
    }

    /** What each service needs, and nothing else: its program, its page and its test, which runs. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "-",
            value = {
                "'auth': ['smithy.api#httpBearerAuth'] | endpoint tokens | EVERY_THING_TOKEN",
                "'signatureVersion': 'bearer' | endpoint tokens | EVERY_THING_TOKEN",
                "'auth': ['smithy.api#httpBearerAuth'], 'globalEndpoint': 'every.test' | tokens | EVERY_THING_TOKEN",
                "'auth': ['smithy.api#httpBasicAuth'] | endpoint authScheme | EVERY_THING_USER",
                "'auth': ['smithy.api#httpApiKeyAuth'] | endpoint authScheme | EVERY_THING_API_KEY",
                "'auth': ['com.example#stampAuth'] | endpoint authScheme | EVERY_THING_AUTHORIZATION",
                "'auth': ['smithy.api#noAuth'] | endpoint | -",
                "'auth': ['smithy.api#noAuth'], 'globalEndpoint': 'every.test' |  | -",
                "'auth': ['aws.auth#sigv4'] | region | -",
                "'auth': ['aws.auth#sigv4', 'smithy.api#httpBearerAuth'] | region | -",
                "'auth': ['smithy.api#httpBearerAuth', 'aws.auth#sigv4'] | endpoint tokens | EVERY_THING_TOKEN",
                "'jsonVersion': '1.1' | endpoint region | -",
                "'protocols': ['smithy-rpc-v2-cbor'], 'targetPrefix': 'Every' | endpoint region | -",
            })
    void theProgramHasWhatTheServiceNeeds(String metadata, @Nullable String calls, @Nullable String variable)
            throws Exception {
        String text = Files.readString(model).replace("\"signatureVersion\": \"v4\"", metadata.replace('\'', '"'));
        Files.writeString(model, text);

        Path project = start(new SingleFile(model));

        String main = Files.readString(project.resolve("src/main/java/com/example/Main.java"));
        for (String each : List.of("endpoint", "region", "tokens", "authScheme")) {
            boolean isWanted = calls != null && List.of(calls.split(" ")).contains(each);
            assertThat(main.contains("." + each + "(")).as(each).isEqualTo(isWanted);
        }
        String readme = Files.readString(project.resolve("README.md"));
        assertThat(readme).contains("DeleteEverything");
        assertThat(readme.contains("AWS SDK")).isEqualTo(main.contains(".region("));
        if (variable == null) {
            assertThat(main).doesNotContain("getenv");
        } else {
            assertThat(main).contains("setting(\"" + variable + "\")");
            assertThat(readme).contains("`" + variable + "`");
        }
        assertThat(compile(project, "com.example.everything")).isEmpty();
        run("com.example.MainTest", "makesTheCall");
    }

    @Test
    void theProgramSaysWhichSettingIsMissing() throws Exception {
        String text =
                Files.readString(model).replace("\"signatureVersion\": \"v4\"", "\"signatureVersion\": \"bearer\"");
        Files.writeString(model, text);
        assertThat(compile(start(new SingleFile(model)), "com.example.everything"))
                .isEmpty();
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (URLClassLoader loader = classes()) {
            loader.loadClass("com.example.Main")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8).strip())
                .contains("Set the environment variable EVERY_THING_TOKEN");
    }

    @Test
    void aServiceWithRulesThatUseNoRegionIsGivenNone() throws Exception {
        Path folder = Files.createDirectories(here.resolve("model"));
        String bearer = "\"auth\": [\"smithy.api#httpBearerAuth\"]";
        String text = Files.readString(model).replace("\"signatureVersion\": \"v4\"", bearer);
        Files.writeString(folder.resolve("service-2.json"), text);
        Files.writeString(
                folder.resolve("endpoint-rule-set-1.json"),
                "{\"version\": \"1.0\", \"parameters\": {}, \"rules\": [{\"type\": \"endpoint\", \"conditions\": [],"
                        + " \"endpoint\": {\"url\": \"https://every.test\"}}]}");

        String main = Files.readString(start(new Folder(folder)).resolve("src/main/java/com/example/Main.java"));

        assertThat(main).contains(".tokens(").doesNotContain(".region(", ".endpoint(");
    }

    private void run(String type, String method) throws Exception {
        try (URLClassLoader loader = classes()) {
            Constructor<?> constructor = loader.loadClass(type).getDeclaredConstructor();
            constructor.setAccessible(true);
            Method test = loader.loadClass(type).getDeclaredMethod(method);
            test.setAccessible(true);
            test.invoke(constructor.newInstance());
        }
    }

    private URLClassLoader classes() throws IOException {
        return new URLClassLoader(
                new URL[] {here.resolve("classes").toUri().toURL()}, getClass().getClassLoader());
    }

    @Test
    void aFolderMayHoldWhatBelongsToTools() throws Exception {
        Files.createDirectories(here.resolve("every-thing-app/.git"));

        assertThat(start(new SingleFile(model)).resolve("pom.xml")).exists();
    }

    @Test
    void aFolderThatIsInUseIsLeftAlone() throws Exception {
        Path own = Files.writeString(
                Files.createDirectories(here.resolve("every-thing-app")).resolve("notes.txt"), "!");

        assertThatThrownBy(() -> start(new SingleFile(model)))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessage(
                        "the folder " + own.getParent() + " is not empty, it holds notes.txt: nothing is overwritten;"
                                + " name a new folder with -DoutputDirectory");
        assertThat(own.getParent().toFile().list()).containsExactly("notes.txt");
    }

    @Test
    void aFileIsNoFolder() throws Exception {
        Path file = Files.writeString(here.resolve("every-thing-app"), "!");

        assertThatThrownBy(() -> start(new SingleFile(model)))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessage(file + " is a file: name another folder with -DoutputDirectory");
        assertThat(file).hasContent("!");
    }

    @Test
    void severalModelsAreNamed() throws Exception {
        for (String service : List.of("one", "two")) {
            Path folder = Files.createDirectories(here.resolve("models").resolve(service));
            Files.copy(model, folder.resolve("service-2.json"));
        }
        Path models = here.resolve("models");

        assertThatThrownBy(() -> start(new Folder(models)))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessage("2 models were found: " + models.resolve("one/service-2.json") + ", "
                        + models.resolve("two/service-2.json") + "; name one of them with -DmodelEntry or -DmodelFile");
    }

    @Test
    void siblingsOfTheModelComeAlong() throws Exception {
        Path folder = Files.createDirectories(here.resolve("model"));
        Files.copy(model, folder.resolve("service-2.json"));
        Files.writeString(folder.resolve("paginators-1.json"), "{\"pagination\": {}}");

        Path project = start(new Folder(folder));

        assertThat(project.resolve("src/main/service-model/every-thing/paginators-1.json"))
                .hasContent("{\"pagination\": {}}");
        assertThat(project.resolve("src/main/service-model/every-thing/service-2.json"))
                .hasSameBinaryContentAs(model);
    }

    @Test
    void usesThePluginsThatThisBuildUses() throws Exception {
        String parent = Files.readString(Path.of("../pom.xml"));
        String pom = Files.readString(start(new SingleFile(model)).resolve("pom.xml"));

        assertThat(parent).contains("<version.compiler-plugin>3.16.0</version.compiler-plugin>");
        assertThat(pom).containsPattern("<artifactId>maven-compiler-plugin</artifactId>\\s*<version>3.16.0</version>");
        String exec = "<artifactId>exec-maven-plugin</artifactId>\\s*<version>3.6.4</version>";
        assertThat(parent).containsPattern(exec);
        assertThat(pom).containsPattern(exec);
        String surefire = version(parent, "surefire-plugin");
        assertThat(pom).containsPattern("<artifactId>maven-surefire-plugin</artifactId>\\s*<version>" + surefire);
        assertThat(pom)
                .containsPattern("<artifactId>junit-jupiter</artifactId>\\s*<version>" + version(parent, "junit"));
    }

    private static String version(String parent, String name) {
        String start = "<version." + name + ">";
        int at = parent.indexOf(start) + start.length();
        return parent.substring(at, parent.indexOf('<', at));
    }

    private Path start(ModelOrigin origin, String... operations) throws Exception {
        InitRequest request =
                new InitRequest(origin, null, "com.example", null, "com.example", List.of(operations), null);
        ModelLoader models = new ModelLoader(none -> here);
        new Scaffolding(models, new Generator.Check(), console, "1.2.3").run(request, here);
        return here.resolve("every-thing-app");
    }

    /** Compiles the project as its pom would have it, and returns what the compiler says. */
    private String compile(Path project, String clientPackage) throws IOException {
        List<Path> sources = new ArrayList<>();
        Files.createDirectories(here.resolve("classes"));
        sources.add(project.resolve("src/main/java/com/example/Main.java"));
        sources.add(project.resolve("src/test/java/com/example/MainTest.java"));
        ServiceRequest service = new ServiceRequest(ModelSource.ofFile(model), clientPackage, OperationFilter.ALL);
        GenerationRequest request = new GenerationRequest(List.of(service), null);
        for (Map.Entry<String, String> file :
                ClientGenerator.generate(request).files().entrySet()) {
            Path path = here.resolve("generated").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            sources.add(Files.writeString(path, file.getValue()));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-d", here.resolve("classes").toString());
            compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return said.toString();
    }
}
