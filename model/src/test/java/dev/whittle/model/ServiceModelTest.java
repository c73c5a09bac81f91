package dev.whittle.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The model is whole: nothing is missing, nothing is left over, and its traits agree with each other. */
class ServiceModelTest {
    private static final Set<String> LOCATIONS = Set.of("uri", "querystring", "header");

    @Test
    void identifiesTheService() {
        JsonNode metadata = ModelJar.SERVICE.required("metadata");

        assertThat(ModelJar.SERVICE.required("version").stringValue()).isEqualTo("2.0");
        assertThat(metadata.required("serviceId").stringValue()).isEqualTo("Bedrock AgentCore");
        assertThat(metadata.required("apiVersion").stringValue()).isEqualTo("2024-02-28");
        assertThat(metadata.required("protocol").stringValue()).isEqualTo("rest-json");
        assertThat(metadata.required("signatureVersion").stringValue()).isEqualTo("v4");
        assertThat(metadata.required("signingName").stringValue()).isEqualTo("bedrock-agentcore");
        assertThat(metadata.required("endpointPrefix").stringValue()).isEqualTo("bedrock-agentcore");
    }

    @Test
    void hasTheSevenOperationsOnBrowserSessions() {
        assertThat(ModelJar.operations().stream().map(Map.Entry::getKey))
                .containsExactly(
                        "GetBrowserSession",
                        "InvokeBrowser",
                        "ListBrowserSessions",
                        "SaveBrowserSessionProfile",
                        "StartBrowserSession",
                        "StopBrowserSession",
                        "UpdateBrowserStream");
    }

    @ParameterizedTest
    @CsvSource({
        "GetBrowserSession,         GET,  /browsers/{browserIdentifier}/sessions/get,            readonly",
        "InvokeBrowser,             POST, /browsers/{browserIdentifier}/sessions/invoke,",
        "ListBrowserSessions,       POST, /browsers/{browserIdentifier}/sessions/list,           readonly",
        "SaveBrowserSessionProfile, PUT,  /browser-profiles/{profileIdentifier}/save,            idempotent",
        "StartBrowserSession,       PUT,  /browsers/{browserIdentifier}/sessions/start,          idempotent",
        "StopBrowserSession,        PUT,  /browsers/{browserIdentifier}/sessions/stop,           idempotent",
        "UpdateBrowserStream,       PUT,  /browsers/{browserIdentifier}/sessions/streams/update, idempotent",
    })
    void bindsEachOperationToHttp(String name, String method, String uri, String trait) {
        JsonNode operation = ModelJar.operation(name);
        JsonNode http = operation.required("http");

        assertThat(operation.required("name").stringValue()).isEqualTo(name);
        assertThat(http.required("method").stringValue()).isEqualTo(method);
        assertThat(http.required("requestUri").stringValue()).isEqualTo(uri);
        assertThat(http.required("responseCode").intValue()).isEqualTo(200);
        assertThat(operation.path("readonly").asBoolean(false)).isEqualTo("readonly".equals(trait));
        assertThat(operation.path("idempotent").asBoolean(false)).isEqualTo("idempotent".equals(trait));
    }

    @Test
    void hasExactlyTheShapesThatItsOperationsNeed() {
        assertThat(ModelJar.shapes())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(ModelJar.shapesReachableFromOperations())
                .hasSize(118);
    }

    @Test
    void isSortedByName() {
        assertThat(ModelJar.operations()).extracting(Map.Entry::getKey).isSorted();
        assertThat(ModelJar.shapes()).extracting(Map.Entry::getKey).isSorted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"service-2.json", "paginators-1.json", "endpoint-rule-set-1.json"})
    void isPlainText(String entry) {
        String text = new String(ModelJar.bytes(entry), UTF_8);

        assertThat(text)
                .startsWith("{\n")
                .endsWith("}\n")
                .doesNotContain("\r", "\t", " \n")
                .matches(Pattern.compile("\\p{ASCII}*"));
    }

    @TestFactory
    List<DynamicTest> bindsEveryUriLabelToARequiredMember() {
        return ModelJar.operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.getKey(), () -> {
                    JsonNode definition = operation.getValue();
                    JsonNode input = ModelJar.shape(ModelJar.target(definition.required("input")));
                    List<String> labels = Pattern.compile("\\{(\\w+)}")
                            .matcher(definition
                                    .required("http")
                                    .required("requestUri")
                                    .stringValue())
                            .results()
                            .map(label -> label.group(1))
                            .toList();

                    assertThat(input.required("members").properties())
                            .filteredOn(member -> member.getValue()
                                    .path("location")
                                    .asString("")
                                    .equals("uri"))
                            .extracting(member ->
                                    member.getValue().required("locationName").stringValue())
                            .containsExactlyInAnyOrderElementsOf(labels);
                    assertThat(ModelJar.strings(input.required("required"))).containsAll(labels);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> hasConsistentShapes() {
        List<DynamicTest> tests = new ArrayList<>();
        ModelJar.shapes()
                .forEach(shape -> tests.add(DynamicTest.dynamicTest(shape.getKey(), () -> {
                    switch (shape.getValue().required("type").stringValue()) {
                        case "structure" -> checkStructure(shape.getValue());
                        case "list" -> checkRange(shape.getValue());
                        case "string" -> checkString(shape.getValue());
                        case "integer" -> checkInteger(shape.getValue());
                        case "timestamp" ->
                            assertThat(shape.getValue()
                                            .required("timestampFormat")
                                            .stringValue())
                                    .isEqualTo("iso8601");
                        case "blob" ->
                            assertThat(shape.getValue().propertyNames()).containsExactly("type");
                        default -> throw new AssertionError("unexpected type of shape: " + shape);
                    }
                })));
        return tests;
    }

    private static void checkStructure(JsonNode shape) {
        List<String> required = ModelJar.strings(shape.path("required"));

        assertThat(required).doesNotHaveDuplicates();
        assertThat(shape.required("members").propertyNames()).isNotEmpty().containsAll(required);
        shape.required("members").forEach(ServiceModelTest::checkLocation);
        if (shape.has("union")) {
            assertThat(required).as("required members of a union").isEmpty();
        }
        if (shape.has("exception")) {
            int status = shape.required("error").required("httpStatusCode").intValue();
            assertThat(status).isBetween(400, 599);
            assertThat(shape.has("fault")).as("fault of the server").isEqualTo(status >= 500);
            assertThat(shape.required("error").has("senderFault")).isEqualTo(status < 500);
        }
    }

    private static void checkLocation(JsonNode member) {
        if (member.has("location")) {
            assertThat(member.required("location").stringValue()).isIn(LOCATIONS);
            assertThat(member.required("locationName").stringValue()).isNotBlank();
        }
    }

    private static void checkString(JsonNode shape) {
        checkRange(shape);
        if (shape.has("pattern")) {
            assertThatCode(() -> Pattern.compile(shape.required("pattern").stringValue()))
                    .doesNotThrowAnyException();
        }
        if (shape.has("enum")) {
            assertThat(ModelJar.strings(shape.required("enum"))).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    private static void checkInteger(JsonNode shape) {
        checkRange(shape);
        assertThat(shape.required("box").booleanValue()).isTrue();
    }

    private static void checkRange(JsonNode shape) {
        assertThat(shape.has("min")).as("min and max come together").isEqualTo(shape.has("max"));
        if (shape.has("min")) {
            assertThat(shape.required("min").longValue())
                    .isLessThan(shape.required("max").longValue());
        }
    }
}
