import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.RequestNotSentException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void headersAreWritten() {
        client.echo(r -> r.text("t").number(1).flag(true).ratio(0.5f).color(Color.RED).texts("a", "b,c", "d\"e").numbers(1, 2)
                .colors(Color.RED, Color.GREEN).flags(true, false).json("{\"a\":1}").meta(Map.of("Key", "v")));
        assertThat(wire.header("X-Text")).isEqualTo("t");
        assertThat(wire.header("X-Number")).isEqualTo("1");
        assertThat(wire.header("X-Flag")).isEqualTo("true");
        assertThat(wire.header("X-Ratio")).isEqualTo("0.5");
        assertThat(wire.header("X-Color")).isEqualTo("red");
        assertThat(wire.header("X-Texts")).isEqualTo("a, \"b,c\", \"d\\\"e\"");
        assertThat(wire.header("X-Numbers")).isEqualTo("1, 2");
        assertThat(wire.header("X-Colors")).isEqualTo("red, green");
        assertThat(wire.header("X-Flags")).isEqualTo("true, false");
        assertThat(wire.header("X-Json")).isEqualTo("eyJhIjoxfQ==");
        assertThat(wire.header("X-Meta-Key")).isEqualTo("v");
        assertThat(wire.body()).isEmpty();
    }

    public void headersAreRead() {
        wire.answer(207, "{\"body\":\"b\"}", "x-text", "t", "x-number", "1", "x-flag", "true", "x-ratio", "0.5", "x-color",
                "red", "x-texts", "a, \"b,c\"", "x-numbers", "1,2", "x-colors", "red, blue", "x-flags", "true, false", "x-json",
                "eyJhIjoxfQ==", "x-meta-key", "v");
        EchoResponse response = client.echo(r -> r.text("t"));
        assertThat(response.status()).isEqualTo(207);
        assertThat(response.text()).isEqualTo("t");
        assertThat(response.number()).isEqualTo(1);
        assertThat(response.flag()).isTrue();
        assertThat(response.ratio()).isEqualTo(0.5f);
        assertThat(response.color()).isSameAs(Color.RED);
        assertThat(response.texts()).containsExactly("a", "b,c");
        assertThat(response.numbers()).containsExactly(1, 2);
        assertThat(response.colors()).containsExactly(Color.RED, Color.of("blue"));
        assertThat(response.flags()).containsExactly(true, false);
        assertThat(response.json()).isEqualTo("{\"a\":1}");
        assertThat(response.meta()).containsEntry("key", "v");
        assertThat(response.body()).isEqualTo("b");
    }

    public void missingHeadersAreCorrectedOrNull() {
        EchoResponse response = client.echo(r -> r.text("t"));
        assertThat(response.text()).isEmpty();
        assertThat(response.number()).isZero();
        assertThat(response.texts()).isEmpty();
        assertThat(response.flag()).isNull();
        assertThat(response.hasNumbers()).isFalse();
    }

    public void badHeaderSaysWhere() {
        wire.answer(200, "{}", "X-Number", "many");
        assertThatThrownBy(() -> client.echo(r -> r.text("t")))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("X-Number");
    }

    public void emptyListIsAnEmptyHeader() {
        client.echo(r -> r.text("t").texts(List.of()).numbers(List.of()));
        assertThat(wire.header("X-Texts")).isEmpty();
        assertThat(wire.header("X-Numbers")).isEmpty();
        assertThat(wire.header("X-Colors")).isNull();
        assertThat(wire.header("X-Flags")).isNull();
        wire.answer(200, "{}", "X-Numbers", "");
        assertThat(client.echo(r -> r.text("t")).hasNumbers()).isTrue();
    }

    public void whatIsNoHeaderNamesItsMember() {
        refused(r -> r.text("a\r\nX-Evil: 1"), "member 'text' (header X-Text) holds a line break");
        refused(r -> r.text("a\0b"), "member 'text' (header X-Text) holds the character NUL");
        refused(r -> r.text("\ud83d"), "member 'text' (header X-Text) holds half of a surrogate pair");
        refused(r -> r.text("t").color(Color.of("a\nb")), "member 'color' (header X-Color) holds a line break");
        refused(r -> r.text("t").texts("a", "b\u007f"), "member 'texts' (header X-Texts) holds a control character");
        refused(r -> r.text("t").colors(Color.of("\n")), "member 'colors' (header X-Colors) holds a line break");
        refused(r -> r.text("t").meta(Map.of("a", "b\n")), "member 'meta' (headers X-Meta-*) holds a line break");
        refused(r -> r.text("t").meta(Map.of("a b", "c")), "member 'meta' (headers X-Meta-*) holds a header name");
        client.echo(r -> r.text("caf\u00e9 \ud83d\ude00\t."));
        assertThat(wire.header("X-Text")).isEqualTo("caf\u00e9 \ud83d\ude00\t.");
    }

    private void refused(Consumer<EchoRequest.Builder> request, String message) {
        assertThatThrownBy(() -> client.echo(request))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessageStartingWith("Echo: " + message);
    }
}
