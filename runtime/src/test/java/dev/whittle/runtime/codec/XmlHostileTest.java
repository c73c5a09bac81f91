package dev.whittle.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.error.MalformedResponseException;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are meant to do harm, or are in another encoding. */
@Timeout(60)
class XmlHostileTest {
    /** Repeats a text without end, behind another. */
    private static final class Endless extends InputStream {
        private final byte[] start;
        private final byte[] repeated;
        private long position;

        Endless(String start, String repeated) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
            this.repeated = repeated.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            long at = position++;
            return at < start.length ? start[(int) at] : repeated[(int) ((at - start.length) % repeated.length)];
        }
    }

    private static void read(XmlReader in) {
        if (!in.hasValue()) {
            return;
        }
        for (String name = in.first(); name != null; name = in.next()) {
            in.skip();
        }
    }

    private static void refuses(byte[] body, String message) {
        assertThatThrownBy(() -> read(new XmlReader(body)))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage(message);
    }

    private static void refuses(String body, String message) {
        refuses(body.getBytes(StandardCharsets.UTF_8), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><r>&b;</r>",
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r>&x;</r>",
                "<!DOCTYPE r SYSTEM \"http://127.0.0.1:9/r.dtd\"><r/>",
                "<?xml version='1.0'?><!-- x --><!DOCTYPE html><html/>",
            })
    void documentTypesAreRefused(String body) {
        refuses(body, "the body has a document type declaration, which is not accepted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFF<!DOCTYPE r><r/>",
                "<!DOCTYPE r [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]><r/>",
                "<r/><!DOCTYPE r>",
                "\n\n<!DOCTYPE r PUBLIC 'x' 'http://127.0.0.1:9/'><r/>"
            })
    void documentTypesAreRefusedAtEachPlace(String body) {
        refuses(body, "the body has a document type declaration, which is not accepted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<r><!DOCTYPE r></r>", "<r><!ENTITY a 'b'></r>", "<!ENTITY a 'b'><r/>", "<r><!ELEMENT r ANY></r>"
            })
    void declarationsAreRefusedElsewhere(String body) {
        assertThatThrownBy(() -> read(new XmlReader(body.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("is not valid XML");
    }

    /** A reference stands for one character, and what it stands for is not read again. */
    @Test
    void referencesDoNotExpand() {
        assertThat(new XmlReader("<r>&amp;lt;&#38;lt;&#x26;amp;</r>".getBytes(StandardCharsets.UTF_8)).string())
                .isEqualTo("&lt;&lt;&amp;");
        refuses("<r><a>&#0;</a></r>", "/r/a is not valid XML, at byte 10");
    }

    @Test
    void entitiesOfOthersAreRefused() {
        refuses("<r><a>&x;</a></r>", "/r/a refers to an entity that XML does not define");
        refuses("<r a='&nbsp;'/>", "/r refers to an entity that XML does not define");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void otherEncodingsAreRefused(String charset) {
        refuses("<r>x</r>".getBytes(Charset.forName(charset)), "the body is in another encoding than UTF-8");
        refuses("\uFEFF<r>x</r>".getBytes(Charset.forName(charset)), "the body is in another encoding than UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16", "windows-1252", "UTF-7", "", "hidden-secret"})
    void declaredEncodingsAreRefused(String encoding) {
        refuses(
                "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><r/>",
                "the body is in another encoding than UTF-8");
    }

    @Test
    void encodingsAreNotMixed() {
        refuses("<r>é</r>".getBytes(StandardCharsets.ISO_8859_1), "/r is not valid XML, at byte 4");
        byte[] overlong = {'<', 'r', '>', (byte) 0xC0, (byte) 0xBC, '<', '/', 'r', '>'};
        refuses(overlong, "/r is not valid XML, at byte 4");
        byte[] surrogate = {'<', 'r', '>', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '<', '/', 'r', '>'};
        refuses(surrogate, "/r is not valid XML, at byte 4");
        refuses("<é/>".getBytes(StandardCharsets.ISO_8859_1), "the body is not valid XML, at byte 2");
    }

    /**
     * Wherever a byte stands that is not UTF-8, or a character that XML does not have, the message has its number, in whatever
     * pieces the body arrives.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<r>text~</r>",
                "<r>é~x</r>",
                "<r><![CDATA[text~]]></r>",
                "<r><!-- text~ --></r>",
                "<!--text~--><r/>",
                "<r><?target text~?></r>",
                "<r a='1' b='text~'/>",
                "<r/><!-- ~ -->"
            })
    void encodingsAreNotMixedAnywhere(String body) {
        for (byte[] wrong : new byte[][] {
            {(byte) 0xD7},
            {(byte) 0xFF},
            {(byte) 0xE2, (byte) 0x82},
            {(byte) 0x80},
            {(byte) 0xEF, (byte) 0xBF, (byte) 0xBF}
        }) {
            byte[] before = body.substring(0, body.indexOf('~')).getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(before);
            bytes.writeBytes(wrong);
            bytes.writeBytes(body.substring(body.indexOf('~') + 1).getBytes(StandardCharsets.UTF_8));
            String message = " is not valid XML, at byte " + (before.length + 1);
            assertThatThrownBy(() -> read(new XmlReader(bytes.toByteArray())))
                    .isInstanceOf(MalformedResponseException.class)
                    .hasMessageEndingWith(message);
            for (int piece = 1; piece < bytes.size(); piece++) {
                Pieces pieces = new Pieces(bytes.toByteArray(), new Random(piece), piece);
                assertThatThrownBy(() -> read(new XmlReader(pieces)))
                        .as("pieces of %s", piece)
                        .isInstanceOf(MalformedResponseException.class)
                        .hasMessageEndingWith(message);
            }
        }
    }

    @Test
    void endlessThingsEnd() {
        String limit = "exceeds a limit: ";
        refusesEndless("<r>", "<a>", limit + "a nesting depth of more than 500");
        refusesEndless("<r", " a='1'", "is not valid XML");
        refusesEndless("<r", "r", limit + "a string of more than 50000 bytes");
        refusesEndless("<r ", "é", limit + "a string of more than 50000 bytes");
        refusesEndless("<r>&", "a", limit + "a string of more than 50000 bytes");
        refusesEndless("<r a='", "1", limit + "a string of more than 100000000 bytes");
    }

    private static void refusesEndless(String start, String repeated, String message) {
        XmlReader in = new XmlReader(new Endless(start, repeated));
        assertThatThrownBy(() -> read(in))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining(message);
        in.close();
    }

    @Test
    void endlessTextEnds() {
        XmlReader in = new XmlReader(new Endless("<r>", "12345678"));
        assertThatThrownBy(in::string).hasMessage("/r exceeds a limit: a string of more than 100000000 bytes");
        in.close();
    }

    @Test
    void attributesAreLimited() {
        StringBuilder xml = new StringBuilder("<r");
        for (int i = 0; i < 256; i++) {
            xml.append(" a").append(i).append("='").append(i).append('\'');
        }
        XmlReader in = new XmlReader((xml + "/>").getBytes(StandardCharsets.UTF_8));
        assertThat(in.attribute("a255")).isEqualTo("255");
        read(in);
        refuses(xml + " b='1'/>", "/r exceeds a limit: more than 256 attributes");
    }

    @Test
    void depthIsLimited() {
        read(new XmlReader(("<a>".repeat(500) + "</a>".repeat(500)).getBytes(StandardCharsets.UTF_8)));
        String tooDeep = "<a>".repeat(501) + "</a>".repeat(501);
        assertThatThrownBy(() -> read(new XmlReader(tooDeep.getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("exceeds a limit: a nesting depth of more than 500");
    }

    /** A text of many pieces, none of which can be copied more than once. */
    @Test
    void manyReferencesAndManySectionsAreReadInTime() {
        String text = "&amp;<![CDATA[x]]><!-- -->]".repeat(200_000);
        XmlReader in = new XmlReader(("<r>" + text + "</r>").getBytes(StandardCharsets.UTF_8));
        assertThat(in.string()).hasSize(600_000);
    }

    @Test
    void cutOffAnywhereItIsRefused() {
        String xml = "<?xml version=\"1.0\"?><!-- x --><r a='1' ns:b=\"é\"><a>x&amp;y&#x1F600;</a><b/>"
                + "<![CDATA[z]]><?p q?><c>\uD83D\uDE00]</c></r>";
        byte[] body = xml.getBytes(StandardCharsets.UTF_8);
        read(new XmlReader(body));
        for (int length = 1; length < body.length; length++) {
            byte[] cut = Arrays.copyOf(body, length);
            assertThatThrownBy(() -> read(new XmlReader(cut)))
                    .as("%s bytes", length)
                    .isInstanceOf(MalformedResponseException.class)
                    .hasMessageStartingWith("the body ends early, at ");
        }
    }

    @Test
    void messagesQuoteNothing() {
        String[] bodies = {
            "hidden-secret",
            "<r>hidden-secret",
            "<r>hidden-secret&hidden-secret;</r>",
            "<r a='hidden-secret' a='hidden-secret'/>",
            "<r><a>hidden-secret</b></r>",
            "<!DOCTYPE hidden-secret>",
        };
        for (String body : bodies) {
            assertThatThrownBy(() -> read(new XmlReader(body.getBytes(StandardCharsets.UTF_8))))
                    .hasNoCause()
                    .satisfies(e -> assertThat(e.toString()).doesNotContain("hidden-secret"));
        }
    }
}
