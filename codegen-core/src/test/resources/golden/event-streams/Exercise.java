import static dev.whittle.codegen.harness.EventMessage.event;
import static dev.whittle.codegen.harness.EventMessage.exception;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.TinyClient;
import com.example.tiny.TinyPresigner;
import com.example.tiny.model.*;
import dev.whittle.codegen.harness.EventMessage;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.shape.Blob;
import dev.whittle.runtime.stream.EventSource;
import dev.whittle.runtime.stream.EventStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

public final class Exercise {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    public void thePayloadIsTheStructure() {
        assertThat(read(event("arrival", "{\"person\":{\"name\":\"Ada\"},\"at\":1769860800,\"friends\":[{\"name\":\"Bob\"}]}")))
                .isEqualTo(Happenings.arrival(arrival()));
        assertThat(read(event("departure", "{}"))).isEqualTo(Happenings.departure(Arrival.builder().person(p -> p.name("")).build()));
    }

    public void thePayloadIsOneMember() {
        assertThat(read(event("picture", "pixels", "format", "png")))
                .isEqualTo(Happenings.picture(Picture.builder().bytes(Blob.utf8("pixels")).format("png").build()));
        assertThat(read(event("picture", ""))).isEqualTo(Happenings.picture(Picture.builder().bytes(Blob.utf8("")).build()));
        assertThat(read(event("caption", "words"))).isEqualTo(Happenings.caption(Caption.builder().text("words").build()));
        assertThat(read(event("mood", "red"))).isEqualTo(Happenings.mood(Mood.builder().color(Color.RED).build()));
        assertThat(read(event("card", "{\"name\":\"Ada\"}", "number", 7)))
                .isEqualTo(Happenings.card(Card.builder().person(p -> p.name("Ada")).number(7).build()));
        assertThat(read(event("card", ""))).isEqualTo(Happenings.card(Card.builder().person(p -> p.name("")).build()));
        assertThat(read(event("offer", "{\"number\":1}"))).isEqualTo(Happenings.offer(Offer.builder().choice(Choice.number(1)).build()));
        assertThat(read(event("offer", ""))).isEqualTo(Happenings.offer(Offer.builder().build()));
    }

    public void headersHaveTypes() {
        Object[] headers = {
            "flag", false, "byte", (byte) -1, "short", (short) -2, "count", -3, "long", -4L,
            "bytes", bytes("b"), "text", "t", "time", NOON, "color", "blue"
        };
        assertThat(read(event("measures", "", headers))).isEqualTo(Happenings.measures(measures()));
        assertThat(read(event("measures", ""))).isEqualTo(Happenings.measures(Measures.builder().count(0).build()));
        assertThatThrownBy(() -> read(event("measures", "", "count", "three"))).isInstanceOf(MalformedResponseException.class);
    }

    public void membersThatAreNeitherAreInThePayload() {
        assertThat(read(event("note", "{\"author\":{\"name\":\"Ada\"},\"event\":\"e\",\"lines\":[\"l\"],\"id\":\"x\"}", "id", "n-1")))
                .isEqualTo(Happenings.note(note()));
        assertThat(read(event("note", ""))).isEqualTo(Happenings.note(Note.builder().author(p -> p.name("")).build()));
        assertThat(read(event("pause", ""))).isEqualTo(Happenings.pause(Pause.builder().build()));
    }

    public void unknownEventsAreKept() {
        assertThat(read(event("quake", "{\"strength\":5}", ":content-type", "application/json")))
                .isEqualTo(new Happenings.Unknown("quake", Document.map(Map.of("strength", Document.of(5)))));
    }

    public void headersOfTheResponseAreMembers() {
        answer(event("caption", "one"), event("caption", "two"));
        List<String> texts = new ArrayList<>();
        try (WatchResponse response = client.watch(r -> r.place("here"))) {
            assertThat(wire.line()).isEqualTo("POST /watch");
            assertThat(wire.body()).isEqualTo("{\"place\":\"here\"}");
            assertThat(response.session()).isEqualTo("s-1");
            for (Happenings happening : response.happenings()) {
                texts.add(((Happenings.CaptionMember) happening).caption().text());
            }
        }
        assertThat(texts).containsExactly("one", "two");
        assertThat(wire.isClosed()).isTrue();
    }

    public void closingEndsTheCall() {
        answer(event("caption", "one"), event("caption", "two"));
        WatchResponse response = client.watch(r -> {});
        assertThat(response.happenings().hasNext()).isTrue();
        response.close();
        assertThat(wire.isClosed()).isTrue();
        assertThatThrownBy(() -> response.happenings().next()).isInstanceOf(IllegalStateException.class);
        assertThat(client.<Boolean>watch(r -> {}, watched -> watched.happenings().hasNext())).isTrue();
        assertThat(wire.isClosed()).isTrue();
    }

    public void errorsAreThrown() {
        for (String name : List.of("tooBusy", "Busy", "TooManyCalls")) {
            answer(event("pause", ""), exception(name, "{\"message\":\"later\",\"seconds\":9}"));
            try (WatchResponse response = client.watch(r -> {})) {
                EventStream<Happenings> happenings = response.happenings();
                assertThat(happenings.next()).isInstanceOf(Happenings.PauseMember.class);
                assertThatThrownBy(happenings::next)
                        .isInstanceOfSatisfying(Busy.class, busy -> assertThat(busy.seconds()).isEqualTo(9));
            }
        }
        for (String name : List.of("gone", "Gone")) {
            assertThatThrownBy(() -> read(exception(name, "{}"))).isInstanceOf(Gone.class);
        }
        assertThatThrownBy(() -> read(exception("Lost", "{}"))).isInstanceOf(Lost.class);
        assertThatThrownBy(() -> read(exception("other", "{}"))).isExactlyInstanceOf(TinyException.class);
        assertThat(Happenings.class.getPermittedSubclasses())
                .extracting(Class::getSimpleName)
                .doesNotContain("TooBusyMember", "GoneMember", "LostMember");
    }

