package dev.whittle.runtime.http;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Frames of HTTP/2, byte by byte, for servers on raw sockets that do what no library does. */
final class FrameServer {
    static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    /** The settings of a server that has none, and the head of a response. */
    static final byte[] SETTINGS = frame(4, 0, 0);

    static final byte[] OK = frame(1, 4, 1, 0x88);

    private FrameServer() {}

    /** One frame that the client has sent. */
    static final class Frame {
        final int type;
        final int flags;
        final int stream;
        final byte[] payload;

        Frame(int type, int flags, int stream, byte[] payload) {
            this.type = type;
            this.flags = flags;
            this.stream = stream;
            this.payload = payload;
        }

        /** The code of a frame that ends a stream or a connection. */
        int code() {
            return payload[payload.length - 1] & 0xFF;
        }
    }

    static byte[] frame(int type, int flags, int stream, int... payload) {
        byte[] bytes = new byte[payload.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) payload[i];
        }
        return frame(type, flags, stream, bytes);
    }

    static byte[] frame(int type, int flags, int stream, byte[] payload) {
        int length = payload.length;
        return join(
                new byte[] {
                    (byte) (length >> 16),
                    (byte) (length >> 8),
                    (byte) length,
                    (byte) type,
                    (byte) flags,
                    (byte) (stream >> 24),
                    (byte) (stream >> 16),
                    (byte) (stream >> 8),
                    (byte) stream
                },
                payload);
    }

    static byte[] data(String text, boolean isEnd) {
        return frame(0, isEnd ? 1 : 0, 1, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A frame with fields whose names are new to the tables. */
    static byte[] fields(int flags, String... namesAndValues) {
        return frame(1, flags, 1, block(namesAndValues));
    }

    static byte[] block(String... namesAndValues) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            block.write(0);
            for (int j = i; j < i + 2; j++) {
                byte[] bytes = namesAndValues[j].getBytes(StandardCharsets.ISO_8859_1);
                block.write(bytes.length);
                block.writeBytes(bytes);
            }
        }
        return block.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Reads the preface and frames up to the head of the request. */
    static void readHead(RawServer.Connection connection) throws IOException {
        connection.readExactly(PREFACE.length());
        int type;
        do {
            type = readFrame(connection).type;
        } while (type != 1);
    }

    static Frame readFrame(RawServer.Connection connection) throws IOException {
        DataInputStream in = new DataInputStream(connection.input());
        int lengthAndType = in.readInt();
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        byte[] payload = new byte[lengthAndType >>> 8];
        in.readFully(payload);
        return new Frame(lengthAndType & 0xFF, flags, stream, payload);
    }

    /** Reads all frames until the client closes the connection. */
    static List<Frame> readToEnd(RawServer.Connection connection) {
        List<Frame> frames = new ArrayList<>();
        try {
            while (true) {
                frames.add(readFrame(connection));
            }
        } catch (EOFException e) {
            return frames;
        } catch (IOException e) {
            // The client closed it with something unread.
            return frames;
        }
    }
}
