package dev.whittle.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;
import software.amazon.eventstream.MessageDecoder;

/**
 * What AWS's own library writes must be read here, and the other way round, whatever the messages. That library cannot
 * read empty texts and bytes, and leaves out the values of headers that are a byte or a
 * short when it writes them.
 */
class FrameOracleTest {
    private static final int STREAMS = 500;
    private static final String[] TEXTS = {"a", "event", "é", "漢字", "😀", "\u0000", "\uFFFD", "x".repeat(300)};

    @Test
    void messagesOfTheOtherLibraryAreRead() throws IOException {
        long seed = 11;
        Random random = new Random(seed);
        for (int round = 0; round < STREAMS; round++) {
            List<Message> messages = messages(random, false);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (Message message : messages) {
                message.encode(bytes);
            }
            FrameReader reader =
                    new FrameReader(pieces(bytes.toByteArray(), random.nextLong()), FrameReader.MAX_MESSAGE_SIZE);
            for (int i = 0; i < messages.size(); i++) {
                Frame frame = reader.next();
                assertThat(frame)
                        .as("seed %d, round %d, message %d", seed, round, i)
                        .isNotNull();
                assertThat(comparable(frame.headers()))
                        .as("seed %d, round %d, message %d", seed, round, i)
                        .isEqualTo(comparable(messages.get(i)));
                assertThat(frame.payload())
                        .as("seed %d, round %d, message %d", seed, round, i)
                        .isEqualTo(messages.get(i).getPayload());
            }
            assertThat(reader.next()).as("seed %d, round %d", seed, round).isNull();
        }
    }

    @Test
    void theOtherLibraryReadsMessagesOfThisOne() {
        long seed = 12;
        Random random = new Random(seed);
        for (int round = 0; round < STREAMS; round++) {
            List<Message> messages = messages(random, true);
            MessageDecoder decoder = new MessageDecoder();
            for (Message message : messages) {
                decoder.feed(written(message));
            }
            List<Message> decoded = decoder.getDecodedMessages();
            assertThat(decoded).as("seed %d, round %d", seed, round).hasSameSizeAs(messages);
            for (int i = 0; i < messages.size(); i++) {
                assertThat(comparable(decoded.get(i)))
                        .as("seed %d, round %d, message %d", seed, round, i)
                        .isEqualTo(comparable(messages.get(i)));
                assertThat(decoded.get(i).getPayload())
                        .as("seed %d, round %d, message %d", seed, round, i)
                        .isEqualTo(messages.get(i).getPayload());
            }
        }
    }

    /** The libraries write the headers of a message in the order in which they were added. */
    @Test
    void bothWriteTheSameBytes() {
        long seed = 13;
        Random random = new Random(seed);
        for (int round = 0; round < STREAMS; round++) {
            for (Message message : messages(random, false)) {
                byte[] expected = new byte[message.toByteBuffer().remaining()];
                message.toByteBuffer().get(expected);
                assertThat(written(message))
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(expected);
            }
        }
    }

    private static byte[] written(Message message) {
        FrameWriter writer = new FrameWriter();
        message.getHeaders().forEach((name, value) -> {
            switch (type(value)) {
                case "TRUE", "FALSE" -> writer.header(name, value.getBoolean());
                case "BYTE" -> writer.header(name, value.getByte());
                case "SHORT" -> writer.header(name, value.getShort());
                case "INTEGER" -> writer.header(name, value.getInteger());
                case "LONG" -> writer.header(name, value.getLong());
                case "BYTE_ARRAY" -> writer.header(name, value.getByteArray());
                case "STRING" -> writer.header(name, value.getString());
                case "TIMESTAMP" -> writer.header(name, value.getTimestamp());
                case "UUID" -> writer.header(name, value.getUuid());
                default -> throw new AssertionError(value);
            }
        });
        byte[] payload = message.getPayload();
        byte[] larger = new byte[payload.length + 5];
        System.arraycopy(payload, 0, larger, 2, payload.length);
        return writer.finish(larger, 2, payload.length, FrameReader.MAX_MESSAGE_SIZE);
    }

    /** The type, whose class is not public. */
    private static String type(HeaderValue value) {
        return String.valueOf(value.getType());
    }

    private static Map<String, Object> comparable(Message message) {
        Map<String, Object> headers = new HashMap<>();
        message.getHeaders()
                .forEach((name, value) -> headers.put(
                        name,
                        switch (type(value)) {
                            case "TRUE", "FALSE" -> value.getBoolean();
                            case "BYTE" -> value.getByte();
                            case "SHORT" -> value.getShort();
                            case "INTEGER" -> value.getInteger();
                            case "LONG" -> value.getLong();
                            case "BYTE_ARRAY" -> "bytes " + Base64.getEncoder().encodeToString(value.getByteArray());
                            case "STRING" -> value.getString();
                            case "TIMESTAMP" -> value.getTimestamp();
                            case "UUID" -> value.getUuid();
                            default -> throw new AssertionError(value);
                        }));
        return headers;
    }

    private static Map<String, Object> comparable(Map<String, Object> headers) {
        Map<String, Object> comparable = new HashMap<>(headers);
        comparable.replaceAll((name, value) ->
                value instanceof byte[] bytes ? "bytes " + Base64.getEncoder().encodeToString(bytes) : value);
        return comparable;
    }

    private static List<Message> messages(Random random, boolean hasShorts) {
        List<Message> messages = new ArrayList<>();
        for (int n = random.nextInt(5); n > 0; n--) {
            Map<String, HeaderValue> headers = new LinkedHashMap<>();
            for (int h = random.nextInt(12); h > 0; h--) {
                String name = random.nextInt(20) == 0 ? "n".repeat(1 + random.nextInt(255)) : "é:" + random.nextInt(30);
                headers.put(name, value(random, hasShorts));
            }
            byte[] payload = new byte[random.nextInt(40) == 0 ? random.nextInt(300_000) : random.nextInt(200)];
            random.nextBytes(payload);
            messages.add(new Message(headers, payload));
        }
        return messages;
    }

    private static HeaderValue value(Random random, boolean hasShorts) {
        byte[] bytes = new byte[random.nextInt(40) == 0 ? 32767 : 1 + random.nextInt(50)];
        random.nextBytes(bytes);
        return switch (random.nextInt(hasShorts ? 9 : 7)) {
            case 0 -> HeaderValue.fromBoolean(random.nextBoolean());
            case 1 -> HeaderValue.fromUuid(new UUID(random.nextLong(), random.nextLong()));
            case 2 -> HeaderValue.fromTimestamp(Instant.ofEpochMilli(random.nextLong()));
            case 3 -> HeaderValue.fromInteger(random.nextInt());
            case 4 -> HeaderValue.fromLong(random.nextLong());
            case 5 -> HeaderValue.fromByteArray(bytes);
            case 6 -> HeaderValue.fromString(TEXTS[random.nextInt(TEXTS.length)]);
            case 7 -> HeaderValue.fromShort((short) random.nextInt());
            default -> HeaderValue.fromByte((byte) random.nextInt());
        };
    }

    /** A stream that gives out what it has in pieces of any size. */
    static InputStream pieces(byte[] bytes, long seed) {
        Random random = new Random(seed);
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, 1 + random.nextInt(length));
            }
        };
    }
}
