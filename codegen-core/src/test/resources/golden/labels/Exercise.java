import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.error.MissingMemberException;
import dev.whittle.runtime.error.RequestNotSentException;
import java.time.Instant;
import java.util.function.Consumer;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void labelsAreEncoded() {
        client.find(r -> r.text("a/b c\u00e4%").color(Color.DARK_BLUE).number(-1L).flag(true).ratio(0.5)
                .time(Instant.ofEpochSecond(1)).path("x/y z/"));
        assertThat(wire.line()).isEqualTo("GET /a%20b/a%2Fb%20c%C3%A4%25/dark%20blue/-1/true/0.5/1970-01-01T00%3A00%3A01Z"
                + "/x/y%20z//end?fixed=1&bare=&odd=a%26b");
    }

    public void dotSegmentIsRefused() {
        refused(r -> r.text(".."), "Find: member 'text' (a label of the path) would be a dot segment");
        refused(r -> r.text("."), "Find: member 'text'");
        refused(r -> r.path("a/../b"), "Find: member 'path'");
        refused(r -> r.color(Color.of("..")), "Find: member 'color'");
        refused(r -> r.text("\ud83d"), "Find: member 'text' (a label of the path) holds half of a surrogate pair");
        refused(r -> r.time(Instant.MAX), "Find: the request cannot be written: member 'time': a timestamp is outside");
    }

    private void refused(Consumer<FindRequest.Builder> member, String message) {
        assertThatThrownBy(() -> client.find(r -> member.accept(r.text("t").color(Color.RED).number(1L).flag(true).ratio(0.5)
                .time(Instant.EPOCH).path("x"))))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessageStartingWith(message);
    }

    public void emptyLabelIsRefused() {
        assertThatThrownBy(() -> client.find(r -> r.text("").color(Color.RED).number(1L).flag(true).ratio(0.5)
                .time(Instant.EPOCH).path("x"))).isInstanceOf(MissingMemberException.class).hasMessageContaining("text");
    }
}
