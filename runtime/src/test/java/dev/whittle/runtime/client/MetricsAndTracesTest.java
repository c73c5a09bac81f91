package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.http.HttpHeaders;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What it takes to put calls on Micrometer and OpenTelemetry: a class each, to copy from. */
class MetricsAndTracesTest {
    private final ScriptedTransport transport = new ScriptedTransport();

    private Object call(TestClient client) {
        try (CallPipeline pipeline = client.build()) {
            return pipeline.call(TestOperation.get(), "s", null);
        }
    }

    /** A timer of calls and one of attempts, by operation, status and kind of failure. */
    private record CallMetrics(MeterRegistry registry) implements CallObserver {
        @Override
        public CallObservation callStarted(CallInfo call) {
            return new CallObservation() {
                @Override
                public void attemptEnded(Outcome outcome) {
                    record("client.attempts", call, outcome);
                }

                @Override
                public void callEnded(Outcome outcome) {
                    record("client.calls", call, outcome);
                }
            };
        }

        private void record(String timer, CallInfo call, Outcome outcome) {
            Throwable failure = outcome.failure();
            registry.timer(
                            timer,
                            "service",
                            call.service().serviceId(),
                            "operation",
                            call.operation(),
                            "status",
                            Integer.toString(outcome.status()),
                            "failure",
                            failure == null ? "none" : failure.getClass().getSimpleName())
                    .record(outcome.duration());
        }
    }

    /** A span for each call, current while it goes on, an event for each attempt, and the W3C's header on the wire. */
    private static final class CallTraces implements CallObserver, CallInterceptor {
        private final OpenTelemetry telemetry;
        private final Tracer tracer;

        CallTraces(OpenTelemetry telemetry) {
            this.telemetry = telemetry;
            this.tracer = telemetry.getTracer("whittle");
        }

        @Override
        public CallObservation callStarted(CallInfo call) {
            Span span = tracer.spanBuilder(call.service().serviceId() + "/" + call.operation())
                    .setSpanKind(SpanKind.CLIENT)
                    .setAttribute("rpc.method", call.operation())
                    .setAttribute("server.address", call.server())
                    .startSpan();
            Scope scope = span.makeCurrent();
            return new CallObservation() {
                @Override
                public void attemptStarted(int attempt) {
                    span.addEvent("attempt " + attempt);
                }

                @Override
                public void callEnded(Outcome outcome) {
                    scope.close();
                    span.setAttribute("http.response.status_code", outcome.status());
                    if (outcome.failure() != null) {
                        span.setStatus(StatusCode.ERROR).recordException(outcome.failure());
                    }
                    span.end();
                }
            };
        }

        @Override
        public void beforeSigning(CallInfo call, HttpHeaders.Builder headers) {
            telemetry
                    .getPropagators()
                    .getTextMapPropagator()
                    .inject(Context.current(), headers, HttpHeaders.Builder::set);
        }
    }

    @Test
    void callsAreMeasured() {
        MeterRegistry registry = new SimpleMeterRegistry();
        transport.responds(500, "X").succeeds().responds(404, "Y");
        call(TestClient.with(transport).observer(new CallMetrics(registry)));
        assertThatThrownBy(() -> call(TestClient.with(transport).observer(new CallMetrics(registry))));
        assertThat(registry.get("client.calls").tag("status", "200").timer().count())
                .isEqualTo(1);
        assertThat(registry.get("client.calls")
                        .tag("failure", "TestServiceException")
                        .tag("operation", "GetBrowserSession")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("client.attempts").timers()).hasSize(3);
    }

    @Test
    void callsAreTraced() {
        InMemorySpanExporter spans = InMemorySpanExporter.create();
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build();
        OpenTelemetry telemetry = OpenTelemetrySdk.builder()
                .setTracerProvider(provider)
                .setPropagators(io.opentelemetry.context.propagation.ContextPropagators.create(
                        W3CTraceContextPropagator.getInstance()))
                .build();
        CallTraces traces = new CallTraces(telemetry);
        transport.responds(500, "X").succeeds();
        call(TestClient.with(transport).observer(traces).interceptor(traces));
        List<SpanData> finished = spans.getFinishedSpanItems();
        assertThat(finished).hasSize(1);
        SpanData span = finished.get(0);
        assertThat(span.getName()).isEqualTo("Bedrock AgentCore/GetBrowserSession");
        assertThat(span.getEvents()).extracting(event -> event.getName()).containsExactly("attempt 1", "attempt 2");
        assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                .isEqualTo(200);
        assertThat(transport.requests)
                .allSatisfy(request ->
                        assertThat(request.headers().joined("traceparent")).contains(span.getTraceId()));
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
        provider.close();
    }
}
