package dev.whittle.codegen.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.LoadedModel;
import dev.whittle.codegen.Models;
import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.corpus.Corpus;
import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.ChangeCode;
import dev.whittle.codegen.harness.Golden;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.json.ModelUnreadableException;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.model.Extra;
import dev.whittle.codegen.model.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a lock file keeps of a model makes the same client. */
class ApiLockTest {
    private static final Set<ChangeCode> TEXTS = EnumSet.of(ChangeCode.DOCUMENTATION_CHANGED);

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @TestFactory
    Stream<DynamicTest> lockedModelsMakeTheSameClient() {
        return Golden.all().stream()
                .map(golden -> DynamicTest.dynamicTest(
                        golden.folder().getFileName().toString(),
                        () -> makesTheSameClient(ModelSource.ofDirectory(golden.folder()))));
    }

    /**
     * The same for published models: {@code mvn -pl codegen-core -am -Pcorpus test -Dtest=ApiLockTest
     * -Dsurefire.failIfNoSpecifiedTests=false -Dwhittle.smithy=<folder>}.
     */
    @Tag("corpus")
    @TestFactory
    Stream<DynamicTest> lockedModelsOfTheCorpusMakeTheSameClient() throws IOException {
        return Corpus.smithy().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(), () -> makesTheSameClient(ModelSource.ofFile(file))));
    }

    private void makesTheSameClient(ModelSource source) {
        LoadedModel loaded = Models.load(new ServiceRequest(source, "com.example.tiny", OperationFilter.ALL));
        LinkedService whole = loaded.service();
        if (whole == null) {
            // Its protocol is not supported; SmithyCorpusTest counts these.
            assertThat(loaded.problems().all())
                    .anyMatch(problem -> problem.code().code().equals("SVC0401"));
            return;
        }
        List<String> names = new ArrayList<>(
                whole.model().operations().stream().map(Operation::name).toList());
        isTheSame(source, new HashSet<>(names));
        Collections.shuffle(names, random);
        isTheSame(source, new HashSet<>(names.subList(0, Math.max(1, names.size() / 3))));
    }

    private void isTheSame(ModelSource source, Set<String> operations) {
        LinkedService before = linked(source, new OperationFilter(List.copyOf(operations), List.of()));
        String lock = new ApiLock("1.2.3", EnumSet.allOf(Extra.class), List.of(locked(source, operations))).print();

        ApiLock read = ApiLock.read("whittle.lock.json", lock.getBytes(StandardCharsets.UTF_8));

        assertThat(read.print()).isEqualTo(lock);
        assertThat(read.extras()).containsExactlyInAnyOrder(Extra.values());
        assertThat(lock.contains("\"documentation\": \""))
                .as("has documentation")
                .isFalse();
        assertThat(lock.contains("\"smithy.api#documentation\""))
                .as("has documentation")
                .isFalse();
        LinkedService after = linked(read.services().get(0).model(), OperationFilter.ALL);
        assertThat(codes(before.changesTo(after, read.extras())))
                .as("there, seed %d", seed)
                .isSubsetOf(TEXTS);
        assertThat(codes(after.changesTo(before, read.extras())))
                .as("and back, seed %d", seed)
                .isSubsetOf(TEXTS);
    }

    private static List<ChangeCode> codes(List<ApiChange> changes) {
        return changes.stream().map(ApiChange::code).toList();
    }

    private static Set<String> operations(ModelSource source) {
        return linked(source, OperationFilter.ALL).model().operations().stream()
                .map(Operation::name)
                .collect(Collectors.toSet());
    }

    private static LockedService locked(ModelSource source, Set<String> operations) {
        return new LockedService(
                "Tiny", "com.example.tiny", null, null, "0", LockedService.trim(source, null, operations));
    }

    private static LinkedService linked(ModelSource source, OperationFilter operations) {
        LoadedModel loaded = Models.load(new ServiceRequest(source, "com.example.tiny", operations));
        LinkedService service = loaded.service();
        if (service == null) {
            throw new AssertionError(loaded.problems().all().toString());
        }
        return service;
    }

    @Test
    void keepsOnlyWhatTheOperationsReach() throws Exception {
        ModelSource source = new ModelSource("service-2.json", """
                {"metadata": {"serviceId": "Tiny", "protocol": "rest-json"},
                 "operations": {
                  "Get": {"name": "GetBox", "http": {"method": "GET", "requestUri": "/"}, "output": {"shape": "Box"}},
                  "Old": {"name": "Get", "http": {"method": "GET", "requestUri": "/old"}, "output": {"shape": "Rest"}}},
                 "shapes": {
                  "Box": {"type": "structure", "documentation": "A box.", "members": {
                    "documentation": {"shape": "Text", "documentation": "What it is."}}},
                  "Rest": {"type": "structure", "members": {"text": {"shape": "Text"}}},
                  "Text": {"type": "string", "max": 12345678901234567890}}}
                """.getBytes(StandardCharsets.UTF_8), null, null, null);

        String lock = new ApiLock(null, Set.of(), List.of(locked(source, Set.of("Get")))).print();

        String line = "{\"lockVersion\":2,\"extras\":[],\"services\":[{\"service\":\"Tiny\","
                + "\"packageName\":\"com.example.tiny\",\"fingerprint\":\"0\",\"model\":{\"metadata\":{"
                + "\"serviceId\":\"Tiny\",\"protocol\":\"rest-json\"},\"operations\":{\"Get\":{\"name\":\"GetBox\","
                + "\"http\":{\"method\":\"GET\",\"requestUri\":\"/\"},\"output\":{\"shape\":\"Box\"}}},"
                + "\"shapes\":{\"Box\":{\"type\":\"structure\",\"members\":{\"documentation\":{\"shape\":\"Text\"}}},"
                + "\"Text\":{\"type\":\"string\",\"max\":12345678901234567890}}}}]}";
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
        assertThat(lock).isEqualTo("""
                        {
                          "lockVersion": 2,
                          "checksum": "%s",
                          "extras": [],
                          "services": [
                            {
                              "service": "Tiny",
                              "packageName": "com.example.tiny",
                              "fingerprint": "0",
                              "model": {
                                "metadata": {
                                  "serviceId": "Tiny",
                                  "protocol": "rest-json"
                                },
                                "operations": {
                                  "Get": {
                                    "name": "GetBox",
                                    "http": {
                                      "method": "GET",
                                      "requestUri": "/"
                                    },
                                    "output": {
                                      "shape": "Box"
                                    }
                                  }
                                },
                                "shapes": {
                                  "Box": {
                                    "type": "structure",
                                    "members": {
                                      "documentation": {
                                        "shape": "Text"
                                      }
                                    }
                                  },
                                  "Text": {
                                    "type": "string",
                                    "max": 12345678901234567890
                                  }
                                }
                              }
                            }
                          ]
                        }
                        """.formatted(HexFormat.of().formatHex(sha256)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[]|whittle.lock.json is not a JSON object",
                "{|whittle.lock.json:[1,2] is not JSON",
                "{}|whittle.lock.json: 'lockVersion' is not an integer",
                "{`lockVersion`: 1}|whittle.lock.json: 'lockVersion' is not 2: the file is of another version of Whittle",
                "{`lockVersion`: 2, `service`: []}|whittle.lock.json has the unknown field 'service'",
                "{`lockVersion`: 2, `services`: []}|whittle.lock.json: 'extras' is missing",
                "{`lockVersion`: 2, `extras`: null}|whittle.lock.json: 'extras' is missing",
                "{`lockVersion`: 2, `extras`: []}|whittle.lock.json: 'services' is missing",
                "{`lockVersion`: 2, `extras`: [], `services`: []}|whittle.lock.json: 'services' is empty",
                "{`lockVersion`: 2, `extras`: [], `services`: {}}|whittle.lock.json: 'services' is not a list",
                "{`lockVersion`: 2, `extras`: [`x`]}|whittle.lock.json: 'extras' has an element that is not known",
                "{`lockVersion`: 2, `extras`: [], `services`: [1]}|whittle.lock.json: 'services' is not an object",
                "{`lockVersion`: 2, `extras`: [], `services`: [{}]}|whittle.lock.json services[0]: 'model' is missing",
                "{`lockVersion`: 2, `extras`: [], `services`: [{`model`: {}}]}|whittle.lock.json services[0]: 'service' is missing",
                "{`lockVersion`: 2, `extras`: [], `services`: [{`model`: {}, `service`: `S`, `packageName`: `p`, `fingerprint`: `0`}]}|whittle.lock.json: 'checksum' is missing",
            })
    void saysWhatIsWrongWithALock(String text, String message) {
        byte[] lock = text.replace('`', '"').getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ApiLock.read("whittle.lock.json", lock))
                .isInstanceOfSatisfying(
                        ModelUnreadableException.class,
                        e -> assertThat(e.hint())
                                .isNotNull()
                                .satisfiesAnyOf(
                                        hint -> assertThat(hint).startsWith("write it anew with mvn whittle:generate"),
                                        hint -> assertThat(hint).startsWith("fields are ")))
                .hasMessageStartingWith(message);
    }

    @Test
    void refusesALockThatWasChangedByHand() {
        ModelSource source = Golden.all().stream()
                .map(golden -> ModelSource.ofDirectory(golden.folder()))
                .filter(golden -> golden.waiters() != null)
                .findFirst()
                .orElseThrow();
        LockedService service = new LockedService(
                "Tiny",
                "com.example.tiny",
                "https://tiny.example.com",
                "restJson1",
                "0",
                LockedService.trim(source, null, operations(source)));
        String lock = new ApiLock("1.2.3", EnumSet.allOf(Extra.class), List.of(service)).print();
        Matcher values = Pattern.compile("(?<=[: ] )(\"[^\"]+\"|\\d+|true)(?=,?$)", Pattern.MULTILINE)
                .matcher(lock);
        Set<String> messages = new HashSet<>();
        int changes = 0;
        while (values.find()) {
            String value = values.group();
            String other =
                    value.startsWith("\"") ? "\"x" + value.substring(1) : value.equals("true") ? "false" : "1" + value;
            String changed = lock.substring(0, values.start()) + other + lock.substring(values.end());

            assertThatThrownBy(() -> ApiLock.read("whittle.lock.json", changed.getBytes(StandardCharsets.UTF_8)))
                    .as("%s instead of %s", other, value)
                    .isInstanceOf(ModelUnreadableException.class)
                    .satisfies(e -> messages.add(e.getMessage()));
            changes++;
        }
        assertThat(changes).isGreaterThan(100);
        assertThat(messages)
                .containsExactlyInAnyOrder(
                        "whittle.lock.json: 'checksum' does not fit: the file was changed since Whittle wrote it, by a merge"
                                + " or by hand",
                        "whittle.lock.json: 'extras' has an element that is not known",
                        "whittle.lock.json: 'lockVersion' is not 2: the file is of another version of Whittle");
    }

    @Test
    void readsALockThatGitOrAnEditorLaidOutAnew() {
        ModelSource source = ModelSource.ofDirectory(Golden.all().get(0).folder());
        String lock = new ApiLock("1.2.3", Set.of(), List.of(locked(source, operations(source)))).print();

        String read = ApiLock.read(
                        "whittle.lock.json",
                        lock.replace("\n", "\r\n").replace("  ", "\t").getBytes(StandardCharsets.UTF_8))
                .print();

        assertThat(read).isEqualTo(lock);
    }
}
