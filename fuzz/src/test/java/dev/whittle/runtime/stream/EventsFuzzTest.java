package dev.whittle.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.whittle.runtime.codec.Pieces;
import dev.whittle.runtime.error.MalformedResponseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Any bytes in the place of a stream of events are events or an exception, however they arrive. */
class EventsFuzzTest {
    private static final int LARGEST = 1 << 20;

    @FuzzTest(maxDuration = "")
    void framesAreReadOrRefused(byte[] input) throws IOException {
        if (input.length < 2) {
            return;
        }
        byte[] bytes = Arrays.copyOfRange(input, 2, input.length);
        if ((input[1] & 1) != 0) {
            // Nothing behind a checksum would ever be reached otherwise.
            correct(bytes);
        }
        List<String> whole = frames(new ByteArrayInputStream(bytes));
        List<String> inPieces = frames(new Pieces(bytes, 1 + (input[0] & 0x7F)));
        if (!whole.equals(inPieces)) {
            assertThat(inPieces).isEqualTo(whole);
        }
    }

    /** Makes the checksums of messages right as long as their lengths fit. */
    private static void correct(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int at = 0;
        while (bytes.length - at >= FrameReader.SMALLEST) {
            buffer.putInt(at + 8, checksum(bytes, at, 8));
            int total = buffer.getInt(at);
            if (total < FrameReader.SMALLEST || total > bytes.length - at) {
                return;
            }
            buffer.putInt(at + total - 4, checksum(bytes, at, total - 4));
            at += total;
        }
    }

    private static int checksum(byte[] bytes, int start, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, start, length);
        return (int) crc.getValue();
    }

    /** The messages as text, and how the stream ends. */
    private static List<String> frames(InputStream in) throws IOException {
        List<String> read = new ArrayList<>();
        FrameReader reader = new FrameReader(in, LARGEST);
        try {
            for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                Map<String, Object> headers = new TreeMap<>();
                frame.headers()
                        .forEach((name, value) -> headers.put(
                                name,
                                value instanceof byte[] bytes
                                        ? Arrays.toString(bytes)
                                        : value + " " + value.getClass()));
                read.add(headers + " " + Arrays.toString(frame.payload()));
            }
            read.add("end");
        } catch (MalformedResponseException e) {
            read.add(e.getMessage());
        }
        return read;
    }

    @FuzzTest(maxDuration = "")
    void serverSentEventsAreWhatTheStandardSays(byte[] input) throws IOException {
        if (input.length < 1) {
            return;
        }
        byte[] bytes = Arrays.copyOfRange(input, 1, input.length);
        List<String> expected = expected(new String(bytes, StandardCharsets.UTF_8));
        List<String> read = new ArrayList<>();
        ServerSentEvents events = new ServerSentEvents(new Pieces(bytes, 1 + (input[0] & 0x7F)));
        for (ServerSentEvent event = events.read(); event != null; event = events.read()) {
            read.add(event.type() + '|' + event.data() + '|' + event.lastEventId());
        }
        if (!read.equals(expected)) {
            assertThat(read).isEqualTo(expected);
        }
    }

    /** What the standard says, in its order. */
    private static List<String> expected(String text) {
        List<String> events = new ArrayList<>();
        String type = "";
        StringBuilder data = null;
        String id = "";
        String[] lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r\n|\n|\r", -1);
        // The last has no end.
        for (String line : Arrays.asList(lines).subList(0, lines.length - 1)) {
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
            if (line.isEmpty()) {
                if (data != null) {
                    events.add((type.isEmpty() ? "message" : type) + '|' + data + '|' + id);
                }
                type = "";
                data = null;
            } else if (field.equals("data")) {
                data = data == null
                        ? new StringBuilder(value)
                        : data.append('\n').append(value);
            } else if (field.equals("event")) {
                type = value;
            } else if (field.equals("id") && value.indexOf('\0') < 0) {
                id = value;
            }
        }
        return events;
    }
}
