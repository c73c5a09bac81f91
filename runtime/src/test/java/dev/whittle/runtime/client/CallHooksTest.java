package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.http.HttpHeaders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallHooksTest {
    private final ScriptedTransport transport = new ScriptedTransport();
    private final List<String> events = new ArrayList<>();

    private Object call(TestClient client, RequestOptions options) {
        try (CallPipeline pipeline = client.build()) {
            return pipeline.call(TestOperation.get(), "s", options);
        }
    }

    private final class Recorder implements CallInterceptor, CallObserver, CallObservation {
        @Override
        public void beforeSigning(CallInfo call, HttpHeaders.Builder headers) {
            events.add("before signing " + call);
            headers.add("X-Mine", "" + headers.contains("Authorization"));
        }

        @Override
        public void afterResponse(CallInfo call, ResponseInfo response) {
            events.add("response " + response);
        }

        @Override
        public CallObservation callStarted(CallInfo call) {
            events.add("call " + call.method() + " " + call.operation() + " of "
                    + call.service().serviceId());
            return this;
        }

        @Override
        public void attemptStarted(int attempt) {
            events.add("attempt " + attempt);
        }

        @Override
        public void attemptEnded(Outcome outcome) {
            assertThat(outcome.duration()).isPositive();
            events.add("attempt " + outcome);
        }

        @Override
        public void callEnded(Outcome outcome) {
            assertThat(outcome.duration()).isPositive();
            events.add("call " + outcome);
        }
    }

    @Test
    void everyPointComesInItsPlace() {
        transport.fails(new IOException("reset")).responds(500, "X").succeeds();
        Recorder recorder = new Recorder();
        call(TestClient.with(transport).interceptor(recorder).observer(recorder), null);
        String at = "GetBrowserSession at bedrock-agentcore.us-east-1.amazonaws.com";
        assertThat(events)
                .containsExactly(
                        "call GET GetBrowserSession of Bedrock AgentCore",
                        "attempt 1",
                        "before signing " + at,
                        "attempt failed with status 0 at attempt 1",
                        "attempt 2",
                        "before signing " + at,
                        "response status 500 at attempt 2",
                        "attempt failed with status 500 at attempt 2",
                        "attempt 3",
                        "before signing " + at,
                        "response status 200 at attempt 3",
                        "attempt succeeded with status 200 at attempt 3",
                        "call succeeded with status 200 at attempt 3");
    }

    @Test
    void headersOfAnInterceptorAreSignedAndHoldForOneAttempt() {
        transport.responds(500, "X").succeeds();
        call(TestClient.with(transport).interceptor(new Recorder()), null);
        assertThat(transport.requests).hasSize(2).allSatisfy(request -> {
            assertThat(request.headers().joined("X-Mine")).isEqualTo("false");
            assertThat(request.headers().first("Authorization")).contains(";x-mine,");
        });
    }

    @Test
    void aCallThatFailsEndsToo() {
        transport.responds(404, "Gone");
        assertThatThrownBy(() -> call(TestClient.with(transport).observer(new Recorder()), null))
                .isInstanceOf(ServiceException.class);
        assertThat(events).endsWith("call failed with status 404 at attempt 1");
    }

    @Test
    void anInterceptorCanStopACall() {
        CallInterceptor stop = new CallInterceptor() {
            @Override
            public void beforeSigning(CallInfo call, HttpHeaders.Builder headers) {
                throw new IllegalStateException("not now");
            }
        };
        assertThatThrownBy(() -> call(TestClient.with(transport).interceptor(stop), null))
                .isInstanceOf(IllegalStateException.class);
        assertThat(transport.requests).isEmpty();
    }

    @Test
    void aCallCanListenToStatusAndHeaders() {
        transport.responds(503, "X", "x-amzn-RequestId", "one").responds(404, "Y", "x-amz-request-id", "two");
        RequestOptions options = RequestOptions.builder()
                .onResponse(response -> events.add(response.attempt() + " " + response.status() + " "
                        + response.requestId() + " " + response.headers().first("X-AMZN-errortype")))
                .build();
        assertThatThrownBy(
                () -> call(TestClient.with(transport), options.toBuilder().build()));
        assertThat(events).containsExactly("1 503 one X", "2 404 two Y");
    }
}
