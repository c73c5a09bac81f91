package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.endpoint.EndpointParameters;
import dev.whittle.runtime.endpoint.EndpointSigning;
import dev.whittle.runtime.endpoint.GivenEndpoint;
import dev.whittle.runtime.endpoint.StandardEndpoints;
import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.error.MissingEndpointException;
import dev.whittle.runtime.error.MissingRegionException;
import dev.whittle.runtime.http.HttpRequest;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where calls go, and how they are signed for it. */
class EndpointsTest {
    private final FakeTransport transport = new FakeTransport();

    private HttpRequest sent(TestClient client) {
        try (CallPipeline pipeline = client.build()) {
            pipeline.call(TestOperation.writing((input, out) -> out.path("/a b%20")), "x", null);
        }
        return transport.last();
    }

    private TestClient client() {
        return TestClient.with(transport);
    }

    @Test
    void standardNamesKnowFipsAndDualStack() {
        assertThat(sent(client().fips(true)).authority()).isEqualTo("bedrock-agentcore-fips.us-east-1.amazonaws.com");
        assertThat(sent(client().dualStack(true)).authority()).isEqualTo("bedrock-agentcore.us-east-1.api.aws");
        assertThat(sent(client().region("cn-north-1").fips(true).dualStack(true))
                        .authority())
                .isEqualTo("bedrock-agentcore-fips.cn-north-1.api.amazonwebservices.com.cn");
    }

