package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whittle.codegen.corpus.Corpus;
import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.ChangeCode;
import dev.whittle.codegen.harness.Golden;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.link.supplement.Supplements;
import dev.whittle.codegen.lock.LockedService;
import dev.whittle.codegen.model.Extra;
import dev.whittle.codegen.model.MemberSupplement;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceTraits;
import dev.whittle.codegen.problem.Problem;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is added to a model that its publisher leaves out, with a small model and supplements of its own. As for the other
 * golden sources, {@code -Dwhittle.golden.update=true} rewrites the expected ones.
 */
class SupplementsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "supplements");
    private static final String PACKAGE = "com.example.tiny";

    private static LoadedModel load(ModelSource model, OperationFilter operations) {
        return Models.load(new ServiceRequest(model, PACKAGE, operations), SupplementsTest::supplements);
    }

    private static LinkedService linked(ModelSource model) {
        LoadedModel loaded = load(model, OperationFilter.ALL);
        assertThat(loaded.problems().all()).isEmpty();
        return loaded.service();
    }

    private static Supplements supplements() {
        return Supplements.read(bytes("supplements.json"));
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static ModelSource c2j() {
        return c2j(text("service-2.json"));
    }

    private static ModelSource c2j(String model) {
        return new ModelSource("service-2.json", model.getBytes(StandardCharsets.UTF_8), null, null, null);
    }

    private static ModelSource smithy() {
        return ModelSource.ofFile(FOLDER.resolve("tiny.smithy"));
    }

    private static SortedMap<String, String> files(LinkedService service) {
        return new ServiceGenerator(service, new GenerationRequest(List.of(), null, Set.of())).render();
    }

    /** Requests and operations; nothing else has to do with supplements. */
    @Test
    void generatesWhatIsExpected() throws IOException {
        SortedMap<String, String> generated = files(linked(c2j()));
        generated.keySet().removeIf(path -> !path.matches(".*(Operation|Request)\\.java"));
        Path expected = FOLDER.resolve("expected");
        if (Golden.UPDATE) {
            for (Map.Entry<String, String> file : generated.entrySet()) {
                Path path = expected.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(expected)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(expected.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        assertThat(generated).isEqualTo(files);
    }

    @TestFactory
    Stream<DynamicTest> theClientWorks() {
        assumeFalse(Golden.UPDATE);
        Javac.Result client = Javac.compile(files(linked(c2j())), "-Xdoclint:all/protected,-missing");
        assertThat(client.messages()).isEmpty();
        Javac.Result exercise = Javac.against(
                client.classes(), Map.of("Exercise.java", text("Exercise.java")), getClass(), Assertions.class);
        assertThat(exercise.messages()).isEmpty();
        Class<?> type = exercise.load("Exercise");
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> DynamicTest.dynamicTest(method.getName(), () -> run(type, method)));
    }

    private static void run(Class<?> type, Method method) throws Throwable {
        try {
            method.invoke(type.getConstructor().newInstance());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Test
    void bothFormatsGiveTheSameClient() {
        assertThat(files(linked(smithy()))).isEqualTo(files(linked(c2j())));
    }

    @Test
    void aLockedModelIsEnough() {
        for (ModelSource model : List.of(c2j(), smithy())) {
            OperationFilter some = new OperationFilter(List.of("GetBox", "Upload", "Predict"), List.of());
            LinkedService before = load(model, some).service();
            ModelSource locked = LockedService.trim(model, null, Set.of("GetBox", "Upload", "Predict"));
            LinkedService after = linked(new ModelSource("whittle.lock.json", locked.model(), null, null, null));
            assertThat(before.changesTo(after, EnumSet.allOf(Extra.class)))
                    .extracting(ApiChange::code)
                    .containsOnly(ChangeCode.DOCUMENTATION_CHANGED);
            assertThat(added(after)).isEqualTo(added(before)).hasSize(5);
        }
    }

    /** What users of a client see when its service gets a supplement. */
    @Test
    void supplementsAreChangesOfTheClient() {
        ServiceRequest request = new ServiceRequest(c2j(), PACKAGE, OperationFilter.ALL);
        LinkedService before =
                Models.load(request, () -> new Supplements(List.of())).service();
        assertThat(added(before)).isEmpty();
        assertThat(before.changesTo(linked(c2j()), Set.of()))
                .extracting(change -> change.code() + " " + change.place())
                .containsExactly(
                        "REQUEST_CHANGED CompleteUpload",
                        "REQUEST_CHANGED CreateBox",
                        "REQUEST_CHANGED Export",
                        "REQUEST_CHANGED GetBox",
                        "REQUEST_CHANGED ListBoxes",
                        "REQUEST_CHANGED Predict",
                        "REQUEST_CHANGED Upload",
                        "MEMBER_NOW_OPTIONAL CompleteUploadRequest$account",
                        "MEMBER_NOW_OPTIONAL GetBoxRequest$account",
                        "MEMBER_NOW_OPTIONAL ListBoxesRequest$account",
                        "MEMBER_NOW_OPTIONAL UploadRequest$account");
    }

    /** The member of the other kind is passed over, even though its name is known. */
    @Test
    void onlyInputsAndFittingMembersAreSupplemented() {
        assertThat(added(linked(c2j())))
                .containsOnlyKeys(
                        "GetBox account",
                        "GetBox zone",
                        "ListBoxes account",
                        "ListBoxes after",
                        "CreateBox parent",
                        "CreateBox placement",
                        "Export placement",
                        "Upload account",
                        "Upload checksum",
                        "CompleteUpload account",
                        "Predict url");
    }

    private static Map<String, MemberSupplement> added(LinkedService service) {
        Map<String, MemberSupplement> added = new TreeMap<>();
        for (Operation operation : service.model().operations()) {
            service.model().structure(operation.input()).members().stream()
                    .filter(member -> !member.supplement().equals(MemberSupplement.NONE))
                    .forEach(member -> added.put(operation.name() + " " + member.name(), member.supplement()));
        }
        return added;
    }

    @ParameterizedTest
    @CsvSource({
        "'\"serviceId\": \"Tiny\"', '\"serviceId\": \"tiny\"'",
        "'\"endpointPrefix\": \"tiny\"', '\"endpointPrefix\": \"tiny\", \"signingName\": \"mine\"'",
        "2026-01-31, 2026-02-01",
        "'\"signatureVersion\": \"v4\"', '\"signatureVersion\": \"bearer\", \"auth\": [\"smithy.api#httpBearerAuth\"]'",
    })
    void aServiceThatOnlyResemblesOneStaysAsItIs(String text, String other) {
        String model = text("service-2.json").replace(text, other);
        assertThat(model).isNotEqualTo(text("service-2.json"));
        LinkedService service = linked(c2j(model));
        assertThat(added(service)).isEmpty();
        assertThat(service.model().service().headers()).isEmpty();
    }

    @Test
    void withoutASupplementALabelMustBeRequired() {
        String optional =
                text("service-2.json").replace("\"required\": [\"account\", \"zone\"]", "\"required\": [\"zone\"]");
        assertThat(load(c2j(optional), OperationFilter.ALL).problems().all()).isEmpty();
        assertThat(load(c2j(optional.replace("\"Tiny\"", "\"Plain\"")), OperationFilter.ALL)
                        .problems()
                        .all())
                .extracting(Problem::text)
                .singleElement()
                .asString()
                .contains("SVC", "'account'", "is bound to a label of the request URI but is not required");
    }

    /** Each rule of the resource is about something in the models that AWS publishes. */
    @Test
    void publishedModelsHaveWhatIsSupplemented() throws IOException {
        assertThat(published("apigateway-2015-07-09")).isEmpty();
        Map<String, MemberSupplement> glacier = published("glacier-2012-06-01");
        assertThat(named(glacier, " accountId")).hasSize(33);
        assertThat(named(glacier, " checksum"))
                .containsExactly("UploadArchive checksum", "UploadMultipartPart checksum");
        assertThat(glacier).hasSize(35);
        assertThat(published("machinelearning-2014-12-12")).containsOnlyKeys("Predict PredictEndpoint");
        Map<String, MemberSupplement> route53 = published("route53-2013-04-01");
        assertThat(route53)
                .hasSize(33)
                .containsKeys("GetHostedZone Id", "GetChange Id", "ListHostedZones DelegationSetId");
        assertThat(route53.get("GetChange Id").droppedPrefixes()).containsExactly("/change/");
        assertThat(Supplements.published().services()).hasSize(5);
    }

    /** With {@code -Pcorpus -Dwhittle.smithy=<folder>}: the models that the folder has are supplemented as those of C2J. */
    @Test
    @Tag("corpus")
    void bothFormatsOfPublishedModelsAreSupplementedAlike() throws IOException {
        Map<String, String> c2j = Map.of(
                "api-gateway.json", "apigateway-2015-07-09",
                "glacier.json", "glacier-2012-06-01",
                "route-53.json", "route53-2013-04-01");
        int compared = 0;
        for (Path file : Corpus.smithy()) {
            String name = c2j.get(file.getFileName().toString());
            if (name != null) {
                assertThat(added(supplemented(ModelSource.ofFile(file))))
                        .as(name)
                        .isEqualTo(published(name));
                compared++;
            }
        }
        assumeTrue(compared > 0, "the folder has none of them");
    }

    private static List<String> named(Map<String, MemberSupplement> added, String end) {
        return added.keySet().stream().filter(name -> name.endsWith(end)).collect(Collectors.toList());
    }

    private static Map<String, MemberSupplement> published(String name) throws IOException {
        String file = name + "-model.json";
        try (var in = SupplementsTest.class.getResourceAsStream("/models/" + file)) {
            return added(supplemented(new ModelSource(file, in.readAllBytes(), null, null, null)));
        }
    }

    /** The service of a model, which has the headers that are known of it. */
    private static LinkedService supplemented(ModelSource source) {
        LinkedService service = Models.load(new ServiceRequest(source, PACKAGE, OperationFilter.ALL))
                .service();
        ServiceTraits traits = service.model().service();
        assertThat(Supplements.published().services())
                .filteredOn(each -> each.serviceId().equals(traits.serviceId()))
                .singleElement()
                .satisfies(each -> assertThat(traits.headers()).isEqualTo(each.headers()));
        return service;
    }
}
