package dev.whittle.codegen.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.link.TestModels;
import dev.whittle.codegen.model.ServiceModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceNamesRuleTest {
    private static final String MODEL = TestModels.of("'Get': {'http': {'method': 'GET', 'requestUri': '/'}}", "");

    @Test
    void aServiceHasAnId() {
        assertThat(TestModels.problems(MODEL.replace("'serviceId': 'Cart', ", "")))
                .containsExactly("""
                        service-2.json:[1,14] SVC0402 the metadata of the service has no 'serviceId' at /metadata
                                hint: the client is named after it""");
    }

    @ParameterizedTest
    @CsvSource({
        "serviceFullName, Amazon CloudSearch Domain, CloudSearch Domain",
        "serviceFullName, AWS Import/Export, Import Export",
        "serviceFullName, Amazonas Trips, Amazonas Trips",
        "serviceAbbreviation, ' Amazon  SimpleDB ', SimpleDB",
    })
    void aNameStandsForAnId(String key, String name, String id) {
        ServiceModel model =
                TestModels.linked(MODEL.replace("'serviceId': 'Cart', ", "'" + key + "': '" + name + "', "));
        assertThat(model.service().serviceId()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "'AWS '", "'Amazon /'", "'Bücher'"})
    void aNameWithoutLettersIsNone(String name) {
        assertThat(TestModels.problems(MODEL.replace("'serviceId': 'Cart', ", "'serviceFullName': " + name + ", ")))
                .singleElement()
                .asString()
                .contains("the metadata of the service has no 'serviceId'");
    }

    @Test
    void theFirstNameThatGivesAnIdCounts() {
        ServiceModel model = TestModels.linked(MODEL.replace(
                "'serviceId': 'Cart', ", "'serviceAbbreviation': 'AWS', 'serviceFullName': 'AWS Carts', "));
        assertThat(model.service().serviceId()).isEqualTo("Carts");
    }

    @Test
    void aServiceHasAnEndpointPrefix() {
        assertThat(TestModels.problems(MODEL.replace("'endpointPrefix': 'cart'", "'endpointPrefix': ' '")))
                .containsExactly("""
                        service-2.json:[1,14] SVC0402 the metadata of the service has no 'endpointPrefix' at /metadata
                                hint: the host name begins with it""");
    }
}
