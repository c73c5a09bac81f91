package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.endpoint.EndpointSigning;
import dev.whittle.runtime.error.RequestNotSentException;
import dev.whittle.runtime.http.HttpRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls whose input has the URL to call. */
class MemberEndpointTest {
    private final FakeTransport transport = new FakeTransport();

    private String target(@Nullable URI clientEndpoint, String input, @Nullable RequestOptions options) {
        TestClient builder = TestClient.with(transport);
        if (clientEndpoint != null) {
            builder.endpoint(clientEndpoint);
        }
        TestOperation operation = TestOperation.writing((text, out) -> out.path("/"))
                .calling((text, client) -> MemberEndpoint.of("Predict", "Url", text, client));
        builder.build().call(operation, input, options);
        HttpRequest request = transport.last();
        return request.scheme() + "://" + request.authority() + request.path();
    }

    @ParameterizedTest
    @CsvSource({
        "https://vip.example.com, https://vip.example.com/",
        "https://vip.example.com/, https://vip.example.com/",
        "https://vip.example.com:8443/base/, https://vip.example.com:8443/base/",
        "HTTPS://vip.example.com:443, https://vip.example.com/",
        "https://[::1]:9, https://[::1]:9/",
    })
    void theRequestGoesToTheUrl(String url, String expected) {
        assertThat(target(null, url, null)).isEqualTo(expected);
        assertThat(target(URI.create("https://configured.example.com/x"), url, null))
                .isEqualTo(expected);
        assertThat(transport.last().headers().first("Authorization")).contains("/us-east-1/bedrock-agentcore/");
    }

    @Test
    void theEndpointOfTheCallTakesPrecedence() {
        RequestOptions options = RequestOptions.builder()
                .endpoint(URI.create("https://chosen.example.com"))
                .build();
        assertThat(target(null, "https://vip.example.com", options)).isEqualTo("https://chosen.example.com/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "vip.example.com",
                "//vip.example.com",
                "ftp://vip.example.com",
                "https://",
                "https:///path",
                "https://vip example.com",
                "https://user:secret@vip.example.com",
                "https://vip.example.com?secret=1",
                "https://vip.example.com#secret",
                "https://vip.example.com:99999",
                "secret"
            })
    void whatIsNoUrlOfAServerIsRefused(String url) {
        assertThatThrownBy(() -> target(null, url, null))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessage("Predict: member 'Url' (the endpoint of the call) must be the URL of a server, such as"
                        + " https://host, without user info, query and fragment")
                .hasNoCause();
        assertThat(transport.requests).isEmpty();
    }

    @Test
    void anUnencryptedUrlNeedsAnUnencryptedClientOrOneOfThisMachine() {
        String url = "http://vip.example.com";
        assertThatThrownBy(() -> target(null, url, null))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessage("Predict: member 'Url' (the endpoint of the call) must begin with https://, as the endpoint"
                        + " of the client does")
                .hasNoCause();
        assertThatThrownBy(() -> target(URI.create("https://localhost.example.com"), url, null))
                .isInstanceOf(RequestNotSentException.class);
        assertThat(transport.requests).isEmpty();
        assertThat(target(URI.create("http://plain.example.com"), url, null)).isEqualTo(url + "/");
        assertThatThrownBy(() -> target(URI.create("https://localhost:8443"), url, null))
                .isInstanceOf(RequestNotSentException.class);
        assertThat(target(URI.create("https://localhost:8443"), "http://127.0.0.1:8080", null))
                .isEqualTo("http://127.0.0.1:8080/");
    }

    @Test
    void whatRequestsToTheClientsEndpointNeedStays() {
        Endpoint client = Endpoint.of("https://client.example.com")
                .withSigning(EndpointSigning.sigV4("other", "eu-west-1", false))
                .withHeader("X-A", "b");
        Endpoint endpoint = MemberEndpoint.of("Predict", "Url", "https://vip.example.com:1/p", client);
        assertThat(endpoint).hasToString("https://vip.example.com:1/p");
        assertThat(endpoint.signing()).isSameAs(client.signing());
        assertThat(endpoint.headers()).containsExactly("X-A", "b");
        assertThat(MemberEndpoint.of("Predict", "Url", null, client)).isSameAs(client);
    }
}
