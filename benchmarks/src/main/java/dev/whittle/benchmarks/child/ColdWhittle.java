package dev.whittle.benchmarks.child;

import com.example.browser.BedrockAgentCoreClient;
import com.example.browser.model.GetBrowserSessionRequest;
import dev.whittle.benchmarks.call.Account;

/** One call by the generated client, then the end. */
final class ColdWhittle {
    private ColdWhittle() {}

    /** Calls the endpoint that is the first argument. */
    public static void main(String[] args) throws Exception {
        try (BedrockAgentCoreClient client = WhittleSettings.client(BedrockAgentCoreClient.builder(), args[0])) {
            System.out.println(client.getBrowserSession(GetBrowserSessionRequest.builder()
                            .browserIdentifier(Account.BROWSER)
                            .sessionId(Account.SESSION)
                            .build())
                    .sessionId());
        }
    }
}