    private String prefixed(TestClient client) {
        try (CallPipeline pipeline = client.build()) {
            pipeline.call(
                    TestOperation.writing((input, out) -> out.hostPrefix("data.")
                            .hostLabel("h", "x1")
                            .hostPrefix(".")
                            .path("/")),
                    "x",
                    null);
        }
        return transport.last().authority();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.1:8080",
                "10.1.2.3",
                "[::1]",
                "[::1]:8080",
                "[fe80::1]:8080",
                "localhost",
                "localhost:8080",
                "LOCALHOST",
                "localhost.:8080"
            })
    void noPrefixGoesBeforeAnAddressOrLocalhost(String authority) {
        assertThat(prefixed(client().endpoint(URI.create("http://" + authority + "/base"))))
                .isEqualTo(authority);
        TestClient configured = client();
        configured.settings.put("env AWS_ENDPOINT_URL", "http://" + authority);
        assertThat(prefixed(configured)).isEqualTo(authority);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "stand-in:8080", "a.localhost", "localhost.example.com", "10.example"})
    void aPrefixGoesBeforeANameUnlessSwitchedOff(String authority) {
        URI endpoint = URI.create("http://" + authority);
        assertThat(prefixed(client().endpoint(endpoint))).isEqualTo("data.x1." + authority);
        assertThat(prefixed(client().endpoint(endpoint).hostPrefixes(false))).isEqualTo(authority);
        assertThat(prefixed(client().hostPrefixes(false))).isEqualTo("bedrock-agentcore.us-east-1.amazonaws.com");
        assertThat(prefixed(client().hostPrefixes(true)))
                .isEqualTo("data.x1.bedrock-agentcore.us-east-1.amazonaws.com");
    }

    @Test
    void theEnvironmentCountsWhereTheBuilderIsSilent() {
        TestClient fips = client();
        fips.settings.put("env AWS_USE_FIPS_ENDPOINT", "true");
        assertThat(sent(fips).authority()).isEqualTo("bedrock-agentcore-fips.us-east-1.amazonaws.com");
        assertThat(sent(fips.fips(false)).authority()).isEqualTo("bedrock-agentcore.us-east-1.amazonaws.com");
        TestClient url = client();
        url.settings.put("env AWS_ENDPOINT_URL_BEDROCK_AGENTCORE", "http://localhost:8080/base");
        assertThat(sent(url).url()).isEqualTo("http://localhost:8080/base/a b%20");
        assertThat(sent(url.endpoint(URI.create("https://example.com"))).authority())
                .isEqualTo("example.com");
    }

    @Test
    void aConfiguredUrlThatIsNoneIsSaid() {
        TestClient url = client();
        url.settings.put("env AWS_ENDPOINT_URL", "example.com");
        assertThatThrownBy(() -> sent(url))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("AWS_ENDPOINT_URL (or aws.endpointUrl): endpoint 'example.com' must begin with https:// or"
                        + " http://");
    }

    @Test
    void anEndpointIsLookedForOnceUnlessACallHasASayInIt() {
        AtomicInteger times = new AtomicInteger();
        ClientEndpoints endpoints = new ClientEndpoints(
                in -> {
                    times.incrementAndGet();
                    return new StandardEndpoints("tiny").resolve(in);
                },
                EndpointParameters.of("us-east-1", false, false, null));
        Operation<String, Object> plain = TestOperation.get();
        for (int i = 0; i < 3; i++) {
            assertThat(endpoints.find(plain, "x", call(RequestOptions.NONE)).authority())
                    .isEqualTo("tiny.us-east-1.amazonaws.com");
        }
        assertThat(times).hasValue(1);
        RequestOptions other = RequestOptions.builder()
                .endpoint(URI.create("https://example.com"))
                .build();
        assertThat(endpoints.find(plain, "x", call(other)).authority()).isEqualTo("example.com");
        assertThat(times).hasValue(2);
    }

    @Test
    void parametersAreFoundByNameTheLastOneFirst() {
        EndpointParameters in = EndpointParameters.of("us-east-1", true, false, null)
                .with("Bucket", "a")
                .with("Flag", true)
                .with("Names", List.of("n"))
                .with("Nothing", null)
                .with("Bucket", "b");
        assertThat(in.text("Bucket")).isEqualTo("b");
        assertThat(in.flag("Flag")).isTrue();
        assertThat(in.texts("Names")).containsExactly("n");
        assertThat(in.text("Nothing")).isNull();
        assertThat(in.text("Nothing", "else")).isEqualTo("else");
        assertThat(in.flag("Nothing", true)).isTrue();
        assertThat(in.region()).isEqualTo("us-east-1");
        assertThat(in.useFips()).isTrue();
        assertThat(in.withEndpoint("https://e").text("Bucket")).isEqualTo("b");
    }

    @Test
    void standardNamesNeedARegion() {
        EndpointParameters none = EndpointParameters.of(null, false, false, null);
        assertThatThrownBy(() -> new StandardEndpoints("tiny").resolve(none))
                .isInstanceOf(MissingRegionException.class);
        assertThatThrownBy(() -> EndpointParameters.of("evil.com/", false, false, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("region 'evil.com/' cannot be part of a host name: only letters, digits and hyphens can");
    }

    /** A client of a service that is not AWS's, and the settings that it looked up. */
    private TestClient inHouse() {
        return TestClient.bare()
                .endpoints(new GivenEndpoint("Bedrock AgentCore"))
                .transport(transport);
    }

    private String authority(TestClient client) {
        try (CallPipeline pipeline = client.build()) {
            pipeline.call(new TestOperation("GET", AuthType.NONE, (input, out) -> out.path("/"), in -> "x"), "x", null);
        }
        return transport.last().authority();
    }

    @Test
    void aServiceThatIsNotOfAwsNeedsAnEndpointAndNothingIsSentWithoutOne() {
        for (TestClient client : List.of(
                inHouse(), inHouse().region("us-east-1"), inHouse().tokens(() -> fail("a token is asked for")))) {
            assertThatThrownBy(client::build)
                    .isInstanceOf(MissingEndpointException.class)
                    .hasMessage("no endpoint: the service 'Bedrock AgentCore' has no default one; set it with"
                            + " endpoint(...) on the builder, in AWS_ENDPOINT_URL_BEDROCK_AGENTCORE, in the system"
                            + " property aws.endpointUrlBedrockAgentcore, as endpoint_url in the profile, or for all"
                            + " clients as defaultEndpoint of the plugin");
        }
        assertThat(transport.requests).isEmpty();
    }

    @Test
    void theNearestSettingOfAnEndpointCounts() {
        TestClient client = inHouse().generatedWith("https://generated.test");
        assertThat(authority(client)).isEqualTo("generated.test");
        client.settings.put("env AWS_ENDPOINT_URL", "https://all.test");
        assertThat(authority(client)).isEqualTo("all.test");
        client.settings.put("env AWS_ENDPOINT_URL_BEDROCK_AGENTCORE", "https://environment.test");
        assertThat(authority(client)).isEqualTo("environment.test");
        assertThat(authority(client.endpoint(URI.create("https://builder.test"))))
                .isEqualTo("builder.test");
        TestClient ignoring = inHouse();
        ignoring.settings.put("env AWS_ENDPOINT_URL", "https://all.test");
        ignoring.settings.put("env AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
        assertThatThrownBy(ignoring::build).isInstanceOf(MissingEndpointException.class);
    }

    @Test
    void noRegionIsLookedForWhereNothingUsesIt() {
        TestClient client = inHouse().generatedWith("https://generated.test");
        client.settings.put("env AWS_REGION", "not a region");
        assertThat(authority(client)).isEqualTo("generated.test");
    }

    @Test
    void anEndpointMayHaveItsOwnWayOfSigning() {
        Endpoint plain = Endpoint.of("https://tiny.example");
        HttpRequest request = sent(client().endpoints(in ->
                plain.withHeader("x-tiny", "1").withSigning(EndpointSigning.sigV4("other", "eu-west-1", true))));
        assertThat(request.headers().first("Authorization"))
                .contains("/eu-west-1/other/aws4_request")
                .contains("x-tiny");
        assertThat(request.headers().first("x-tiny")).isEqualTo("1");
        HttpRequest region =
                sent(client().endpoints(in -> plain.withSigning(EndpointSigning.sigV4("other", null, false))));
        assertThat(region.headers().first("Authorization")).contains("/us-east-1/other/aws4_request");
    }

    @Test
    void aSchemeThatClientsDoNotHaveIsSaid() {
        TestClient client = client().endpoints(
                        in -> Endpoint.of("https://tiny.example").withSigning(EndpointSigning.unsupported("sigv4a")));
        assertThatThrownBy(() -> sent(client))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "GetBrowserSession: the endpoint accepts only signatures of sigv4a, which are not supported");
    }

    private static Call call(RequestOptions options) {
        return new Call(
                new TestOperation("GET", AuthType.NONE, (input, out) -> out.path("/"), in -> "x"),
                new CallSettings(),
                options);
    }
}
