import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.shape.Blob;
import java.util.Map;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void bytesAreBase64() {
        Blob data = Blob.utf8("\u00e4?");
        wire.answer(200, "{\"data\":\"w6Q/\",\"list\":[\"w6Q/\"],\"map\":{\"k\":\"w6Q/\"}}");
        EchoResponse response = client.echo(r -> r.data(data).list(data).map(Map.of("k", data)));
        assertThat(wire.body()).isEqualTo("{\"data\":\"w6Q/\",\"list\":[\"w6Q/\"],\"map\":{\"k\":\"w6Q/\"}}");
        assertThat(response.data()).isEqualTo(data);
        assertThat(response.more()).isNull();
        assertThat(response.list()).containsExactly(data);
        assertThat(response.map()).containsEntry("k", data);
    }

    public void badBase64SaysWhere() {
        wire.answer(200, "{\"data\":\"%\"}");
        assertThatThrownBy(() -> client.echo(r -> r.data(Blob.utf8("")))).hasMessageContaining("/data");
    }

    public void bytesAreNotPrinted() {
        assertThat(EchoRequest.builder().data(Blob.utf8("secret")).build().toString()).doesNotContain("secret");
    }
}
