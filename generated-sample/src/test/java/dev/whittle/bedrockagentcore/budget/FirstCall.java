package dev.whittle.bedrockagentcore.budget;

import com.example.browser.BedrockAgentCoreClient;
import com.example.browser.model.GetBrowserSessionResponse;
import dev.whittle.bedrockagentcore.support.Resources;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** A signed call whose response comes from memory; as a program, in a process of its own. */
final class FirstCall {
    private FirstCall() {}

    public static void main(String[] args) {
        try (BedrockAgentCoreClient client = client()) {
            System.out.println("response: " + call(client).sessionId());
        }
    }

    static BedrockAgentCoreClient client() {
        return BedrockAgentCoreClient.builder()
                .region("us-east-1")
                .credentials(CredentialsProvider.of(Credentials.of("AKIDEXAMPLE", "example")))
                .transport(new Memory())
                .build();
    }

    static GetBrowserSessionResponse call(BedrockAgentCoreClient client) {
        return client.getBrowserSession(
                r -> r.browserIdentifier("aws.browser.v1").sessionId("01KAMQ4W9TZ7E3R5XH2VYB8NDC"));
    }

    private static final class Memory implements HttpTransport {
        private static final HttpHeaders HEADERS =
                HttpHeaders.builder().add("Content-Type", "application/json").build();

        private final byte[] session = Resources.fullSession().getBytes(StandardCharsets.UTF_8);

        @Override
        public HttpResponse send(HttpRequest request) {
            return new HttpResponse(200, HEADERS, new ByteArrayInputStream(session));
        }

        @Override
        public void close() {}
    }
}
