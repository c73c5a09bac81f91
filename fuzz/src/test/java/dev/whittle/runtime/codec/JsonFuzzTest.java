package dev.whittle.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.error.MalformedResponseException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Any bytes in the place of a JSON text are what Jackson reads, or an exception where Jackson has one. Bytes that are not
 * UTF-8, and numbers that no decimal of Java can hold, are refused whatever Jackson does.
 */
class JsonFuzzTest {
    private static final JsonFactory JACKSON = new JsonFactory();

    private static final List<Consumer<JsonReader>> SCALARS = List.of(
            JsonReader::string,
            JsonReader::integer,
            JsonReader::longInteger,
            JsonReader::shortInteger,
            JsonReader::byteInteger,
            JsonReader::bool,
            JsonReader::floating,
            JsonReader::doubleFloating,
            JsonReader::numberText,
            JsonReader::bigInteger,
            JsonReader::bigDecimal,
            JsonReader::timestamp,
            JsonReader::blob,
            JsonReader::strings,
            JsonReader::sparseStrings,
            JsonReader::stringMap,
            JsonReader::sparseStringMap);

    /** What came of reading: a document, or an exception. */
    private record Outcome(Document document, String failure) {
        boolean isMisfit() {
            return failure != null && failure.contains("does not fit");
        }
    }

    /** What Jackson reads, and whether the bytes are UTF-8 as far as it has read them; nothing reads what follows. */
    private record Expected(Document document, boolean isText) {}

    @FuzzTest(maxDuration = "")
    void aTextIsWhatJacksonReads(byte[] input) {
        byte[] text = wrapped("[", input, "]");
        Outcome whole = read(new JsonReader(text));
        Outcome inPieces = read(new JsonReader(new Pieces(text, piece(input))));
        Expected expected = jacksons(text);
        // Compared without assertions first, because millions of those take long.
        if (!whole.equals(inPieces)) {
            assertThat(inPieces).as("in pieces").isEqualTo(whole);
        } else if (whole.document() != null && expected == null && hasSurrogateEscape(text)) {
            // Jackson refuses half a pair in names, but not in values; the grammar of JSON allows both.
            return;
        } else if (whole.document() != null) {
            assertThat(expected).as("read by Jackson").isNotNull();
            if (!expected.isText() || !whole.document().equals(expected.document())) {
                assertThat(whole.document()).isEqualTo(expected.document());
                assertThat(expected.isText()).as("is UTF-8").isTrue();
            }
        } else if (expected != null && expected.isText() && !whole.isMisfit()) {
            assertThat(whole.failure()).isNull();
        }
    }

    @FuzzTest(maxDuration = "")
    void skippingIsAsStrictAsReading(byte[] input) {
        byte[] text = wrapped("{\"skipped\":[", input, "],\"last\":1}");
        Outcome read = read(new JsonReader(text));
        boolean skipped = true;
        JsonReader in = new JsonReader(new Pieces(text, piece(input)));
        try {
            for (String name = in.first(); name != null; name = in.next()) {
                in.skip();
            }
        } catch (MalformedResponseException e) {
            skipped = false;
        } finally {
            in.close();
        }
        // What is skipped is not decoded.
        if (skipped != (read.document() != null) && !read.isMisfit() && isText(text)) {
            assertThat(skipped).as("%s", read.failure()).isEqualTo(read.document() != null);
        }
    }

    /** Each value is read as a string, as a number, as a timestamp and so on, whatever it is. */
    @FuzzTest(maxDuration = "")
    void aScalarIsReadOrRefused(byte[] input) {
        byte[] text = wrapped("[", input, "]");
        Consumer<JsonReader> scalar = SCALARS.get(input.length == 0 ? 0 : (input[0] & 0xFF) % SCALARS.size());
        JsonReader in = new JsonReader(new Pieces(text, piece(input)));
        try {
            if (in.startArray()) {
                while (in.nextElement()) {
                    scalar.accept(in);
                }
            }
        } catch (MalformedResponseException e) {
            return;
        } finally {
            in.close();
        }
    }

    /** All but the first byte, between brackets. */
    private static byte[] wrapped(String before, byte[] input, String after) {
        int size = Math.max(0, input.length - 1);
        byte[] text =
                Arrays.copyOf(before.getBytes(StandardCharsets.US_ASCII), before.length() + size + after.length());
        System.arraycopy(input, Math.min(1, input.length), text, before.length(), size);
        byte[] end = after.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(end, 0, text, before.length() + size, end.length);
        return text;
    }

    private static int piece(byte[] input) {
        return input.length == 0 ? 1 : 1 + (input[0] & 0x7F);
    }

    private static Outcome read(JsonReader in) {
        try {
            return new Outcome(in.document(), null);
        } catch (MalformedResponseException e) {
            return new Outcome(null, e.getMessage());
        } finally {
            in.close();
        }
    }

    /** Whether an escape writes half of a surrogate pair, in a name perhaps; the other half need not follow. */
    private static boolean hasSurrogateEscape(byte[] text) {
        String lower = new String(text, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return lower.contains("\\ud");
    }

    private static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Expected jacksons(byte[] bytes) {
        try (JsonParser in = JACKSON.createParser(ObjectReadContext.empty(), bytes)) {
            in.nextToken();
            Document document = document(in);
            int end = (int) in.currentLocation().getByteOffset();
            // It guesses the encoding, and counts no bytes in UTF-16 and UTF-32, which are no encodings of JSON.
            return end < 0 ? null : new Expected(document, isText(Arrays.copyOf(bytes, end)));
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
