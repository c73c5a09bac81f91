import static org.assertj.core.api.Assertions.assertThat;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void documentedClientWorks() {
        wire.answer(200, "{\"level\":\"LOW\"}");
        assertThat(client.get(r -> r.name("n")).level()).isSameAs(Level.LOW);
        assertThat(wire.line()).isEqualTo("GET /things?name=n");
    }
}
