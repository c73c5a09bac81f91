package dev.whittle.bedrockagentcore.demo;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.error.ConfigurationException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;

/**
 * Starts, looks up, lists and stops a browser session, and prints what came back.
 *
 * <p>It needs no AWS account: a service on this machine responds. With {@code --live} the real one does, in the region
 * and with the credentials that the environment names, and bills for a minute of a browser's time.
 */
public final class Demo {
    private static final String USAGE = "usage: Demo [--live]";

    private final Page page;
    private final Supplier<BedrockAgentCoreClient> live;

    Demo(PrintStream out, Supplier<BedrockAgentCoreClient> live) {
        this.page = new Page(out);
        this.live = live;
    }

    /** Runs the demo; the exit status is 0 if all of it went well. */
    public static void main(String[] arguments) throws IOException {
        int status = new Demo(System.out, BedrockAgentCoreClient::create).run(List.of(arguments));
        if (status != 0) {
            System.exit(status);
        }
    }

    int run(List<String> arguments) throws IOException {
        if (arguments.isEmpty()) {
            return runHere();
        }
        if (arguments.equals(List.of("--live"))) {
            return runLive();
        }
        page.text(USAGE);
        return 2;
    }

    private int runHere() throws IOException {
        try (LoopbackService service = LoopbackService.start();
                BedrockAgentCoreClient client = BedrockAgentCoreClient.builder()
                        .region("us-east-1")
                        .endpoint(service.endpoint())
                        .credentials(CredentialsProvider.of(Credentials.of("AKIDEXAMPLE", "not-a-secret")))
                        .build()) {
            page.text("A service on this machine responds, at " + service.endpoint() + ".");
            page.text("It is newer than the client: it says things that the client's model does not know.");
            return walk(client);
        }
    }

    private int runLive() {
        try (BedrockAgentCoreClient client = live.get()) {
            page.text("Amazon Bedrock AgentCore responds, in the region that the environment names.");
            return walk(client);
        } catch (ConfigurationException e) {
            return configurationMissing(e);
        }
    }

    private int walk(BedrockAgentCoreClient client) {
        try {
            new Walkthrough(client, page).run();
            return 0;
        } catch (ConfigurationException e) {
            return configurationMissing(e);
        } catch (CallException e) {
            page.blank();
            page.text("The demo ends here: " + e.getMessage());
            return 1;
        }
    }

    private int configurationMissing(ConfigurationException e) {
        page.blank();
        page.text("The real service cannot be called: " + e.getMessage() + ".");
        page.text("For example: AWS_REGION=us-east-1 AWS_ACCESS_KEY_ID=... AWS_SECRET_ACCESS_KEY=...");
        page.text("Without --live, the demo needs none of it.");
        return 1;
    }
}
