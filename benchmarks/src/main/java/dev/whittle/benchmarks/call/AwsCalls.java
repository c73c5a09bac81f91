package dev.whittle.benchmarks.call;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClientBuilder;
import software.amazon.awssdk.services.bedrockagentcore.model.GetBrowserSessionRequest;
import software.amazon.awssdk.services.bedrockagentcore.model.ListBrowserSessionsRequest;
import software.amazon.awssdk.services.bedrockagentcore.model.StartBrowserSessionRequest;
import software.amazon.awssdk.services.bedrockagentcore.model.ViewPort;

/** The calls made by AWS's published client, over the lightest of its HTTP clients, which is also the others'. */
public final class AwsCalls implements BrowserCalls {
    private final BedrockAgentCoreClient client;

    private AwsCalls(@Nullable String endpoint, @Nullable SdkHttpClient http) {
        BedrockAgentCoreClientBuilder builder = BedrockAgentCoreClient.builder()
                .region(Region.of(Account.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(Account.ACCESS_KEY, Account.SECRET_KEY)));
        if (http != null) {
            builder.httpClient(http);
        }
        if (endpoint != null) {
            builder.endpointOverride(URI.create(endpoint));
        }
        this.client = builder.build();
    }

    /** Answered in memory. */
    public static AwsCalls inMemory(byte[] session, byte[] started) {
        return new AwsCalls(null, new AwsMemory(session, started));
    }

    /** Sent to a server. */
    public static AwsCalls to(String endpoint) {
        return new AwsCalls(endpoint, UrlConnectionHttpClient.create());
    }

    /** Sent to a server by the HTTP client that is on the class path. */
    public static AwsCalls asResolved(String endpoint) {
        return new AwsCalls(endpoint, null);
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
                .status(Account.STATUS)
                .build());
    }

    @Override
    public void close() {
        client.close();
    }
}
