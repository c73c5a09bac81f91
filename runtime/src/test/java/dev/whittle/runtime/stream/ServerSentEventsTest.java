package dev.whittle.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rules of the HTML Standard for {@code text/event-stream}. */
class ServerSentEventsTest {
    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> read(InputStream body) throws IOException {
        List<String> events = new ArrayList<>();
        ServerSentEvents stream = new ServerSentEvents(body);
        for (ServerSentEvent event = stream.read(); event != null; event = stream.read()) {
            events.add(event.type() + "|" + event.data() + "|" + event.lastEventId());
        }
        return events;
    }

    @Test
    void eventsOfTheStandard() throws IOException {
        assertThat(read(body("data: YHOO\ndata: +2\ndata: 10\n\n"))).containsExactly("message|YHOO\n+2\n10|");
        assertThat(
                        read(
                                body(
                                        ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n")))
                .containsExactly("message|first event|1", "message|second event|", "message| third event|");
        assertThat(read(body("data\n\ndata\ndata\n\ndata:"))).containsExactly("message||", "message|\n|");
        assertThat(read(body("data:test\n\ndata: test\n\n"))).containsExactly("message|test|", "message|test|");
        assertThat(read(body("event: add\ndata: 73857293\n\nevent: remove\ndata: 2153\n\nevent: gone\n\ndata: x\n\n")))
                .containsExactly("add|73857293|", "remove|2153|", "message|x|");
    }

    @Test
    void linesEndInThreeWays() throws IOException {
        List<String> expected = List.of("a|1\n2|7", "message|ü|7");
        for (String end : new String[] {"\n", "\r", "\r\n"}) {
            String text = "event: a\ndata: 1\ndata: 2\nid: 7\n\nunknown: x\ndata: ü\n\n".replace("\n", end);
            assertThat(read(body(text))).isEqualTo(expected);
            assertThat(read(body("\uFEFF" + text))).isEqualTo(expected);
        }
    }

    @Test
    void anEventIsReadAsSoonAsItsBlankLineIsThere() throws IOException {
        InputStream stalled = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read beyond the blank line");
            }
        };
        for (String text : new String[] {"data: now\n\n", "data: now\r\n\r\n", "data: now\r\r"}) {
            ServerSentEvents events = new ServerSentEvents(new SequenceInputStream(body(text), stalled));
            assertThat(events.read().data()).isEqualTo("now");
        }
    }

    @Test
    void anUnfinishedEventIsNone() throws IOException {
        assertThat(read(body("data: a\n\ndata: b\n"))).containsExactly("message|a|");
        assertThat(read(body("data: a\n\ndata: b"))).containsExactly("message|a|");
        assertThat(read(body(""))).isEmpty();
    }

    @Test
    void idsWithNulAndRetriesWithOtherThanDigitsAreIgnored() throws IOException {
        assertThat(read(body("id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n"))).containsExactly("message|a|1", "message|b|1");
        ServerSentEvents events = new ServerSentEvents(
                body("data: a\n\nretry: 1500\ndata: b\n\nretry: 2s\ndata: c\n\nretry\ndata: d\n\n"));
        assertThat(events.read().retry()).isNull();
        for (int i = 0; i < 3; i++) {
            assertThat(events.read().retry()).isEqualTo(Duration.ofMillis(1500));
        }
    }

    @Test
    void piecesOfAnySizeGiveTheSameEvents() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String alphabet = "ab:\n\r data:event:id:é\n\n";
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                int from = random.nextInt(alphabet.length());
                text.append(alphabet, from, from + random.nextInt(alphabet.length() - from + 1));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            InputStream pieces = new ByteArrayInputStream(bytes) {
                @Override
                public int read(byte[] target, int offset, int length) {
                    return super.read(target, offset, Math.min(length, 1 + random.nextInt(3)));
                }
            };
            assertThat(read(pieces)).as("seed " + seed).isEqualTo(read(new ByteArrayInputStream(bytes)));
        }
    }

    @Test
    void aBodyThatBreaksOffFailsTheIterator() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken off");
            }
        };
        Iterator<ServerSentEvent> events =
                new ServerSentEvents(new SequenceInputStream(body("data: 1\n\ndata: 2\n"), broken)).iterator();
        assertThat(events.next().data()).isEqualTo("1");
        assertThatThrownBy(events::hasNext)
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("broken off");
    }

    @Test
    void anEventWithoutAnEndIsRefused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                java.util.Arrays.fill(target, offset, offset + length, (byte) 'x');
                return length;
            }
        };
        assertThatThrownBy(() -> new ServerSentEvents(endless).read()).hasMessage("an event is larger than 16 MiB");
        InputStream lines = new SequenceInputStream(new java.util.Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return true;
            }

            @Override
            public InputStream nextElement() {
                return body("data: ".concat("x".repeat(1000)).concat("\n"));
            }
        });
        assertThatThrownBy(() -> new ServerSentEvents(lines).read()).hasMessage("an event is larger than 16 MiB");
    }

    @Test
    void commentsBetweenLinesAreNoPartOfAnEvent() throws IOException {
        String comment = ":".concat("x".repeat(1 << 20)).concat("\n");
        InputStream body = body("data: 1\n");
        for (int i = 0; i < 20; i++) {
            body = new SequenceInputStream(body, body(comment));
        }
        assertThat(read(new SequenceInputStream(body, body("\n")))).containsExactly("message|1|");
    }

    @Test
    void theEventsCanBeIteratedOnce() {
        ServerSentEvents events = new ServerSentEvents(body("data: secret\n\n"));
        Iterator<ServerSentEvent> iterator = events.iterator();
        assertThat(iterator.next()).hasToString("ServerSentEvent[message]");
        assertThat(iterator.hasNext()).isFalse();
        assertThatThrownBy(events::iterator)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the events can be read only once");
    }
}
