package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.CallTimeoutException;
import dev.whittle.runtime.error.ClientClosedException;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.error.MissingMemberException;
import dev.whittle.runtime.error.MissingRegionException;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.error.TransportException;
import dev.whittle.runtime.http.ConnectTimeoutException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallPipelineTest {
    private final FakeTransport transport = new FakeTransport();
    private final TestOperation get = TestOperation.get();

    private Object call(TestClient client) {
        return call(client, null);
    }

    private Object call(TestClient client, RequestOptions options) {
        try (CallPipeline pipeline = client.build()) {
            return pipeline.call(get, "01 A/ü", options);
        }
    }

    @Test
    void writesSignsSendsAndReads() {
        transport.body = "{\"other\":[{}],\"viewPort\":{\"width\":800}}   ";
        assertThat(call(TestClient.with(transport))).isEqualTo(800);
        assertThat(transport.last().url())
                .isEqualTo("https://bedrock-agentcore.us-east-1.amazonaws.com/sessions/01%20A%2F%C3%BC?v=1");
        assertThat(transport.last().headers().first("User-Agent"))
                .matches("whittle/\\S+ browser--x-/2024-02-28 java/\\S+");
        assertThat(transport.last().headers().first("X-Amz-Date")).isEqualTo("20260102T030405Z");
        assertThat(transport.last().headers().first("Authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=AKID/20260102/us-east-1/bedrock-agentcore/aws4_request, "
                        + "SignedHeaders=host;x-amz-date, Signature=");
        assertThat(transport.last().body()).isNull();
        assertThat(transport.unread).as("what follows is drained").isZero();
    }

    @Test
    void anEmptyBodyIsAnEmptyOutput() {
        transport.body = "";
        assertThat(call(TestClient.with(transport))).isEqualTo(0);
    }

    @Test
    void anEndpointMayHaveABasePathAndAPort() {
        call(TestClient.with(transport).endpoint(URI.create("http://localhost:8080/base/")));
        assertThat(transport.last().url()).startsWith("http://localhost:8080/base/sessions/");
        call(TestClient.with(transport).endpoint(URI.create("https://localhost:443")));
        assertThat(transport.last().authority()).isEqualTo("localhost");
    }

    @Test
    void optionsHoldForOneCall() {
        RequestOptions options = RequestOptions.builder()
                .endpoint(URI.create("https://elsewhere"))
                .header("X-Extra", "1")
                .header("user-agent", "mine")
                .credentials(CredentialsProvider.of(Credentials.of("OTHER", "s", "token")))
                .attemptTimeout(Duration.ofSeconds(7))
                .build();
        call(TestClient.with(transport).connectTimeout(Duration.ofMillis(1500)), options);
        assertThat(transport.last().url()).startsWith("https://elsewhere/sessions");
        assertThat(transport.last().headers().toMap().get("user-agent")).containsExactly("mine");
        assertThat(transport.last().headers().first("Authorization"))
                .contains("Credential=OTHER/")
                .contains("SignedHeaders=host;x-amz-date;x-amz-security-token;x-extra,");
        assertThat(transport.last().timeoutMillis()).isEqualTo(7000);
        assertThat(transport.last().connectTimeoutMillis()).isEqualTo(1500);
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1,bedrock-agentcore.us-east-1.amazonaws.com",
        "cn-north-1,bedrock-agentcore.cn-north-1.amazonaws.com.cn",
        "us-iso-east-1,bedrock-agentcore.us-iso-east-1.c2s.ic.gov",
        "us-isob-east-1,bedrock-agentcore.us-isob-east-1.sc2s.sgov.gov",
        "us-gov-west-1,bedrock-agentcore.us-gov-west-1.amazonaws.com",
        "eusc-de-east-1,bedrock-agentcore.eusc-de-east-1.amazonaws.eu",
    })
    void eachPartitionHasItsHosts(String region, String host) {
        call(TestClient.with(transport).region(region));
        assertThat(transport.last().authority()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.com/", "a.b", "", "-a", "x@y", "ü"})
    void aRegionThatIsNoHostLabelNeverGetsIntoAHost(String region) {
        TestClient client = TestClient.with(transport).region(region);
        assertThatThrownBy(client::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + region + "'");
    }

    @Test
    void regionAndCredentialsComeFromTheEnvironment() {
        TestClient client = TestClient.bare().transport(transport);
        assertThatThrownBy(client::build)
                .isInstanceOf(MissingRegionException.class)
                .hasMessage(
                        "no region: set one on the builder, in AWS_REGION, in the system property aws.region or in the profile");
        client.settings.put("env AWS_REGION", "eu-west-1");
        assertThatThrownBy(() -> call(client)).isInstanceOf(MissingCredentialsException.class);
        client.settings.put("env AWS_ACCESS_KEY_ID", "ENV");
        client.settings.put("env AWS_SECRET_ACCESS_KEY", "s");
        client.settings.put("aws.region", "eu-west-2");
        call(client);
        assertThat(transport.last().headers().first("Authorization")).contains("Credential=ENV/", "/eu-west-2/");
    }

    @Test
    void anOperationWithoutAuthenticationNeedsNeitherRegionNorCredentials() {
        TestClient client = TestClient.bare().transport(transport).endpoint(URI.create("http://h"));
        TestOperation open = new TestOperation("GET", AuthType.NONE, (input, out) -> out.path("/"), in -> in.status());
        try (CallPipeline pipeline = client.build()) {
            assertThat(pipeline.call(open, "", null)).isEqualTo(200);
            assertThat(transport.last().headers().first("Authorization")).isNull();
            assertThatThrownBy(() -> pipeline.call(get, "a", null)).isInstanceOf(MissingRegionException.class);
        }
    }

    @Test
    void anErrorThatCannotBeDecodedIsMalformed() {
        transport.status = 400;
        transport.body = "{\"code\":\"Malformed\",\"fields\":1}";
        assertThatThrownBy(() -> call(TestClient.with(transport)))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage(
                        "GetBrowserSession response: /fields is a number, expected an array (HTTP 400, no content type)");
    }

    @ParameterizedTest
    @CsvSource({
        "x-amzn-RequestId,one",
        "x-amz-request-id,one",
        "X-Request-ID,one",
        "X-Correlation-Id,one",
        "x-trace,one",
        "x-other,",
    })
    void requestIdsHaveManyNames(String header, String id) {
        transport.headers.add(header, "one");
        transport.status = 404;
        List<String> told = new ArrayList<>();
        try (CallPipeline pipeline =
                TestClient.knowing(transport, "x-correlation-id", "X-Trace").build()) {
            ServiceException e = catchThrowableOfType(
                    ServiceException.class,
                    () -> pipeline.call(
                            TestOperation.get(),
                            "x",
                            RequestOptions.builder()
                                    .onResponse(response -> told.add(response.requestId()))
                                    .build()));
            assertThat(e.requestId()).isEqualTo(id);
            assertThat(told).containsExactly(id);
        }
        transport.headers.add("X-TRACE", "two").add("x-amzn-requestid", "three");
        assertThat(ResponseInfo.requestId(new TestService("X-Trace"), transport.headers.build()))
                .isEqualTo(header.equals("x-trace") ? "one" : "two");
    }

    @Test
    void aModelledErrorSaysAllThatIsKnown() {
        transport.status = 404;
        transport.headers.add("X-Amzn-ErrorType", "com.amazon#ResourceNotFoundException:http://internal/");
        transport.headers.add("x-amzn-RequestId", "7f1c");
        transport.body = "{\"Message\":\"session 01ABC does not exist\",\"code\":\"Other\"}";
        ServiceException e = catchThrowableOfType(ServiceException.class, () -> call(TestClient.with(transport)));
        assertThat(e)
                .isInstanceOf(TestOperation.ResourceNotFoundException.class)
                .hasMessage(
                        "session 01ABC does not exist (GetBrowserSession, HTTP 404, request id 7f1c, attempt 1 of 3)");
        assertThat(e.statusCode()).isEqualTo(404);
        assertThat(e.errorCode()).isEqualTo("ResourceNotFoundException");
        assertThat(e.rawBody()).isEqualTo(transport.body);
        assertThat(e.attempts()).isEqualTo(1);
        assertThat(e.isRetryable()).isFalse();
        assertThat(e.details().headers()).containsEntry("x-amzn-RequestId", List.of("7f1c"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|{\"__type\":\"a.b#ThrottlingException\",\"message\":\"slow\"}|ThrottlingException|slow|true|true",
                "503|{\"code\":\"X\",\"__type\":\"Y\",\"errorMessage\":\"m\"}|X|m|true|false",
                "500|<html>bad gateway</html>|''||true|false",
                "400|{\"message\":\"cut off|''|''|false|false",
                "400|[1]|''||false|false",
                "429|''|''||true|true",
            })
    void everyErrorHasAnException(
            int status, String body, String code, String message, boolean retryable, boolean throttling) {
        transport.status = status;
        transport.body = body;
        ServiceException e = catchThrowableOfType(ServiceException.class, () -> call(TestClient.with(transport)));
        assertThat(e.errorCode() == null ? "" : e.errorCode()).isEqualTo(code);
        assertThat(e.serviceMessage() == null ? "" : e.serviceMessage()).isEqualTo(message == null ? "" : message);
        assertThat(e.isRetryable()).isEqualTo(retryable);
        assertThat(e.isThrottling()).isEqualTo(throttling);
        assertThat(e.rawBody()).isEqualTo(body);
        assertThat(e.getMessage()).contains("HTTP " + status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"viewPort\":{\"width\":\"800\"}}|/viewPort/width is a string, expected an integer",
                "{\"viewPort\":{\"width\":99999999999}}|/viewPort/width is a number of length 11, which does not fit an integer",
                "{\"viewPort\":[]}|/viewPort is an array, expected an object",
                "{\"viewPort\":{\"width\":8|the body ends early, at /viewPort/width",
                "[1]|the body is an array, expected an object",
            })
    void aResponseThatIsNotUnderstoodSaysWhereAndWhy(String body, String problem) {
        transport.body = body;
        assertThatThrownBy(() -> call(TestClient.with(transport)))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("GetBrowserSession response: " + problem + " (HTTP 200, no content type)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html; charset=utf-8|text/html",
                "TEXT/HTML|TEXT/HTML",
                "; x|an invalid content type",
                "te xt|an invalid content type",
                "söme/type|an invalid content type",
            })
    void aResponseThatIsNotJsonSaysWhatItIs(String sent, String said) {
        transport.status = 203;
        transport.headers.add("Content-Type", sent);
        transport.body = "<html>Sign in, please";
        assertThatThrownBy(() -> call(TestClient.with(transport)))
                .isInstanceOfSatisfying(
                        MalformedResponseException.class,
                        e -> assertThat(e.statusCode()).isEqualTo(203))
                .hasMessage(
                        "GetBrowserSession response: the body is not valid JSON, at byte 1 (HTTP 203, " + said + ")");
    }

    @Test
    void brokenJsonAndTooDeepNestingAreMalformedToo() {
        transport.body = "{\"viewPort\":nope}";
        assertThatThrownBy(() -> call(TestClient.with(transport)))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageStartingWith("GetBrowserSession response: /viewPort is not valid JSON, at byte 14");
        transport.body = "{\"x\":" + "[".repeat(100_000);
        assertThatThrownBy(() -> call(TestClient.with(transport)))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("exceeds a limit")
                .hasMessageContaining("nesting depth");
    }

    @Test
    void failuresOfTheTransportKeepTheirKind() {
        transport.failure = new IOException("Connection reset");
        assertThatThrownBy(() -> call(TestClient.with(transport)))
                .isInstanceOf(TransportException.class)
                .hasMessage("GetBrowserSession: the exchange with bedrock-agentcore.us-east-1.amazonaws.com failed:"
                        + " Connection reset, attempt 3 of 3")
                .hasCause(transport.failure);
        transport.failure = new ConnectTimeoutException("no");
        assertThatThrownBy(() -> call(TestClient.with(transport)))
                .isInstanceOf(CallTimeoutException.class)
                .hasMessageContaining("(connectTimeout of 5 s reached)");
        transport.failure = new SocketTimeoutException("no");
        assertThatThrownBy(() -> call(TestClient.with(transport).attemptTimeout(Duration.ofMillis(61_500))))
                .isInstanceOf(CallTimeoutException.class)
                .hasMessageContaining("(attemptTimeout of 61500 ms reached)");
        assertThatThrownBy(() -> call(TestClient.with(transport).attemptTimeout(Duration.ZERO)))
                .isInstanceOf(CallTimeoutException.class)
                .hasMessageContaining("(callTimeout of 120 s reached)");
    }

    @Test
    void anInterruptStaysSet() {
        transport.failure = new InterruptedIOException("interrupted");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> call(TestClient.with(transport))).isInstanceOf(CallInterruptedException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void aClosedClientSaysSo() {
        CallPipeline pipeline = TestClient.with(transport).build();
        pipeline.close();
        assertThatThrownBy(() -> pipeline.call(get, "a", null))
                .isInstanceOf(ClientClosedException.class)
                .hasMessage("GetBrowserSession: the client browser (x) is closed");
        assertThat(transport.closed)
                .as("a transport that was handed in is its owner's")
                .isFalse();
    }

    @Test
    void nothingIsSentForALabelThatIsMissing() {
        try (CallPipeline pipeline = TestClient.with(transport).build()) {
            assertThatThrownBy(() -> pipeline.call(get, "", null))
                    .isInstanceOf(MissingMemberException.class)
                    .hasMessage("GetBrowserSession: required member 'sessionId' is empty");
        }
        assertThat(transport.requests).isEmpty();
    }
}
