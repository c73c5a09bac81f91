package dev.whittle.bedrockagentcore.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.error.MissingRegionException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DemoTest {
    private static final Supplier<BedrockAgentCoreClient> NO_LIVE_CLIENT = () -> {
        throw new AssertionError("nobody asked for the real service");
    };

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int run(Supplier<BedrockAgentCoreClient> live, String... arguments) throws IOException {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new Demo(out, live).run(List.of(arguments));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static BedrockAgentCoreClient client(URI endpoint, CredentialsProvider credentials) {
        return BedrockAgentCoreClient.builder()
                .region("us-east-1")
                .endpoint(endpoint)
                .credentials(credentials)
                .build();
    }

    @Test
    void showsTheLifeOfASession() throws IOException {
        assertThat(run(NO_LIVE_CLIENT)).isZero();

        String session = output().replaceAll("(?s).*?session +(\\w+).*", "$1");
        assertThat(session).matches("[0-9A-Z]{26}");
        assertThat(output().lines().map(line -> line.replaceAll(" {2,}", "  ").strip()))
                .containsSubsequence(
                        "1  startBrowserSession: a browser that ends by itself after five minutes",
                        "session  " + session,
                        "2  getBrowserSession: all there is to know of it",
                        "name  whittle-demo",
                        "status  READY",
                        "ends after  300 s",
                        "view port  1280 x 720",
                        "proxy  managedProxy {\"pool\":\"eu\"} (a member that this client does not know, kept as it came)",
                        "automation  CONNECTING (a value that this client does not know, kept as it came)",
                        "3  listBrowserSessions: the latest, whatever their status",
                        "4  stopBrowserSession",
                        "status  TERMINATED",
                        "5  getBrowserSession of one that never was: an exception of its own type",
                        "type  ResourceNotFoundException",
                        "message  browser aws.browser.v1 has no session 00000000000000000000000000",
                        "status  HTTP 404",
                        "retryable  no")
                .anyMatch(line -> line.matches("READY  " + session + "  whittle-demo  \\d{4}-\\d\\d-\\d\\d .* UTC"))
                .anyMatch(line -> line.startsWith("TERMINATED  ") && line.contains("nightly-report"));
    }

    @Test
    void fitsATerminal() throws IOException {
        run(NO_LIVE_CLIENT);

        assertThat(output().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void liveTakesTheClientOfTheEnvironment() throws IOException {
        try (LoopbackService service = LoopbackService.start()) {
            CredentialsProvider credentials = CredentialsProvider.of(Credentials.of("AKIDEXAMPLE", "secret"));

            assertThat(run(() -> client(service.endpoint(), credentials), "--live"))
                    .isZero();
            assertThat(output()).contains("Amazon Bedrock AgentCore responds").contains("ResourceNotFoundException");
        }
    }

    @Test
    void liveWithoutARegionSaysWhatToSet() throws IOException {
        int status = run(
                () -> {
                    throw new MissingRegionException("no region: set one in AWS_REGION", null);
                },
                "--live");

        assertThat(status).isEqualTo(1);
        assertThat(output()).contains("no region: set one in AWS_REGION").contains("Without --live");
    }

    @Test
    void liveWithoutCredentialsSaysWhatToSet() throws IOException {
        try (LoopbackService service = LoopbackService.start()) {
            CredentialsProvider none = () -> {
                throw new MissingCredentialsException("no credentials: set AWS_ACCESS_KEY_ID", null);
            };

            assertThat(run(() -> client(service.endpoint(), none), "--live")).isEqualTo(1);
            assertThat(output())
                    .contains("no credentials: set AWS_ACCESS_KEY_ID")
                    .contains("Without --live");
        }
    }

    @Test
    void aServiceThatDoesNotRespondEndsTheDemo() throws IOException {
        LoopbackService gone = LoopbackService.start();
        gone.close();
        CredentialsProvider credentials = CredentialsProvider.of(Credentials.of("AKIDEXAMPLE", "secret"));

        assertThat(run(() -> client(gone.endpoint(), credentials), "--live")).isEqualTo(1);
        assertThat(output()).contains("The demo ends here: ").doesNotContain("at dev.whittle");
    }

    @Test
    void anythingElseShowsTheUsage() throws IOException {
        assertThat(run(NO_LIVE_CLIENT, "--help")).isEqualTo(2);
        assertThat(output()).isEqualToNormalizingNewlines("usage: Demo [--live]\n");
    }
}
