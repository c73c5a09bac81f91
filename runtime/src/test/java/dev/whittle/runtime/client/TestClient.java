package dev.whittle.runtime.client;

import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.endpoint.EndpointParameters;
import dev.whittle.runtime.endpoint.EndpointResolver;
import dev.whittle.runtime.endpoint.StandardEndpoints;
import dev.whittle.runtime.http.HttpTransport;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** A builder as the generator writes them; the environment is a map, properties by name, variables by {@code env X}. */
final class TestClient extends ClientBuilder<TestClient, CallPipeline> {
    final Map<String, String> settings = new HashMap<>();

    private final EndpointResolver[] endpoints;

    private TestClient() {
        this(new EndpointResolver[] {new StandardEndpoints("bedrock-agentcore")});
    }

    private TestClient(EndpointResolver[] endpoints) {
        this(endpoints, new TestService());
    }

    private TestClient(EndpointResolver[] endpoints, TestService service) {
        super(service, new EndpointResolver() {
            @Override
            public Endpoint resolve(EndpointParameters in) {
                return endpoints[0].resolve(in);
            }

            @Override
            public void check(EndpointParameters in) {
                endpoints[0].check(in);
            }
        });
        this.endpoints = endpoints;
        settings.put("env HOME", "/nonexistent/home");
        settings.put("env AWS_EC2_METADATA_DISABLED", "true");
        environment(new Environment() {
            @Override
            public String variable(String name) {
                return settings.get("env " + name);
            }

            @Override
            public String property(String name) {
                return settings.get(name);
            }
        });
    }

    /** Nothing set. */
    static TestClient bare() {
        return new TestClient();
    }

    /** A client that was generated with names of headers for request ids, with everything set that a call needs. */
    static TestClient knowing(HttpTransport transport, String... requestIdHeaders) {
        return of(new TestService(requestIdHeaders)).complete(transport);
    }

    /** A client of a service whose errors are XML, with everything set that a call needs. */
    static TestClient ofXml(HttpTransport transport) {
        return of(new TestService.InXml()).complete(transport);
    }

    private static TestClient of(TestService service) {
        return new TestClient(new EndpointResolver[] {new StandardEndpoints("bedrock-agentcore")}, service);
    }

    /** Finds endpoints in another way. */
    TestClient endpoints(EndpointResolver resolver) {
        endpoints[0] = resolver;
        return this;
    }

    /** Has a default endpoint, as generated builders set it. */
    TestClient generatedWith(String url) {
        defaultEndpoint(url);
        return this;
    }

    /** Everything set that a call needs. */
    static TestClient with(HttpTransport transport) {
        return bare().complete(transport);
    }

    /** Everything set that a call needs, with a transport of the client's own, which is closed with it. */
    static TestClient overSockets() {
        return bare().complete();
    }

    private TestClient complete(HttpTransport transport) {
        return complete().transport(transport);
    }

    private TestClient complete() {
        return region("us-east-1")
                .credentials(CredentialsProvider.of(Credentials.of("AKID", "secret")))
                .clock(Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC))
                .retries(new RecordedRetryPause(), new Random(1));
    }

    @Override
    public CallPipeline build() {
        return pipeline();
    }
}
