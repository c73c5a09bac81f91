package dev.whittle.codegen.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.LoadedModel;
import dev.whittle.codegen.Models;
import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the first label of a path is left to the endpoint; in the texts single quotes stand for double ones. */
class EndpointLabelTest {
    private static final String PARAMETERS = "{'parameters': {'Region': {'type': 'string', 'builtIn': 'AWS::Region'},"
            + " 'Bucket': {'type': 'string'}, 'Flag': {'type': 'boolean', 'required': true, 'default': false}},"
            + " 'rules': [";
    private static final String SET = "{'fn': 'isSet', 'argv': [{'ref': 'Bucket'}]}";
    private static final String IN_HOST =
            "{'conditions': [" + SET + "], 'endpoint': {'url': 'https://{Bucket}.example.com'}}";

    private static LinkedService linked(String operation, String rules) {
        String model = "{'metadata': {'serviceId': 'Cart', 'endpointPrefix': 'cart', 'protocol': 'rest-json'},"
                + " 'operations': {'Put': {'http': {'method': 'PUT', 'requestUri': " + operation
                + ", 'input': {'shape': 'In'}}}, 'shapes': {'In': {'type': 'structure', 'required': ['B', 'Key'],"
                + " 'members': {'B': {'shape': 'Text', 'location': 'uri', 'locationName': 'Bucket',"
                + " 'contextParam': {'name': 'Bucket'}},"
                + " 'Key': {'shape': 'Text', 'location': 'uri', 'locationName': 'Key'}}}, 'Text': {'type': 'string'}}}";
        ModelSource source =
                new ModelSource("service-2.json", utf8(model), null, null, utf8(PARAMETERS + rules + "]}"));
        LoadedModel loaded = Models.load(new ServiceRequest(source, "com.example.cart", OperationFilter.ALL));
        assertThat(loaded.service()).as(loaded.problems().all().toString()).isNotNull();
        return loaded.service();
    }

    private static byte[] utf8(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static String path(String operation, String rules) {
        LinkedService service = linked(operation, rules);
        return service.wire().operation(service.model().operations().get(0)).pathText();
    }

    private static boolean isLeftOut(String rules) {
        String path = path("'/{Bucket}/{Key+}'}", rules);
        assertThat(path).isIn("/{Key+}", "/{Bucket}/{Key+}");
        return path.equals("/{Key+}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            '/{Bucket}/{Key}'} | /{Key}
            '/{Bucket}/x/{Key}?y'} | /x/{Key}
            '/{Bucket}x/{Key}'} | /{Bucket}x/{Key}
            '/{Bucket}.{Key}'} | /{Bucket}.{Key}
            '/x{Bucket}/{Key}'} | /x{Bucket}/{Key}
            '/x/{Bucket}/{Key}'} | /x/{Bucket}/{Key}
            '/{Key}/{Bucket}'} | /{Key}/{Bucket}
            '/{Bucket}/{Key}'}, 'staticContextParams': {'Flag': {'value': true}} | /{Key}
            '/{Bucket}/{Key}'}, 'staticContextParams': {'Bucket': {'value': 'b'}} | /{Bucket}/{Key}
            '/{Key}/{Bucket}'}, 'operationContextParams': {'Bucket': {'path': 'Key'}} | /{Key}/{Bucket}
            """)
    void onlyALabelThatIsTheFirstSegmentCounts(String operation, String expected) {
        assertThat(path(operation, IN_HOST)).isEqualTo(expected);
    }

    @Test
    void theValueIsInTheUrlAsItIsOrEncoded() {
        assertThat(isLeftOut(IN_HOST)).isTrue();
        assertThat(isLeftOut("""
                {'conditions': [{'fn': 'isSet', 'argv': [{'ref': 'Bucket'}]},
                                {'fn': 'uriEncode', 'argv': [{'ref': 'Bucket'}], 'assign': 'encoded'}],
                 'endpoint': {'url': 'https://example.com/{encoded}'}}, {'conditions': [], 'error': 'none'}""")).isTrue();
        assertThat(isLeftOut("""
                {'conditions': [{'fn': 'isSet', 'argv': [{'ref': 'Bucket'}]},
                                {'fn': 'aws.parseArn', 'argv': [{'ref': 'Bucket'}], 'assign': 'arn'},
                                {'fn': 'getAttr', 'argv': [{'ref': 'arn'}, 'resourceId[1]'], 'assign': 'name'}],
                 'endpoint': {'url': 'https://{name}.example.com'}}, {'conditions': [], 'error': 'none'}""")).isTrue();
    }

    @Test
    void aPartOfTheValueIsNotTheValue() {
        for (String url : List.of("{start}", "{arn#region}", "{found#dnsSuffix}")) {
            assertThat(isLeftOut("""
                    {'conditions': [{'fn': 'isSet', 'argv': [{'ref': 'Bucket'}]},
                                    {'fn': 'substring', 'argv': [{'ref': 'Bucket'}, 0, 2, false], 'assign': 'start'},
                                    {'fn': 'aws.partition', 'argv': [{'ref': 'Bucket'}], 'assign': 'found'},
                                    {'fn': 'aws.parseArn', 'argv': [{'ref': 'Bucket'}], 'assign': 'arn'}],
                     'endpoint': {'url': 'https://%s.example.com'}}, {'conditions': [], 'error': 'none'}""".formatted(url))).as(url).isFalse();
        }
    }

    @Test
    void everyEndpointThatTheValueCanLeadToHasIt() {
        String other = "'endpoint': {'url': 'https://example.com'}}";
        String flag = "{'conditions': [{'fn': 'booleanEquals', 'argv': [{'ref': 'Flag'}, true]}], ";
        assertThat(isLeftOut(flag + other + ", " + IN_HOST)).isFalse();
        assertThat(isLeftOut("{'conditions': [{'fn': 'not', 'argv': [" + SET + "]}], " + other + ", " + IN_HOST))
                .isTrue();
        assertThat(isLeftOut("{'conditions': [" + SET + "], 'rules': [" + flag + "'error': 'no'}, " + IN_HOST
                        + "]}, {'conditions': [], " + other))
                .isTrue();
        assertThat(isLeftOut("{'conditions': [" + SET + "], 'rules': [" + flag
                        + "'endpoint': {'url': 'https://{Bucket}.example.com'}}]}, {'conditions': [], " + other))
                .isFalse();
    }

    @Test
    void rulesWithoutEndpointsHaveItNowhere() {
        assertThat(isLeftOut("{'conditions': [], 'error': 'none'}")).isFalse();
    }
}
