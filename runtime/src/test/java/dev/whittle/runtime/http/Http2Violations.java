package dev.whittle.runtime.http;

import static dev.whittle.runtime.http.FrameServer.OK;
import static dev.whittle.runtime.http.FrameServer.SETTINGS;
import static dev.whittle.runtime.http.FrameServer.block;
import static dev.whittle.runtime.http.FrameServer.data;
import static dev.whittle.runtime.http.FrameServer.fields;
import static dev.whittle.runtime.http.FrameServer.frame;
import static dev.whittle.runtime.http.FrameServer.join;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What servers send behind the head of a request: what breaks the rules of HTTP/2, and what looks as if it did. */
final class Http2Violations {
    private Http2Violations() {}

    static byte[] started(byte[]... parts) {
        return join(SETTINGS, join(parts));
    }

    static byte[] responded(byte[]... parts) {
        return join(SETTINGS, OK, join(parts));
    }

    /** A name, what is sent, the code of GOAWAY, and a part of the message. */
    static Stream<Arguments> violations() {
        int protocol = 1;
        int flow = 3;
        int closedStream = 5;
        int size = 6;
        int compression = 9;
        int calm = 11;
        byte[] largeWindow = frame(8, 0, 0, 0x7F, 0xFF, 0xFF, 0xFF);
        return Stream.of(
                arguments("no settings", OK, protocol, "does not begin with settings"),
                arguments("an acknowledgement first", frame(4, 1, 0), protocol, "does not begin with settings"),
                arguments("settings of a stream", frame(4, 0, 1), protocol, "concerns the connection"),
                arguments("settings of a wrong size", frame(4, 0, 0, 1), size, "wrong length"),
                arguments("a full acknowledgement", started(frame(4, 1, 0, 0, 0, 0, 0, 0, 0)), size, "wrong length"),
                arguments("push enabled", frame(4, 0, 0, 0, 2, 0, 0, 0, 1), protocol, "enable pushing"),
                arguments("a window too large", frame(4, 0, 0, 0, 4, 0x80, 0, 0, 0), flow, "window of more than"),
                arguments("frames too small", frame(4, 0, 0, 0, 5, 0, 0, 0x3F, 0xFF), protocol, "size of frames"),
                arguments("frames too large", frame(4, 0, 0, 0, 5, 1, 0, 0, 0), protocol, "size of frames"),
                arguments(
                        "settings that overflow the window",
                        started(frame(8, 0, 1, 0x7F, 0xFF, 0, 0), frame(4, 0, 0, 0, 4, 0, 2, 0, 0)),
                        flow,
                        "grants a window"),
                arguments("data before the head", started(data("a", false)), protocol, "data comes before the head"),
                arguments("data of the connection", responded(frame(0, 0, 0, 1)), protocol, "has not opened"),
                arguments("data of another stream", responded(frame(0, 0, 3, 1)), protocol, "has not opened"),
                arguments("padding without a size", responded(frame(0, 8, 1)), protocol, "padding"),
                arguments("too much padding", responded(frame(0, 8, 1, 2, 0)), protocol, "padding"),
                arguments("a head of another stream", started(frame(1, 4, 3, 0x88)), protocol, "has not opened"),
                arguments("a head of a pushed stream", started(frame(1, 4, 2, 0x88)), protocol, "has not opened"),
                arguments("a head that is all padding", started(frame(1, 12, 1, 3, 0x88)), protocol, "padding"),
                arguments("a head without its priority", started(frame(1, 0x24, 1, 0, 0)), size, "wrong length"),
                arguments("a head that is no HPACK", started(frame(1, 4, 1, 0xBF)), compression, "tables do not have"),
                arguments("a head without fields", started(frame(1, 4, 1)), protocol, "begin with a status"),
                arguments("a head without a status", started(fields(4, "a", "b")), protocol, "begin with a status"),
                arguments("a status of letters", started(fields(4, ":status", "2x0")), protocol, "its status"),
                arguments("a short status", started(fields(4, ":status", "20")), protocol, "its status"),
                arguments("a status below 100", started(fields(4, ":status", "099")), protocol, "its status"),
                arguments("another protocol", started(fields(4, ":status", "101")), protocol, "changes to a protocol"),
                arguments("two status", started(fields(4, ":status", "200", ":status", "200")), protocol, "pseudo"),
                arguments("a late status", started(fields(4, "a", "b", ":status", "200")), protocol, "pseudo"),
                arguments("a pseudo-header", started(fields(4, ":status", "200", ":path", "/")), protocol, "pseudo"),
                arguments("upper case", started(fields(4, ":status", "200", "Ab", "c")), protocol, "the name of"),
                arguments("a blank in a name", started(fields(4, ":status", "200", "a b", "c")), protocol, "the name"),
                arguments("an empty name", started(fields(4, ":status", "200", "", "c")), protocol, "is empty"),
                arguments("a line break", started(fields(4, ":status", "200", "a", "b\nc")), protocol, "line break"),
                arguments("NUL", started(fields(4, ":status", "200", "a", "b\0c")), protocol, "NUL"),
                arguments("a blank at the end", started(fields(4, ":status", "200", "a", "b ")), protocol, "white"),
                arguments("a blank before", started(fields(4, ":status", "200", "a", "\tb")), protocol, "white space"),
                arguments(
                        "a header of a connection",
                        started(fields(4, ":status", "200", "connection", "close")),
                        protocol,
                        "connection, which HTTP/2 does not allow"),
                arguments(
                        "chunks",
                        started(fields(4, ":status", "200", "transfer-encoding", "chunked")),
                        protocol,
                        "transfer-encoding, which"),
                arguments(
                        "a length of letters",
                        started(fields(4, ":status", "200", "content-length", "1a")),
                        protocol,
                        "length is not a number"),
                arguments(
                        "two lengths",
                        started(fields(4, ":status", "200", "content-length", "1", "content-length", "2")),
                        protocol,
                        "two lengths"),
                arguments(
                        "more than its length",
                        started(fields(4, ":status", "200", "content-length", "1"), data("ab", false)),
                        protocol,
                        "longer than its length"),
                arguments(
                        "less than its length",
                        started(fields(4, ":status", "200", "content-length", "3"), data("ab", true)),
                        protocol,
                        "shorter than its length"),
                arguments(
                        "less than its length, and a trailer",
                        started(fields(4, ":status", "200", "content-length", "3"), fields(5, "a", "b")),
                        protocol,
                        "shorter than its length"),
                arguments(
                        "an end with a provisional head", started(fields(5, ":status", "100")), protocol, "provision"),
                arguments("a trailer without an end", responded(fields(4, "a", "b")), protocol, "trailer does not end"),
                arguments("a second head", responded(OK), protocol, "pseudo"),
                arguments("a trailer with a status", responded(fields(5, ":status", "200")), protocol, "pseudo"),
                arguments("a priority of the connection", started(frame(2, 0, 0, 0, 0, 0, 0, 0)), protocol, "opened"),
                arguments("a short priority", started(frame(2, 0, 1, 0, 0, 0, 0)), size, "wrong length"),
                arguments("a reset of the connection", started(frame(3, 0, 0, 0, 0, 0, 0)), protocol, "has not opened"),
                arguments("a reset of an idle stream", started(frame(3, 0, 3, 0, 0, 0, 0)), protocol, "has not opened"),
                arguments("a short reset", started(frame(3, 0, 1, 0, 0, 0)), size, "wrong length"),
                arguments("a push", started(frame(5, 4, 1, 0, 0, 0, 2, 0x82)), protocol, "pushes a response"),
                arguments("a short ping", started(frame(6, 0, 0, 0)), size, "wrong length"),
                arguments("a ping of a stream", started(frame(6, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)), protocol, "concerns"),
                arguments("a short goodbye", started(frame(7, 0, 0, 0, 0, 0, 1)), size, "wrong length"),
                arguments(
                        "a goodbye of a stream", started(frame(7, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0)), protocol, "concern"),
                arguments("an update by nothing", started(frame(8, 0, 0, 0, 0, 0, 0)), protocol, "by nothing"),
                arguments("a stream's update by nothing", started(frame(8, 0, 1, 0, 0, 0, 0)), protocol, "by nothing"),
                arguments("an update of an idle stream", started(frame(8, 0, 5, 0, 0, 0, 1)), protocol, "not opened"),
                arguments("a short update", started(frame(8, 0, 0, 0, 0, 1)), size, "wrong length"),
                arguments("too much window", started(largeWindow, largeWindow), flow, "grants a window"),
                arguments("a continuation of nothing", started(frame(9, 4, 1)), protocol, "interrupted, or goes on"),
                arguments("an interrupted head", started(frame(1, 0, 1), frame(6, 0, 0)), protocol, "interrupted"),
                arguments("two beginnings", started(frame(1, 0, 1), frame(1, 0, 1)), protocol, "interrupted"),
                arguments(
                        "a continuation of another stream",
                        started(frame(1, 0, 1, 0x88), frame(9, 4, 3)),
                        protocol,
                        "has not opened"),
                arguments("an unknown frame in a head", started(frame(1, 0, 1), frame(77, 0, 0)), protocol, "interru"),
                arguments("a frame too long", started(frame(0, 0, 1, new byte[16385])), size, "longer than 16 KiB"),
                arguments("an unknown frame too long", started(frame(99, 0, 0, new byte[16385])), size, "longer than"),
                arguments(
                        "many continuations",
                        started(frame(1, 0, 1), repeat(frame(9, 0, 1), 65)),
                        calm,
                        "longer than 64 KiB or 64 frames"),
                arguments(
                        "long continuations",
                        started(frame(1, 0, 1, new byte[16384]), repeat(frame(9, 0, 1, new byte[16384]), 4)),
                        calm,
                        "longer than 64 KiB or 64 frames"),
                arguments("a head that grows", started(bomb()), calm, "headers are larger than 64 KiB"),
                arguments(
                        "provisional heads without end",
                        started(repeat(fields(4, ":status", "103"), 65)),
                        protocol,
                        "provisional"),
                arguments("many pings", started(repeat(frame(6, 1, 0, new byte[8]), 20_000)), calm, "too many frames"),
                arguments("many settings", started(repeat(SETTINGS, 20_000)), calm, "s"),
                arguments("much empty data", responded(repeat(data("", false), 20_000)), calm, "too many frames"),
                arguments("many priorities", started(repeat(frame(2, 0, 1, 0, 0, 0, 0, 0), 20_000)), calm, "too many"),
                arguments("many unknown frames", started(repeat(frame(50, 0, 0), 20_000)), calm, "too many frames"),
                arguments(
                        "more than the client has room for",
                        responded(repeat(frame(0, 0, 1, new byte[16384]), 64), frame(0, 8, 1, 0)),
                        flow,
                        "more data than the client has room for"),
                arguments("padding fills the room", responded(padding()), flow, "more data than"),
                // Closed, as the end of the response ended the stream; nothing is read behind it.
                arguments(
                        "an end of a stream, twice", responded(frame(3, 0, 1, 0, 0, 0, closedStream)), 0, "STREAM_C"));
    }

