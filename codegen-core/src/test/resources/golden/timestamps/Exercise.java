import static org.assertj.core.api.Assertions.assertThat;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;
import java.time.Instant;
import java.util.Map;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    private static final Instant AT = Instant.ofEpochSecond(1_000_000_000);

    public void eachPlaceHasItsFormat() {
        client.echo(r -> r.at(AT).epoch(AT).query(AT).queryHttp(AT).queries(AT, AT).header(AT).headerIso(AT).headers(AT, AT)
                .epochHeaders(AT, AT).body(body()));
        assertThat(wire.line()).isEqualTo("POST /echo/2001-09-09T01%3A46%3A40Z/1000000000?query=2001-09-09T01%3A46%3A40Z"
                + "&queryHttp=Sun%2C%2009%20Sep%202001%2001%3A46%3A40%20GMT"
                + "&queries=2001-09-09T01%3A46%3A40Z&queries=2001-09-09T01%3A46%3A40Z");
        assertThat(wire.header("X-At")).isEqualTo("Sun, 09 Sep 2001 01:46:40 GMT");
        assertThat(wire.header("X-Iso")).isEqualTo("2001-09-09T01:46:40Z");
        assertThat(wire.header("X-Times")).isEqualTo("Sun, 09 Sep 2001 01:46:40 GMT, Sun, 09 Sep 2001 01:46:40 GMT");
        assertThat(wire.header("X-Epochs")).isEqualTo("1000000000, 1000000000");
        assertThat(wire.body()).isEqualTo("""
                {"body":{"plain":1000000000,"iso":"2001-09-09T01:46:40Z","http":"Sun, 09 Sep 2001 01:46:40 GMT",\
                "epoch":1000000000,"shapeIso":"2001-09-09T01:46:40Z","shapeIsoAsEpoch":1000000000,"list":[1000000000],\
                "isoList":["2001-09-09T01:46:40Z"],"map":{"k":"2001-09-09T01:46:40Z"},\
                "choice":{"iso":"2001-09-09T01:46:40Z"}}}""");
        wire.answer(200, wire.body(), "X-At", "Sun, 09 Sep 2001 01:46:40 GMT", "X-Times",
                "Sun, 09 Sep 2001 01:46:40 GMT, Sun, 09 Sep 2001 01:46:40 GMT", "X-Epochs", "1000000000, 1000000000");
        EchoResponse response = client.echo(r -> r.at(AT).epoch(AT));
        assertThat(response.header()).isEqualTo(AT);
        assertThat(response.headers()).containsExactly(AT, AT);
        assertThat(response.epochHeaders()).containsExactly(AT, AT);
        assertThat(response.body()).isEqualTo(body());
    }

    private static Body body() {
        return Body.builder().plain(AT).iso(AT).http(AT).epoch(AT).shapeIso(AT).shapeIsoAsEpoch(AT).list(AT).isoList(AT)
                .map(Map.of("k", AT)).choice(Choice.iso(AT)).build();
    }
}
