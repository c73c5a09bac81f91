import static dev.whittle.codegen.harness.EventMessage.event;
import static dev.whittle.codegen.harness.EventMessage.exception;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.TinyClient;
import com.example.tiny.model.*;
import dev.whittle.codegen.harness.EventMessage;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.shape.Blob;
import dev.whittle.runtime.stream.EventSource;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client =
            wire.connect(TinyClient.builder().endpoint(URI.create("https://tiny.test")).tokens(() -> "t"));

    public void payloadsAreReadFromXml() {
        answer(
                event("records", "a,b"),
                event("stats", "<Stats xmlns=\"\"><BytesScanned>5</BytesScanned></Stats>"),
                event("progress", "<Progress><Done>1</Done><parts>x</parts><parts>y</parts></Progress>"),
                event("progress", ""),
                event("end", ""));
        try (SelectResponse response = client.select(r -> r.expression("e"))) {
            assertThat(wire.body()).isEqualTo("<SelectInput><expression>e</expression></SelectInput>");
            List<Selection> events = new ArrayList<>();
            response.events().forEach(events::add);
            assertThat(events)
                    .containsExactly(
                            Selection.records(Records.builder().payload(Blob.utf8("a,b")).build()),
                            Selection.stats(stats(5)),
                            Selection.progress(Progress.builder().done(1L).parts("x", "y").build()),
                            Selection.progress(Progress.builder().build()),
                            Selection.end(End.builder().build()));
        }
    }

    public void errorsEndTheStream() {
        answer(exception("failed", "<Error><Code>Failed</Code><Message>m</Message><line>3</line></Error>"));
        try (SelectResponse response = client.select(r -> r.expression("e"))) {
            assertThatThrownBy(() -> response.events().next())
                    .isInstanceOfSatisfying(Failed.class, error -> assertThat(error.line()).isEqualTo(3));
        }
    }

    public void payloadsAreWrittenAsXml() {
        wire.answer(200, "");
        client.chat(r -> r.said(EventSource.of(List.of(
                Messages.text(Text.builder().lang("en").words("a", "b").build()),
                Messages.details(stats(7)),
                Messages.loud(Loud.builder().level(2).words("w").build())))));
        List<EventMessage> sent = EventMessage.read(wire.bodyBytes());
        assertThat(sent).extracting(EventMessage::text)
                .containsExactly(
                        "<TheText lang=\"en\"><words><member>a</member><member>b</member></words></TheText>",
                        "<Details><BytesScanned>7</BytesScanned></Details>",
                        "<Loud><Words>w</Words></Loud>");
        assertThat(sent.get(2).headers()).containsEntry("level", 2).containsEntry(":content-type", "application/xml");
    }

    private static Stats stats(long bytes) {
        return Stats.builder().details(d -> d.bytesScanned(bytes)).build();
    }

    private void answer(EventMessage... messages) {
        wire.answer(200, EventMessage.bytes(messages), "Content-Type", "application/vnd.amazon.eventstream");
    }
}
