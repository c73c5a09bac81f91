package dev.whittle.bedrockagentcore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.bedrockagentcore.model.BedrockAgentCoreException;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionRequest;
import dev.whittle.bedrockagentcore.support.LoopbackServer;
import dev.whittle.bedrockagentcore.support.Response;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.client.RequestOptions;
import dev.whittle.runtime.retry.RetryPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** The client whose methods return futures, against a server. */
class AsyncClientTest {
    private static final GetBrowserSessionRequest REQUEST = GetBrowserSessionRequest.builder()
            .browserIdentifier("aws.browser.v1")
            .sessionId("01KAMQ")
            .build();

    private static BedrockAgentCoreAsyncClient.Builder builder(LoopbackServer server) {
        return BedrockAgentCoreAsyncClient.builder()
                .region(LoopbackServer.REGION)
                .endpoint(server.endpoint())
                .retry(RetryPolicy.none())
                .credentials(CredentialsProvider.of(
                        Credentials.of(LoopbackServer.ACCESS_KEY_ID, LoopbackServer.SECRET_ACCESS_KEY)));
    }

    @Test
    void respondsThroughEveryOverload() {
        try (LoopbackServer server = LoopbackServer.responding("{\"sessionId\":\"01KAMQ\"}");
                BedrockAgentCoreAsyncClient client = builder(server).build()) {
            assertThat(client.getBrowserSession(REQUEST).join().sessionId()).isEqualTo("01KAMQ");
            assertThat(client.getBrowserSession(
                                    REQUEST, RequestOptions.builder().build())
                            .join()
                            .sessionId())
                    .isEqualTo("01KAMQ");
            assertThat(client.getBrowserSession(
                                    r -> r.browserIdentifier("aws.browser.v1").sessionId("01KAMQ"))
                            .join()
                            .sessionId())
                    .isEqualTo("01KAMQ");
        }
    }

    @Test
    void failsWithTheExceptionOfTheOtherClient() {
        try (LoopbackServer server = new LoopbackServer(Response.json(400, "{\"message\":\"no\"}"));
                BedrockAgentCoreAsyncClient client = builder(server).build()) {
            assertThatThrownBy(() -> client.getBrowserSession(REQUEST).join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(BedrockAgentCoreException.class);
        }
    }

    @Test
    void callsRunOnTheExecutorThatIsSet() {
        List<Runnable> ran = new ArrayList<>();
        try (LoopbackServer server = LoopbackServer.responding("{\"sessionId\":\"01KAMQ\"}");
                BedrockAgentCoreAsyncClient client = builder(server)
                        .executor(work -> {
                            ran.add(work);
                            work.run();
                        })
                        .build()) {
            assertThat(client.getBrowserSession(REQUEST)).isCompleted();
            assertThat(ran).hasSize(1);
        }
    }

    @Test
    void aFakeSaysWhatItDoesNotRespond() {
        BedrockAgentCoreAsyncClient fake = new BedrockAgentCoreAsyncClient() {};
        assertThatThrownBy(() -> fake.getBrowserSession(REQUEST))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("getBrowserSession");
    }
}
