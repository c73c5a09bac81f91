package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.auth.AuthScheme;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.auth.TokenProvider;
import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.error.MissingRegionException;
import dev.whittle.runtime.error.ServiceException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthenticationTest {
    private static final AuthType STAMP = AuthType.of("com.example#stampAuth");

    private final FakeTransport transport = new FakeTransport();

    /** An operation that accepts several ways of authentication. */
    private static final class Choosy extends Operation<String, String> {
        private final List<AuthType> types;

        Choosy(AuthType... types) {
            super("Choosy", "GET");
            this.types = List.of(types);
        }

        @Override
        public AuthType authType() {
            return types.get(0);
        }

        @Override
        public List<AuthType> otherAuthTypes() {
            return types.subList(1, types.size());
        }

        @Override
        public void write(String input, RequestWriter out) {
            out.path("/");
        }

        @Override
        public String read(ResponseReader in) {
            return "";
        }

        @Override
        public ServiceException error(ErrorReader in) {
            throw new AssertionError();
        }
    }

    private TestClient bare() {
        return TestClient.bare().transport(transport).endpoint(URI.create("https://example.com"));
    }

    private TestClient withEnvironment() {
        TestClient client = bare();
        client.settings.put("env AWS_ACCESS_KEY_ID", "ENV");
        client.settings.put("env AWS_SECRET_ACCESS_KEY", "s");
        client.settings.put("env AWS_REGION", "eu-west-1");
        return client;
    }

    private String authorization(TestClient client, RequestOptions options, AuthType... types) {
        try (CallPipeline pipeline = client.build()) {
            pipeline.call(new Choosy(types), "", options);
        }
        String header = transport.last().headers().joined("Authorization");
        return header == null ? "none" : header;
    }

    @Test
    void theSchemeIsTheOneThatTheOperationNames() {
        TestClient client = withEnvironment()
                .tokens(TokenProvider.of("t"))
                .authScheme(AuthType.HTTP_BASIC, AuthScheme.basic("u", "p"))
                .authScheme(STAMP, (request, time) -> request.headers().set("Authorization", "Stamp " + time));
        assertThat(authorization(client, null, AuthType.HTTP_BEARER)).isEqualTo("Bearer t");
        assertThat(authorization(client, null, AuthType.HTTP_BASIC)).isEqualTo("Basic dTpw");
        assertThat(authorization(client, null, AuthType.of("com.example#stampAuth")))
                .startsWith("Stamp 1");
        assertThat(authorization(client, null, AuthType.SIGV4)).startsWith("AWS4-HMAC-SHA256 Credential=ENV/");
        assertThat(authorization(client, null, AuthType.NONE)).isEqualTo("none");
    }

    @Test
    void aClientThatSignsNothingNeedsNeitherRegionNorCredentials() {
        assertThat(authorization(bare().tokens(() -> "t"), null, AuthType.HTTP_BEARER))
                .isEqualTo("Bearer t");
        assertThat(authorization(bare(), null, AuthType.NONE)).isEqualTo("none");
        assertThatThrownBy(() -> authorization(bare(), null, AuthType.SIGV4))
                .isInstanceOf(MissingRegionException.class);
    }

    @Test
    void whatSomebodySetUpComesFirst() {
        AuthType[] both = {AuthType.SIGV4, AuthType.HTTP_BEARER};
        CredentialsProvider chosen = CredentialsProvider.of(Credentials.of("CHOSEN", "s"));
        assertThat(authorization(withEnvironment(), null, both)).contains("Credential=ENV/");
        assertThat(authorization(withEnvironment().tokens(() -> "t"), null, both))
                .isEqualTo("Bearer t");
        assertThat(authorization(withEnvironment().tokens(() -> "t").credentials(chosen), null, both))
                .contains("Credential=CHOSEN/");
        RequestOptions options = RequestOptions.builder().credentials(chosen).build();
        assertThat(authorization(withEnvironment().tokens(() -> "t"), options, both))
                .contains("Credential=CHOSEN/");
        assertThat(authorization(withEnvironment(), null, AuthType.HTTP_BEARER, AuthType.SIGV4))
                .contains("Credential=ENV/");
    }

    @Test
    void aSchemeCanTakeThePlaceOfSigning() {
        TestClient client = bare().authScheme(AuthType.SIGV4, AuthScheme.anonymous());
        assertThat(authorization(client, null, AuthType.SIGV4)).isEqualTo("none");
        assertThat(authorization(client, null, AuthType.SIGV4_UNSIGNED_PAYLOAD)).isEqualTo("none");
    }

    @Test
    void saysWhichSchemeIsMissing() {
        assertThatThrownBy(() -> authorization(withEnvironment(), null, STAMP, AuthType.HTTP_API_KEY))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Choosy: the client has nothing to authenticate with."
                        + " Call authScheme(AuthType.of(\"com.example#stampAuth\"), ...) with a scheme for"
                        + " com.example#stampAuth, or authScheme(AuthType.HTTP_API_KEY,"
                        + " AuthScheme.apiKeyHeader(...)) with an API key on the client's builder");
        assertThatThrownBy(() -> authorization(withEnvironment(), null, AuthType.HTTP_BEARER))
                .hasMessageContaining("Call tokens(...)");
        assertThatThrownBy(() -> authorization(withEnvironment(), null, AuthType.HTTP_BASIC))
                .hasMessageContaining("Call authScheme(AuthType.HTTP_BASIC, AuthScheme.basic(...))");
    }
}
