import static org.assertj.core.api.Assertions.assertThat;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.testkit.Wire;
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
}
