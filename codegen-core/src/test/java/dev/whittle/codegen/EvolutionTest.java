package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.harness.Wire;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A service grows: a consumer that was compiled against the client of its first model runs against the client of its second,
 * and can be compiled against it unchanged.
 */
class EvolutionTest {
    /** Uses all that changes: the switch of the documentation, a union, a required member, a fake of the client. */
    private static final String CONSUMER = """
            import com.example.tiny.TinyClient;
            import com.example.tiny.model.*;
            import dev.whittle.codegen.harness.Wire;

            public final class Consumer {
                public static String use(Wire wire) {
                    GetResponse response = wire.connect(TinyClient.builder()).get(r -> r.id("i"));
                    return level(response.level()) + " " + target(response.target()) + " " + response.name().length();
                }

                public static String fake() {
                    TinyClient fake = new TinyClient() {
                        @Override
                        public GetResponse get(GetRequest request) {
                            return GetResponse.builder().name(request.id()).level(Level.LOW).target(Target.host("h")).build();
                        }
                    };
                    return fake.get(r -> r.id("i")).name();
                }

                private static String level(Level level) {
                    if (level == Level.LOW) {
                        return "constant";
                    }
                    return switch (level.value()) {
                        case Level.Value.LOW -> "low";
                        case Level.Value.HIGH -> "high";
                        default -> "unknown:" + level;
                    };
                }

                private static String target(Target target) {
                    if (target instanceof Target.HostMember host) {
                        return host.host();
                    }
                    return target instanceof Target.Unknown unknown ? "unknown:" + unknown.tag() : "newer";
                }
            }
            """;

