import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.testkit.Wire;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void prefixGoesBeforeTheHost() {
        client.get(r -> r.tenant("acme"));
        assertThat(wire.host()).startsWith("data-acme.tiny.");
        assertThat(wire.line()).isEqualTo("GET /things?tenant=acme");
        client.getFixed(r -> {});
        assertThat(wire.host()).startsWith("fixed.tiny.");
    }

    public void badLabelIsRefused() {
        assertThatThrownBy(() -> client.get(r -> r.tenant("evil.example/"))).isInstanceOf(IllegalArgumentException.class);
    }
}
