package dev.whittle.runtime.http;

import dev.whittle.runtime.internal.Buffers;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames of a connection, on a thread of its own, and checks them strictly. As the connection has a single
 * stream, every violation ends it, also one that RFC 9113 calls an error of the stream.
 */
final class Http2Reader implements Runnable {
    private static final int PADDED = 8;
    private static final int HAS_PRIORITY = 0x20;

    /** How long a header block may be, and in how many further frames it may come. */
    private static final int BLOCK_LIMIT = 64 * 1024;

    private static final int CONTINUATION_LIMIT = 64;

    /** How many provisional responses a server may send; nothing has use for more than a few. */
    private static final int PROVISIONAL_LIMIT = 64;

    /** How many frames may come that bring nothing: at once, more per second, and more per frame that brings something. */
    private static final int IDLE_LIMIT = 10_000;

    private static final int IDLE_PER_SECOND = 100;
    private static final int IDLE_PER_DATA = 4;

    private final Connection connection;
    private final Http2Stream stream;
    private final boolean hasBody;
    private final HpackDecoder decoder = new HpackDecoder();
    private final long began = System.nanoTime();

    /** The frame that is read. */
    private int type;

    private int flags;
    private int id;

    /** Where its payload lies in the connection's buffer. */
    private int from;

    private int to;

    private boolean hasSettings;
    private int continuations;
    private int provisional;
    private long idleFrames;
    private long dataFrames;

    /** A header block that is not complete; null if there is none. */
    private byte @Nullable [] block;

    private boolean blockEnds;
    private @Nullable Http2Head head;
    private long left = -1;
    private @Nullable String goaway;

    /**
     * Makes a reader.
     *
     * @param hasBody whether the response to the request's method has a body if its head tells a length
     */
    Http2Reader(Connection connection, Http2Stream stream, boolean hasBody) {
        this.connection = connection;
        this.stream = stream;
        this.hasBody = hasBody;
    }

    @Override
    public void run() {
        try {
            while (!stream.isOver()) {
                read();
                frame();
            }
        } catch (Http2Exception e) {
            stream.end(e, false, e.code);
        } catch (IOException e) {
            stream.end(named(connection.ended(e)), true, Http2Exception.NO_ERROR);
        } catch (RuntimeException | Error e) {
            stream.end(new IOException("the response cannot be read", e), true, Http2Exception.NO_ERROR);
        } finally {
            Buffers.HTTP.give(connection.buffer);
        }
    }

    /** An exception with a message; some of the JDK have none. */
    private static IOException named(IOException e) {
        return e.getMessage() == null ? new IOException("the connection was closed while reading the response", e) : e;
    }

    private void read() throws IOException {
        await(Http2Writer.HEADER);
        byte[] bytes = connection.buffer;
        int at = connection.position;
        int length = ((bytes[at] & 0xFF) << 16) | ((bytes[at + 1] & 0xFF) << 8) | (bytes[at + 2] & 0xFF);
        type = bytes[at + 3];
        flags = bytes[at + 4];
        id = integer(at + 5) & Integer.MAX_VALUE;
        if (!hasSettings && bytes[at] == 'H' && bytes[at + 1] == 'T' && bytes[at + 2] == 'T' && type == 'P') {
            throw new IOException("the server responds with HTTP/1.1, and a two-way stream needs HTTP/2");
        }
        if (length > Http2Writer.PAYLOAD_LIMIT) {
            throw sized("a frame is longer than 16 KiB");
        }
        connection.position += Http2Writer.HEADER;
        await(length);
        from = connection.position;
        to = from + length;
        connection.position = to;
    }

    private void await(int length) throws IOException {
        while (connection.limit - connection.position < length) {
            if (connection.fill() < 0) {
                String told = "the server closed the connection before the end of the response";
                throw new IOException(goaway == null ? told : told + ", with " + goaway);
            }
        }
    }

    private int integer(int at) {
        byte[] bytes = connection.buffer;
        return (bytes[at] << 24)
                | ((bytes[at + 1] & 0xFF) << 16)
                | ((bytes[at + 2] & 0xFF) << 8)
                | (bytes[at + 3] & 0xFF);
    }

