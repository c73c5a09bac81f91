package dev.whittle.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.error.MalformedResponseException;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Holds our reader and writer to Jackson, with random texts, whole and damaged, in random pieces. */
class JsonOracleTest {
    private static final JsonFactory JACKSON = new JsonFactory();

    /** For a number that follows the grammar, but has an exponent beyond those of Java's decimals. */
    private static final Document MISFIT = Document.of("a number that does not fit");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final JsonTexts texts = new JsonTexts(random);

    @Test
    void readsWhatJacksonReads() {
        for (int i = 0; i < 4_000; i++) {
            String text = texts.text();
            assertThat(ours(text)).as("seed %s: %s", seed, text).isNotNull().isEqualTo(jacksons(text));
        }
    }

    @Test
    void refusesWhatJacksonRefuses() {
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            String text = '[' + texts.damaged() + ']';
            Document expected = jacksons(text);
            Document ours = ours(text);
            assertThat(ours == MISFIT ? null : ours)
                    .as("seed %s: %s", seed, text)
                    .isEqualTo(expected);
            refused += expected == null ? 1 : 0;
        }
        assertThat(refused).as("seed %s", seed).isBetween(2_000, 9_800);
    }

    /** Bytes that are no UTF-8 are refused even where Jackson lets them pass. */
    @Test
    void acceptsNoBytesThatAreNoText() {
        for (int i = 0; i < 4_000; i++) {
            byte[] bytes = texts.text().getBytes(StandardCharsets.UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) (0x80 + random.nextInt(0x80));
            Document ours = ours(bytes);
            if (ours != null) {
                assertThat(isText(bytes)).as("seed %s", seed).isTrue();
                assertThat(ours).as("seed %s", seed).isEqualTo(jacksons(bytes));
            }
        }
    }

    @Test
    void skippingChecksNoLessThanReading() {
        for (int i = 0; i < 4_000; i++) {
            String text = texts.damaged();
            String wrapped = "{\"skipped\":" + text + ",\"last\":1}";
            Document read = ours(wrapped);
            if (read != MISFIT) {
                assertThat(skips(wrapped)).as("seed %s: %s", seed, text).isEqualTo(read != null);
            }
        }
    }

    @Test
    void jacksonReadsWhatIsWritten() {
        for (int i = 0; i < 4_000; i++) {
            Document document = jacksons(texts.text());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            JsonWriter out = new JsonWriter(bytes);
            out.value(document);
            out.close();
            assertThat(jacksons(bytes.toByteArray())).as("seed %s", seed).isEqualTo(document);
        }
    }

    private Document ours(String text) {
        return ours(text.getBytes(StandardCharsets.UTF_8));
    }

    private Document ours(byte[] bytes) {
        JsonReader in = new JsonReader(new Pieces(bytes, random, 1 + random.nextInt(100)));
        try {
            return in.document();
        } catch (MalformedResponseException e) {
            return e.getMessage().contains("does not fit") ? MISFIT : null;
        } finally {
            in.close();
        }
    }

    private boolean skips(String text) {
        JsonReader in =
                new JsonReader(new Pieces(text.getBytes(StandardCharsets.UTF_8), random, 1 + random.nextInt(100)));
        try {
            for (String name = in.first(); name != null; name = in.next()) {
                in.skip();
            }
            return true;
        } catch (MalformedResponseException e) {
            return false;
        } finally {
            in.close();
        }
    }

    private static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Document jacksons(String text) {
        return jacksons(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Document jacksons(byte[] bytes) {
        try (JsonParser in = JACKSON.createParser(ObjectReadContext.empty(), bytes)) {
            return in.nextToken() == null ? Document.NULL : document(in);
        } catch (JacksonException | NumberFormatException e) {
            return null;
        }
    }

    private static Document document(JsonParser in) {
        return switch (in.currentToken()) {
            case START_OBJECT -> {
                Map<String, Document> members = new LinkedHashMap<>();
                for (String name = in.nextName(); name != null; name = in.nextName()) {
                    in.nextToken();
                    members.put(name, document(in));
                }
                yield Document.map(members);
            }
            case START_ARRAY -> {
                List<Document> elements = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(document(in));
                }
                yield Document.list(elements);
            }
            case VALUE_STRING -> Document.of(in.getString());
            case VALUE_NUMBER_INT ->
                in.getNumberValue() instanceof BigInteger large ? Document.of(large) : Document.of(in.getLongValue());
            case VALUE_NUMBER_FLOAT -> Document.of(in.getDecimalValue());
            case VALUE_TRUE -> Document.of(true);
            case VALUE_FALSE -> Document.of(false);
            default -> Document.NULL;
        };
    }
}
