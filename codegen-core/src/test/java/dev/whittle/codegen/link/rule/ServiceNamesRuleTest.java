package dev.whittle.codegen.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import org.junit.jupiter.api.Test;

class ServiceNamesRuleTest {
    private static final String MODEL = TestModels.of("'Get': {'http': {'method': 'GET', 'requestUri': '/'}}", "");

    @Test
    void aServiceHasAnId() {
        assertThat(TestModels.problems(MODEL.replace("'serviceId': 'Cart', ", "")))
                .containsExactly("""
                        service-2.json:[1,14] SVC0402 the metadata of the service has no 'serviceId' at /metadata
                                hint: the client is named after it""");
    }

    @Test
    void aServiceHasAnEndpointPrefix() {
        assertThat(TestModels.problems(MODEL.replace("'endpointPrefix': 'cart'", "'endpointPrefix': ' '")))
                .containsExactly("""
                        service-2.json:[1,14] SVC0402 the metadata of the service has no 'endpointPrefix' at /metadata
                                hint: the host name begins with it""");
    }
}
