package dev.whittle.runtime.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that java.net.URI takes for no host, though networks of containers have them. */
class UnderscoreTest {
    @ParameterizedTest
    @CsvSource({
        "http://my_service:8080/base, my_service:8080, /base",
        "http://my_service, my_service, ''",
        "https://my_service:443/, my_service, ''",
        "http://_a.b-c.example:80, _a.b-c.example, ''",
    })
    void anEndpointMayHaveAnUnderscore(String url, String authority, String path) {
        Endpoint endpoint = Endpoint.of(URI.create(url));
        assertThat(endpoint.authority()).isEqualTo(authority);
        assertThat(endpoint.basePath()).isEqualTo(path);
        assertThat(Endpoint.of(url).authority()).isEqualTo(authority);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http:///x",
                "http://:80",
                "http://a_b:80:80",
                "http://a_b:99999",
                "http://user@a_b",
                "http://a_b:x"
            })
    void whatIsNoHostIsRefused(String url) {
        assertThatThrownBy(() -> Endpoint.of(URI.create(url))).isInstanceOf(IllegalArgumentException.class);
    }
}
