package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.auth.AuthScheme;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Clients and their builders say what they are, and nothing that is secret. */
class DescriptionsTest {
    private static final Credentials SECRET = Credentials.of("AKIDEXAMPLE", "wJalrXUtnFEMI", "session-token");

    private static TestClient secretly() {
        return TestClient.bare()
                .credentials(CredentialsProvider.of(SECRET))
                .tokens(() -> "bearer-token")
                .authScheme(AuthType.HTTP_BASIC, AuthScheme.basic("me", "password"));
    }

    @Test
    void buildersShowTheirRegionAndEndpoint() {
        assertThat(secretly()).hasToString("browser (x)Client.Builder{}");
        assertThat(secretly().region("us-east-1").endpoint(URI.create("https://localhost:8443/base")))
                .hasToString("browser (x)Client.Builder{region=us-east-1, endpoint=https://localhost:8443/base}");
    }

    @Test
    void clientsShowWhatTheyKnow() {
        assertThat(secretly().region("us-east-1").build()).hasToString("browser (x)Client{region=us-east-1}");
    }

    @Test
    void clientsShowAnEndpointOfTheEnvironment() {
        TestClient builder = secretly().region("us-east-1");
        builder.settings.put("env AWS_ENDPOINT_URL", "https://localhost:8443");
        assertThat(builder.build()).hasToString("browser (x)Client{region=us-east-1, endpoint=https://localhost:8443}");
        builder.settings.put("env AWS_ENDPOINT_URL", "https://me:password@localhost:8443?key=secret");
        assertThatThrownBy(builder::build).hasMessageNotContainingAny("password", "secret");
    }
}
