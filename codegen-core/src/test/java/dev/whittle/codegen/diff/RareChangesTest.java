package dev.whittle.codegen.diff;

import static dev.whittle.codegen.diff.ChangeCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.json.ModelSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Changes that need more files than a model, or a model of Smithy. japicmp has the same verdict about each element. */
class RareChangesTest {
    private static final String GET = "Get";
    private static final String SMITHY = """
            $version: "2"
            namespace com.example.tiny
            use aws.protocols#restJson1
            @restJson1
            @httpBearerAuth
            service Tiny { version: "2026-01-31", operations: [PutThing] }
            @http(method: "POST", uri: "/things")
            operation PutThing {
                input := { @required thing: Thing, priority: Priority }
                output := { thing: Thing }
            }
            structure Thing {
                count: Integer = 10
                text: String
            }
            intEnum Priority {
                LOW = 1
                HIGH = 2
            }
            """;

    @Test
    void waiters() {
        String ready = waiter("Ready", 1);
        assertThat(codes(service(ready, "", ""), service("", "", ""))).containsExactly(WAITER_REMOVED);
        assertThat(codes(service("", "", ""), service(ready, "", ""))).containsExactly(WAITER_ADDED);
        assertThat(codes(service(ready, "", ""), service(waiter("Ready", 5), "", "")))
                .containsExactly(WAITER_CHANGED);
        assertThat(codes(service(ready + "," + waiter("Idle", 1), "", ""), service(ready, "", "")))
                .containsExactly(WAITER_REMOVED);
        assertThat(changes(service(ready, "", ""), service("", "", "")))
                .allMatch(change -> change.source().verdict() == Verdict.BREAKING
                        && change.binary().verdict() == Verdict.BREAKING);
    }

    /** A waiter takes each response for one with the status of the model. */
    @Test
    void statusOfResponses() {
        String created = ",\"responseCode\":201";
        assertThat(codes(service(waiter("Ready", 1), "", ""), service(waiter("Ready", 1), "", "", created, GET)))
                .containsExactly(WAITER_CHANGED);
        assertThat(codes(service("", "", ""), service("", "", "", created, GET)))
                .isEmpty();
    }

    /** Requests do not tell which new operation an old one became. */
    @Test
    void operationsWithTheSameRequests() {
        ModelSource before = service("", "", "", "", GET, "Load");
        assertThat(codes(before, service("", "", "", "", "Fetch", "Scan")))
                .containsExactly(OPERATION_ADDED, OPERATION_ADDED, OPERATION_REMOVED, OPERATION_REMOVED);
        assertThat(codes(before, service("", "", "", "", GET, "Scan")))
                .containsExactly(OPERATION_ADDED, OPERATION_REMOVED);
        assertThat(codes(service("", "", ""), service("", "", "", "", "Fetch"))).containsExactly(OPERATION_RENAMED);
    }

    @Test
    void clientParameters() {
        ModelSource without = service("", "", "");
        ModelSource with = service("", "Fast", "boolean");
        assertThat(codes(without, with)).containsExactly(ENDPOINT_RULES_CHANGED, CLIENT_PARAMETER_ADDED);
        assertThat(codes(with, without)).containsExactly(ENDPOINT_RULES_CHANGED, CLIENT_PARAMETER_REMOVED);
        assertThat(codes(with, service("", "Fast", "string")))
                .containsExactly(ENDPOINT_RULES_CHANGED, CLIENT_PARAMETER_CHANGED);
    }

    @Test
    void defaults() {
        assertThat(codes(smithy(SMITHY), smithy(SMITHY.replace("= 10", "= 11"))))
                .containsExactly(DEFAULT_CHANGED);
        List<ApiChange> gone = changes(smithy(SMITHY), smithy(SMITHY.replace("Integer = 10", "Integer")));
        assertThat(gone).extracting(ApiChange::code).containsExactly(DEFAULT_CHANGED);
        assertThat(gone.get(0).binary().verdict()).isEqualTo(Verdict.BREAKING);
    }

