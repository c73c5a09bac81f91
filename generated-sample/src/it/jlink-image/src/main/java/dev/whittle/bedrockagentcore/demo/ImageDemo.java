package dev.whittle.bedrockagentcore.demo;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import java.net.URI;

/** Makes the calls of the demo to a service that somebody else has started. */
public final class ImageDemo {
    private ImageDemo() {}

    /** Takes the address of the service. */
    public static void main(String[] arguments) {
        try (BedrockAgentCoreClient client = BedrockAgentCoreClient.builder()
                .region("us-east-1")
                .endpoint(URI.create(arguments[0]))
                .credentials(CredentialsProvider.of(Credentials.of("AKIDEXAMPLE", "not-a-secret")))
                .build()) {
            new Walkthrough(client, new Page(System.out)).run();
        }
    }
}