    private static Http2Exception sized(String problem) {
        return new Http2Exception(Http2Exception.FRAME_SIZE_ERROR, problem);
    }

    private void frame() throws IOException {
        if (!hasSettings && (type != Http2Writer.SETTINGS || has(Http2Writer.ACK))) {
            throw Http2Exception.protocol("the connection does not begin with settings");
        }
        if ((block != null) != (type == Http2Writer.CONTINUATION)) {
            throw Http2Exception.protocol("a header block is interrupted, or goes on without a beginning");
        }
        if (type == Http2Writer.DATA && to > from) {
            dataFrames++;
        } else if (type != Http2Writer.HEADERS) {
            checkIdle();
        }
        switch (type) {
            case Http2Writer.DATA -> data();
            case Http2Writer.HEADERS -> headers();
            case Http2Writer.PRIORITY -> {
                checkStream();
                checkLength(5);
            }
            case Http2Writer.RST_STREAM -> reset();
            case Http2Writer.SETTINGS -> settings();
            case Http2Writer.PUSH_PROMISE ->
                throw Http2Exception.protocol("the server pushes a response although the client has disabled that");
            case Http2Writer.PING -> ping();
            case Http2Writer.GOAWAY -> goaway();
            case Http2Writer.WINDOW_UPDATE -> windowUpdate();
            case Http2Writer.CONTINUATION -> continuation();
            default -> {
                // An extension, which RFC 9113 says to ignore.
                return;
            }
        }
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Frames that bring nothing cost the client time, and some of them a response. */
    private void checkIdle() throws Http2Exception {
        idleFrames++;
        if (idleFrames > IDLE_LIMIT) {
            long seconds = (System.nanoTime() - began) / 1_000_000_000L;
            long useful = dataFrames + stream.writer.dataFrames();
            if (idleFrames > IDLE_LIMIT + seconds * IDLE_PER_SECOND + useful * IDLE_PER_DATA) {
                throw Http2Exception.calm("the server sends too many frames without data");
            }
        }
    }

    private void checkStream() throws Http2Exception {
        if (id != Http2Stream.ID) {
            throw Http2Exception.protocol("a frame belongs to a stream that the client has not opened");
        }
    }

    private void checkConnection() throws Http2Exception {
        if (id != 0) {
            throw Http2Exception.protocol("a frame that concerns the connection belongs to a stream");
        }
    }

    private void checkLength(int length) throws Http2Exception {
        if (to - from != length) {
            throw sized("a frame has a wrong length");
        }
    }

    /** Leaves padding out. */
    private void unpad() throws Http2Exception {
        if (has(PADDED)) {
            int padding = from == to ? 0 : connection.buffer[from] & 0xFF;
            from++;
            if (to - padding < from) {
                throw Http2Exception.protocol("the padding of a frame is longer than the frame");
            }
            to -= padding;
        }
    }

    private void data() throws IOException {
        checkStream();
        if (head == null) {
            throw Http2Exception.protocol("data comes before the head");
        }
        int size = to - from;
        unpad();
        int length = to - from;
        if (left >= 0) {
            left -= length;
            if (left < 0) {
                throw Http2Exception.protocol("its body is longer than its length");
            }
        }
        stream.data(connection.buffer, from, length, size);
        if (has(Http2Writer.END_STREAM)) {
            complete(HttpHeaders.empty());
        }
    }

    private void complete(HttpHeaders trailers) throws Http2Exception {
        if (left > 0) {
            throw Http2Exception.protocol("its body is shorter than its length");
        }
        stream.complete(trailers);
    }

    private void headers() throws IOException {
        checkStream();
        unpad();
        if (has(HAS_PRIORITY)) {
            from += 5;
            if (from > to) {
                throw sized("a frame has a wrong length");
            }
        }
        blockEnds = has(Http2Writer.END_STREAM);
        if (has(Http2Writer.END_HEADERS)) {
            decoded(decoder.decode(connection.buffer, from, to));
        } else {
            continuations = 0;
            block = Arrays.copyOfRange(connection.buffer, from, to);
        }
    }

    private void continuation() throws IOException {
        checkStream();
        byte[] begun = block;
        if (begun == null) {
            return;
        }
        continuations++;
        int size = begun.length + to - from;
        if (size > BLOCK_LIMIT || continuations > CONTINUATION_LIMIT) {
            throw Http2Exception.calm("its head is longer than 64 KiB or 64 frames");
        }
        byte[] longer = Arrays.copyOf(begun, size);
        System.arraycopy(connection.buffer, from, longer, begun.length, to - from);
        block = longer;
        if (has(Http2Writer.END_HEADERS)) {
            block = null;
            decoded(decoder.decode(longer, 0, size));
        }
    }

    private void decoded(HttpHeaders fields) throws IOException {
        boolean isTrailer = head != null;
        Http2Head read = Http2Head.of(fields, isTrailer);
        if (isTrailer) {
            if (!blockEnds) {
                throw Http2Exception.protocol("its trailer does not end it");
            }
            complete(read.headers);
            return;
        }
        if (read.status < 200) {
            provisional++;
            if (blockEnds || provisional > PROVISIONAL_LIMIT) {
                throw Http2Exception.protocol("it ends with a provisional response, or those do not end");
            }
            return;
        }
        head = read;
        left = hasBody && read.status != 304 ? read.length : -1;
        stream.head(read);
        if (blockEnds) {
            complete(HttpHeaders.empty());
        }
    }

    private void reset() throws IOException {
        checkStream();
        checkLength(4);
        String code = Http2Exception.name(integer(from));
        stream.end(new IOException("the server ended the stream with ".concat(code)), false, Http2Exception.NO_ERROR);
    }

    private void settings() throws IOException {
        checkConnection();
        if (has(Http2Writer.ACK)) {
            checkLength(0);
            return;
        }
        if ((to - from) % 6 != 0) {
            throw sized("a frame has a wrong length");
        }
        hasSettings = true;
        for (int at = from; at < to; at += 6) {
            setting(((connection.buffer[at] & 0xFF) << 8) | (connection.buffer[at + 1] & 0xFF), integer(at + 2));
        }
        stream.writer.control(Http2Writer.SETTINGS, Http2Writer.ACK, 0, Connection.NO_BUFFER);
    }

    /** The others ask for nothing that a client with one stream, small frames and no dynamic table does not keep. */
    private void setting(int setting, int value) throws Http2Exception {
        if (setting == 2 && value != 0) {
            throw Http2Exception.protocol("its settings enable pushing");
        }
        if (setting == 4) {
            if (value < 0) {
                throw new Http2Exception(
                        Http2Exception.FLOW_CONTROL_ERROR, "its settings have a window of more than 2147483647 bytes");
            }
            stream.window.initial(value);
        }
        if (setting == 5 && (value < Http2Writer.PAYLOAD_LIMIT || value > 0xFFFFFF)) {
            throw Http2Exception.protocol("its settings have a size of frames that is not allowed");
        }
    }

    private void ping() throws IOException {
        checkConnection();
        checkLength(8);
        if (!has(Http2Writer.ACK)) {
            byte[] payload = Arrays.copyOfRange(connection.buffer, from, to);
            stream.writer.control(Http2Writer.PING, Http2Writer.ACK, 0, payload);
        }
    }

    /** A stream that the server has begun to process may go on. */
    private void goaway() throws IOException {
        checkConnection();
        if (to - from < 8) {
            throw sized("a frame has a wrong length");
        }
        goaway = "GOAWAY and ".concat(Http2Exception.name(integer(from + 4)));
        if ((integer(from) & Integer.MAX_VALUE) < Http2Stream.ID) {
            throw new IOException("the server refused the request with ".concat(goaway));
        }
    }

    private void windowUpdate() throws IOException {
        if (id != 0) {
            checkStream();
        }
        checkLength(4);
        int increment = integer(from) & Integer.MAX_VALUE;
        if (increment == 0) {
            throw Http2Exception.protocol("it enlarges a window by nothing");
        }
        stream.window.grant(id, increment);
    }
}
