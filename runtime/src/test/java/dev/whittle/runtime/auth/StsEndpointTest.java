package dev.whittle.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.config.Settings;
import dev.whittle.runtime.config.TestEnvironment;
import dev.whittle.runtime.endpoint.EndpointSettings;
import dev.whittle.runtime.error.ConfigurationException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where STS is asked. */
class StsEndpointTest {
    private static final RoleSession ROLE = RoleSession.of("arn:aws:iam::1:role/r");

    @TempDir
    private Path home;

    private static String url(Settings settings, String region) {
        return Sts.endpoint(new EndpointSettings(settings), ROLE, region).toString();
    }

    private TestEnvironment withConfig(String config) throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), config);
        return new TestEnvironment(home);
    }

    @ParameterizedTest
    @CsvSource({
        ",false,false,https://sts.amazonaws.com",
        ",true,false,https://sts-fips.us-east-1.amazonaws.com",
        ",false,true,https://sts.us-east-1.api.aws",
        "eu-west-1,false,false,https://sts.eu-west-1.amazonaws.com",
        "us-west-2,true,false,https://sts-fips.us-west-2.amazonaws.com",
        "eu-west-1,false,true,https://sts.eu-west-1.api.aws",
        "us-west-2,true,true,https://sts-fips.us-west-2.api.aws",
        "us-gov-west-1,true,false,https://sts.us-gov-west-1.amazonaws.com",
        "us-gov-west-1,true,true,https://sts-fips.us-gov-west-1.api.aws",
        "cn-north-1,false,false,https://sts.cn-north-1.amazonaws.com.cn",
    })
    void followsRegionFipsAndDualStack(String region, String fips, String dualStack, String expected)
            throws IOException {
        TestEnvironment variables =
                new TestEnvironment().set("AWS_USE_FIPS_ENDPOINT", fips).set("AWS_USE_DUALSTACK_ENDPOINT", dualStack);
        assertThat(url(new Settings(variables), region)).isEqualTo(expected);
        TestEnvironment profile =
                withConfig("[default]\nuse_fips_endpoint = " + fips + "\nuse_dualstack_endpoint = " + dualStack + "\n");
        assertThat(url(new Settings(profile), region)).isEqualTo(expected);
    }

    @Test
    void aUrlMayBeConfiguredOrIgnored() throws IOException {
        TestEnvironment environment = withConfig("""
                [default]
                endpoint_url = https://all.example
                [profile work]
                services = mine
                endpoint_url = https://work.example
                [profile ignoring]
                ignore_configured_endpoint_urls = true
                endpoint_url = https://work.example
                [services mine]
                sts =
                  endpoint_url = https://sts.example
                """);
        assertThat(url(new Settings(environment), null)).isEqualTo("https://all.example");
        assertThat(url(new Settings(environment, "work"), null)).isEqualTo("https://sts.example");
        assertThat(url(new Settings(environment, "ignoring"), null)).isEqualTo("https://sts.amazonaws.com");
        environment.set("AWS_ENDPOINT_URL_STS", "https://variable.example");
        assertThat(url(new Settings(environment, "work"), null)).isEqualTo("https://variable.example");
        environment.set("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
        assertThat(url(new Settings(environment, "work"), "eu-west-1"))
                .isEqualTo("https://sts.eu-west-1.amazonaws.com");
        RoleSession chosen = RoleSession.builder("arn")
                .endpoint(URI.create("https://chosen.example"))
                .build();
        assertThat(Sts.endpoint(new EndpointSettings(environment), chosen, null).toString())
                .isEqualTo("https://chosen.example");
        environment.unset("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS").set("AWS_ENDPOINT_URL_STS", "no url");
        assertThatThrownBy(() -> url(new Settings(environment), null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("AWS_ENDPOINT_URL_STS");
    }

    @Test
    void eachRoleOfAChainIsAskedForWhereItsProfileSays() throws IOException {
        try (PlayedSts first = new PlayedSts();
                PlayedSts second = new PlayedSts()) {
            first.knows(dev.whittle.runtime.auth.Credentials.of("AKIDBASE", "base-secret"));
            second.knows(PlayedSts.of("b"));
            TestEnvironment environment = withConfig("""
                    [profile b]
                    role_arn = arn:aws:iam::1:role/b
                    source_profile = keys
                    endpoint_url = %s
                    [profile c]
                    role_arn = arn:aws:iam::1:role/c
                    source_profile = b
                    services = mine
                    [profile keys]
                    aws_access_key_id = AKIDBASE
                    aws_secret_access_key = base-secret
                    [services mine]
                    sts =
                      endpoint_url = %s
                    """.formatted(first.server.url(), second.server.url()));
            assertThat(new ProfileCredentials(environment, "c").credentials()).isEqualTo(PlayedSts.of("c"));
            assertThat(first.requests()).hasSize(1);
            assertThat(second.requests()).hasSize(1);
        }
    }
}
