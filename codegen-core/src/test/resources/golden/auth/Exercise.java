import static org.assertj.core.api.Assertions.assertThat;

import com.example.tiny.TinyClient;
import dev.whittle.codegen.testkit.Wire;
import dev.whittle.runtime.auth.AuthScheme;
import dev.whittle.runtime.client.AuthType;
import dev.whittle.runtime.shape.Blob;

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
