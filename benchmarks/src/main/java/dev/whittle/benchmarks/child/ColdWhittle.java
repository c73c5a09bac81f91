package dev.whittle.benchmarks.child;

import com.example.browser.BedrockAgentCoreClient;
import com.example.browser.model.GetBrowserSessionRequest;
import dev.whittle.benchmarks.call.Account;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import java.net.URI;

/** One call by the generated client, then the end. */
final class ColdWhittle {
    private ColdWhittle() {}

    /** Calls the endpoint that is the first argument. */
    public static void main(String[] args) throws Exception {
        try (BedrockAgentCoreClient client = BedrockAgentCoreClient.builder()
                .region(Account.REGION)
                .credentials(CredentialsProvider.of(Credentials.of(Account.ACCESS_KEY, Account.SECRET_KEY)))
                .endpoint(URI.create(args[0]))
                .build()) {
            System.out.println(client.getBrowserSession(GetBrowserSessionRequest.builder()
                            .browserIdentifier(Account.BROWSER)
                            .sessionId(Account.SESSION)
                            .build())
                    .sessionId());
        }
    }
}
