package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.auth.StreamSigner;
import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.endpoint.EndpointSigning;
import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.error.MissingRegionException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The signer of returned addresses takes all it needs from the client. */
class ClientStreamSignerTest {
    private static final String STANDARD = "bedrock-agentcore.us-east-1.amazonaws.com";

    private final TestClient client = TestClient.with(new FakeTransport());

    private StreamSigner signer() {
        return client.build().presigning().streamSigner();
    }

    private void signsFor(String... hosts) {
        StreamSigner signer = signer();
        for (String host : hosts) {
            assertThatCode(() -> signer.headers(URI.create("wss://" + host + "/stream")))
                    .as(host)
                    .doesNotThrowAnyException();
        }
    }

    private void refuses(String... hosts) {
        StreamSigner signer = signer();
        for (String host : hosts) {
            assertThatThrownBy(() -> signer.headers(URI.create("wss://" + host + "/stream")))
                    .as(host)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("nothing was signed for it");
        }
    }

    @Test
    void regionServiceCredentialsAndClockAreTheClients() {
        assertThat(signer().headers(URI.create("wss://" + STANDARD + "/stream")))
                .containsEntry("X-Amz-Date", "20260102T030405Z")
                .hasEntrySatisfying(
                        "Authorization",
                        value -> assertThat(value)
                                .contains("Credential=AKID/20260102/us-east-1/bedrock-agentcore/aws4_request"));
    }

    @Test
    void anEndpointCanHaveAnotherNameAndRegionInSignatures() {
        client.endpoints(in ->
                Endpoint.of("https://" + STANDARD).withSigning(EndpointSigning.sigV4("other", "eu-west-1", false)));
        assertThat(signer().headers(URI.create("wss://" + STANDARD + "/stream")).get("Authorization"))
                .contains("/20260102/eu-west-1/other/aws4_request");
    }

    @Test
    void onlyTheServicesHostsOfTheRegionAreSignedFor() {
        signsFor(STANDARD, "streams." + STANDARD, STANDARD.toUpperCase(java.util.Locale.ROOT));
        refuses(
                "evil.example.com",
                STANDARD + ".evil.example.com",
                "not" + STANDARD,
                "bedrock-agentcore.eu-west-1.amazonaws.com",
                "bucket.s3.us-east-1.amazonaws.com",
                "amazonaws.com",
                "127.0.0.1");
    }

    @Test
    void anotherEndpointOfAwsAllowsTheStandardOneToo() {
        client.endpoint(URI.create("https://vpce-1.bedrock-agentcore.us-east-1.vpce.amazonaws.com"));
        signsFor("vpce-1.bedrock-agentcore.us-east-1.vpce.amazonaws.com", STANDARD);
        refuses("vpce-2.bedrock-agentcore.us-east-1.vpce.amazonaws.com", "s3.us-east-1.amazonaws.com");
    }

    @Test
    void fipsAndDualStackAllowTheStandardOneToo() {
        client.fips(true).dualStack(true);
        signsFor("bedrock-agentcore-fips.us-east-1.api.aws", STANDARD);
        refuses("bedrock-agentcore.us-east-1.api.aws");
    }

    @Test
    void anEndpointElsewhereAllowsNothingOfAws() {
        client.endpoint(URI.create("http://127.0.0.1:8080/base"));
        StreamSigner signer = signer();
        assertThat(signer.headers(URI.create("ws://127.0.0.1:9090/stream"))).containsKey("Authorization");
        refuses(STANDARD, "localhost", "127.0.0.2");
        client.endpoint(URI.create("https://[::1]:8443"));
        signsFor("[::1]:9443");
    }

    @Test
    void rulesThatNeedMoreThanARegionKeepToTheEndpoint() {
        client.endpoint(URI.create("https://x.amazonaws.com")).endpoints(in -> {
            if (in.endpoint() == null) {
                throw new ConfigurationException("no bucket", null);
            }
            return Endpoint.of(in.endpoint());
        });
        signsFor("x.amazonaws.com");
        refuses(STANDARD);
    }

    @Test
    void aDomainCanBeChosen() {
        StreamSigner signer = client.build().presigning().streamSigner("amazonaws.com");
        for (String host : List.of(STANDARD, "other.eu-west-1.amazonaws.com", "amazonaws.com")) {
            assertThat(signer.headers(URI.create("wss://" + host + "/"))).containsKey("Authorization");
        }
        assertThatThrownBy(() -> signer.headers(URI.create("wss://amazonaws.com.evil.example/")))
                .hasMessage("host 'amazonaws.com.evil.example' is not in the domain 'amazonaws.com':"
                        + " nothing was signed for it");
        assertThatThrownBy(() -> client.build().presigning().streamSigner(".amazonaws.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("domain '.amazonaws.com' must be a host or a domain, without a leading dot");
    }

    @Test
    void anEndpointMayHaveAnUnderscore() {
        client.endpoint(URI.create("http://my_service:8080"));
        refuses(STANDARD);
    }

    @Test
    void anAddressThatIsNoneIsRefusedAndNotQuoted() {
        for (String address : List.of(
                "//" + STANDARD + "/secret", "wss:///secret", "wss://user:secret@" + STANDARD + "/", "/secret")) {
            assertThatThrownBy(() -> signer().headers(URI.create(address)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the address to sign must have a scheme and a host, and no user info or fragment");
        }
        assertThatThrownBy(() -> signer().headers(URI.create("wss://" + STANDARD + "/?secret\u1fef")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the address to sign is malformed: Illegal character in query at index 55")
                .hasNoCause();
    }

    @Test
    void aTokenThatNoHeaderCanHaveIsNotHandedOut() {
        for (String token : List.of("secret\n", "secret\u20ac", "secret\u007f")) {
            client.credentials(CredentialsProvider.of(Credentials.of("AKID", "key", token)));
            assertThatThrownBy(() -> signer().headers(URI.create("wss://" + STANDARD + "/")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("header X-Amz-Security-Token would have a character that is not printable ASCII:"
                            + " check the credentials");
        }
    }

    @Test
    void aMissingRegionIsMissed() {
        assertThatThrownBy(() -> TestClient.bare()
                        .endpoint(URI.create("https://x.test"))
                        .build()
                        .presigning()
                        .streamSigner())
                .isInstanceOf(MissingRegionException.class);
    }
}
