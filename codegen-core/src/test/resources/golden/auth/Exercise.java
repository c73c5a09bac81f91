import static org.assertj.core.api.Assertions.assertThat;

import com.example.tiny.TinyClient;
import com.example.tiny.TinyPresigner;
import com.example.tiny.model.SignedRequest;
import com.example.tiny.model.UploadRequest;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.auth.AuthScheme;
import dev.whittle.runtime.client.AuthType;
import dev.whittle.runtime.client.PresignedRequest;
import dev.whittle.runtime.shape.Blob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void openOperationIsNotSigned() {
        client.open(r -> {});
        assertThat(wire.header("Authorization")).isNull();
    }

    public void payloadIsNotSigned() {
        client.upload(r -> r.data(Blob.utf8("d")));
        assertThat(wire.header("Authorization")).startsWith("AWS4-HMAC-SHA256 ");
        assertThat(wire.header("X-Amz-Content-Sha256")).isEqualTo("UNSIGNED-PAYLOAD");
    }

    public void theServicesOwnSchemesHoldWhereAnOperationSaysNothing() {
        client.signed(r -> {});
        assertThat(wire.header("Authorization")).startsWith("AWS4-HMAC-SHA256 ");
    }

    public void aKeyIsUsedWhereOneIsSet() {
        TinyClient.builder()
                .endpoint(java.net.URI.create("https://tiny.test"))
                .authScheme(AuthType.HTTP_API_KEY, AuthScheme.apiKeyHeader("X-Api-Key", "k1"))
                .transport(wire)
                .build()
                .signed(r -> {});
        assertThat(wire.header("X-Api-Key")).isEqualTo("k1");
        assertThat(wire.header("Authorization")).isNull();
    }

    public void theFirstSchemeThatIsSetUpIsUsed() {
        client.chat(r -> {});
        assertThat(wire.header("Authorization")).startsWith("AWS4-HMAC-SHA256 ");

        wire.connect(TinyClient.builder().tokens(() -> "t1")).chat(r -> {});
        assertThat(wire.header("Authorization")).isEqualTo("Bearer t1");

        TinyClient.builder()
                .endpoint(java.net.URI.create("https://tiny.test"))
                .authScheme(AuthType.HTTP_BASIC, AuthScheme.basic("me", "pass"))
                .transport(wire)
                .build()
                .chat(r -> {});
        assertThat(wire.header("Authorization")).isEqualTo("Basic bWU6cGFzcw==");
    }

    public void onlyWhatTakesASignatureCanBePresigned() {
        assertThat(TinyPresigner.class.getDeclaredMethods())
                .extracting(java.lang.reflect.Method::getName)
                .containsOnly("upload", "signed", "chat", "presigner", "streamSigner");
        client.presigner(r -> {});
        assertThat(wire.header("Authorization")).startsWith("AWS4-HMAC-SHA256 ");

        PresignedRequest signed = client.presigner().signed(SignedRequest.builder().build(), Duration.ofMinutes(5));
        assertThat(signed.method()).isEqualTo("GET");
        assertThat(signed.uri().getPath()).isEqualTo("/signed");
        assertThat(signed.uri().getQuery()).contains("X-Amz-Expires=300", "X-Amz-SignedHeaders=host", "X-Amz-Signature=");
        assertThat(signed.isBrowserExecutable()).isTrue();
    }

    public void aBodyThatIsNotSignedMayBeAnyBody() {
        TinyClient fixed = wire.connect(TinyClient.builder().clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
        UploadRequest empty = UploadRequest.builder().build();
        UploadRequest full = empty.toBuilder().data(Blob.utf8("d")).build();
        PresignedRequest without = fixed.presigner().upload(empty, Duration.ofDays(7));
        // The type of a body that is there is signed, unlike the body.
        PresignedRequest with = fixed.presigner().upload(full, Duration.ofDays(7));
        PresignedRequest other = fixed.presigner()
                .upload(full.toBuilder().data(Blob.utf8("other")).build(), Duration.ofDays(7));
        assertThat(without.method()).isEqualTo("PUT");
        assertThat(without.body()).isNull();
        assertThat(with.body().toByteArray()).asString().isEqualTo("d");
        assertThat(with.headers()).containsOnlyKeys("Content-Type");
        assertThat(with.isBrowserExecutable()).isFalse();
        assertThat(other.uri()).isEqualTo(with.uri());
    }

    public void aSchemeOfOnesOwnIsFoundByItsId() {
        wire.connect(TinyClient.builder()
                        .authScheme(
                                AuthType.of("com.example#stampAuth"),
                                (request, now) -> request.headers().add("X-Stamp", "red")))
                .stamp(r -> {});
        assertThat(wire.header("X-Stamp")).isEqualTo("red");
        assertThat(wire.header("Authorization")).isNull();

        client.stamp(r -> {});
        assertThat(wire.header("Authorization")).isNull();
    }
}
