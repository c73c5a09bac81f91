package dev.whittle.bedrockagentcore.demo;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.browser.Browser;
import dev.whittle.bedrockagentcore.browser.BrowserException;
import dev.whittle.bedrockagentcore.browser.BrowserSession;
import dev.whittle.bedrockagentcore.model.BrowserSessionSummary;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionResponse;
import dev.whittle.bedrockagentcore.model.ResourceNotFoundException;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import java.net.URI;

/** Makes calls to a service at an address, and starts and stops a session there. */
public final class ImageDemo {
    private ImageDemo() {}

    /** Takes the address of the service. */
    public static void main(String[] arguments) {
        try (BedrockAgentCoreClient client = BedrockAgentCoreClient.builder()
                .region("us-east-1")
                .endpoint(URI.create(arguments[0]))
                .credentials(CredentialsProvider.of(Credentials.of("AKIDEXAMPLE", "not-a-secret")))
                .build()) {
            session(client);
            for (BrowserSessionSummary summary : client.listBrowserSessions(r -> r.browserIdentifier("aws.browser.v1"))
                    .items()) {
                System.out.println("listed: " + summary.name() + " " + summary.status());
            }
            try {
                client.getBrowserSession(r -> r.browserIdentifier("aws.browser.v1").sessionId("00000000000000000000000000"));
            } catch (ResourceNotFoundException e) {
                System.out.println("not found: HTTP " + e.statusCode());
            }
        }
    }

    private static void session(BedrockAgentCoreClient client) {
        try (BrowserSession session = Browser.of(client).start(o -> o.name("image").viewPort(1280, 720))) {
            GetBrowserSessionResponse described = session.describe();
            System.out.println("session: " + described.status() + " " + described.viewPort());
            described.proxyConfiguration().proxies().forEach(proxy -> System.out.println("proxy: " + proxy));
            try {
                session.devTools().close();
            } catch (BrowserException e) {
                System.out.println("no pages: " + e.getMessage());
            }
        }
    }
}
