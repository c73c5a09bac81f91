package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.CallTimeoutException;
import dev.whittle.runtime.error.ClientClosedException;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.error.TransportException;
import dev.whittle.runtime.http.ConnectTimeoutException;
import dev.whittle.runtime.retry.RetryPolicy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Random;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
    private final ScriptedTransport transport = new ScriptedTransport();
    private final RecordedRetryPause pause = new RecordedRetryPause();

    /** Draws the longest wait that is possible, so that waits show their limits. */
    private static final class LongestWaits extends Random {
        private static final long serialVersionUID = 1L;

        @Override
        public double nextDouble() {
            return Math.nextDown(1.0);
        }
    }

    private TestClient client() {
        return TestClient.with(transport).retries(pause.again(), new LongestWaits());
    }

    private Object call(TestClient client) {
        return call(client, null);
    }

    private Object call(TestClient client, RequestOptions options) {
        try (CallPipeline pipeline = client.build()) {
            return pipeline.call(TestOperation.get(), "s", options);
        }
    }

    @Test
    void whatPassesIsTriedAgain() {
        transport.fails(new IOException("Connection reset")).responds(503, "X").succeeds();
        assertThat(call(client())).isEqualTo(800);
        assertThat(transport.requests).hasSize(3);
        assertThat(pause.waits).containsExactly(99L, 199L);
    }

    private static TestOperation idempotencyOf(String kind) {
        return switch (kind) {
            case "idempotent" -> TestOperation.post().idempotent();
            case "read-only" -> TestOperation.post().readOnly();
            case "GET" -> TestOperation.get();
            default -> TestOperation.post();
        };
    }

    private Object call(String kind, RetryPolicy policy) {
        try (CallPipeline pipeline = client().retry(policy).build()) {
            return pipeline.call(idempotencyOf(kind), "s", null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"idempotent", "read-only", "GET"})
    void onlyIdempotentRetriesWhatMayBeRepeated(String kind) {
        transport.fails(new IOException("Connection reset")).responds(503, "X").succeeds();
        assertThat(call(kind, RetryPolicy.standard().onlyIdempotent())).isEqualTo(800);
        assertThat(transport.requests).hasSize(3);
    }

    @Test
    void onlyIdempotentGivesUpWhereTheServiceMayHaveActed() {
        RetryPolicy policy = RetryPolicy.standard().onlyIdempotent();
        transport.fails(new IOException("Connection reset"));
        assertThatThrownBy(() -> call("POST", policy)).isInstanceOf(TransportException.class);
        transport.fails(new SocketTimeoutException("Read timed out"));
        assertThatThrownBy(() -> call("POST", policy)).isInstanceOf(CallTimeoutException.class);
        transport.responds(500, "X");
        assertThatThrownBy(() -> call("POST", policy)).isInstanceOf(ServiceException.class);
        transport.responds(503, "X");
        assertThatThrownBy(() -> call("POST", policy)).isInstanceOf(ServiceException.class);
        assertThat(transport.requests).hasSize(4);
        assertThat(pause.waits).isEmpty();
    }

    @Test
    void onlyIdempotentRetriesWhereTheServiceCannotHaveActed() {
        RetryPolicy policy = RetryPolicy.adaptive().onlyIdempotent().withMaxAttempts(6);
        transport
                .fails(new ConnectException("Connection refused"))
                .fails(new UnknownHostException("x"))
                .fails(new ConnectTimeoutException("x"))
                .responds(429, "X")
                .responds(400, "ThrottlingException")
                .succeeds();
        assertThat(call("POST", policy)).isEqualTo(800);
        assertThat(transport.requests).hasSize(6);
        assertThat(policy.toString()).isEqualTo("only idempotent, adaptive, at most 6 attempts");
    }

    @Test
    void allIsRetriedUnlessTheCallerSaysOtherwise() {
        transport.fails(new IOException("Connection reset")).succeeds();
        assertThat(call("POST", RetryPolicy.standard())).isEqualTo(800);
    }

    @Test
    void theLastFailureTellsOfThoseBefore() {
        transport
                .fails(new IOException("Connection reset"))
                .responds(500, "One")
                .responds(500, "Two");
        ServiceException e = catchThrowableOfType(ServiceException.class, () -> call(client()));
        assertThat(e).hasMessage("Two (GetBrowserSession, HTTP 500, attempt 3 of 3)");
        assertThat(e.attempts()).isEqualTo(3);
        assertThat(e.getSuppressed()).hasSize(2);
        assertThat(e.getSuppressed()[0]).isInstanceOf(TransportException.class).hasMessageContaining("reset");
        assertThat(e.getSuppressed()[1]).isInstanceOf(ServiceException.class).hasMessageContaining("attempt 2 of 3");
    }

    @Test
    void aFailureOfTheTransportTellsItsAttemptsToo() {
        for (int i = 0; i < 3; i++) {
            transport.fails(new IOException("broken " + i));
        }
        CallException e = catchThrowableOfType(CallException.class, () -> call(client()));
        assertThat(e).isInstanceOf(TransportException.class).hasMessageEndingWith("failed: broken 2, attempt 3 of 3");
        assertThat(e.attempts()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "500,X,100",
        "502,X,100",
        "503,X,100",
        "504,X,100",
        "400,RequestTimeout,100",
        "400,RequestTimeoutException,100",
        "429,X,1000",
        "400,ThrottlingException,1000",
        "503,SlowDown,1000",
        "400,TooManyRequestsException,1000",
        "400,ProvisionedThroughputExceededException,1000",
        "400,RequestLimitExceeded,1000",
    })
    void transientErrorsAndThrottlingAreRetried(int status, String code, long limit) {
        transport.responds(status, code).succeeds();
        assertThat(call(client())).isEqualTo(800);
        assertThat(pause.waits).containsExactly(limit - 1);
    }

    @ParameterizedTest
    @CsvSource({"400,ValidationException", "403,AccessDenied", "404,NotFound", "409,Conflict", "501,X", "301,X", "308,X"
    })
    void otherErrorsAreNot(int status, String code) {
        transport.responds(status, code);
        ServiceException e = catchThrowableOfType(ServiceException.class, () -> call(client()));
        assertThat(e.attempts()).isEqualTo(1);
        assertThat(transport.requests).hasSize(1);
    }

    @Test
    void timeoutsAndUnknownHostsAreRetried() {
        transport.fails(new ConnectTimeoutException("c")).fails(new SocketTimeoutException("r"));
        assertThat(call(client())).isEqualTo(800);
        transport.fails(new UnknownHostException("h"));
        assertThat(call(client())).isEqualTo(800);
    }

    @Test
    void whatCannotSucceedIsNotRetried() {
        SSLHandshakeException untrusted = new SSLHandshakeException("no");
        untrusted.initCause(new CertificateException("not trusted"));
        for (IOException lasting : new IOException[] {new ProtocolException("bad header"), untrusted}) {
            transport.requests.clear();
            transport.fails(lasting);
            assertThatThrownBy(() -> call(client())).isInstanceOf(TransportException.class);
            assertThat(transport.requests).hasSize(1);
        }
    }

    @Test
    void aResponseThatIsNotUnderstoodIsNotRetried() {
        FakeTransport garbage = new FakeTransport();
        garbage.body = "garbage";
        assertThatThrownBy(() -> call(TestClient.with(garbage))).isInstanceOf(MalformedResponseException.class);
        assertThat(garbage.requests).hasSize(1);
    }

    @Test
    void everyAttemptIsSignedButWrittenOnce() {
        int[] tokens = new int[1];
        TestOperation operation = TestOperation.writing((input, out) ->
                out.path("/").header("X-Token", out.idempotencyToken()).body("text/plain", "x"));
        transport.fails(new IOException("reset")).succeeds();
        try (CallPipeline pipeline =
                client().idempotencyTokens(() -> "token" + tokens[0]++).build()) {
            pipeline.call(operation, "", null);
        }
        assertThat(transport.requests).hasSize(2).allSatisfy(request -> {
            assertThat(request.headers().joined("X-Token")).isEqualTo("token0");
            assertThat(request.headers().joined("Authorization")).doesNotContain(", AWS4");
            assertThat(request.body().toByteArray()).containsExactly('x');
        });
    }

    @Test
    void policiesHoldForTheClientOrOneCall() {
        transport.responds(500, "X");
        assertThatThrownBy(() -> call(client().retry(RetryPolicy.none())))
                .hasMessage("X (GetBrowserSession, HTTP 500)");
        RequestOptions five = RequestOptions.builder()
                .retry(RetryPolicy.standard().withMaxAttempts(5))
                .build();
        transport.responds(500, "X").responds(500, "X").responds(500, "X").responds(500, "X");
        assertThat(call(client().retry(RetryPolicy.none()), five.toBuilder().build()))
                .isEqualTo(800);
        assertThat(pause.waits).containsExactly(99L, 199L, 399L, 799L);
    }

    @Test
    void waitsNeverExceedTwentySeconds() {
        for (int i = 0; i < 11; i++) {
            transport.responds(429, "X");
        }
        call(client().retry(RetryPolicy.standard().withMaxAttempts(12)).callTimeout(Duration.ZERO));
        assertThat(pause.waits).hasSize(11).endsWith(15999L, 19999L, 19999L, 19999L, 19999L, 19999L, 19999L);
    }

    @Test
    void waitsAreSpreadOverTheirRange() {
        TestClient client = client().retries(pause, new Random(7))
                .retry(RetryPolicy.standard().withMaxAttempts(100));
        for (int i = 0; i < 60; i++) {
            transport.responds(500, "X");
        }
        call(client.callTimeout(Duration.ZERO));
        assertThat(pause.waits).hasSize(60).allMatch(wait -> wait >= 0 && wait < 20_000);
        assertThat(pause.waits.subList(20, 60)).anyMatch(wait -> wait < 5_000).anyMatch(wait -> wait > 15_000);
    }

    @ParameterizedTest
    @CsvSource({
        "Retry-After,3,3000",
        "retry-after, 7 ,7000",
        "x-amz-retry-after,1500,1500",
        "x-amz-retry-after,5,99",
        "Retry-After,'Fri, 02 Jan 2026 03:04:35 GMT',30000",
        "Retry-After,'Fri, 02 Jan 2020 03:04:35 GMT',99",
        "Retry-After,soon,99",
        "Retry-After,-5,99",
    })
    void aServiceMaySayHowLongToWait(String header, String value, long wait) {
        transport.responds(503, "X", header, value).succeeds();
        assertThat(call(client())).isEqualTo(800);
        assertThat(pause.waits).containsExactly(wait);
    }

    @Test
    void aDateToWaitForCountsFromTheServicesOwn() {
        transport.responds(
                503, "X", "Date", "Fri, 02 Jan 2026 04:00:00 GMT", "Retry-After", "Fri, 02 Jan 2026 04:00:09 GMT");
        call(client());
        assertThat(pause.waits).containsExactly(9000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"301", "99999999999999", "999999999999999999999"})
    void nobodyWaitsForever(String seconds) {
        transport.responds(503, "X", "Retry-After", seconds);
        TestClient client = client().callTimeout(Duration.ZERO);
        if (seconds.length() > 15) {
            assertThat(call(client)).as("a number that is none is not believed").isEqualTo(800);
        } else {
            assertThatThrownBy(() -> call(client)).isInstanceOf(ServiceException.class);
            assertThat(pause.waits).isEmpty();
        }
    }

    @Test
    void aWaitThatOutlastsTheCallIsNotBegun() {
        transport.responds(503, "X", "Retry-After", "121");
        assertThatThrownBy(() -> call(client())).isInstanceOf(ServiceException.class);
        assertThat(pause.waits).isEmpty();
        assertThat(transport.requests).hasSize(1);
    }

    @Test
    void aCallThatHasUsedItsTimeIsNotTriedAgain() {
        transport.fails(new SocketTimeoutException("r"));
        assertThatThrownBy(() -> call(client().attemptTimeout(Duration.ZERO)))
                .isInstanceOf(CallTimeoutException.class)
                .hasMessageContaining("callTimeout");
        assertThat(transport.requests).hasSize(1);
    }

    @Test
    void anInterruptEndsTheWaiting() {
        transport.responds(500, "X");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> call(client()))
                    .isInstanceOf(CallInterruptedException.class)
                    .hasMessage("GetBrowserSession: interrupted before the next attempt")
                    .satisfies(e -> assertThat(e.getSuppressed()[0]).isInstanceOf(ServiceException.class));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void aClientThatIsClosedTriesNoMore() {
        CallPipeline[] self = new CallPipeline[1];
        self[0] = client().observer(call -> new CallObservation() {
                    @Override
                    public void attemptEnded(Outcome outcome) {
                        self[0].close();
                    }
                })
                .build();
        transport.responds(500, "X");
        assertThatThrownBy(() -> self[0].call(TestOperation.get(), "s", null))
                .isInstanceOf(ClientClosedException.class)
                .satisfies(e -> assertThat(e.getSuppressed()[0]).isInstanceOf(ServiceException.class));
        assertThat(transport.requests).hasSize(1);
    }

    @Test
    void theBudgetRunsOutAndComesBack() {
        for (int i = 0; i < 1000; i++) {
            transport.responds(500, "X");
        }
        int calls = 0;
        try (CallPipeline pipeline = client().build()) {
            while (transport.requests.size() < 1000) {
                calls++;
                assertThatThrownBy(() -> pipeline.call(TestOperation.get(), "s", null))
                        .isInstanceOf(ServiceException.class);
            }
            assertThat(transport.requests.size() - calls)
                    .as("retries, 5 tokens each")
                    .isEqualTo(100);
            // Five successes give back the tokens of one retry.
            for (int i = 0; i < 5; i++) {
                pipeline.call(TestOperation.get(), "s", null);
            }
            transport.responds(500, "X").responds(500, "X");
            int before = transport.requests.size();
            assertThatThrownBy(() -> pipeline.call(TestOperation.get(), "s", null));
            assertThat(transport.requests.size() - before).isEqualTo(2);
        }
    }

    @Test
    void timeoutsCostTwiceAsMuch() {
        for (int i = 0; i < 300; i++) {
            transport.fails(new SocketTimeoutException("r"));
        }
        int calls = 0;
        try (CallPipeline pipeline = client().build()) {
            while (transport.requests.size() < 300) {
                calls++;
                assertThatThrownBy(() -> pipeline.call(TestOperation.get(), "s", null))
                        .isInstanceOf(CallTimeoutException.class);
            }
            assertThat(transport.requests.size() - calls).isEqualTo(50);
        }
    }

    @Test
    void aSuccessfulRetryGivesBackWhatItTook() {
        try (CallPipeline pipeline = client().build()) {
            for (int i = 0; i < 500; i++) {
                transport.responds(500, "X").succeeds();
                assertThat(pipeline.call(TestOperation.get(), "s", null)).isEqualTo(800);
            }
        }
        assertThat(transport.requests).hasSize(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RequestTimeTooSkewed", "InvalidSignatureException", "SignatureDoesNotMatch"})
    void aWrongClockIsCorrectedForAllCallsToCome(String code) {
        transport.responds(403, code, "Date", "Fri, 02 Jan 2026 05:04:05 GMT").succeeds();
        try (CallPipeline pipeline = client().build()) {
            assertThat(pipeline.call(TestOperation.get(), "s", null)).isEqualTo(800);
            pipeline.call(TestOperation.get(), "s", null);
        }
        assertThat(transport.requests.get(0).headers().first("X-Amz-Date")).isEqualTo("20260102T030405Z");
        assertThat(transport.requests.get(1).headers().first("X-Amz-Date")).isEqualTo("20260102T050405Z");
        assertThat(transport.requests.get(2).headers().first("X-Amz-Date")).isEqualTo("20260102T050405Z");
    }

    @Test
    void aBadSignatureAtTheRightTimeIsFinal() {
        transport.responds(403, "SignatureDoesNotMatch", "Date", "Fri, 02 Jan 2026 03:05:05 GMT");
        assertThatThrownBy(() -> call(client())).isInstanceOf(ServiceException.class);
        transport.responds(403, "RequestTimeTooSkewed");
        assertThatThrownBy(() -> call(client())).isInstanceOf(ServiceException.class);
        assertThat(transport.requests).hasSize(2);
    }

    @Test
    void anAdaptiveClientSlowsDownWhenItIsThrottled() {
        transport.responds(429, "X").succeeds();
        try (CallPipeline pipeline = client().retry(RetryPolicy.adaptive())
                .callTimeout(Duration.ZERO)
                .build()) {
            for (int i = 0; i < 4; i++) {
                assertThat(pipeline.call(TestOperation.get(), "s", null)).isEqualTo(800);
            }
        }
        // The backoff, then a place at half a request per second for each attempt that follows.
        assertThat(pause.waits.get(0)).isEqualTo(999);
        assertThat(pause.waits.size()).isGreaterThan(3);
        assertThat(pause.waits.get(1)).isBetween(500L, 2000L);
    }

    @Test
    void anAdaptiveCallThatCannotGetAPlaceInTimeSaysSo() {
        transport.responds(429, "X").succeeds();
        try (CallPipeline pipeline = client().retry(RetryPolicy.adaptive()).build()) {
            pipeline.call(TestOperation.get(), "s", null);
            RequestOptions hurry =
                    RequestOptions.builder().callTimeout(Duration.ofMillis(100)).build();
            assertThatThrownBy(() -> pipeline.call(TestOperation.get(), "s", hurry))
                    .isInstanceOf(CallTimeoutException.class)
                    .hasMessage("GetBrowserSession: the client's own rate limit leaves no time for it"
                            + " (callTimeout of 100 ms reached)");
        }
    }
}
