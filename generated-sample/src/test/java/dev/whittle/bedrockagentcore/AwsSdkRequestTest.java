package dev.whittle.bedrockagentcore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.bedrockagentcore.support.AwsSdk;
import dev.whittle.bedrockagentcore.support.LoopbackServer;
import dev.whittle.bedrockagentcore.support.RecordedRequest;
import dev.whittle.bedrockagentcore.support.SameCall;
import dev.whittle.runtime.client.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same call, by this client and by the AWS SDK's, is the same request, its body byte for byte. */
class AwsSdkRequestTest {
    private static LoopbackServer server;
    private static BedrockAgentCoreClient ours;
    private static software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient theirs;

    @BeforeAll
    static void start() {
        server = LoopbackServer.responding("{}");
        ours = server.client();
        theirs = AwsSdk.client(server.endpoint());
    }

    @AfterAll
    static void stop() {
        ours.close();
        theirs.close();
        server.close();
    }

    static Stream<SameCall> calls() {
        return SameCall.all();
    }

    private static RecordedRequest byUs(SameCall call, RequestOptions options) {
        call.ours().accept(ours, options);
        return server.lastRequest();
    }

    private static RecordedRequest byThem(SameCall call) {
        call.theirs().accept(theirs);
        return server.lastRequest();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isTheSameRequest(SameCall call) {
        RecordedRequest our = byUs(call, RequestOptions.builder().build());
        RecordedRequest their = byThem(call);

        assertThat(our.method()).isEqualTo(their.method());
        assertThat(our.target()).isEqualTo(their.target());
        assertThat(our.text()).isEqualTo(their.text());
        assertThat(headersOfTheCall(our)).isEqualTo(headersOfTheCall(their));
    }

    /**
     * The SDK also sends, and signs, the hash of the body as a header, which only S3 asks for. Our client signs it once
     * it is told to send it; then both signatures have to be the same, and so has everything that they cover.
     */
    @ParameterizedTest
    @MethodSource("calls")
    void isSignedTheSameWay(SameCall call) {
        RecordedRequest their = byThem(call);
        RecordedRequest our = byUs(
                call,
                RequestOptions.builder()
                        .header("x-amz-content-sha256", their.header("x-amz-content-sha256"))
                        .build());

        assertThat(our.signedHeaders()).contains("host", "x-amz-date", "x-amz-content-sha256");
        assertThat(our.header("authorization")).isEqualTo(their.header("authorization"));
    }

    /** All headers but those by which a client names itself and proves itself, and those of the HTTP client below. */
    private static Map<String, List<String>> headersOfTheCall(RecordedRequest request) {
        Map<String, List<String>> headers = new TreeMap<>(request.headers());
        headers.keySet()
                .removeAll(List.of("user-agent", "authorization", "x-amz-content-sha256", "accept", "connection"));
        return headers;
    }
}
