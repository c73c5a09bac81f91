package dev.whittle.benchmarks.call;

import com.example.browser.BedrockAgentCoreClient;
import com.example.browser.model.BrowserSessionStatus;
import com.example.browser.model.GetBrowserSessionRequest;
import com.example.browser.model.ListBrowserSessionsRequest;
import com.example.browser.model.StartBrowserSessionRequest;
import com.example.browser.model.ViewPort;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.http.HttpTransport;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The calls made by the generated client. */
public final class WhittleCalls implements BrowserCalls {
    private final BedrockAgentCoreClient client;

    private WhittleCalls(@Nullable String endpoint, @Nullable HttpTransport transport) {
        BedrockAgentCoreClient.Builder builder = BedrockAgentCoreClient.builder()
                .region(Account.REGION)
                .credentials(CredentialsProvider.of(Credentials.of(Account.ACCESS_KEY, Account.SECRET_KEY)));
        if (endpoint != null) {
            builder.endpoint(URI.create(endpoint));
        }
        if (transport != null) {
            builder.transport(transport);
        }
        this.client = builder.build();
    }

    /** Answered in memory. */
    public static WhittleCalls inMemory(byte[] session, byte[] started) {
        return new WhittleCalls(null, new WhittleMemory(session, started));
    }

    /** Sent to a server. */
    public static WhittleCalls to(String endpoint) {
        return new WhittleCalls(endpoint, null);
    }

    /** Sent to a server over Apache's HttpClient. */
    public static WhittleCalls overApache(String endpoint) {
        return new WhittleCalls(endpoint, new ApacheTransport());
    }

    @Override
    public Object get() {
        return client.getBrowserSession(GetBrowserSessionRequest.builder()
                .browserIdentifier(Account.BROWSER)
                .sessionId(Account.SESSION)
                .build());
    }

    @Override
    public Object start() {
        return client.startBrowserSession(StartBrowserSessionRequest.builder()
                .browserIdentifier(Account.BROWSER)
                .name(Account.NAME)
                .sessionTimeoutSeconds(3600)
                .viewPort(ViewPort.builder().width(1920).height(1080).build())
                .clientToken(Account.TOKEN)
                .build());
    }

    @Override
    public Object list() {
        return client.listBrowserSessions(ListBrowserSessionsRequest.builder()
                .browserIdentifier(Account.BROWSER)
                .maxResults(Account.PAGE_SIZE)
                .nextToken(Account.PAGE)
                .status(BrowserSessionStatus.READY)
                .build());
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
