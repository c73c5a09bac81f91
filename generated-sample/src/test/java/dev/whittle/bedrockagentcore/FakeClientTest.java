package dev.whittle.bedrockagentcore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.bedrockagentcore.model.GetBrowserSessionRequest;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionResponse;
import dev.whittle.bedrockagentcore.model.ResourceNotFoundException;
import dev.whittle.runtime.client.RequestOptions;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The client can be faked by one class with one method, for the tests of those who use it. */
class FakeClientTest {
    private static final BedrockAgentCoreClient FAKE = new BedrockAgentCoreClient() {
        @Override
        public GetBrowserSessionResponse getBrowserSession(GetBrowserSessionRequest request) {
            if ("gone".equals(request.sessionId())) {
                throw ResourceNotFoundException.builder()
                        .message("session gone does not exist")
                        .build();
            }
            return GetBrowserSessionResponse.builder()
                    .browserIdentifier(request.browserIdentifier())
                    .sessionId(request.sessionId())
                    .createdAt(Instant.EPOCH)
                    .build();
        }
    };

    @Test
    void respondsThroughEveryOverload() {
        GetBrowserSessionRequest request = GetBrowserSessionRequest.builder()
                .browserIdentifier("aws.browser.v1")
                .sessionId("01KAMQ")
                .build();

        assertThat(FAKE.getBrowserSession(request).sessionId()).isEqualTo("01KAMQ");
        assertThat(FAKE.getBrowserSession(request, RequestOptions.builder().build()))
                .isEqualTo(FAKE.getBrowserSession(request));
        assertThat(FAKE.getBrowserSession(
                        r -> r.browserIdentifier("aws.browser.v1").sessionId("01KAMQ")))
                .isEqualTo(FAKE.getBrowserSession(request));
    }

    @Test
    void throwsWhatTheServiceWould() {
        assertThatThrownBy(() -> FAKE.getBrowserSession(
                        r -> r.browserIdentifier("aws.browser.v1").sessionId("gone")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("session gone does not exist");
    }

    @Test
    void saysWhatItDoesNotRespond() {
        assertThatThrownBy(() -> FAKE.listBrowserSessions(r -> r.browserIdentifier("aws.browser.v1")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("listBrowserSessions");
    }
}
