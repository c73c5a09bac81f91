package dev.whittle.bedrockagentcore.browser;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.demo.LoopbackService;
import dev.whittle.bedrockagentcore.demo.Streams;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import java.net.URI;

/** Clients of a service on this machine. */
final class TestClients {
    private TestClients() {}

    static BedrockAgentCoreClient.Builder builder(URI endpoint) {
        return BedrockAgentCoreClient.builder()
                .region("us-west-2")
                .endpoint(endpoint)
                .credentials(CredentialsProvider.of(Credentials.of("AKIDEXAMPLE", "not-a-secret")));
    }

    static BedrockAgentCoreClient client(LoopbackService service) {
        return builder(service.endpoint()).build();
    }

    /** Streams at a port of this machine. */
    static Streams streams(int port) {
        return new Streams() {
            @Override
            public String automation(String sessionId) {
                return "ws://127.0.0.1:" + port + "/sessions/" + sessionId + "/automation";
            }

            @Override
            public String liveView(String sessionId) {
                return "http://127.0.0.1:" + port + "/sessions/" + sessionId + "/live-view";
            }
        };
    }
}
