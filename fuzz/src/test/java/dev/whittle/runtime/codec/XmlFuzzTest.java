package dev.whittle.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.whittle.runtime.error.MalformedResponseException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Any bytes in the place of an XML document are read or refused, the same in whatever pieces they arrive, and what is read
 * is what StAX reads. Some of what is read StAX refuses: names with other characters, and white space before a declaration.
 * StAX without namespaces reads names that begin or end with a colon, or have several; ours refuses these.
 */
class XmlFuzzTest {
    private static final XMLInputFactory STAX = XMLInputFactory.newFactory();

    private static final List<Consumer<XmlReader>> SCALARS = List.of(
            XmlReader::string,
            XmlReader::integer,
            XmlReader::longInteger,
            XmlReader::shortInteger,
            XmlReader::byteInteger,
            XmlReader::bool,
            XmlReader::floating,
            XmlReader::doubleFloating,
            XmlReader::bigInteger,
            XmlReader::bigDecimal,
            XmlReader::dateTime,
            XmlReader::httpDate,
            XmlReader::epochSeconds,
            XmlReader::blob);

    static {
        STAX.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        STAX.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        STAX.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        STAX.setXMLReporter((message, type, related, location) -> {});
    }

    /** What came of reading: the text of the root or the names of what is in it, or an exception. */
    private record Outcome(String content, String failure) {}

    @FuzzTest(maxDuration = "")
    void aTextIsWhatStaxReads(byte[] input) {
        byte[] document = wrapped("<r>", input, "</r>");
        Outcome whole = read(new XmlReader(document), true);
        Outcome inPieces = read(new XmlReader(new Pieces(document, piece(input))), true);
        // Compared without assertions first, because millions of those take long.
        if (!whole.equals(inPieces)) {
            assertThat(inPieces).as("in pieces").isEqualTo(whole);
        }
        String expected = stax(document);
        if (whole.content() != null && expected != null && !whole.content().equals(expected)) {
            assertThat(whole.content()).isEqualTo(expected);
        }
        if (whole.content() == null && expected != null) {
            assertThat(withoutColons(document)).as(whole.failure()).isEqualTo(expected.replace(':', '_'));
        }
        if (whole.content() != null) {
            String again = read(new XmlReader(written(whole.content())), true).content();
            if (!whole.content().equals(again)) {
                assertThat(again).as("what was written").isEqualTo(whole.content());
            }
        }
    }

    /** What can be read can be skipped, and the other way round. */
    @FuzzTest(maxDuration = "")
    void skippingIsAsStrictAsReading(byte[] input) {
        byte[] document = wrapped("", input, "");
        Outcome read = read(new XmlReader(document), false);
        Outcome skipped;
        XmlReader in = new XmlReader(new Pieces(document, piece(input)));
        try {
            in.skip();
            skipped = new Outcome("", null);
        } catch (MalformedResponseException e) {
            skipped = new Outcome(null, e.getMessage());
        } finally {
            in.close();
        }
        if ((skipped.content() == null) != (read.content() == null)) {
            assertThat(skipped.failure()).as("skipped").isEqualTo(read.failure());
        }
    }

    /** Each value is read as a string, as a number, as a timestamp and so on, whatever it is. */
    @FuzzTest(maxDuration = "")
    void aScalarIsReadOrRefused(byte[] input) {
        Consumer<XmlReader> scalar = SCALARS.get(input.length == 0 ? 0 : (input[0] & 0xFF) % SCALARS.size());
        XmlReader in = new XmlReader(new Pieces(wrapped("<r><a>", input, "</a></r>"), piece(input)));
        try {
            for (String name = in.first(); name != null; name = in.next()) {
                scalar.accept(in);
            }
        } catch (MalformedResponseException e) {
            return;
        } finally {
            in.close();
        }
    }

    /** What the text is if colons are signs like others; null when it is refused all the same. */
    private static @Nullable String withoutColons(byte[] document) {
        byte[] plain = document.clone();
        for (int i = 0; i < plain.length; i++) {
            plain[i] = plain[i] == ':' ? (byte) '_' : plain[i];
        }
        return read(new XmlReader(plain), true).content();
    }

    /** All but the first byte, between tags. */
    private static byte[] wrapped(String before, byte[] input, String after) {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        document.writeBytes(before.getBytes(StandardCharsets.US_ASCII));
        document.writeBytes(Arrays.copyOfRange(input, Math.min(1, input.length), input.length));
        document.writeBytes(after.getBytes(StandardCharsets.US_ASCII));
        return document.toByteArray();
    }

    private static int piece(byte[] input) {
        return input.length == 0 ? 1 : 1 + (input[0] & 0x7F);
    }

    private static byte[] written(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XmlWriter out = new XmlWriter(bytes);
        out.element("r", text);
        out.close();
        return bytes.toByteArray();
    }

    private static Outcome read(XmlReader in, boolean isText) {
        StringBuilder content = new StringBuilder();
        try {
            if (isText) {
                content.append(in.string());
            } else {
                elements(in, content);
            }
            return new Outcome(content.toString(), null);
        } catch (MalformedResponseException e) {
            return new Outcome(null, e.getMessage());
        } finally {
            in.close();
        }
    }

    private static void elements(XmlReader in, StringBuilder names) {
        for (String name = in.first(); name != null; name = in.next()) {
            names.append(name).append('(');
            elements(in, names);
            names.append(')');
        }
    }

    /** The text of the root; null when StAX refuses the document, or there are elements in it. */
    private static String stax(byte[] document) {
        try {
            XMLStreamReader in = STAX.createXMLStreamReader(new ByteArrayInputStream(document));
            in.nextTag();
            StringBuilder text = new StringBuilder();
            for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    return null;
                }
                if (in.hasText()
                        && event != XMLStreamConstants.COMMENT
                        && event != XMLStreamConstants.PROCESSING_INSTRUCTION) {
                    text.append(in.getText());
                }
            }
            while (in.hasNext()) {
                in.next();
            }
            return text.toString();
        } catch (XMLStreamException | RuntimeException e) {
            return null;
        }
    }
}