    public void eventsAreSent() {
        assertSent(Spoken.sound(Picture.builder().bytes(Blob.utf8("la")).format("mp3").build()), "sound", "application/octet-stream", "la", "format", "mp3");
        assertSent(Spoken.sound(Picture.builder().build()), "sound", null, "");
        assertSent(Spoken.note(note()), "note", "application/json", "{\"author\":{\"name\":\"Ada\"},\"event\":\"e\",\"lines\":[\"l\"]}", "id", "n-1");
        assertSent(Spoken.card(Card.builder().person(p -> p.name("Ada")).build()), "card", "application/json", "{\"name\":\"Ada\"}");
        assertSent(Spoken.arrival(arrival()), "arrival", "application/json", "{\"person\":{\"name\":\"Ada\"},\"at\":1769860800,\"friends\":[{\"name\":\"Bob\"}]}");
        assertSent(Spoken.offer(Offer.builder().choice(Choice.text("t")).build()), "offer", "application/json", "{\"text\":\"t\"}");
        assertSent(Spoken.offer(Offer.builder().build()), "offer", null, "");
        assertSent(Spoken.caption(Caption.builder().text("words").build()), "caption", "text/plain", "words");
        assertSent(Spoken.mood(Mood.builder().color(Color.GREEN).build()), "mood", "text/plain", "green");
        assertSent(Spoken.pause(Pause.builder().build()), "pause", null, "");
        assertSent(new Spoken.Unknown("cough", Document.of("c")), "cough", "application/json", "\"c\"");
        EventMessage message = sent(Spoken.measures(measures()));
        assertThat((byte[]) message.headers().remove("bytes")).isEqualTo(bytes("b"));
        assertThat(message.headers()).containsAllEntriesOf(Map.of(
                "flag", false, "byte", (byte) -1, "short", (short) -2, "count", -3, "long", -4L, "text", "t", "time", NOON, "color", "blue"));
        assertThat(message.payload()).isEmpty();
    }

    public void bothWaysAtOnce() {
        answer(event("caption", "hello"), event("sound", "la", "format", "mp3"));
        EventSource<Spoken> source = sink -> {
            sink.send(Spoken.caption(Caption.builder().text("one").build()));
            sink.send(Spoken.caption(Caption.builder().text("two").build()));
        };
        try (TalkResponse response = client.talk(r -> r.room("r").spoken(source))) {
            assertThat(response.spoken().next()).isEqualTo(Spoken.caption(Caption.builder().text("hello").build()));
            assertThat(response.spoken().next()).isInstanceOf(Spoken.SoundMember.class);
            assertThat(response.spoken().hasNext()).isFalse();
        }
        assertThat(wire.header("Content-Type")).isEqualTo("application/vnd.amazon.eventstream");
        assertThat(wire.header("X-Room")).isEqualTo("r");
        assertThat(EventMessage.read(wire.bodyBytes())).extracting(EventMessage::text).containsExactly("one", "two");
    }

    public void anInputWithoutEventsHasNone() {
        wire.answer(200, "{\"heard\":0}");
        assertThat(client.say(r -> {}).heard()).isZero();
        assertThat(wire.header("Content-Type")).isEqualTo("application/vnd.amazon.eventstream");
        assertThat(EventMessage.read(wire.bodyBytes())).isEmpty();
        wire.answer(200, "{\"heard\":1}");
        assertThat(client.say(r -> r.words(EventSource.of(List.of(Words.word(Word.builder().text("w").build()))))).heard()).isOne();
        assertThat(EventMessage.read(wire.bodyBytes())).extracting(EventMessage::text).containsExactly("{\"text\":\"w\"}");
    }

    public void eventsAreNotPresigned() {
        assertThat(Arrays.stream(TinyPresigner.class.getDeclaredMethods()).map(Method::getName)).containsOnly("watch", "streamSigner");
    }

    private void assertSent(Spoken event, String type, String contentType, String payload, Object... headers) {
        EventMessage message = sent(event);
        assertThat(message.type()).isEqualTo(type);
        assertThat(message.headers().get(":content-type")).isEqualTo(contentType);
        assertThat(message.text()).isEqualTo(payload);
        for (int i = 0; i < headers.length; i += 2) {
            assertThat(message.headers()).containsEntry((String) headers[i], headers[i + 1]);
        }
    }

    private EventMessage sent(Spoken event) {
        answer();
        client.talk(r -> r.room("r").spoken(EventSource.of(List.of(event)))).close();
        List<EventMessage> messages = EventMessage.read(wire.bodyBytes());
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    private Happenings read(EventMessage message) {
        answer(message);
        return client.<Happenings>watch(r -> {}, response -> response.happenings().next());
    }

    private void answer(EventMessage... messages) {
        wire.answer(200, EventMessage.bytes(messages), "Content-Type", "application/vnd.amazon.eventstream", "X-Session", "s-1");
    }

    private static Arrival arrival() {
        return Arrival.builder().person(p -> p.name("Ada")).at(NOON).friends(Person.builder().name("Bob").build()).build();
    }

    private static Note note() {
        return Note.builder().id("n-1").author(p -> p.name("Ada")).event("e").lines("l").build();
    }

    private static Measures measures() {
        return Measures.builder().flag(false).byte_((byte) -1).short_((short) -2).count(-3).long_(-4L).bytes(Blob.utf8("b"))
                .text("t").time(NOON).color(Color.of("blue")).build();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
