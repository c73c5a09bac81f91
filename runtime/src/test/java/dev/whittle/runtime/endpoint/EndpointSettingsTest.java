package dev.whittle.runtime.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.config.TestEnvironment;
import dev.whittle.runtime.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointSettingsTest {
    private static final String SERVICE = "Bedrock AgentCore";

    @TempDir
    Path home;

    private TestEnvironment withConfig(String config) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".aws"));
        Files.writeString(folder.resolve("config"), config);
        return new TestEnvironment(home);
    }

    private static String url(Environment environment) {
        return new EndpointSettings(environment).url(SERVICE);
    }

    @Test
    void nothingIsSetByDefault() {
        EndpointSettings settings = new EndpointSettings(new TestEnvironment(home));
        assertThat(settings.url(SERVICE)).isNull();
        assertThat(settings.useFips()).isFalse();
        assertThat(settings.useDualStack()).isFalse();
    }

    @Test
    void whatIsSetForTheServiceComesBeforeWhatIsSetForAll() throws IOException {
        TestEnvironment environment = withConfig("""
                [default]
                services = mine
                endpoint_url = https://profile.example
                [services mine]
                bedrock_agentcore =
                  endpoint_url = https://section.example
                s3 =
                  endpoint_url = https://other.example
                """);
        assertThat(url(environment)).isEqualTo("https://section.example");
        environment.set("AWS_ENDPOINT_URL", "https://all.example");
        assertThat(url(environment)).isEqualTo("https://all.example");
        environment.set("AWS_ENDPOINT_URL_BEDROCK_AGENTCORE", "https://variable.example");
        assertThat(url(environment)).isEqualTo("https://variable.example");
        environment.setProperty("aws.endpointUrlBedrockAgentcore", "https://property.example");
        assertThat(url(environment)).isEqualTo("https://property.example");
        environment.set("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
        assertThat(url(environment)).isNull();
    }

    @Test
    void theProfileCountsWhereItsSectionSaysNothing() throws IOException {
        TestEnvironment environment = withConfig("""
                [profile work]
                services = missing
                endpoint_url = https://profile.example
                use_fips_endpoint = true
                use_dualstack_endpoint = TRUE
                """).set("AWS_PROFILE", "work");
        EndpointSettings settings = new EndpointSettings(environment);
        assertThat(settings.url(SERVICE)).isEqualTo("https://profile.example");
        assertThat(settings.useFips()).isTrue();
        assertThat(settings.useDualStack()).isTrue();
        environment.set("AWS_USE_FIPS_ENDPOINT", "false").set("AWS_USE_DUALSTACK_ENDPOINT", "false");
        assertThat(settings.useFips()).isFalse();
        assertThat(settings.useDualStack()).isFalse();
    }

    @Test
    void theProfileMayHaveConfiguredUrlsIgnored() throws IOException {
        TestEnvironment environment = withConfig("""
                [default]
                endpoint_url = https://profile.example
                ignore_configured_endpoint_urls = true
                """);
        assertThat(url(environment)).isNull();
    }

    @Test
    void aSwitchIsTrueOrFalse() throws IOException {
        TestEnvironment environment = new TestEnvironment(home).set("AWS_USE_FIPS_ENDPOINT", "yes");
        assertThatThrownBy(() -> new EndpointSettings(environment).useFips())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("AWS_USE_FIPS_ENDPOINT (or aws.useFipsEndpoint) is 'yes', expected true or false");
        TestEnvironment profile = withConfig("[default]\nuse_dualstack_endpoint = 1\n");
        assertThatThrownBy(() -> new EndpointSettings(profile).useDualStack())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("use_dualstack_endpoint of the profile is '1', expected true or false");
    }

    @Test
    void whatIsNoUrlIsToldWithItsPlace() throws IOException {
        assertThatThrownBy(() -> url(new TestEnvironment(home).set("AWS_ENDPOINT_URL", "localhost:8080")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "AWS_ENDPOINT_URL (or aws.endpointUrl): endpoint 'localhost:8080' must begin with https:// or"
                                + " http://");
        assertThatThrownBy(() -> url(
                        new TestEnvironment(home).set("AWS_ENDPOINT_URL_BEDROCK_AGENTCORE", "https://a:secret@b c")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("AWS_ENDPOINT_URL_BEDROCK_AGENTCORE (or aws.endpointUrlBedrockAgentcore) is not a URL:"
                        + " Illegal character in authority")
                .hasNoCause();
        for (String secret : new String[] {"http://user:secret@my_proxy:8080", "user:secret@host:8080"}) {
            assertThatThrownBy(() -> url(new TestEnvironment(home).set("AWS_ENDPOINT_URL", secret)))
                    .isInstanceOf(ConfigurationException.class)
                    .satisfies(e -> assertThat(e.toString() + e.getCause()).doesNotContain("secret"));
        }
        TestEnvironment profile = withConfig("""
                [default]
                services = mine
                endpoint_url = https://me@host
                [services mine]
                bedrock_agentcore =
                  endpoint_url = https://
                """);
        assertThatThrownBy(() -> url(profile))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("endpoint_url of bedrock_agentcore in the profile's services");
        assertThatThrownBy(() -> new EndpointSettings(profile).url("Other"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("endpoint_url of the profile: the endpoint at host 'host' must have no user info, query or"
                        + " fragment");
    }
}