    private static final String FIRST =
            model(List.of("LOW", "HIGH"), "", "\"required\":[\"name\",\"level\",\"target\"],", "", "");
    private static final String SECOND = model(
            List.of("LOW", "MIDDLE", "HIGH"),
            ",\"port\":{\"shape\":\"Number\"}",
            "\"required\":[\"name\",\"level\",\"target\"],",
            ",\"note\":{\"shape\":\"Text\"},\"tags\":{\"shape\":\"Texts\"}",
            ",\"Put\":{\"name\":\"Put\",\"http\":{\"method\":\"PUT\",\"requestUri\":\"/\"},\"input\":{\"shape\":\"GetInput\"}}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"abc\",\"level\":\"LOW\",\"target\":{\"host\":\"h\"}} -> constant h 3",
                "{\"name\":\"abc\",\"level\":\"HIGH\",\"target\":{\"host\":\"h\"},\"note\":\"n\",\"tags\":[\"t\"]} -> high h 3",
                "{\"name\":\"abc\",\"level\":\"MIDDLE\",\"target\":{\"port\":1}} -> unknown:MIDDLE newer 3",
                "{\"name\":\"abc\",\"level\":\"TOP\",\"target\":{\"mail\":{}}} -> unknown:TOP unknown:mail 3",
                "{} -> unknown: unknown: 0"
            })
    void consumerOfTheFirstRunsAgainstTheSecond(String answerAndOutcome) throws ReflectiveOperationException {
        String[] parts = answerAndOutcome.split(" -> ", 2);
        assertThat(use(onSecond(), new Wire().answer(200, parts[0]))).isEqualTo(parts[1]);
    }

    @Test
    void whatTheSecondAddsIsUnknownToTheFirst() throws ReflectiveOperationException {
        Javac.Result consumer = Javac.against(client(FIRST), Map.of("Consumer.java", CONSUMER), Wire.class);
        Wire wire = new Wire()
                .answer(200, "{\"name\":\"abc\",\"level\":\"MIDDLE\",\"target\":{\"port\":1},\"note\":\"n\"}");
        assertThat(use(consumer, wire)).isEqualTo("unknown:MIDDLE unknown:port 3");
    }

    /** A library may be newer than the client that an application has. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"abc\",\"level\":\"HIGH\",\"target\":{\"host\":\"h\"}} -> high h 3",
                "{\"name\":\"abc\",\"level\":\"MIDDLE\",\"target\":{\"port\":1}} -> middle unknown:port 3"
            })
    void consumerOfTheSecondRunsAgainstTheFirst(String answerAndOutcome) throws ReflectiveOperationException {
        String[] parts = answerAndOutcome.split(" -> ", 2);
        String newer = CONSUMER.replace("default ->", "case Level.Value.MIDDLE -> \"middle\"; default ->");
        Javac.Result consumer = Javac.against(client(SECOND), Map.of("Consumer.java", newer), Wire.class);
        assertThat(consumer.messages()).isEmpty();
        assertThat(use(on(client(FIRST), consumer), new Wire().answer(200, parts[0])))
                .isEqualTo(parts[1]);
    }

    @Test
    void aSwitchWithoutDefaultDoesNotCompile() {
        String exhaustive = CONSUMER.replace("default -> \"unknown:\" + level;", "");
        assertThat(Javac.against(client(FIRST), Map.of("Consumer.java", exhaustive), Wire.class)
                        .messages())
                .singleElement(as(STRING))
                .contains("the switch expression does not cover all possible input values");
    }

    @Test
    void fakesOfTheFirstStillLink() throws ReflectiveOperationException {
        assertThat(onSecond().load("Consumer").getMethod("fake").invoke(null)).isEqualTo("i");
    }

    @Test
    void consumersCompileAgainstTheSecond() {
        assertThat(Javac.against(client(SECOND), Map.of("Consumer.java", CONSUMER), Wire.class)
                        .messages())
                .isEmpty();
    }

    /** A primitive would become its class; all other types stay what they are. */
    @Test
    void requiredMembersMayBecomeOptional() throws ReflectiveOperationException {
        String relaxed = SECOND.replaceAll("\"required\":\\[[^]]*],", "");
        assertThat(relaxed).doesNotContain("required");
        Map<String, byte[]> classes = new HashMap<>(onSecond().classes());
        classes.putAll(client(relaxed));
        Wire wire = new Wire().answer(200, "{\"name\":\"abc\",\"level\":\"LOW\",\"target\":{\"host\":\"h\"}}");
        assertThat(use(new Javac.Result(List.of(), classes), wire)).isEqualTo("constant h 3");
    }

    private static Javac.Result onSecond() {
        Javac.Result consumer = Javac.against(client(FIRST), Map.of("Consumer.java", CONSUMER), Wire.class);
        assertThat(consumer.messages()).isEmpty();
        return on(client(SECOND), consumer);
    }

    private static Javac.Result on(Map<String, byte[]> client, Javac.Result consumer) {
        Map<String, byte[]> classes = new HashMap<>(client);
        consumer.classes().forEach((name, bytes) -> {
            if (name.startsWith("Consumer")) {
                classes.put(name, bytes);
            }
        });
        return new Javac.Result(List.of(), classes);
    }

    private static Map<String, byte[]> client(String model) {
        return Javac.compile(Generation.files(model)).classes();
    }

    private static Object use(Javac.Result compiled, Wire wire) throws ReflectiveOperationException {
        return compiled.load("Consumer").getMethod("use", Wire.class).invoke(null, wire);
    }

    private static String model(
            List<String> values, String unionMembers, String required, String members, String operations) {
        return """
                {"version":"2.0","metadata":{"apiVersion":"2026-01-31","endpointPrefix":"tiny","protocol":"rest-json",
                "serviceFullName":"Tiny Service","serviceId":"Tiny","signatureVersion":"v4"},
                "operations":{"Get":{"name":"Get","http":{"method":"POST","requestUri":"/"},
                "input":{"shape":"GetInput"},"output":{"shape":"GetOutput"}}%s},
                "shapes":{"GetInput":{"type":"structure","required":["id"],"members":{"id":{"shape":"Text"}}},
                "GetOutput":{"type":"structure",%s"members":{"name":{"shape":"Text"},"level":{"shape":"Level"},
                "target":{"shape":"Target"}%s}},
                "Level":{"type":"string","enum":["%s"]},
                "Target":{"type":"structure","union":true,"members":{"host":{"shape":"Text"}%s}},
                "Texts":{"type":"list","member":{"shape":"Text"}},"Text":{"type":"string"},"Number":{"type":"integer"}}}
                """.formatted(operations, required, members, String.join("\",\"", values), unionMembers);
    }
}
