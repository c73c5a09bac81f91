package dev.whittle.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.runtime.error.MalformedResponseException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Holds our reader and writer to StAX, with random documents, whole and damaged, in random pieces. These differences are
 * meant: in a name, ours takes any character beyond ASCII, and one colon, which stands between two parts; and it takes
 * white space before an XML declaration, and refuses document types and XML 1.1. The latter three do not occur here.
 */
@Timeout(120)
class XmlOracleTest {
    private static final String[] ATTRIBUTES = {"b", "xsi:type", "xmlns", "xmlns:ns", "xml:lang", "ö"};
    private static final XMLInputFactory STAX = XMLInputFactory.newFactory();

    private static final String BEYOND_ASCII = "[^\\x00-\\x7F\uFFFE\uFFFF]";

    /** For a document with elements where text is expected. */
    private static final String MISFIT = "an element in a text";

    static {
        STAX.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        STAX.setProperty(XMLInputFactory.IS_VALIDATING, false);
        STAX.setXMLReporter((message, type, related, location) -> {});
        STAX.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        STAX.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final XmlTexts texts = new XmlTexts(random);

    @Test
    void readsWhatStaxReads() {
        for (int i = 0; i < 4_000; i++) {
            String text = texts.document();
            assertThat(ours(text)).as("seed %s: %s", seed, text).isNotNull().isEqualTo(staxs(text));
        }
    }

    @Test
    void refusesWhatStaxRefuses() {
        int refused = 0;
        for (int i = 0; i < 8_000; i++) {
            String text = texts.damaged();
            String expected = staxs(text);
            String ours = ours(text);
            refused += expected == null ? 1 : 0;
            if (!isAlike(ours, expected, text)) {
                assertThat(ours).as("seed %s: %s", seed, text).isEqualTo(expected);
            }
        }
        assertThat(refused).as("seed %s", seed).isBetween(4_000, 19_500);
    }

    /** Whether both read the same, or the difference is one of those that are meant. */
    private boolean isAlike(String ours, String expected, String text) {
        if (Objects.equals(ours, expected)) {
            return true;
        }
        if (expected == null && (MISFIT.equals(ours) || staxs(text.replaceAll(BEYOND_ASCII, "é")) != null)) {
            return true;
        }
        String plain = text.replace(':', '_');
        return !plain.equals(text) && isAlike(ours(plain), staxs(plain), plain);
    }

    @Test
    void acceptsNoBytesThatAreNoText() {
        for (int i = 0; i < 4_000; i++) {
            byte[] bytes = texts.document().getBytes(StandardCharsets.UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) (0x80 + random.nextInt(0x80));
            String ours = ours(bytes);
            String expected = staxs(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            boolean isText = Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8));
            boolean isRefused = expected == null && (ours == null || MISFIT.equals(ours));
            if (!isRefused && !(isText && isAlike(ours, expected, text))) {
                assertThat(ours).as("seed %s: %s", seed, text).isEqualTo(expected);
            }
        }
    }

    /** What is skipped is checked like what is read. */
    @Test
    void skippingChecksNoLessThanReading() {
        for (int i = 0; i < 4_000; i++) {
            String text = random.nextBoolean() ? texts.damaged() : texts.document();
            String read = ours(text);
            if (!MISFIT.equals(read)) {
                assertThat(skips(text)).as("seed %s: %s", seed, text).isEqualTo(read != null);
            }
        }
    }

    /** Cut off anywhere, a document is refused, unless only what follows the root is missing. */
    @Test
    void noBeginningIsADocument() {
        for (int i = 0; i < 20; i++) {
            byte[] bytes = texts.document().getBytes(StandardCharsets.UTF_8);
            for (int length = 0; length < Math.min(bytes.length, 2_000); length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                String ours = ours(cut);
                assertThat(MISFIT.equals(ours) ? null : ours)
                        .as("seed %s: %s", seed, length)
                        .isEqualTo(staxs(cut));
            }
        }
    }

    @Test
    void staxReadsWhatIsWritten() {
        for (int i = 0; i < 4_000; i++) {
            String text = characters();
            String attribute = characters();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            XmlWriter out = new XmlWriter(bytes);
            out.start("A");
            out.start("a");
            out.attribute("b", attribute);
            out.value(text);
            out.end("a");
            out.end("A");
            out.close();
            String expected = "A{}(a{b=" + attribute + "}[" + text + "])";
            assertThat(staxs(bytes.toByteArray())).as("seed %s", seed).isEqualTo(expected);
            assertThat(ours(bytes.toByteArray())).as("seed %s", seed).isEqualTo(expected);
        }
    }

