import static org.assertj.core.api.Assertions.assertThat;

import com.example.tiny.TinyClient;
import com.example.tiny.model.*;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.shape.Blob;
import java.net.URI;
import java.time.Instant;

public final class Exercise {
    private static final String DEFAULTS = "\"count\":10,\"text\":\"a \\\"b\\\" {c}\",\"flag\":true,\"ratio\":1.5,\"share\":0.25,"
            + "\"small\":1,\"big\":10000000000,\"data\":\"aGk=\",\"at\":0,\"on\":\"2026-01-31T00:00:00Z\",\"names\":[],"
            + "\"prices\":{},\"size\":\"small\",\"anything\":true";

    private final Wire wire = new Wire();
    private final TinyClient client =
            wire.connect(TinyClient.builder().endpoint(URI.create("https://tiny.test")).tokens(() -> "t"));

    public void requestsContainDefaults() {
        client.putThing(r -> r.thing(Thing.builder().build()));
        assertThat(wire.body()).isEqualTo("{\"thing\":{" + DEFAULTS + "}}");
    }

    public void whatIsSetComesFirst() {
        client.putThing(r -> r.count(1).thing(t -> t.count(2).flag(false).later(5).priority(Priority.HIGH)));
        assertThat(wire.body())
                .startsWith("{\"thing\":{\"count\":2,")
                .contains("\"flag\":false")
                .endsWith("\"later\":5,\"priority\":10},\"count\":1}");
    }

    public void responsesHaveDefaults() {
        wire.answer(200, "{\"thing\":{\"later\":null}}");
        PutThingResponse response = client.putThing(r -> r.thing(t -> {}));
        assertThat(response.total()).isEqualTo(100);
        assertThat(response.comment()).isNull();
        Thing thing = response.thing();
        assertThat(thing.count()).isEqualTo(10);
        assertThat(thing.text()).isEqualTo("a \"b\" {c}");
        assertThat(thing.data()).isEqualTo(Blob.utf8("hi"));
        assertThat(thing.at()).isEqualTo(Instant.EPOCH);
        assertThat(thing.on()).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
        assertThat(thing.names()).isEmpty();
        assertThat(thing.size()).isEqualTo(Size.SMALL);
        assertThat(thing.anything()).isEqualTo(Document.of(true));
        assertThat(thing.later()).isNull();
        assertThat(thing.unsure()).isNull();
        assertThat(thing.none()).isNull();
        assertThat(thing).isEqualTo(Thing.builder().build()).isEqualTo(thing.toBuilder().build());
    }

    public void whatTheResponseHasComesFirst() {
        wire.answer(200, "{\"total\":1,\"comment\":\"c\",\"thing\":{\"count\":0,\"names\":[\"n\"],\"size\":\"huge\"}}");
        PutThingResponse response = client.putThing(r -> r.thing(t -> {}));
        assertThat(response.total()).isEqualTo(1);
        assertThat(response.comment()).isEqualTo("c");
        assertThat(response.thing().count()).isZero();
        assertThat(response.thing().names()).containsExactly("n");
        assertThat(response.thing().size()).isEqualTo(Size.of("huge"));
    }
}
