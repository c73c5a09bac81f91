package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.endpoint.EndpointSigning;
import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.error.TransportException;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls that a service redirects to another region. */
class RedirectTest {
    private static final String REGION = "x-amz-bucket-region";

    private final ScriptedTransport transport = new ScriptedTransport();
    private final List<String> told = new ArrayList<>();

    private TestClient client() {
        return TestClient.with(transport)
                .endpoints(
                        in -> Endpoint.of("https://" + in.text("Bucket", "none") + "." + in.region() + ".example.com")
                                .withSigning(EndpointSigning.sigV4("s3", null, true)));
    }

    private static TestOperation operation() {
        return TestOperation.get().ofBucket("b");
    }

    private List<String> hosts() {
        return transport.requests.stream().map(HttpRequest::authority).toList();
    }

    private static String region(HttpRequest request) {
        return request.headers().first("Authorization").split("/")[2];
    }

    @Test
    void theHostIsThatOfTheRules() {
        transport.responds(301, "PermanentRedirect", REGION, "eu-west-1", "Location", "https://evil.example.net/");
        try (CallPipeline client = client().build()) {
            assertThat(client.call(operation(), "x", null)).isEqualTo(800);
        }
        assertThat(hosts()).containsExactly("b.us-east-1.example.com", "b.eu-west-1.example.com");
        assertThat(transport.requests).extracting(RedirectTest::region).containsExactly("us-east-1", "eu-west-1");
    }

    @Test
    void aRedirectIsOneAttemptMore() {
        transport
                .responds(503, "SlowDown")
                .responds(301, "PermanentRedirect", REGION, "eu-west-1")
                .responds(503, "SlowDown")
                .responds(503, "SlowDown");
        try (CallPipeline client = client().build()) {
            ServiceException e =
                    catchThrowableOfType(ServiceException.class, () -> client.call(operation(), "x", null));
            assertThat(e.attempts()).isEqualTo(4);
            assertThat(e.details().maxAttempts()).isEqualTo(4);
            assertThat(e.getSuppressed()).hasSize(3);
        }
        assertThat(hosts())
                .containsExactly(
                        "b.us-east-1.example.com",
                        "b.us-east-1.example.com",
                        "b.eu-west-1.example.com",
                        "b.eu-west-1.example.com");
    }

    @Test
    void interceptorsSeeTheRequestThatIsSent() {
        transport.responds(301, "PermanentRedirect", REGION, "eu-west-1");
        CallInterceptor interceptor = new CallInterceptor() {
            @Override
            public void beforeSigning(CallInfo call, HttpHeaders.Builder headers) {
                told.add(call.server());
                headers.add("x-tenant", "blue");
            }
        };
        try (CallPipeline client = client().interceptor(interceptor).build()) {
            client.call(operation(), "x", null);
        }
        assertThat(told).isEqualTo(hosts());
        assertThat(transport.requests)
                .allSatisfy(request ->
                        assertThat(request.headers().toMap().get("x-tenant")).containsExactly("blue"));
    }

    @Test
    void aRegionIsRememberedWhenItHasResponded() {
        transport
                .responds(301, "PermanentRedirect", REGION, "eu-west-9")
                .fails(new IOException("no such host"))
                .fails(new IOException("no such host"))
                .fails(new IOException("no such host"));
        try (CallPipeline client = client().build()) {
            assertThatThrownBy(() -> client.call(operation(), "x", null)).isInstanceOf(TransportException.class);
            client.call(operation(), "x", null);
        }
        assertThat(hosts()).last().isEqualTo("b.us-east-1.example.com");
    }

    @Test
    void aRegionThatNoLongerRespondsIsForgotten() {
        transport.responds(301, "PermanentRedirect", REGION, "eu-west-1").succeeds();
        try (CallPipeline client = client().build()) {
            client.call(operation(), "x", null);
            transport
                    .fails(new IOException("gone"))
                    .fails(new IOException("gone"))
                    .fails(new IOException("gone"));
            assertThatThrownBy(() -> client.call(operation(), "x", null)).isInstanceOf(TransportException.class);
            client.call(operation(), "x", null);
        }
        assertThat(hosts()).last().isEqualTo("b.us-east-1.example.com");
    }

    @Test
    void aBucketThatWasDeletedThereMayBeHere() {
        transport
                .responds(301, "PermanentRedirect", REGION, "eu-west-1")
                .succeeds()
                .responds(400, "IllegalLocationConstraintException")
                .succeeds();
        try (CallPipeline client = client().build()) {
            client.call(operation(), "delete", null);
            client.call(operation(), "create", null);
        }
        assertThat(hosts())
                .containsExactly(
                        "b.us-east-1.example.com",
                        "b.eu-west-1.example.com",
                        "b.eu-west-1.example.com",
                        "b.us-east-1.example.com");
    }

    @Test
    void bucketsOfAnotherServerAreOthers() {
        transport.responds(301, "PermanentRedirect", REGION, "eu-west-1");
        RequestOptions elsewhere = RequestOptions.builder()
                .endpoint(java.net.URI.create("https://minio.example.org"))
                .build();
        try (CallPipeline client = client().build()) {
            client.call(operation(), "x", elsewhere);
            client.call(operation(), "x", null);
        }
        assertThat(hosts()).last().isEqualTo("b.us-east-1.example.com");
    }

    @Test
    void anIdempotencyTokenStaysTheSame() {
        transport.responds(301, "PermanentRedirect", REGION, "eu-west-1");
        TestOperation operation = TestOperation.writing(
                        (input, out) -> out.path("/x").header("x-token", out.idempotencyToken()))
                .ofBucket("b");
        try (CallPipeline client = client().build()) {
            client.call(operation, "x", null);
        }
        assertThat(transport.requests).hasSize(2);
        assertThat(transport.requests.get(1).headers().first("x-token"))
                .isEqualTo(transport.requests.get(0).headers().first("x-token"));
    }

    @Test
    void aRegionThatTheRulesRefuseEndsTheCallWithItsEarlierFailures() {
        transport.responds(503, "SlowDown").responds(301, "PermanentRedirect", REGION, "eu-west-1");
        try (CallPipeline client = TestClient.with(transport)
                .endpoints(in -> {
                    if (!"us-east-1".equals(in.region())) {
                        throw new ConfigurationException("not there", null);
                    }
                    return Endpoint.of("https://example.com").withSigning(EndpointSigning.sigV4("s3", null, true));
                })
                .build()) {
            ConfigurationException e =
                    catchThrowableOfType(ConfigurationException.class, () -> client.call(operation(), "x", null));
            assertThat(e.getSuppressed()).hasSize(2);
            assertThat(e.attempts()).isEqualTo(3);
        }
    }

    @Test
    void parametersOfAllClientsAreNotThoseOfACall() {
        for (String name : List.of("Region", "UseFIPS", "UseDualStack", "Endpoint")) {
            assertThatThrownBy(() -> RequestOptions.builder().endpointParameter(name, "x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'" + name + "' cannot be set for a call");
        }
    }

    @Test
    void aParameterOfAnotherTypeIsSaid() {
        try (CallPipeline client = TestClient.with(transport)
                .endpoints(in -> Endpoint.of("https://" + in.flag("Path", false) + ".example.com"))
                .build()) {
            RequestOptions options =
                    RequestOptions.builder().endpointParameter("Path", "true").build();
            assertThatThrownBy(() -> client.call(TestOperation.get(), "x", options))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("the endpoint parameter 'Path' must be true or false, but is a text");
        }
    }
}
