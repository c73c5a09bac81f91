package dev.whittle.benchmarks.child;

import dev.whittle.benchmarks.call.Account;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;
import software.amazon.awssdk.services.bedrockagentcore.model.GetBrowserSessionRequest;

/** One call by AWS's client, set up as its guide to fast starts advises, then the end. */
final class ColdAws {
    private ColdAws() {}

    /** Calls the endpoint that is the first argument. */
    public static void main(String[] args) {
        try (BedrockAgentCoreClient client = AwsSettings.client(BedrockAgentCoreClient.builder(), args[0])) {
            System.out.println(client.getBrowserSession(GetBrowserSessionRequest.builder()
                            .browserIdentifier(Account.BROWSER)
                            .sessionId(Account.SESSION)
                            .build())
                    .sessionId());
        }
    }
}