    static byte[] repeat(byte[] part, int count) {
        byte[] all = new byte[part.length * count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(part, 0, all, i * part.length, part.length);
        }
        return all;
    }

    /** A field of 4 KB in the table, and then a byte for each copy of it. */
    private static byte[] bomb() {
        byte[] block = new byte[5 + 2 + 4000 + 100];
        byte[] entry = {(byte) 0x88, 0x40, 1, 'a', 0x7F, (byte) 0xA1, 0x1E};
        System.arraycopy(entry, 0, block, 0, entry.length);
        Arrays.fill(block, entry.length, entry.length + 4000, (byte) 'x');
        Arrays.fill(block, entry.length + 4000, block.length, (byte) 0xBE);
        return frame(1, 4, 1, block);
    }

    /** Frames of data that nobody reads, and so much padding that it would be too much together. */
    private static byte[] padding() {
        byte[] padded = new byte[256];
        padded[0] = (byte) 254;
        return join(repeat(frame(0, 0, 1, new byte[16384]), 63), repeat(frame(0, 8, 1, padded), 65));
    }

    /** A name, what is sent, and the body of the response. */
    static Stream<Arguments> tolerated() {
        byte[] end = data("end", true);
        return Stream.of(
                arguments("plain", responded(end), "end"),
                arguments("padding", responded(frame(0, 8, 1, 3, 'a', 0, 0, 0), frame(0, 8, 1, 0), end), "aend"),
                arguments("a padded head", started(frame(1, 12, 1, 2, 0x88, 0, 0), end), "end"),
                arguments("a head with a priority", started(frame(1, 0x24, 1, 0, 0, 0, 0, 9, 0x88), end), "end"),
                arguments(
                        "a head in pieces", started(frame(1, 0, 1), frame(9, 0, 1, 0x88), frame(9, 4, 1), end), "end"),
                arguments("provisional heads", started(fields(4, ":status", "103", "a", "b"), OK, end), "end"),
                arguments("priorities", responded(frame(2, 0, 1, 0, 0, 0, 0, 1), end), "end"),
                arguments("unknown frames", responded(frame(0x42, 0xFF, 7, 1, 2), frame(0xFF, 0, 0), end), "end"),
                arguments("unknown flags", started(frame(1, 0xD4, 1, 0x88), frame(0, 0xF1, 1, 'x')), "x"),
                arguments("the reserved bit", started(frame(1, 4, 0x80000001, 0x88), end), "end"),
                arguments("settings again", responded(frame(4, 0, 0, 0, 4, 0, 0, 0, 0), SETTINGS, end), "end"),
                arguments("unknown settings", responded(frame(4, 0, 0, 0x99, 0x99, 1, 2, 3, 4), end), "end"),
                arguments("no other streams", responded(frame(4, 0, 0, 0, 3, 0, 0, 0, 0), end), "end"),
                arguments("an acknowledgement", responded(frame(4, 1, 0), end), "end"),
                arguments("a goodbye", responded(frame(7, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 'x'), end), "end"),
                arguments("a goodbye to come", responded(frame(7, 0, 0, 127, -1, -1, -1, 0, 0, 0, 0), end), "end"),
                arguments("a reset behind the end", responded(end, frame(3, 0, 1, 0, 0, 0, 0)), "end"),
                arguments("a trailer", responded(data("end", false), fields(5, "a", "b")), "end"),
                arguments("nothing", started(frame(1, 5, 1, 0x88)), ""),
                arguments("a status without a body", started(fields(5, ":status", "304", "content-length", "7")), ""));
    }
}
