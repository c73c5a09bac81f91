import static org.assertj.core.api.Assertions.assertThat;

import com.example.tiny.TinyClient;
import com.example.tiny.model.*;
import dev.whittle.codegen.harness.Wire;
import java.net.URI;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client =
            wire.connect(TinyClient.builder().endpoint(URI.create("https://tiny.test")).tokens(() -> "t"));

    public void anExampleSendsWhatTheModelSays() {
        client.putThing(r -> r.id("a").thing(t -> t.count(3).size(Size.SMALL)));
        assertThat(wire.line()).isEqualTo("PUT /things/a");
        assertThat(wire.body()).isEqualTo("{\"thing\":{\"count\":3,\"size\":\"small\"}}");
    }
}
