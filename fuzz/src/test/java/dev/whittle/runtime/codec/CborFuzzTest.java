package dev.whittle.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.error.MalformedResponseException;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;

/** Any bytes in the place of CBOR are read or refused, the same in whatever pieces they arrive. */
class CborFuzzTest {
    private static final List<Consumer<CborReader>> SCALARS = List.of(
            CborReader::string,
            CborReader::integer,
            CborReader::longInteger,
            CborReader::shortInteger,
            CborReader::byteInteger,
            CborReader::bool,
            CborReader::floating,
            CborReader::doubleFloating,
            CborReader::bigInteger,
            CborReader::bigDecimal,
            CborReader::timestamp,
            CborReader::blob,
            CborReader::strings,
            CborReader::sparseStrings,
            CborReader::stringMap,
            CborReader::sparseStringMap);

    /** What came of reading: a document, or an exception. */
    private record Outcome(Document document, String failure) {}

    @FuzzTest(maxDuration = "")
    void anItemIsReadOrRefused(byte[] input) {
        Outcome whole = read(new CborReader(input));
        Outcome inPieces = read(new CborReader(new Pieces(input, input.length == 0 ? 1 : 1 + (input[0] & 0x7F))));
        // Compared without assertions first, because millions of those take long.
        if (!whole.equals(inPieces)) {
            assertThat(inPieces).as("in pieces").isEqualTo(whole);
        }
        if (whole.document() != null) {
            Document again = read(new CborReader(written(whole.document()))).document();
            if (!whole.document().equals(again)) {
                assertThat(again).as("what was written").isEqualTo(whole.document());
            }
        }
    }

    /** What can be read can be skipped, to the same end. */
    @FuzzTest(maxDuration = "")
    void skippingEndsWhereReadingDoes(byte[] input) {
        ByteArrayOutputStream item = new ByteArrayOutputStream();
        item.write(0x82);
        item.writeBytes(input);
        item.write(0x18);
        item.write(0x7B);
        CborReader reading = new CborReader(item.toByteArray());
        Document document;
        try {
            document = reading.document();
        } catch (MalformedResponseException e) {
            return;
        }
        CborReader in = new CborReader(item.toByteArray());
        in.startArray();
        in.nextSlot();
        in.skip();
        in.nextSlot();
        Document second = in.document();
        if (!second.equals(document.asList().get(1))) {
            assertThat(second).isEqualTo(document.asList().get(1));
        }
    }

    /** Each value is read as a string, as a number, as a timestamp and so on, whatever it is. */
    @FuzzTest(maxDuration = "")
    void aScalarIsReadOrRefused(byte[] input) {
        Consumer<CborReader> scalar = SCALARS.get(input.length == 0 ? 0 : (input[0] & 0xFF) % SCALARS.size());
        ByteArrayOutputStream item = new ByteArrayOutputStream();
        item.write(0x9F);
        item.write(input, Math.min(1, input.length), Math.max(0, input.length - 1));
        item.write(0xFF);
        CborReader in = new CborReader(item.toByteArray());
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

    private static byte[] written(Document document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CborWriter out = new CborWriter(bytes);
        out.value(document);
        out.close();
        return bytes.toByteArray();
    }

    private static Outcome read(CborReader in) {
        try {
            return new Outcome(in.document(), null);
        } catch (MalformedResponseException e) {
            return new Outcome(null, e.getMessage());
        } finally {
            in.close();
        }
    }
}
