package dev.whittle.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.RequestBody;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigV4SignerTest {
    private static final Credentials EXAMPLE =
            Credentials.of("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    /** 2015-08-30T12:36:00Z, the time of AWS's published test suite. */
    private static final long TIME = 1_440_938_160_000L;

    private final SigV4Signer signer = new SigV4Signer("us-east-1", "service");

    @Test
    void signsTheVanillaRequestOfThePublishedTestSuite() {
        HttpRequest.Builder request = HttpRequest.builder().origin("https", "example.amazonaws.com");
        signer.sign(request, EXAMPLE, TIME);
        assertThat(request.headers().first("X-Amz-Date")).isEqualTo("20150830T123600Z");
        assertThat(request.headers().first("Authorization"))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                        + "SignedHeaders=host;x-amz-date, "
                        + "Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    }

    @Test
    void findsTheHashOfTheBodyByItself() {
        byte[] bytes = "xx{\"a\":1}xx".getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request =
                HttpRequest.builder().method("PUT").origin("https", "h").body(RequestBody.unsafe(bytes, 2, 7));
        signer.sign(request, EXAMPLE, TIME);
        HttpRequest.Builder other = HttpRequest.builder().method("PUT").origin("https", "h");
        other.body(RequestBody.unsafe("{\"a\":1}".getBytes(StandardCharsets.UTF_8), 0, 7));
        signer.sign(other, EXAMPLE, TIME);
        assertThat(request.headers().first("Authorization"))
                .isEqualTo(other.headers().first("Authorization"))
                .doesNotContain("x-amz-content-sha256");
        HttpRequest.Builder empty = HttpRequest.builder().method("PUT").origin("https", "h");
        signer.sign(empty, EXAMPLE, TIME);
        assertThat(empty.headers().first("Authorization"))
                .isNotEqualTo(other.headers().first("Authorization"));
    }

    @Test
    void sendsTheHashOfTheBodyWherePathsAreSignedAsSent() {
        SigV4Signer s3 = SigV4Signer.ofPathAsSent("us-east-1", "s3");
        HttpRequest.Builder request =
                HttpRequest.builder().method("PUT").origin("https", "h").body(RequestBody.utf8("abc"));
        s3.sign(request, EXAMPLE, TIME);
        assertThat(request.headers().first("x-amz-content-sha256"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(request.headers().first("Authorization"))
                .contains("SignedHeaders=host;x-amz-content-sha256;x-amz-date,");

        HttpRequest.Builder empty = HttpRequest.builder().origin("https", "h");
        s3.sign(empty, EXAMPLE, TIME);
        assertThat(empty.headers().first("x-amz-content-sha256"))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void saysWhenTheBodyIsLeftOut() {
        HttpRequest.Builder request = HttpRequest.builder().method("PUT").origin("https", "h");
        signer.signWithoutPayload(request, EXAMPLE, TIME);
        assertThat(request.headers().first("x-amz-content-sha256")).isEqualTo("UNSIGNED-PAYLOAD");
        assertThat(request.headers().first("Authorization"))
                .contains("SignedHeaders=host;x-amz-content-sha256;x-amz-date,");
    }

    @Test
    void signingAgainReplacesTheFormerSignature() {
        HttpRequest.Builder request = HttpRequest.builder().origin("https", "h");
        signer.sign(request, Credentials.of("OTHER", "secret", "token"), TIME - 5000);
        signer.sign(request, EXAMPLE, TIME);
        HttpRequest.Builder fresh = HttpRequest.builder().origin("https", "h");
        signer.sign(fresh, EXAMPLE, TIME);
        assertThat(request.headers().build().toMap())
                .isEqualTo(fresh.headers().build().toMap());
    }

    @Test
    void queriesFromElsewhereAreBroughtIntoTheCanonicalForm() {
        assertThat(signed("b=%2f&a=1&a=%41&flag")).isEqualTo(signed("a=1&a=A&b=%2F&flag="));
    }

    private String signed(String query) {
        HttpRequest.Builder request = HttpRequest.builder().origin("https", "h").query(query);
        signer.sign(request, EXAMPLE, TIME);
        return request.headers().first("Authorization");
    }

    @Test
    void presigningAgainReplacesTheFormerSignature() {
        HttpRequest.Builder request = HttpRequest.builder().origin("https", "h").query("a=1&X-Amz-Foo=2");
        signer.sign(request, Credentials.of("OTHER", "secret", "token"), TIME - 5000);
        signer.presign(request, Credentials.of("OTHER", "secret", "token"), TIME - 5000, 300);
        signer.presign(request, EXAMPLE, TIME, 60);
        HttpRequest.Builder fresh = HttpRequest.builder().origin("https", "h").query("a=1&X-Amz-Foo=2");
        signer.presign(fresh, EXAMPLE, TIME, 60);
        assertThat(request.build().url())
                .isEqualTo(fresh.build().url())
                .startsWith("https://h/?a=1&X-Amz-Foo=2&X-Amz-Algorithm=AWS4-HMAC-SHA256"
                        + "&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fservice%2Faws4_request"
                        + "&X-Amz-Date=20150830T123600Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature=");
        assertThat(request.headers().size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 604_801})
    void rejectsAnExpiryThatNoServiceTakes(int seconds) {
        HttpRequest.Builder request = HttpRequest.builder().origin("https", "h");
        assertThatThrownBy(() -> signer.presign(request, EXAMPLE, TIME, seconds))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expiry must be 1 to 604800 seconds, but is " + seconds);
        assertThat(request.query()).isNull();
    }

    @Test
    void rejectsARegionThatNoHeaderCouldHold() {
        assertThatThrownBy(() -> new SigV4Signer("münchen", "service")).isInstanceOf(IllegalArgumentException.class);
    }
}
