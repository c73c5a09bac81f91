package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class CallLogTest {
    @Test
    void logsCallsButNoSecrets() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger("dev.whittle.runtime");
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Level before = logger.getLevel();
        logger.addHandler(handler);
        logger.setLevel(Level.FINE);
        FakeTransport transport = new FakeTransport();
        transport.headers.add("x-amzn-RequestId", "7f1c");
        TestOperation operation = new TestOperation(
                "GET",
                AuthType.SIGV4,
                (input, out) -> out.path("/sessions").query("token", "querysecret"),
                in -> in.text());
        try (CallPipeline pipeline = TestClient.with(transport)
                .credentials(CredentialsProvider.of(Credentials.of("AKID", "keysecret", "sessionsecret")))
                .build()) {
            pipeline.call(operation, "", null);
            pipeline.call(operation, "", null);
        } finally {
            logger.setLevel(before);
            logger.removeHandler(handler);
        }
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0))
                .matches("GetBrowserSession: GET https://bedrock-agentcore.us-east-1.amazonaws.com"
                        + " responded 200 after \\d+ ms, request id 7f1c");
    }
}
