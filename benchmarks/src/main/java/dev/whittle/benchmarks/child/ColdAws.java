package dev.whittle.benchmarks.child;

import dev.whittle.benchmarks.call.Account;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;
import software.amazon.awssdk.services.bedrockagentcore.model.GetBrowserSessionRequest;

/** One call by AWS's client, set up as its guide to fast starts advises, then the end. */
final class ColdAws {
    private ColdAws() {}

    /** Calls the endpoint that is the first argument. */
    public static void main(String[] args) {
        try (BedrockAgentCoreClient client = BedrockAgentCoreClient.builder()
                .region(Region.of(Account.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(Account.ACCESS_KEY, Account.SECRET_KEY)))
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(URI.create(args[0]))
                .build()) {
            System.out.println(client.getBrowserSession(GetBrowserSessionRequest.builder()
                            .browserIdentifier(Account.BROWSER)
                            .sessionId(Account.SESSION)
                            .build())
                    .sessionId());
        }
    }
}
