import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.error.RequestNotSentException;
import java.net.URI;

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

    public void prefixGoesBeforeNoAddress() {
        TinyClient local = wire.connect(TinyClient.builder().endpoint(URI.create("http://127.0.0.1:8080")));
        local.get(r -> r.tenant("acme"));
        assertThat(wire.host()).isEqualTo("127.0.0.1:8080");
        TinyClient named = wire.connect(TinyClient.builder().endpoint(URI.create("http://proxy")).hostPrefixes(false));
        named.get(r -> r.tenant("acme"));
        assertThat(wire.host()).isEqualTo("proxy");
    }

    public void badLabelIsRefused() {
        assertThatThrownBy(() -> client.get(r -> r.tenant("evil.example/"))).isInstanceOf(RequestNotSentException.class);
    }
}