    /** Any characters that XML has. */
    private String characters() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(50) == 0 ? 5_000 : 20); i > 0; i--) {
            int c = switch (random.nextInt(5)) {
                case 0 -> "\t\n\r&<>\"'\u0085\u2028]".charAt(random.nextInt(11));
                case 1 -> ' ' + random.nextInt(0x60);
                case 2 -> 0x80 + random.nextInt(0xD800 - 0x80);
                case 3 -> 0xE000 + random.nextInt(0xFFFE - 0xE000);
                default -> 0x10000 + random.nextInt(0x100000);
            };
            text.appendCodePoint(c);
        }
        return text.toString();
    }

    private String ours(String text) {
        return ours(text.getBytes(StandardCharsets.UTF_8));
    }

    private String ours(byte[] bytes) {
        XmlReader in = random.nextInt(4) == 0
                ? new XmlReader(bytes)
                : new XmlReader(new Pieces(bytes, random, 1 + random.nextInt(100)));
        StringBuilder out = new StringBuilder();
        try {
            if (!in.hasValue()) {
                return null;
            }
            read(in, out);
            return out.toString();
        } catch (MalformedResponseException e) {
            return e.getMessage().contains("has an element inside") ? MISFIT : null;
        } finally {
            in.close();
        }
    }

    private static void read(XmlReader in, StringBuilder out) {
        String name = in.elementName();
        TreeMap<String, String> attributes = new TreeMap<>();
        for (String attribute : ATTRIBUTES) {
            String value = in.attribute(attribute);
            if (value != null) {
                attributes.put(attribute, value);
            }
        }
        out.append(name).append(attributes);
        if (isLeaf(name)) {
            out.append('[').append(in.string()).append(']');
            return;
        }
        out.append('(');
        for (String child = in.first(); child != null; child = in.next()) {
            read(in, out);
        }
        out.append(')');
    }

    private static boolean isLeaf(String name) {
        return !name.isEmpty() && Character.isLowerCase(name.charAt(0));
    }

    private boolean skips(String text) {
        XmlReader in =
                new XmlReader(new Pieces(text.getBytes(StandardCharsets.UTF_8), random, 1 + random.nextInt(100)));
        try {
            in.skip();
            return in.hasValue();
        } catch (MalformedResponseException e) {
            return false;
        } finally {
            in.close();
        }
    }

    private static String staxs(String text) {
        return staxs(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String staxs(byte[] bytes) {
        try {
            XMLStreamReader in = STAX.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (in.next() != XMLStreamConstants.START_ELEMENT) {}
            StringBuilder out = new StringBuilder();
            boolean fits = read(in, out);
            while (in.hasNext()) {
                in.next();
            }
            return fits ? out.toString() : MISFIT;
        } catch (XMLStreamException | RuntimeException e) {
            return null;
        }
    }

    private static boolean read(XMLStreamReader in, StringBuilder out) throws XMLStreamException {
        String qualified = in.getLocalName();
        String name = qualified.substring(qualified.lastIndexOf(':') + 1);
        TreeMap<String, String> attributes = new TreeMap<>();
        for (String attribute : ATTRIBUTES) {
            String value = attribute(in, attribute);
            if (value != null) {
                attributes.put(attribute, value);
            }
        }
        out.append(name).append(attributes);
        boolean leaf = isLeaf(name);
        boolean fits = true;
        StringBuilder text = new StringBuilder();
        out.append(leaf ? "" : "(");
        for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> fits &= read(in, out) && !leaf;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(in.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("an entity");
                default -> {}
            }
        }
        out.append(leaf ? "[" + text + "]" : ")");
        return fits;
    }

    /** The attribute of a name, else the first of the same local name. */
    private static String attribute(XMLStreamReader in, String name) {
        String local = name.substring(name.indexOf(':') + 1);
        String found = null;
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String prefix = in.getAttributePrefix(i);
            boolean hasPrefix = prefix != null && !prefix.isEmpty();
            String written = (hasPrefix ? prefix + ":" : "") + in.getAttributeLocalName(i);
            if (written.equals(name)) {
                return in.getAttributeValue(i);
            }
            if (found == null
                    && !(hasPrefix && prefix.equals("xmlns"))
                    && in.getAttributeLocalName(i).equals(local)) {
                found = in.getAttributeValue(i);
            }
        }
        return found;
    }
}
