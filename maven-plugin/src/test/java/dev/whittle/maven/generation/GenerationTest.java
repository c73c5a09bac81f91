package dev.whittle.maven.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.codegen.GeneratedService;
import dev.whittle.codegen.GeneratedSources;
import dev.whittle.codegen.GenerationRequest;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.model.Extra;
import dev.whittle.codegen.problem.Location;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Severity;
import dev.whittle.maven.request.ClientsRequest;
import dev.whittle.maven.request.ModelOrigin.SingleFile;
import dev.whittle.maven.request.ModelRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {
    private static final String UNCHANGED = "[INFO] Nothing to generate, models and configuration are unchanged.";

    @TempDir
    private Path project;

    private final RecordingConsole console = new RecordingConsole();
    private final SortedMap<String, String> files = new TreeMap<>();
    private final List<GeneratedService> services = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<GenerationRequest> generated = new ArrayList<>();

    private @Nullable String packageName;
    private OperationFilter operations = OperationFilter.ALL;
    private @Nullable String moduleName;
    private Set<Extra> extras = Set.of();
    private List<String> requestIdHeaders = List.of();
    private String generatorIdentity = "1.0";
    private boolean skipUnchanged = true;
    private boolean failOnWarning;

    @BeforeEach
    void prepare() throws IOException {
        Files.writeString(model(), "{}");
        files.put("dev/shop/ShopClient.java", "client");
        files.put("dev/shop/model/Cart.java", "cart");
        services.add(new GeneratedService("Shop", "dev.shop", 2, 1, List.of()));
    }

    @Test
    void writesTheSourcesAndSaysSo() throws Exception {
        assertThat(run()).isTrue();

        assertThat(output().resolve("dev/shop/ShopClient.java")).hasContent("client");
        assertThat(console.lines).hasSize(1);
        assertThat(console.lines.get(0))
                .matches("\\[INFO\\] Shop: 2 operations, 1 shape → dev\\.shop"
                        + " \\(2 files: 2 written, 0 unchanged, 0 removed\\) in \\d+\\.\\d s");
    }

    @Test
    void saysALineAServiceAndThenTheFiles() throws Exception {
        services.add(new GeneratedService("Payment", "dev.payment", 1, 7, List.of()));

        run();

        assertThat(console.lines)
                .hasSize(3)
                .startsWith(
                        "[INFO] Shop: 2 operations, 1 shape → dev.shop",
                        "[INFO] Payment: 1 operation, 7 shapes → dev.payment");
        assertThat(console.lines.get(2))
                .matches("\\[INFO\\] 2 services \\(2 files: 2 written, 0 unchanged, 0 removed\\) in \\d+\\.\\d s");
    }

    @Test
    void tellsEveryDetailToThoseWhoAsk() throws Exception {
        console.detailed = true;
        moduleName = "dev.module";
        extras = Set.of(Extra.ASYNC_CLIENT);

        run();
        assertThat(console.lines)
                .startsWith(
                        "[DEBUG] Generating, since there is no record of an earlier run that came to its end",
                        "[DEBUG] Model " + model(),
                        "[DEBUG]   package: by the service's id",
                        "[DEBUG]   operations: include [], exclude []",
                        "[DEBUG] Module dev.module",
                        "[DEBUG] Besides: [ASYNC_CLIENT]",
                        "[DEBUG] Left out of Shop: []",
                        "[DEBUG] Bringing up to date " + output() + ", record in " + status(),
                        "[DEBUG]   dev/shop/ShopClient.java",
                        "[DEBUG]   dev/shop/model/Cart.java");

        Files.writeString(output().resolve("dev/shop/ShopClient.java"), "edited");
        assertThatItSaysWhy("a generated file was edited or deleted");
        moduleName = "dev.other";
        assertThatItSaysWhy("a model, the configuration or the plugin has changed");
        skipUnchanged = false;
        assertThatItSaysWhy("it is asked for in any case");
    }

    @Test
    void doesNothingTheSecondTime() throws Exception {
        run();
        console.lines.clear();
        FileTime before = Files.getLastModifiedTime(output().resolve("dev/shop/ShopClient.java"));

        assertThat(run()).isFalse();

        assertThat(generated).hasSize(1);
        assertThat(console.lines).containsExactly(UNCHANGED);
        assertThat(Files.getLastModifiedTime(output().resolve("dev/shop/ShopClient.java")))
                .isEqualTo(before);
    }

    @Test
    void generatesAgainWhenAnythingThatMattersChanges() throws Exception {
        run();
        Files.writeString(model(), "{ }");
        assertThatItGeneratesAgain("the model");
        Files.writeString(project.resolve("paginators-1.json"), "{}");
        assertThatItGeneratesAgain("a sibling");
        packageName = "dev.other";
        assertThatItGeneratesAgain("the package");
        operations = new OperationFilter(List.of("A"), List.of());
        assertThatItGeneratesAgain("the wanted operations");
        operations = new OperationFilter(List.of(), List.of("A"));
        assertThatItGeneratesAgain("the operations left out");
        operations = new OperationFilter(List.of("A", "B"), List.of());
        assertThatItGeneratesAgain("the number of wanted operations");
        operations = new OperationFilter(List.of("A"), List.of("B"));
        assertThatItGeneratesAgain("the list that an operation is in");
        requestIdHeaders = List.of("X-Correlation-Id");
        assertThatItGeneratesAgain("the headers of request ids");
        assertThat(generated.get(generated.size() - 1).requestIdHeaders()).isEqualTo(requestIdHeaders);
        extras = EnumSet.allOf(Extra.class);
        assertThatItGeneratesAgain("what clients have besides");
        assertThat(generated.get(generated.size() - 1).extras()).isEqualTo(extras);
        moduleName = "dev.module";
        assertThatItGeneratesAgain("the module");
        generatorIdentity = "1.1";
        assertThatItGeneratesAgain("the plugin");
        failOnWarning = true;
        assertThatItGeneratesAgain("the weight of warnings");
        Files.writeString(output().resolve("dev/shop/ShopClient.java"), "edited");
        assertThatItGeneratesAgain("the text of an output");
        Files.delete(output().resolve("dev/shop/model/Cart.java"));
        assertThatItGeneratesAgain("the presence of an output");
        Files.delete(status().resolve("files"));
        assertThatItGeneratesAgain("the presence of the list of files");
        Files.delete(status().resolve("fingerprint"));
        assertThatItGeneratesAgain("the presence of the fingerprint");

        skipUnchanged = false;
        int before = generated.size();
        run();
        assertThat(generated).hasSize(before + 1);
    }

    @Test
    void aModelThatMovesButStaysTheSameIsNoChange() throws Exception {
        run();
        Path moved = project.resolve("moved/service-2.json");
        Files.createDirectories(moved.getParent());
        Files.move(model(), moved);

        assertThat(run(moved)).isFalse();
        assertThat(generated).hasSize(1);
    }

    @Test
    void removesWhatIsNoLongerGenerated() throws Exception {
        run();
        files.remove("dev/shop/model/Cart.java");
        Files.writeString(model(), "{ }");
        console.lines.clear();

        assertThat(run()).isTrue();

        assertThat(output().resolve("dev/shop/model")).doesNotExist();
        assertThat(console.lines.get(0)).contains("(1 file: 0 written, 1 unchanged, 1 removed)");
    }

    @Test
    void generatingTheSameAgainChangesNothing() throws Exception {
        run();
        Files.writeString(model(), "{ }");

        assertThat(run()).isFalse();
        assertThat(console.lines.get(1)).contains("(2 files: 0 written, 2 unchanged, 0 removed)");
    }

    @Test
    void printsEveryProblemAndWritesNothing() throws Exception {
        run();
        console.lines.clear();
        Files.writeString(model(), "broken");
        files.clear();
        problems.add(problem(Severity.ERROR, "unknown shape 'Ordr'", "did you mean 'Order'?"));
        problems.add(problem(Severity.WARNING, "doubtful", null));
        problems.add(problem(Severity.ERROR, "unknown shape 'Crt'", null));

        assertThatThrownBy(this::run)
                .isInstanceOf(GenerationFailedException.class)
                .hasMessage("2 problems, nothing was generated.");

        assertThat(console.lines)
                .containsExactly(
                        "[ERROR] " + model() + ":[4,17] SVC0201 unknown shape 'Ordr' at /shapes/Cart\n"
                                + "        hint: did you mean 'Order'?",
                        "[WARNING] " + model() + ":[4,17] SVC0201 doubtful at /shapes/Cart",
                        "[ERROR] " + model() + ":[4,17] SVC0201 unknown shape 'Crt' at /shapes/Cart",
                        "[ERROR] 2 problems, nothing was generated.");
        assertThat(output().resolve("dev/shop/ShopClient.java")).hasContent("client");
    }

    @Test
    void afterAFaultTheModelAsItWasNeedsNothing() throws Exception {
        run();
        Files.writeString(model(), "broken");
        problems.add(problem(Severity.ERROR, "broken", null));
        assertThatThrownBy(this::run).hasMessage("1 problem, nothing was generated.");
        Files.writeString(model(), "{}");
        console.lines.clear();

        assertThat(run()).isFalse();
        assertThat(console.lines).containsExactly(UNCHANGED);
    }

    @Test
    void printsWarningsAndGoesOn() throws Exception {
        problems.add(problem(Severity.WARNING, "doubtful", null));

        assertThat(run()).isTrue();
        assertThat(console.lines)
                .hasSize(2)
                .startsWith("[WARNING] " + model() + ":[4,17] SVC0201 doubtful at /shapes/Cart");
    }

    @Test
    void failsOnAWarningIfAskedTo() {
        problems.add(problem(Severity.WARNING, "doubtful", null));
        failOnWarning = true;

        assertThatThrownBy(this::run)
                .isInstanceOf(GenerationFailedException.class)
                .hasMessage("1 warning and failOnWarning is set, nothing was generated.");
        assertThat(console.lines).endsWith("[ERROR] 1 warning and failOnWarning is set, nothing was generated.");
        assertThat(output()).doesNotExist();
    }

    @Test
    void leavesAForeignFileAlone() throws Exception {
        Path foreign = output().resolve("dev/shop/ShopClient.java");
        Files.createDirectories(foreign.getParent());
        Files.writeString(foreign, "mine");

        assertThatThrownBy(this::run)
                .isInstanceOf(GenerationFailedException.class)
                .hasMessage(foreign + " is not a generated file, and is not overwritten: move it out of the output"
                        + " directory, or choose another one\nNothing was generated.");
        assertThat(foreign).hasContent("mine");
        assertThat(output().resolve("dev/shop/model")).doesNotExist();

        Files.delete(foreign);
        assertThat(run()).isTrue();
    }

    private void assertThatItGeneratesAgain(String what) throws Exception {
        int before = generated.size();
        run();
        assertThat(generated).as(what + " changed").hasSize(before + 1);
        run();
        assertThat(generated).as(what + " changed no more").hasSize(before + 1);
    }

    private void assertThatItSaysWhy(String reason) throws Exception {
        console.lines.clear();
        run();
        assertThat(console.lines).startsWith("[DEBUG] Generating, since " + reason);
    }

    private boolean run() throws GenerationFailedException, IOException {
        return run(model());
    }

    private boolean run(Path model) throws GenerationFailedException, IOException {
        ClientsRequest clients = new ClientsRequest(
                List.of(new ModelRequest(new SingleFile(model), packageName, operations)),
                moduleName,
                extras,
                requestIdHeaders);
        Task task = new Task(clients, output(), status(), null, generatorIdentity, skipUnchanged, failOnWarning);
        return new Generation(new ModelLoader(none -> project), this::generate, console).run(task);
    }

    private GeneratedSources generate(GenerationRequest request) {
        generated.add(request);
        return new GeneratedSources(files, services, problems);
    }

    private Problem problem(Severity severity, String message, @Nullable String hint) {
        Location place = new Location(model().toString(), 4, 17, "/shapes/Cart");
        return new Problem(severity, ProblemCode.SHAPE_UNKNOWN, message, place, hint);
    }

    private Path model() {
        return project.resolve("service-2.json");
    }

    private Path output() {
        return project.resolve("target/generated-sources/whittle");
    }

    private Path status() {
        return project.resolve("target/maven-status/whittle/generate/default");
    }
}
