package dev.whittle.bedrockagentcore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.bedrockagentcore.model.GetBrowserSessionResponse;
import dev.whittle.bedrockagentcore.support.LoopbackServer;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A timestamp is read in whatever form it comes, although the model says ISO-8601. */
class TimestampTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"2026-11-22T09:15:30Z\" | 2026-11-22T09:15:30Z",
                "\"2026-11-22T09:15:30.5Z\" | 2026-11-22T09:15:30.500Z",
                "\"2026-11-22T09:15:30.123456789Z\" | 2026-11-22T09:15:30.123456789Z",
                "\"2026-11-22T10:15:30+01:00\" | 2026-11-22T09:15:30Z",
                "1795338930 | 2026-11-22T09:15:30Z",
                "1795338930.25 | 2026-11-22T09:15:30.250Z",
                "1.79533893E9 | 2026-11-22T09:15:30Z",
                "-1 | 1969-12-31T23:59:59Z",
                "0 | 1970-01-01T00:00:00Z",
                "\"Sun, 22 Nov 2026 09:15:30 GMT\" | 2026-11-22T09:15:30Z",
            })
    void isReadInAnyForm(String json, Instant expected) {
        String body = "{\"browserIdentifier\":\"b\",\"sessionId\":\"s\",\"createdAt\":" + json + "}";
        try (LoopbackServer server = LoopbackServer.responding(body);
                BedrockAgentCoreClient client = server.client()) {
            GetBrowserSessionResponse session = client.getBrowserSession(
                    r -> r.browserIdentifier("aws.browser.v1").sessionId("01KAMQ"));

            assertThat(session.createdAt()).isEqualTo(expected);
        }
    }
}
