package dev.whittle.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.shape.Blob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {
    private static XmlReader reader(String xml) {
        return new XmlReader(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the element {@code a} of {@code r} the way a decoder does. */
    private static <T> T read(String text, Function<XmlReader, T> reading) {
        XmlReader in = reader("<r><a>" + text + "</a><last>1</last></r>");
        assertThat(in.first()).isEqualTo("a");
        T value = reading.apply(in);
        assertThat(in.next()).isEqualTo("last");
        assertThat(in.integer()).isEqualTo(1);
        assertThat(in.next()).isNull();
        return value;
    }

    private static void fails(String text, Function<XmlReader, ?> reading, String message) {
        assertThatThrownBy(() -> read(text, reading))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage(message);
    }

    private static List<String> names(XmlReader in) {
        List<String> names = new ArrayList<>();
        for (String name = in.first(); name != null; name = in.next()) {
            names.add(name);
        }
        return names;
    }

    @Test
    void aBodyWithoutAnElementHasNoValue() {
        for (String body : new String[] {"", " \r\n\t", "\uFEFF", "\uFEFF\n"}) {
            XmlReader in = reader(body);
            assertThat(in.hasValue()).isFalse();
            assertThat(in.first()).isNull();
            assertThat(in.enter("a")).isFalse();
            assertThat(in.elementName()).isEmpty();
            assertThat(in.attribute("a")).isNull();
            in.skip();
            assertThatThrownBy(in::string).hasMessage("the body is empty, expected an element");
        }
    }

    @Test
    void theRootMayBeWhatIsRead() {
        XmlReader in = reader(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<LocationConstraint>eu-west-1</LocationConstraint>\n");
        assertThat(in.hasValue()).isTrue();
        assertThat(in.elementName()).isEqualTo("LocationConstraint");
        assertThat(in.string()).isEqualTo("eu-west-1");
        assertThat(in.hasValue()).isTrue();
        assertThat(reader("<a>5</a>").integer()).isEqualTo(5);
    }

    @Test
    void elementsAreReadInTheirOrder() {
        XmlReader in = reader("""
                <!-- a comment --><r>text
                  <Key>k</Key> beside
                  <Owner><ID>1</ID><Empty/><None></None></Owner>
                  <skipped a="b"><x><y/>z</x></skipped>
                  <?instruction?><Key>l</Key>
                </r>""");
        List<String> read = new ArrayList<>();
        for (String name = in.first(); name != null; name = in.next()) {
            switch (name) {
                case "Key" -> read.add(in.string());
                case "Owner" -> {
                    for (String inner = in.first(); inner != null; inner = in.next()) {
                        read.add(inner + '=' + in.string());
                    }
                }
                default -> in.skip();
            }
        }
        assertThat(read).containsExactly("k", "ID=1", "Empty=", "None=", "l");
    }

    @Test
    void whatIsNotReadIsPassedOver() {
        assertThat(names(reader("<r><a><b/></a><c>1</c><d/></r>"))).containsExactly("a", "c", "d");
        assertThat(names(reader("<r/>"))).isEmpty();
        assertThat(names(reader("<r> only text </r>"))).isEmpty();
    }

    @Test
    void aWrapperStandsForTheElementAroundIt() {
        String xml = "<r><before><Result>no</Result></before><Result><a>1</a><b>2</b></Result><Result/><after/></r>";
        XmlReader in = reader(xml);
        assertThat(in.enter("Result")).isTrue();
        assertThat(names(in)).containsExactly("a", "b");
        in = reader(xml);
        assertThat(in.enter("Other")).isFalse();

        // Behind it is what follows the outer element.
        in = reader("<r><list><a>1</a><b>2</b><c/></list><x><y><z>3</z>4</y></x><last>5</last></r>");
        assertThat(in.first()).isEqualTo("list");
        assertThat(in.enter("b")).isTrue();
        assertThat(in.integer()).isEqualTo(2);
        assertThat(in.next()).isEqualTo("x");
        assertThat(in.enter("y") && in.enter("z")).isTrue();
        assertThat(in.integer()).isEqualTo(3);
        assertThat(in.next()).isEqualTo("last");
        assertThat(in.enter("none")).isFalse();
        assertThat(in.next()).isNull();
    }

    @Test
    void whatFollowsAWrapperIsChecked() {
        XmlReader in = reader("<r><Result><a>1</a></Result><b></r>");
        assertThat(in.enter("Result")).isTrue();
        assertThat(in.first()).isEqualTo("a");
        assertThat(in.integer()).isEqualTo(1);
        assertThatThrownBy(in::next).hasMessage("/r/b is not valid XML, at byte 34");
    }

    @Test
    void attributesAreFoundByTheirLocalNames() {
        XmlReader in = reader(
                "<r xmlns:x='u' xmlns:type=\"n\" x:type='User &amp;&#10;\n\"x\"' b = \"2\" type2='3'><c d='1'/></r>");
        assertThat(in.attribute("xsi:type")).isEqualTo("User &\n \"x\"");
        assertThat(in.attribute("type")).isEqualTo("User &\n \"x\"");
        assertThat(in.attribute("b")).isEqualTo("2");
        assertThat(in.attribute("y:b")).isEqualTo("2");
        assertThat(in.attribute("xmlns:x")).isEqualTo("u");
        assertThat(in.attribute("c")).isNull();
        assertThat(in.first()).isEqualTo("c");
        assertThat(in.attribute("b")).isNull();
        assertThat(in.attribute("d")).isEqualTo("1");
        assertThat(in.string()).isEmpty();
        assertThat(in.attribute("d")).as("of what has been read").isNull();
        in = reader("<r a:type='1' xsi:type='2'/>");
        assertThat(in.attribute("xsi:type")).as("exact").isEqualTo("2");
        assertThat(in.attribute("b:type")).as("the first").isEqualTo("1");
    }

    @Test
    void prefixesAreDropped() {
        XmlReader in = reader("<soap:Envelope xmlns:soap='u'><soap:Body>1</soap:Body></soap:Envelope>");
        assertThat(in.elementName()).isEqualTo("Envelope");
        assertThat(in.first()).isEqualTo("Body");
        assertThat(in.integer()).isEqualTo(1);
        assertThat(in.next()).isNull();
        assertThatThrownBy(() -> names(reader("<a:r><b:c></d:c></a:r>")))
                .hasMessageStartingWith("/r/c is not valid XML");
    }

    @Test
    void strings() {
        assertThat(read("", XmlReader::string)).isEmpty();
        assertThat(read(" a  b\n", XmlReader::string)).isEqualTo(" a  b\n");
        assertThat(read("a\r\nb\rc", XmlReader::string)).isEqualTo("a\nb\nc");
        assertThat(read("&lt;&gt;&amp;&quot;&apos;&#x1F600;&#13;&#0009;", XmlReader::string))
                .isEqualTo("<>&\"'\uD83D\uDE00\r\t");
        assertThat(read("a<!-- no -->b<?no?>c<![CDATA[<d>&e;]]]>]] >", XmlReader::string))
                .isEqualTo("abc<d>&e;]]] >");
        assertThat(read("é€\uD83D\uDE00\uFFFD", XmlReader::string)).isEqualTo("é€\uD83D\uDE00\uFFFD");
        fails("a<b/>", XmlReader::string, "/r/a has an element inside, expected text");
    }

    @Test
    void integersOfEverySize() {
        assertThat(read(" -2147483648\n", XmlReader::integer)).isEqualTo(Integer.MIN_VALUE);
        assertThat(read("8e2", XmlReader::integer)).isEqualTo(800);
        assertThat(read("+7.0", XmlReader::integer)).isEqualTo(7);
        assertThat(read("9223372036854775807", XmlReader::longInteger)).isEqualTo(Long.MAX_VALUE);
        assertThat(read("-32768", XmlReader::shortInteger)).isEqualTo(Short.MIN_VALUE);
        assertThat(read("<![CDATA[127]]>", XmlReader::byteInteger)).isEqualTo(Byte.MAX_VALUE);
        assertThat(read("123456789012345678901234567890", XmlReader::bigInteger))
                .isEqualTo(new BigInteger("123456789012345678901234567890"));
        assertThat(read("1.10", XmlReader::bigDecimal)).isEqualTo(new BigDecimal("1.10"));
    }

    @Test
    void whatIsNoNumberOfTheSizeSaysSo() {
        fails("2147483648", XmlReader::integer, "/r/a is a text of length 10, expected an integer");
        fails("1.5", XmlReader::integer, "/r/a is a text of length 3, expected an integer");
        fails("1e999999999", XmlReader::integer, "/r/a is a text of length 11, expected an integer");
        fails("", XmlReader::integer, "/r/a is a text of length 0, expected an integer");
        fails("\u0661", XmlReader::integer, "/r/a is a text of length 1, expected an integer");
        fails("9223372036854775808", XmlReader::longInteger, "/r/a is a text of length 19, expected a long");
        fails("128", XmlReader::byteInteger, "/r/a is a text of length 3, expected a byte");
        fails("40000", XmlReader::shortInteger, "/r/a is a text of length 5, expected a short");
        fails("1.5", XmlReader::bigInteger, "/r/a is a text of length 3, expected an integer");
        fails("1e99999999999", XmlReader::bigDecimal, "/r/a is a text of length 13, expected a number");
        fails("x", XmlReader::bigDecimal, "/r/a is a text of length 1, expected a number");
        fails("1e39", XmlReader::floating, "/r/a is a text of length 4, expected a float");
        fails("1e309", XmlReader::doubleFloating, "/r/a is a text of length 5, expected a double");
        fails("1d", XmlReader::doubleFloating, "/r/a is a text of length 2, expected a double");
        fails("0x1p3", XmlReader::floating, "/r/a is a text of length 5, expected a float");
        fails("e", XmlReader::doubleFloating, "/r/a is a text of length 1, expected a double");
        fails("1".repeat(1001), XmlReader::bigInteger, "/r/a exceeds a limit: a number of more than 1000 digits");
    }

    @Test
    void floats() {
        assertThat(read(" 1.5 ", XmlReader::floating)).isEqualTo(1.5f);
        assertThat(read("NaN", XmlReader::floating)).isNaN();
        assertThat(read("-Infinity", XmlReader::floating)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(read("1e-3", XmlReader::doubleFloating)).isEqualTo(0.001);
        assertThat(read("NaN", XmlReader::doubleFloating)).isNaN();
        assertThat(read("Infinity", XmlReader::doubleFloating)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void booleans() {
        assertThat(read("true", XmlReader::bool)).isTrue();
        assertThat(read(" False\n", XmlReader::bool)).isFalse();
        fails("1", XmlReader::bool, "/r/a is a text of length 1, expected a boolean");
    }

    @Test
    void timestampsInEveryFormat() {
        Instant instant = Instant.parse("2014-04-29T18:30:38.250Z");
        List<Function<XmlReader, Instant>> formats =
                List.of(XmlReader::dateTime, XmlReader::httpDate, XmlReader::epochSeconds);
        for (Function<XmlReader, Instant> format : formats) {
            assertThat(read("2014-04-29T18:30:38.250Z", format)).isEqualTo(instant);
            assertThat(read("\n  2014-04-29T20:30:38.25+02:00 ", format)).isEqualTo(instant);
            assertThat(read("Tue, 29 Apr 2014 18:30:38.25 GMT", format)).isEqualTo(instant);
            assertThat(read("1398796238.25", format)).isEqualTo(instant);
            fails("2014-04-31T00:00:00Z", format, "/r/a is a text of length 20, expected a timestamp");
        }
    }

    @Test
    void blobs() {
        byte[] bytes = new byte[20_000];
        new Random(7).nextBytes(bytes);
        assertThat(read(Base64.getEncoder().encodeToString(bytes), XmlReader::blob))
                .isEqualTo(Blob.of(bytes));
        assertThat(read("\nAQI=\n", XmlReader::blob)).isEqualTo(Blob.of(new byte[] {1, 2}));
        assertThat(read("", XmlReader::blob)).isEqualTo(Blob.of(new byte[0]));
        fails("A=B", XmlReader::blob, "/r/a is a text of length 3, expected base64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version='1.0'?><r/>",
                "<?xml version='1.0' encoding='utf-8'?><r/>",
                "<?xml version=\"1.0\" encoding=\"US-ASCII\" standalone=\"no\" ?><r/>",
                "\uFEFF<?xml version='1.0' encoding='Utf-8' standalone='yes'?><r/>",
                " \n<?xml version='1.0'?>\n<r/>",
                "<?xml version='1.0'?><!-- x --><?y z?>\n<r/><!-- x --><?y z?>\n",
            })
    void prologsThatAreRead(String xml) {
        assertThat(names(reader(xml))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "<r/>x",
                "<r/><r/>",
                "<r></s>",
                "<r></r",
                "<r a=1/>",
                "<r a='<'/>",
                "<r a='1'b='2'/>",
                "<r a='1' a='2'/>",
                "<r a/>",
                "<r>]]></r>",
                "<r>]]]></r>",
                "<r>\u0001</r>",
                "<r>\uFFFE</r>",
                "<r a='\u0000'/>",
                "<r>&#1;</r>",
                "<r>&#xD800;</r>",
                "<r>&#x110000;</r>",
                "<r>&#99999999999999;</r>",
                "<r>&#;</r>",
                "<r>&lt</r>",
                "<r>& </r>",
                "<r><!-- -- --></r>",
                "<r><!-- ---></r>",
                "<r><![cdata[]]></r>",
                "<r><?xml version='1.0'?></r>",
                "<!-- x --><?xml version='1.0'?><r/>",
                "<?XML version='1.0'?><r/>",
                "<?xml?><r/>",
                "<?xml version='1.1'?><r/>",
                "<?xml encoding='UTF-8'?><r/>",
                "<?xml version='1.0' standalone='maybe'?><r/>",
                "<?xml version='1.0' standalone='yes' encoding='UTF-8'?><r/>",
                "<?xml version='1.0'><r/>",
                "<![CDATA[x]]>",
                "<1/>",
                "< r/>",
                "<r / >",
                "</r>",
                "<a:b:c/>",
                "<:a/>",
                "<a:/>",
            })
    void whatIsNotWellFormedIsRefused(String xml) {
        assertThatThrownBy(() -> names(reader(xml)))
                .isInstanceOf(MalformedResponseException.class)
                .satisfies(e -> assertThat(e.getMessage()).containsAnyOf("is not valid XML, at byte ", "ends early"));
    }

    @Test
    void saysWhereItIs() {
        String xml = "<List><Items><Item><Size>x</Size></Item></Items></List>";
        XmlReader in = reader(xml);
        assertThat(in.enter("Items") && in.enter("Item") && in.enter("Size")).isTrue();
        assertThatThrownBy(in::integer).hasMessage("/List/Items/Item/Size is a text of length 1, expected an integer");
        assertThatThrownBy(() -> names(reader("<List><Items><It"))).hasMessage("the body ends early, at /List/Items");
    }

    @Test
    void receivesOnlyWhatItReads() throws IOException {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };
        byte[] start = "<r><a>1</a>".getBytes(StandardCharsets.UTF_8);
        XmlReader in = new XmlReader(new SequenceInputStream(new ByteArrayInputStream(start), failing));
        assertThat(in.first()).isEqualTo("a");
        assertThat(in.integer()).isEqualTo(1);
        assertThatThrownBy(in::next).isInstanceOf(UncheckedIOException.class).hasMessageContaining("reset");
        in.close();
    }

    @Test
    void everyChildIsAString() {
        XmlReader in = reader("<r><l><a>1</a> x <b> 2 </b><c/></l><e/><n>3</n></r>");
        assertThat(in.first()).isEqualTo("l");
        assertThat(in.strings()).containsExactly("1", " 2 ", "");
        assertThat(in.next()).isEqualTo("e");
        assertThat(in.strings()).isEmpty();
        assertThat(in.next()).isEqualTo("n");
        assertThat(in.integer()).isEqualTo(3);
        assertThat(in.next()).isNull();
        fails("<b><c/></b>", XmlReader::strings, "/r/a/b has an element inside, expected text");
    }

    @Test
    void aUnionWithTwoSaysWhere() {
        XmlReader in = reader("<r><u><a/></u></r>");
        in.first();
        in.first();
        assertThat(in.unionWithTwo("Choice", "a", "b"))
                .hasMessageContaining("/r/u")
                .hasMessageEndingWith("sets two members of the union Choice, 'a' and 'b'");
    }
}
