import static org.assertj.core.api.Assertions.assertThat;

import com.example.tiny.internal.*;
import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void tokenIsMadeUp() {
        client.create_(r -> r.name("n"));
        assertThat(wire.body()).isEqualTo("{\"clientToken\":\"token-1\",\"name\":\"n\"}");
        client.createByHeader(r -> {});
        assertThat(wire.header("X-Token")).isEqualTo("token-1");
    }

    public void operationMayBeRepeatedWithItsToken() {
        assertThat(CreateOperation.INSTANCE.isIdempotent()).isTrue();
        assertThat(CreateByHeaderOperation.INSTANCE.isIdempotent()).isTrue();
        assertThat(CreateByHeaderOperation.INSTANCE.isReadOnly()).isFalse();
    }

    public void tokenOfTheCallerCounts() {
        client.create_(r -> r.clientToken("mine"));
        assertThat(wire.body()).isEqualTo("{\"clientToken\":\"mine\"}");
        client.createByHeader(r -> r.token("mine"));
        assertThat(wire.header("X-Token")).isEqualTo("mine");
    }
}
