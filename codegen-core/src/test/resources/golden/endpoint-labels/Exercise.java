import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.error.MissingMemberException;
import dev.whittle.runtime.error.RequestNotSentException;
import java.net.URI;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void theHostHasTheLabel() {
        client.listThings(r -> r.bucket("mine"));
        assertThat(wire.host()).isEqualTo("mine.tiny.example.com");
        assertThat(wire.line()).isEqualTo("GET /?things=");
        client.deleteThing(r -> r.bucket("mine").key("a b/c"));
        assertThat(wire.host()).isEqualTo("mine.tiny.example.com");
        assertThat(wire.line()).isEqualTo("DELETE /a%20b/c");
    }

    public void thePathOfTheEndpointHasTheLabel() {
        TinyClient pathStyle = wire.connect(TinyClient.builder().forcePathStyle(true));
        pathStyle.listThings(r -> r.bucket("mine"));
        assertThat(wire.host()).isEqualTo("tiny.example.com");
        assertThat(wire.line()).isEqualTo("GET /mine?things=");
        pathStyle.deleteThing(r -> r.bucket("a/b").key("c"));
        assertThat(wire.line()).isEqualTo("DELETE /a%2Fb/c");
    }

    public void theRulesApplyToAnEndpointThatIsSet() {
        wire.connect(TinyClient.builder().endpoint(URI.create("http://localhost:9000/base")))
                .deleteThing(r -> r.bucket("mine").key("k"));
        assertThat(wire.host()).isEqualTo("mine.localhost:9000");
        assertThat(wire.line()).isEqualTo("DELETE /base/k");
    }

    public void dotSegmentsAreSentIfPathsAreSignedAsSent() {
        client.deleteThing(r -> r.bucket("mine").key("../a/./b/.."));
        assertThat(wire.line()).isEqualTo("DELETE /../a/./b/..");
        TinyClient other = wire.connect(TinyClient.builder().endpoint(URI.create("http://localhost:9000")));
        assertThatThrownBy(() -> other.deleteThing(r -> r.bucket("mine").key("a/../b")))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessageStartingWith("DeleteThing: member 'Key' (a label of the path) would be a dot segment");
    }

    public void aLabelInTheEndpointNeedsAValue() {
        TinyClient pathStyle = wire.connect(TinyClient.builder().forcePathStyle(true));
        assertThatThrownBy(() -> pathStyle.deleteThing(r -> r.bucket("").key("other/key")))
                .isInstanceOf(MissingMemberException.class)
                .hasMessageContaining("Bucket");
        assertThatThrownBy(() -> pathStyle.deleteThing(r -> r.bucket("..").key("other/key")))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessageStartingWith("DeleteThing: member 'Bucket' (a label of the path) would be a dot segment");
        assertThatThrownBy(() -> pathStyle.listThings(r -> {}))
                .isInstanceOf(MissingMemberException.class)
                .hasMessageContaining("Bucket");
    }

    public void aLabelThatNotEveryEndpointHasStaysInThePath() {
        client.getTenant(r -> r.tenant("t"));
        assertThat(wire.host()).isEqualTo("t.tiny.example.com");
        assertThat(wire.line()).isEqualTo("GET /t/status");
    }
}
