package dev.whittle.bedrockagentcore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.bedrockagentcore.support.LoopbackServer;
import dev.whittle.bedrockagentcore.support.RecordedRequest;
import dev.whittle.bedrockagentcore.support.Resources;
import dev.whittle.runtime.error.MissingMemberException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GetBrowserSession} as a server sees it. */
class GetBrowserSessionRequestTest {
    private static LoopbackServer server;
    private static BedrockAgentCoreClient client;

    @BeforeAll
    static void start() {
        server = LoopbackServer.responding(Resources.fullSession());
        client = server.client();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static RecordedRequest get(String browser, String session) {
        client.getBrowserSession(r -> r.browserIdentifier(browser).sessionId(session));
        return server.lastRequest();
    }

    @Test
    void asksByPathAndQueryAlone() {
        RecordedRequest request = get("aws.browser.v1", "01KAMQ4W9TZ7E3R5XH2VYB8NDC");

        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.target())
                .isEqualTo("/browsers/aws.browser.v1/sessions/get?sessionId=01KAMQ4W9TZ7E3R5XH2VYB8NDC");
        assertThat(request.body()).isEmpty();
        assertThat(request.headers())
                .doesNotContainKeys("content-type", "content-length", "transfer-encoding", "x-amzn-trace-id");
    }

    @Test
    void sendsEachHeaderOnce() {
        RecordedRequest request = get("aws.browser.v1", "01KAMQ");

        assertThat(request.headers().keySet())
                .contains("host", "user-agent", "x-amz-date", "authorization")
                .allSatisfy(name -> assertThat(request.header(name)).isNotBlank());
        assertThat(request.header("host")).isEqualTo(server.endpoint().getAuthority());
        assertThat(request.header("user-agent")).startsWith("whittle/").contains("BedrockAgentCore/2024-02-28");
    }

    @Test
    void isSignedForTheService() {
        RecordedRequest request = get("aws.browser.v1", "01KAMQ");

        assertThat(request.header("x-amz-date")).isEqualTo("20261122T091530Z");
        assertThat(request.header("authorization"))
                .matches("AWS4-HMAC-SHA256 "
                        + "Credential=AKIDEXAMPLE/20261122/eu-central-1/bedrock-agentcore/aws4_request, "
                        + "SignedHeaders=host;x-amz-date, Signature=[0-9a-f]{64}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "two words, two%20words",
                "a/b, a%2Fb",
                "../x, ..%2Fx",
                "münchen-東京, m%C3%BCnchen-%E6%9D%B1%E4%BA%AC",
                "😀, %F0%9F%98%80",
                "a+b, a%2Bb",
                "100%, 100%25",
                "a%2Fb, a%252Fb",
                "a?b#c&d=e, a%3Fb%23c%26d%3De",
                "-._~, -._~",
                "!$'()*;:@\\, %21%24%27%28%29%2A%3B%3A%40%5C",
                "arn:aws:bedrock-agentcore:us-east-1:123456789012:browser-custom/x-0123456789,"
                        + "arn%3Aaws%3Abedrock-agentcore%3Aus-east-1%3A123456789012%3Abrowser-custom%2Fx-0123456789",
            })
    void encodesAllButUnreservedCharacters(String value, String encoded) {
        RecordedRequest request = get(value, value);

        assertThat(request.target()).isEqualTo("/browsers/" + encoded + "/sessions/get?sessionId=" + encoded);
    }

    @Test
    void refusesAnEmptyLabelBeforeSending() {
        int before = server.requests().size();

        assertThatThrownBy(() -> get("", "01KAMQ"))
                .isInstanceOf(MissingMemberException.class)
                .hasMessageContaining("GetBrowserSession")
                .hasMessageContaining("'browserIdentifier'")
                .hasMessageContaining("empty");
        assertThat(server.requests()).hasSize(before);
    }

    @Test
    void repeatsItselfByteForByte() {
        List<RecordedRequest> same = List.of(get("aws.browser.v1", "01KAMQ"), get("aws.browser.v1", "01KAMQ"));

        assertThat(same.get(0).toString()).isEqualTo(same.get(1).toString());
    }
}
