package dev.whittle.codegen.harness;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A message of the format {@code application/vnd.amazon.eventstream}, written and read without the runtime.
 *
 * @param headers Boolean, Byte, Short, Integer, Long, byte[], String or Instant by name
 * @param payload the bytes of the payload
 */
public record EventMessage(Map<String, Object> headers, byte[] payload) {
    private static final int TRUE = 0;
    private static final int FALSE = 1;
    private static final int BYTE = 2;
    private static final int SHORT = 3;
    private static final int INTEGER = 4;
    private static final int LONG = 5;
    private static final int BYTES = 6;
    private static final int STRING = 7;
    private static final int TIMESTAMP = 8;

    /** An event of a type, with further headers: names and values in turn. */
    public static EventMessage event(String type, String payload, Object... headers) {
        return of("event", ":event-type", type, payload, headers);
    }

    /** An error of the model. */
    public static EventMessage exception(String type, String payload) {
        return of("exception", ":exception-type", type, payload);
    }

    private static EventMessage of(String kind, String typeHeader, String type, String payload, Object... headers) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(":message-type", kind);
        all.put(typeHeader, type);
        for (int i = 0; i < headers.length; i += 2) {
            all.put((String) headers[i], headers[i + 1]);
        }
        return new EventMessage(all, payload.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes of several messages. */
    public static byte[] bytes(EventMessage... messages) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (EventMessage message : messages) {
            all.writeBytes(message.bytes());
        }
        return all.toByteArray();
    }

    /** The messages that bytes are; of one that is signed, the one that it signs. */
    public static List<EventMessage> read(byte[] bytes) {
        List<EventMessage> messages = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            while (in.available() > 0) {
                EventMessage message = read(in);
                if (!message.headers.containsKey(":chunk-signature")) {
                    messages.add(message);
                } else if (message.payload.length > 0) {
                    messages.addAll(read(message.payload));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    /** The type of the event. */
    public String type() {
        return (String) headers.get(":event-type");
    }

    /** The payload as text. */
    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    private byte[] bytes() {
        try {
            ByteArrayOutputStream headerBytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(headerBytes);
            for (Map.Entry<String, Object> header : headers.entrySet()) {
                byte[] name = header.getKey().getBytes(StandardCharsets.UTF_8);
                out.writeByte(name.length);
                out.write(name);
                write(header.getValue(), out);
            }
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            DataOutputStream frame = new DataOutputStream(message);
            frame.writeInt(16 + headerBytes.size() + payload.length);
            frame.writeInt(headerBytes.size());
            frame.writeInt(crc(message.toByteArray(), 0, 8));
            frame.write(headerBytes.toByteArray());
            frame.write(payload);
            frame.writeInt(crc(message.toByteArray(), 0, message.size()));
            return message.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Object value, DataOutputStream out) throws IOException {
        if (value instanceof Boolean flag) {
            out.writeByte(flag ? TRUE : FALSE);
        } else if (value instanceof Byte number) {
            out.writeByte(BYTE);
            out.writeByte(number);
        } else if (value instanceof Short number) {
            out.writeByte(SHORT);
            out.writeShort(number);
        } else if (value instanceof Integer number) {
            out.writeByte(INTEGER);
            out.writeInt(number);
        } else if (value instanceof Long number) {
            out.writeByte(LONG);
            out.writeLong(number);
        } else if (value instanceof Instant time) {
            out.writeByte(TIMESTAMP);
            out.writeLong(time.toEpochMilli());
        } else {
            boolean isText = value instanceof String;
            byte[] bytes = value instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) value;
            out.writeByte(isText ? STRING : BYTES);
            out.writeShort(bytes.length);
            out.write(bytes);
        }
    }

    private static EventMessage read(DataInputStream in) throws IOException {
        int total = in.readInt();
        byte[] message = new byte[total];
        ByteBuffer.wrap(message).putInt(total);
        in.readFully(message, 4, total - 4);
        DataInputStream frame = new DataInputStream(new ByteArrayInputStream(message, 4, total - 4));
        int headersSize = frame.readInt();
        check(frame.readInt() == crc(message, 0, 8), "the checksum of the prelude");
        Map<String, Object> headers = new LinkedHashMap<>();
        DataInputStream all = new DataInputStream(new ByteArrayInputStream(frame.readNBytes(headersSize)));
        while (all.available() > 0) {
            String name = new String(all.readNBytes(all.readUnsignedByte()), StandardCharsets.UTF_8);
            headers.put(name, value(all));
        }
        byte[] payload = frame.readNBytes(total - 16 - headersSize);
        check(frame.readInt() == crc(message, 0, total - 4), "the checksum of the message");
        return new EventMessage(headers, payload);
    }

    private static Object value(DataInputStream in) throws IOException {
        int type = in.readUnsignedByte();
        return switch (type) {
            case TRUE -> true;
            case FALSE -> false;
            case BYTE -> in.readByte();
            case SHORT -> in.readShort();
            case INTEGER -> in.readInt();
            case LONG -> in.readLong();
            case BYTES -> in.readNBytes(in.readUnsignedShort());
            case STRING -> new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.UTF_8);
            case TIMESTAMP -> Instant.ofEpochMilli(in.readLong());
            default -> throw new AssertionError("type " + type);
        };
    }

    private static int crc(byte[] bytes, int offset, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }

    private static void check(boolean good, String what) {
        if (!good) {
            throw new AssertionError(what + " does not match");
        }
    }
}
