package dev.whittle.runtime.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorsTest {
    /** As generated. */
    static final class SessionGoneException extends ServiceException {
        private static final long serialVersionUID = 1L;

        SessionGoneException(ErrorDetails details) {
            super(details);
        }
    }

    private static final ErrorDetails FULL = ErrorDetails.builder()
            .operation("GetBrowserSession")
            .statusCode(404)
            .errorCode("SessionGoneException")
            .message("session 01ABC does not exist")
            .requestId("7f1c")
            .attempt(1)
            .maxAttempts(3)
            .rawBody("{}")
            .retryable(true)
            .throttling(true)
            .headers(Map.of("a", List.of("b")))
            .build();

    @Test
    void readsAsOneSentence() {
        assertThat(new SessionGoneException(FULL))
                .hasMessage("session 01ABC does not exist"
                        + " (GetBrowserSession, HTTP 404, request id 7f1c, attempt 1 of 3)");
        assertThat(new SessionGoneException(FULL.toBuilder().errorCode("Odd").build()))
                .hasMessage("session 01ABC does not exist"
                        + " (GetBrowserSession, HTTP 404, Odd, request id 7f1c, attempt 1 of 3)");
    }

    @Test
    void aTestNeedsNothingButAMessage() {
        SessionGoneException e =
                new SessionGoneException(ErrorDetails.builder().message("gone").build());
        assertThat(e).hasMessage("gone");
        assertThat(e.statusCode()).isZero();
        assertThat(e.errorCode()).isNull();
        assertThat(e.rawBody()).isEmpty();
        assertThat(e.attempts()).isEqualTo(1);
        assertThat(new SessionGoneException(ErrorDetails.builder().build()))
                .hasMessage("the service returned an error");
    }

    @Test
    void toBuilderKeepsEverything() {
        assertThat(FULL.toBuilder().build()).usingRecursiveComparison().isEqualTo(FULL);
    }

    @Test
    void survivesSerialization() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new SessionGoneException(FULL));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat((SessionGoneException) in.readObject()).hasMessage(new SessionGoneException(FULL).getMessage());
        }
    }

    @Test
    void timeoutsNameTheirSetting() {
        CallTimeoutException e = new CallTimeoutException("x", "attemptTimeout", Duration.ofSeconds(60), null);
        assertThat(e).hasMessage("x (attemptTimeout of 60 s reached)");
        assertThat(e.timeout()).isEqualTo("attemptTimeout");
        assertThat(e.limit()).hasSeconds(60);
    }

    @Test
    void aMalformedResponseIsLocatedOnce() {
        MalformedResponseException e = new MalformedResponseException("/a is wrong", null);
        MalformedResponseException located = e.in("Get response", 200, "text/html");
        assertThat(located).hasMessage("Get response: /a is wrong (HTTP 200, text/html)");
        assertThat(located.in("Other", 500, "text/plain")).isSameAs(located);
        assertThat(located.getStackTrace()).isEqualTo(e.getStackTrace());
    }
}
