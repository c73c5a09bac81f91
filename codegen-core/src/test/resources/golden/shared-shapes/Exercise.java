import static org.assertj.core.api.Assertions.assertThat;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void eachUseHasItsOwnBindings() {
        wire.answer(200, "{\"items\":[\"a\"]}", "X-Next", "n");
        GetAResponse a = client.getA(r -> r.limit(1));
        assertThat(wire.line()).isEqualTo("GET /a?limit=1");
        assertThat(a.token()).isEqualTo("n");
        client.getB(r -> r.limit(2).inner(f -> f.limit(3)));
        assertThat(wire.line()).isEqualTo("GET /b?limit=2");
        assertThat(wire.body()).isEqualTo("{\"inner\":{\"limit\":3}}");
        client.putPage(r -> r.page(p -> p.items("a").token("t")).filter(f -> f.limit(1)));
        assertThat(wire.body()).isEqualTo("{\"page\":{\"items\":[\"a\"],\"token\":\"t\"},\"filter\":{\"limit\":1}}");
    }
}