    @Test
    void numbers() {
        ModelSource before = smithy(SMITHY);
        assertThat(codes(before, smithy(SMITHY.replace("LOW = 1", "LOW = 3")))).containsExactly(ENUM_CONSTANT_CHANGED);
        assertThat(codes(before, smithy(SMITHY.replace("HIGH = 2", "HIGH = 2\nTOP = 3"))))
                .containsExactly(ENUM_VALUE_ADDED);
        assertThat(codes(before, smithy(SMITHY.replace("HIGH = 2", "TOP = 2")))).containsExactly(ENUM_CONSTANT_RENAMED);
        assertThat(codes(before, smithy(SMITHY.replace("HIGH = 2", "")))).containsExactly(ENUM_VALUE_REMOVED);
    }

    @Test
    void placesAreThoseOfBothModels() {
        List<ApiChange> changes = changes(smithy(SMITHY), smithy(SMITHY.replace("text: String", "note: String")));
        assertThat(changes).extracting(ApiChange::code).containsExactly(MEMBER_ADDED, MEMBER_REMOVED);
        ApiChange removed = changes.get(1);
        assertThat(removed.place()).isEqualTo("Thing$text");
        assertThat(removed.before()).contains("Thing");
        assertThat(removed.after()).isNull();
        assertThat(removed.operations()).containsExactly("PutThing");
        assertThat(removed.direction()).isEqualTo(Direction.BOTH);
        assertThat(removed.code().code()).isEqualTo("API403");
    }

    private static List<ChangeCode> codes(ModelSource before, ModelSource after) {
        return changes(before, after).stream().map(ApiChange::code).toList();
    }

    private static List<ApiChange> changes(ModelSource before, ModelSource after) {
        List<ApiChange> changes = Clients.changes(before, after);
        Map<String, byte[]> old = Clients.compiled(before);
        Map<String, byte[]> now = Clients.compiled(after);
        Japicmp japicmp = Japicmp.compare(old, now);
        assertThat(Clients.incompatible(changes, JavaChange::source)).isEqualTo(japicmp.source());
        assertThat(Clients.incompatible(changes, JavaChange::binary)).isEqualTo(japicmp.binary());
        return changes;
    }

    private static ModelSource smithy(String model) {
        return new ModelSource("model.smithy", bytes(model), null, null, null);
    }

    private static String waiter(String name, int delay) {
        return """
                "%s":{"operation":"Get","delay":%d,"maxAttempts":1,"acceptors":[{"matcher":"status","expected":200,"state":"success"}]}
                """.formatted(name, delay);
    }

    private static ModelSource service(String waiters, String parameter, String type) {
        return service(waiters, parameter, type, "", GET);
    }

    private static ModelSource service(
            String waiters, String parameter, String type, String http, String... operations) {
        String all = Stream.of(operations)
                .map(each -> "\"%1$s\":{\"name\":\"%1$s\",\"http\":{\"method\":\"GET\",\"requestUri\":\"/\"%2$s}}"
                        .formatted(each, http))
                .collect(Collectors.joining(","));
        boolean hasParameter = !parameter.isEmpty();
        String model = """
                {"version":"2.0","metadata":{"apiVersion":"2026-01-31","endpointPrefix":"tiny","protocol":"rest-json",
                "serviceFullName":"Tiny Service","serviceId":"Tiny","signatureVersion":"v4"},
                "clientContextParams":{%s},
                "operations":{%s},"shapes":{}}
                """.formatted(hasParameter ? "\"%s\":{\"type\":\"%s\"}".formatted(parameter, type) : "", all);
        String rules = """
                {"version":"1.0","parameters":{%s},"rules":[{"type":"endpoint","conditions":[],"endpoint":{"url":"https://e.com"}}]}
                """.formatted(hasParameter ? "\"%s\":{\"type\":\"%s\"}".formatted(parameter, type) : "");
        return new ModelSource(
                "service-2.json",
                bytes(model),
                null,
                waiters.isEmpty() ? null : bytes("{\"waiters\":{" + waiters + "}}"),
                bytes(rules));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
