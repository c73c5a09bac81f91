import static org.assertj.core.api.Assertions.assertThat;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void oddValuesGoBothWays() {
        assertThat(Odd.values()).hasSize(20);
        for (Odd value : Odd.values()) {
            wire.answer(200, "{}");
            client.echo(r -> r.odd(value));
            wire.answer(200, wire.body());
            assertThat(client.echo(r -> r.odd(Odd.of("x"))).odd()).isSameAs(value);
            assertThat(Odd.of(value.value())).isSameAs(value);
        }
    }

    public void unknownValuesAreKept() {
        wire.answer(200, "{\"odd\":\"tomorrow\",\"many\":[\"tomorrow\",\"plain\"]}");
        EchoResponse response = client.echo(r -> r.odd(Odd.PLAIN));
        assertThat(response.odd()).isEqualTo(Odd.of("tomorrow")).hasToString("tomorrow");
        assertThat(response.odd()).isNotIn(Odd.values());
        assertThat(response.many()).containsExactly(Odd.of("tomorrow"), Odd.PLAIN);
    }

    public void missingRequiredValueIsEmpty() {
        assertThat(client.echo(r -> r.odd(Odd.PLAIN)).odd().value()).isEmpty();
    }

    public void switchesAreOverTexts() {
        String name = switch (Odd.of("UNKNOWN").value()) {
            case Odd.Value.UNKNOWN -> "the service's";
            case Odd.Value.PLAIN -> "plain";
            default -> "another";
        };
        assertThat(name).isEqualTo("the service's");
        assertThat(Only.ONE.value()).isEqualTo(Only.Value.ONE);
    }
}
