import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.TinyClient;
import com.example.tiny.model.Kind;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.error.ConfigurationException;
import java.util.List;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void clientsGiveParameters() {
        client.plain(r -> {});
        assertThat(wire.host()).isEqualTo("once-none-any-z.example.com");
        wire.connect(TinyClient.builder().accelerate(true).retry_("twice")).plain(r -> {});
        assertThat(wire.host()).isEqualTo("fast-twice-none-any-z.example.com");
    }

    public void membersGiveParametersOfTheCallAlone() {
        client.get(r -> r.bucket("mine").class_(Kind.COLD).zones(List.of("q", "r")));
        assertThat(wire.host()).isEqualTo("once-mine-cold-q.example.com");
        client.get(r -> {});
        assertThat(wire.host()).isEqualTo("once-none-any-z.example.com");
        client.get(r -> r.control(true));
        assertThat(wire.host()).isEqualTo("control-none-z.example.com");
        assertThatThrownBy(() -> client.get(r -> r.zones(List.of())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("no zone");
    }

    public void whatAnOperationAlwaysGivesComesBeforeItsMembers() {
        client.control(r -> r.bucket("mine"));
        assertThat(wire.host()).isEqualTo("control-fixed-a.example.com");
    }
}
