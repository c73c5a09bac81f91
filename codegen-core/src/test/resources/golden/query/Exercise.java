import static org.assertj.core.api.Assertions.assertThat;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;
import java.util.List;
import java.util.Map;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void parametersAreWritten() {
        client.find(r -> r.text("a&b=c").limit(5).flag(false).color(Color.RED).texts("x", "y").numbers(1, 2)
                .colors(Color.GREEN, Color.of("new")).sparse("s", null).all(Map.of("text", "not again", "k k", "v v")));
        assertThat(wire.line()).isEqualTo("GET /find?fixed=yes&text=a%26b%3Dc&max%20results=5&flag=false&color=red&texts=x&texts=y"
                + "&numbers=1&numbers=2&colors=green&colors=new&sparse=s&k%20k=v%20v");
        client.find(r -> r.limit(1));
        assertThat(wire.line()).isEqualTo("GET /find?fixed=yes&max%20results=1");
    }

    public void mapsOfListsAreWritten() {
        client.findMore(r -> r.text("t").all(Map.of("k", List.of("1", "2"))));
        assertThat(wire.line()).isEqualTo("GET /more?text=t&k=1&k=2");
        assertThat(wire.body()).isEmpty();
    }
}
