package dev.whittle.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The rules lead to the hosts that AWS names for the service. */
class EndpointRuleSetTest {
    private static final JsonNode RULE_SET = ModelJar.json("endpoint-rule-set-1.json");

    @Test
    void takesTheParametersThatEveryClientHas() {
        assertThat(RULE_SET.required("version").stringValue()).isEqualTo("1.0");
        assertThat(RULE_SET.required("parameters").properties())
                .extracting(parameter -> String.join(
                        " ",
                        parameter.getKey(),
                        parameter.getValue().required("builtIn").stringValue(),
                        parameter.getValue().required("type").stringValue(),
                        parameter.getValue().required("required").asString()))
                .containsExactly(
                        "Region AWS::Region string false",
                        "UseDualStack AWS::UseDualStack boolean true",
                        "UseFIPS AWS::UseFIPS boolean true",
                        "Endpoint SDK::Endpoint string false");
        assertThat(RULE_SET.requiredAt("/parameters/UseDualStack/default").booleanValue())
                .isFalse();
        assertThat(RULE_SET.requiredAt("/parameters/UseFIPS/default").booleanValue())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1,     false, false, https://bedrock-agentcore.us-east-1.amazonaws.com",
        "us-east-1,     false, true,  https://bedrock-agentcore.us-east-1.api.aws",
        "us-east-1,     true,  false, https://bedrock-agentcore-fips.us-east-1.amazonaws.com",
        "us-east-1,     true,  true,  https://bedrock-agentcore-fips.us-east-1.api.aws",
        "us-gov-east-1, false, false, https://bedrock-agentcore.us-gov-east-1.amazonaws.com",
        "us-gov-east-1, true,  true,  https://bedrock-agentcore-fips.us-gov-east-1.api.aws",
    })
    void namesTheHostByRegion(String region, boolean fips, boolean dualStack, String url) {
        assertThat(resolve(region, null, fips, dualStack, partition("amazonaws.com", "api.aws", true, true)))
                .isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({
        "cn-north-1, false, false, https://bedrock-agentcore.cn-north-1.amazonaws.com.cn",
        "cn-north-1, false, true,  https://bedrock-agentcore.cn-north-1.api.amazonwebservices.com.cn",
        "cn-north-1, true,  false, https://bedrock-agentcore-fips.cn-north-1.amazonaws.com.cn",
    })
    void takesTheDomainOfThePartition(String region, boolean fips, boolean dualStack, String url) {
        Map<String, Object> china = partition("amazonaws.com.cn", "api.amazonwebservices.com.cn", true, true);

        assertThat(resolve(region, null, fips, dualStack, china)).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({
        "true,  false, false, true,  There is no FIPS endpoint in the partition of region xx-1",
        "false, true,  true,  false, There is no dual-stack endpoint in the partition of region xx-1",
        "true,  true,  true,  false, There is no dual-stack FIPS endpoint in the partition of region xx-1",
        "true,  true,  false, true,  There is no dual-stack FIPS endpoint in the partition of region xx-1",
    })
    void refusesWhatThePartitionDoesNotHave(
            boolean fips, boolean dualStack, boolean hasFips, boolean hasDualStack, String message) {
        assertThat(resolve("xx-1", null, fips, dualStack, partition("one", "two", hasFips, hasDualStack)))
                .isEqualTo("error: " + message);
    }

    @ParameterizedTest
    @CsvSource({"us-east-1", ","})
    void takesAGivenEndpointAsItIs(String region) {
        assertThat(resolve(region, "http://localhost:8080", false, false, partition("one", "two", true, true)))
                .isEqualTo("http://localhost:8080");
    }

    @ParameterizedTest
    @CsvSource({
        "true,  false, 'A FIPS endpoint was asked for, but an endpoint of your own is set: choose one of them'",
        "true,  true,  'A FIPS endpoint was asked for, but an endpoint of your own is set: choose one of them'",
        "false, true,  'A dual-stack endpoint was asked for, but an endpoint of your own is set: choose one of them'",
    })
    void refusesVariantsOfAGivenEndpoint(boolean fips, boolean dualStack, String message) {
        assertThat(resolve("us-east-1", "http://localhost:8080", fips, dualStack, partition("one", "two", true, true)))
                .isEqualTo("error: " + message);
    }

    @Test
    void needsARegionOrAnEndpoint() {
        assertThat(resolve(null, null, false, false, partition("one", "two", true, true)))
                .isEqualTo("error: There is neither a region nor an endpoint to call");
    }

    private static String resolve(
            String region, String endpoint, boolean fips, boolean dualStack, Map<String, Object> partition) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("Region", region);
        parameters.put("Endpoint", endpoint);
        parameters.put("UseFIPS", fips);
        parameters.put("UseDualStack", dualStack);
        return new EndpointRules(RULE_SET, partition).resolve(parameters);
    }

    private static Map<String, Object> partition(
            String suffix, String dualStackSuffix, boolean supportsFips, boolean supportsDualStack) {
        return Map.of(
                "dnsSuffix", suffix,
                "dualStackDnsSuffix", dualStackSuffix,
                "supportsFIPS", supportsFips,
                "supportsDualStack", supportsDualStack);
    }
}
