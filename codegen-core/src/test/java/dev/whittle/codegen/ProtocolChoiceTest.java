package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.problem.Problem;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which protocol a client of a service with several speaks. */
class ProtocolChoiceTest {
    private static final String C2J = """
            {"metadata": {"serviceId": "Tiny", "endpointPrefix": "tiny", "protocol": "query", "targetPrefix": "Tiny_1", "apiVersion": "1",
                "jsonVersion": "1.1", "protocols": ["query", "json", "smithy-rpc-v2-cbor", "soap"]},
             "operations": {"Get": {"http": {"method": "GET", "requestUri": "/get"}}}, "shapes": {}}
            """;

    private static final String SMITHY = """
            $version: "2"
            namespace com.example.tiny
            use aws.protocols#awsJson1_0
            use aws.protocols#restJson1
            use smithy.protocols#rpcv2Cbor

            @restJson1
            @awsJson1_0
            @rpcv2Cbor
            service Tiny { version: "1", operations: [Get] }

            @http(method: "POST", uri: "/get")
            operation Get { input := { @jsonName("other") name: String } }
            """;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, /service/Tiny_1/operation/Get",
                "json, /",
                "awsJson1_1, /",
                "aws.protocols#awsJson1_1, /",
                "smithy-rpc-v2-cbor, /service/Tiny_1/operation/Get",
                "rpcv2Cbor, /service/Tiny_1/operation/Get",
                "query, /",
                "awsQuery, /"
            })
    void isTheBestOrTheConfiguredOne(@Nullable String protocol, String path) {
        assertThat(path(load(C2J, "service-2.json", protocol))).isEqualTo(path);
    }

    /** The name that a member has in JSON counts in the protocol with HTTP bindings only. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, /service/Tiny/operation/Get, name",
                "awsJson1_0, /, name",
                "restJson1, /get, other",
            })
    void decidesOnTheNamesOfMembers(@Nullable String protocol, String path, String name) {
        LoadedModel loaded = load(SMITHY, "tiny.smithy", protocol);
        assertThat(path(loaded)).isEqualTo(path);
        LinkedService service = loaded.service();
        assertThat(service.wire()
                        .structure(service.model().operations().get(0).input())
                        .body())
                .singleElement()
                .extracting(member -> member.binding().toString())
                .isEqualTo("Body[name=" + name + "]");
    }

    @Test
    void mustBeOneOfTheService() {
        assertThat(load(C2J, "service-2.json", "rest-json").problems().all())
                .extracting(Problem::text)
                .containsExactly("""
                        service-2.json:[1,14] SVC0401 the service does not speak the protocol 'rest-json' that is configured at /metadata
                                hint: it speaks query, json, smithy-rpc-v2-cbor, soap""");
        assertThat(load(C2J, "service-2.json", "soap").problems().all())
                .extracting(Problem::text)
                .containsExactly("""
                        service-2.json:[1,14] SVC0401 the protocol 'soap' is not supported yet at /metadata
                                hint: supported: json, query, ec2, rest-json, rest-xml, smithy-rpc-v2-cbor""");
    }

    private static String path(LoadedModel loaded) {
        assertThat(loaded.problems().all()).isEmpty();
        LinkedService service = loaded.service();
        return service.wire()
                .operation(service.model().operations().get(0))
                .path()
                .toString()
                .replaceAll("\\[Literal\\[text=(.*)]]", "$1");
    }

    private static LoadedModel load(String model, String file, @Nullable String protocol) {
        ModelSource source = new ModelSource(file, model.getBytes(StandardCharsets.UTF_8), null, null, null);
        return Models.load(new ServiceRequest(source, null, OperationFilter.ALL, null, protocol, null));
    }
}
