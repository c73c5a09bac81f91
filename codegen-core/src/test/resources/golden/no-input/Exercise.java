import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void nothingIsSentAndRead() {
        assertThat(client.ping(r -> {})).isEqualTo(PingResponse.builder().build());
        assertThat(wire.line()).isEqualTo("POST /ping");
        assertThat(wire.body()).isEmpty();
        assertThat(wire.header("Content-Type")).isNull();
        wire.answer(204, "");
        assertThat(client.pingAgain(PingAgainRequest.builder().build())).isNotNull();
        assertThat(wire.line()).isEqualTo("DELETE /ping");
    }

    public void fakeNeedsOneMethod() {
        TinyClient fake = new TinyClient() {
            @Override
            public PingResponse ping(PingRequest request) {
                return PingResponse.builder().build();
            }
        };
        assertThat(fake.ping(r -> {})).isNotNull();
        assertThatThrownBy(() -> fake.pingAgain(r -> {})).isInstanceOf(UnsupportedOperationException.class);
        fake.close();
    }
}
