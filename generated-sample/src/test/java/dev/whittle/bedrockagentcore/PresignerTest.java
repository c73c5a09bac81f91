package dev.whittle.bedrockagentcore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.bedrockagentcore.model.GetBrowserSessionRequest;
import dev.whittle.bedrockagentcore.support.AwsSdk;
import dev.whittle.bedrockagentcore.support.LoopbackServer;
import dev.whittle.bedrockagentcore.support.RecordedRequest;
import dev.whittle.bedrockagentcore.support.SameCall;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.client.PresignedRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that this client signs in their URLs, sent by an HTTP client that knows nothing of it: what arrives is what the
 * AWS SDK's own client sends when its own signer signs in the query.
 */
class PresignerTest {
    private static final String BROWSER = "aws.browser.v1";
    private static final String SESSION = "01KAMQ4W9TZ7E3R5XH2VYB8NDC";
    private static final Duration VALID_FOR = Duration.ofMinutes(20);

    private static LoopbackServer server;
    private static BedrockAgentCoreClient ours;
    private static software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient theirs;

    @BeforeAll
    static void start() {
        server = LoopbackServer.responding("{}");
        ours = server.client();
        theirs = AwsSdk.presigningClient(server.endpoint(), VALID_FOR);
    }

    @AfterAll
    static void stop() {
        ours.close();
        theirs.close();
        server.close();
    }

    static Stream<SameCall> calls() {
        return SameCall.all();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isWhatTheAwsSdkSends(SameCall call) throws Exception {
        PresignedRequest presigned = call.presigned().apply(ours.presigner(), VALID_FOR);
        RecordedRequest our = sent(presigned);
        call.theirs().accept(theirs);
        RecordedRequest their = server.lastRequest();

        assertThat(our.method()).isEqualTo(their.method()).isEqualTo(presigned.method());
        assertThat(our.path()).isEqualTo(their.path());
        assertThat(parameters(our)).contains("X-Amz-Expires=1200").isEqualTo(parameters(their));
        assertThat(our.text()).isEqualTo(their.text());
        for (Map.Entry<String, List<String>> header : presigned.headers().entrySet()) {
            assertThat(our.headers().get(header.getKey().toLowerCase(Locale.ROOT)))
                    .as(header.getKey())
                    .isEqualTo(header.getValue())
                    .isEqualTo(their.headers().get(header.getKey().toLowerCase(Locale.ROOT)));
        }
        assertThat(our.header("authorization")).isNull();
        assertThat(presigned.expiration())
                .isEqualTo(LoopbackServer.CLOCK.instant().plus(VALID_FOR));
    }

    @Test
    void bothClientsHaveTheSamePresigner() {
        BedrockAgentCoreAsyncClient.Builder builder = BedrockAgentCoreAsyncClient.builder()
                .region(LoopbackServer.REGION)
                .endpoint(server.endpoint())
                .credentials(CredentialsProvider.of(
                        Credentials.of(LoopbackServer.ACCESS_KEY_ID, LoopbackServer.SECRET_ACCESS_KEY)))
                .clock(LoopbackServer.CLOCK);
        GetBrowserSessionRequest request = GetBrowserSessionRequest.builder()
                .browserIdentifier(BROWSER)
                .sessionId(SESSION)
                .build();
        try (BedrockAgentCoreAsyncClient async = builder.build()) {
            assertThat(async.presigner().getBrowserSession(request, VALID_FOR).uri())
                    .isEqualTo(ours.presigner()
                            .getBrowserSession(request, VALID_FOR)
                            .uri());
        }
    }

    @Test
    void aFakeSaysThatItHasNone() {
        BedrockAgentCoreClient fake = new BedrockAgentCoreClient() {};
        assertThatThrownBy(fake::presigner)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("presigner");
    }

    private static RecordedRequest sent(PresignedRequest presigned) throws IOException, InterruptedException {
        HttpRequest.BodyPublisher body = presigned.body() == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(presigned.body().toByteArray());
        HttpRequest.Builder request = HttpRequest.newBuilder(presigned.uri()).method(presigned.method(), body);
        presigned.headers().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return server.lastRequest();
    }

    private static List<String> parameters(RecordedRequest request) {
        return Stream.of(request.query().split("&")).sorted().toList();
    }
}
