package dev.whittle.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthSchemeTest {
    private static final List<AuthScheme> WITH_SECRETS = List.of(
            AuthScheme.bearer(TokenProvider.of("token-secret")),
            AuthScheme.basic("user", "password-secret"),
            AuthScheme.apiKeyHeader("X-Api-Key", "key-secret"),
            AuthScheme.apiKeyQuery("api_key", "key-secret"));

    private final HttpRequest.Builder request =
            HttpRequest.builder().origin("https", "example.com").query("a=1");

    private HttpRequest authenticated(AuthScheme scheme) {
        scheme.authenticate(request, 0);
        scheme.authenticate(request, 0);
        return request.build();
    }

    @Test
    void bearer() {
        HttpRequest sent = authenticated(AuthScheme.bearer(() -> "abc.DEF~123"));
        assertThat(sent.headers().toMap()).containsOnlyKeys("Authorization");
        assertThat(sent.headers().joined("Authorization")).isEqualTo("Bearer abc.DEF~123");
    }

    @Test
    void basic() {
        HttpRequest sent = authenticated(AuthScheme.basic("Aladdin", "open sesame"));
        assertThat(sent.headers().joined("Authorization")).isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        HttpRequest utf8 = authenticated(AuthScheme.basic("test", "123£"));
        assertThat(utf8.headers().joined("Authorization")).isEqualTo("Basic dGVzdDoxMjPCow==");
    }

    @Test
    void apiKeyInAHeader() {
        HttpRequest sent = authenticated(AuthScheme.apiKeyHeader("X-Api-Key", "ApiKey k"));
        assertThat(sent.headers().joined("X-Api-Key")).isEqualTo("ApiKey k");
    }

    @Test
    void apiKeyInTheQuery() {
        assertThat(authenticated(AuthScheme.apiKeyQuery("api key", "a&b")).query())
                .isEqualTo("a=1&api%20key=a%26b");
        request.query(null);
        assertThat(authenticated(AuthScheme.apiKeyQuery("k", "v")).query()).isEqualTo("k=v");
    }

    @Test
    void anonymous() {
        HttpRequest sent = authenticated(AuthScheme.anonymous());
        assertThat(sent.headers().size()).isZero();
        assertThat(sent.query()).isEqualTo("a=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "169.254.169.254", "127.example.com", "localhost.example.com:80", "[::2]"})
    void noSecretGoesOverPlainHttp(String authority) {
        request.origin("http", authority);
        for (AuthScheme scheme : WITH_SECRETS) {
            assertThatThrownBy(() -> scheme.authenticate(request, 0))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageEndingWith(" is not sent to " + authority + " over plain http: use an https endpoint")
                    .hasMessageNotContaining("secret");
        }
        assertThat(request.headers().size()).isZero();
        assertThat(request.query()).isEqualTo("a=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:80", "127.0.0.1", "127.1.2.3:8080", "[::1]", "[::1]:8080"})
    void thisMachineIsNoExposure(String authority) {
        request.origin("http", authority);
        for (AuthScheme scheme : WITH_SECRETS) {
            scheme.authenticate(request, 0);
        }
        assertThat(request.headers().size()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb-secret", "a\rb-secret", "ü-secret", "a\0-secret"})
    void whatNoHeaderCanHoldIsRejectedWithoutBeingSaid(String secret) {
        assertThatThrownBy(() -> AuthScheme.bearer(() -> secret).authenticate(request, 0))
                .isInstanceOf(MissingCredentialsException.class)
                .hasMessage("the bearer token is empty, or has a character that a header cannot hold");
        assertThatThrownBy(() -> AuthScheme.apiKeyHeader("X", secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the API key is empty, or has a character that a header cannot hold");
    }

    @Test
    void aUserHasNoColon() {
        assertThatThrownBy(() -> AuthScheme.basic("a:b", "c")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noSchemePrintsItsSecret() {
        assertThat(WITH_SECRETS + "" + TokenProvider.of("token-secret")).doesNotContain("secret");
    }
}
