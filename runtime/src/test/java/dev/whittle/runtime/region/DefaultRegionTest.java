package dev.whittle.runtime.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.config.TestEnvironment;
import dev.whittle.runtime.endpoint.EndpointParameters;
import dev.whittle.runtime.error.ConfigurationException;
import org.junit.jupiter.api.Test;

class DefaultRegionTest {
    @Test
    void thePropertyCountsBeforeTheVariable() {
        TestEnvironment environment = new TestEnvironment();
        assertThat(DefaultRegion.find(environment)).isNull();
        environment.set("AWS_REGION", " eu-west-1 ");
        assertThat(DefaultRegion.find(environment)).isEqualTo("eu-west-1");
        environment.setProperty("aws.region", "eu-north-1");
        assertThat(DefaultRegion.find(environment)).isEqualTo("eu-north-1");
    }

    @Test
    void whatCannotBeOneIsToldWithItsPlaces() {
        TestEnvironment environment = new TestEnvironment().set("AWS_REGION", "us east 1");
        assertThatThrownBy(() -> DefaultRegion.find(environment))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("the region 'us east 1' of the system property aws.region, of AWS_REGION or of the profile"
                        + " cannot be part of a host name: only letters, digits and hyphens can");
        assertThatThrownBy(() -> DefaultRegion.findHere(environment)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> EndpointParameters.findingRegion(environment, false, false, null)
                        .region())
                .isInstanceOf(ConfigurationException.class);
    }
}
