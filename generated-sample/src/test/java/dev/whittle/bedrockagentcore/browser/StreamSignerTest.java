package dev.whittle.bedrockagentcore.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.auth.StreamSigner;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses that streams are signed for, and those that they are not. */
class StreamSignerTest {
    private static final CredentialsProvider CREDENTIALS =
            () -> Credentials.of("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG", "a/token+with=signs");

    private final StreamSigner signer = new StreamSigner(
            "us-west-2",
            "bedrock-agentcore",
            CREDENTIALS,
            "amazonaws.com",
            Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC));

    @Test
    void onlyThreeHeadersAreHandedOut() {
        URI endpoint = URI.create("wss://bedrock-agentcore.us-west-2.amazonaws.com/x");
        assertThat(signer.headers(endpoint))
                .containsOnlyKeys("Authorization", "X-Amz-Date", "X-Amz-Security-Token")
                .isEqualTo(signer.headers(URI.create(endpoint.toString().replace("wss:", "https:"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wss://evil.example.com/x",
                "wss://amazonaws.com.evil.example.com/x",
                "wss://notamazonaws.com/x",
                "wss://127.0.0.1/x",
            })
    void aForeignHostGetsNoSignature(String endpoint) {
        String host = URI.create(endpoint).getHost();
        assertThatThrownBy(() -> signer.headers(URI.create(endpoint)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("host '" + host + "' is not in the domain 'amazonaws.com': nothing was signed for it");
        assertThatThrownBy(() -> signer.presign(URI.create(endpoint), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing was signed for it");
    }

    @Test
    void aSignatureGoesOverTlsOnly() {
        assertThatThrownBy(() -> signer.headers(URI.create("ws://x.amazonaws.com/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the address at host 'x.amazonaws.com' has the scheme 'ws', expected wss or https:"
                        + " a signature goes over TLS only");
        assertThatThrownBy(() -> signer.headers(URI.create("wss://user:secret@x.amazonaws.com/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the address to sign must have a scheme and a host, and no user info or fragment");
        assertThatThrownBy(() -> signer.headers(URI.create("/relative"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSignedUrlLivesFiveMinutesAtMost() {
        URI address = URI.create("https://x.amazonaws.com/");
        for (Duration wrong : new Duration[] {Duration.ofMillis(999), Duration.ofMillis(300_001), Duration.ofDays(1)}) {
            assertThatThrownBy(() -> signer.presign(address, wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("validFor must be 1 to 300 seconds, but is " + wrong);
        }
    }
}
