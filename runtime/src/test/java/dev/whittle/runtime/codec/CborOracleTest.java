package dev.whittle.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.error.MalformedResponseException;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORParser;

/** Holds our reader and writer of CBOR to Jackson, with random items, whole and damaged, in random pieces. */
class CborOracleTest {
    private static final CBORFactory JACKSON = new CBORFactory();

    /** For an item with a tag that Jackson knows beyond those of numbers, such as that of a reference to an earlier text. */
    private static final Document EXTENSION = Document.of("an item with an extension");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final CborItems items = new CborItems(random);

    @Test
    void readsWhatJacksonReads() {
        for (int i = 0; i < 10_000; i++) {
            byte[] item = items.item();
            assertThat(ours(item))
                    .as("seed %s: %s", seed, hex(item))
                    .isNotNull()
                    .isEqualTo(jacksons(item));
        }
    }

    /**
     * Jackson lets more pass, such as numbers as keys, and texts that are split within a character. It gives a meaning to
     * some more tags, and refuses those of more than 32 bits.
     */
    @Test
    void readsDamagedItemsAsJacksonOrRefusesThem() {
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] item = items.damaged();
            Document ours = ours(item);
            if (ours != null && !mayHaveOtherTags(item)) {
                Document jacksons = jacksons(item);
                assertThat(jacksons == EXTENSION ? ours : jacksons)
                        .as("seed %s: %s", seed, hex(item))
                        .isEqualTo(ours);
            }
            refused += ours == null ? 1 : 0;
        }
        assertThat(refused).as("seed %s", seed).isBetween(2_000, 19_000);
    }

    @Test
    void acceptsNothingThatIsCutOff() {
        for (int i = 0; i < 500; i++) {
            byte[] item = items.item();
            for (int end = 1; end < Math.min(item.length, 300); end++) {
                byte[] cut = Arrays.copyOf(item, end);
                assertThat(ours(cut)).as("seed %s: %s", seed, hex(cut)).isNull();
            }
        }
    }

    @Test
    void skippingFindsTheSameEndAsReading() {
        for (int i = 0; i < 10_000; i++) {
            byte[] item = items.item();
            ByteArrayOutputStream wrapped = new ByteArrayOutputStream();
            wrapped.write(0xBF);
            wrapped.write(0x61);
            wrapped.write('s');
            wrapped.writeBytes(item);
            wrapped.write(0x61);
            wrapped.write('n');
            wrapped.write(7);
            wrapped.write(0xFF);
            CborReader in = new CborReader(new Pieces(wrapped.toByteArray(), random, 1 + random.nextInt(100)));
            assertThat(in.firstEntry()).as("seed %s: %s", seed, hex(item)).isEqualTo("s");
            in.skip();
            assertThat(in.nextEntry()).as("seed %s: %s", seed, hex(item)).isEqualTo("n");
            assertThat(in.integer()).as("seed %s: %s", seed, hex(item)).isEqualTo(7);
            assertThat(in.nextEntry()).isNull();
            in.close();
        }
    }

    @Test
    void jacksonReadsWhatIsWritten() {
        for (int i = 0; i < 10_000; i++) {
            Document document = jacksons(items.item());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            CborWriter out = new CborWriter(bytes);
            out.value(document);
            out.close();
            assertThat(jacksons(bytes.toByteArray())).as("seed %s", seed).isEqualTo(document);
            assertThat(ours(bytes.toByteArray())).as("seed %s", seed).isEqualTo(document);
        }
    }

    /** Whether there may be tags that Jackson treats in a way of its own. */
    private static boolean mayHaveOtherTags(byte[] item) {
        for (int i = 0; i + 1 < item.length; i++) {
            int tag = item[i] & 0xFF;
            int next = item[i + 1] & 0xFF;
            boolean isTag = tag >= 0xC0 && tag < 0xDC;
            boolean isTagged = next >= 0xC0 && next < 0xDC;
            // Of several tags, any counts; the smallest negative number of no bytes is 0; decimals have a length.
            boolean mayBeEmpty = tag == 0xC3 && (next == 0x40 || next >= 0x58);
            if (isTag && (tag >= 0xD8 || tag == 0xC4 || isTagged || mayBeEmpty)) {
                return true;
            }
        }
        return false;
    }

    private Document ours(byte[] bytes) {
        CborReader in = new CborReader(new Pieces(bytes, random, 1 + random.nextInt(100)));
        try {
            return in.document();
        } catch (MalformedResponseException e) {
            return null;
        } finally {
            in.close();
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 400));
    }

    private static Document jacksons(byte[] bytes) {
        try (JsonParser in = JACKSON.createParser(ObjectReadContext.empty(), bytes)) {
            return in.nextToken() == null ? Document.NULL : document((CBORParser) in);
        } catch (UnsupportedOperationException e) {
            return EXTENSION;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static Document document(CBORParser in) {
        if (in.getCurrentTag() > 3) {
            throw new UnsupportedOperationException("tag " + in.getCurrentTag());
        }
        return switch (in.currentToken()) {
            case START_OBJECT -> {
                Map<String, Document> members = new LinkedHashMap<>();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String name = in.currentName();
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
            case VALUE_EMBEDDED_OBJECT -> bytes(in.getBinaryValue());
            case VALUE_NUMBER_INT -> Document.of(in.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> floating(in);
            case VALUE_TRUE -> Document.of(true);
            case VALUE_FALSE -> Document.of(false);
            default -> Document.NULL;
        };
    }

    private static Document bytes(byte[] value) {
        if (value == null) {
            throw new UnsupportedOperationException("an object that is not bytes");
        }
        return Document.of(Base64.getEncoder().encodeToString(value));
    }

    private static Document floating(JsonParser in) {
        Number number = in.getNumberValue();
        if (number instanceof BigDecimal decimal) {
            return Document.of(decimal);
        }
        double value = number.doubleValue();
        return Double.isFinite(value) ? Document.of(value) : Document.of(Double.toString(value));
    }
}
