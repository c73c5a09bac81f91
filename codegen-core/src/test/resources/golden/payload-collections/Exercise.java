import static org.assertj.core.api.Assertions.assertThat;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.testkit.Wire;
import java.util.Map;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void listIsTheBody() {
        wire.answer(200, "[{\"name\":\"n\"},null]");
        assertThat(client.putItems(r -> r.content(Item.builder().name("s").build())).content()).hasSize(1);
        assertThat(wire.body()).isEqualTo("[{\"name\":\"s\"}]");
        wire.answer(200, "[\"a\"]");
        assertThat(client.putTexts(r -> r.content("x", "y")).content()).containsExactly("a");
        assertThat(wire.body()).isEqualTo("[\"x\",\"y\"]");
    }

    public void mapIsTheBody() {
        wire.answer(200, "{\"k\":1}");
        assertThat(client.putNumberMap(r -> r.content(Map.of("a", 2))).content()).containsEntry("k", 1);
        assertThat(wire.body()).isEqualTo("{\"a\":2}");
        wire.answer(200, "");
        assertThat(client.putNumberMap(r -> {}).hasContent()).isFalse();
        assertThat(wire.body()).isEmpty();
    }
}
