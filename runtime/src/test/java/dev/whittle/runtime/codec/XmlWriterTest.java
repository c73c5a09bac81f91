package dev.whittle.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.shape.Blob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link XmlOracleTest} has StAX read what is written. */
class XmlWriterTest {
    private static String written(Consumer<XmlWriter> writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XmlWriter out = new XmlWriter(bytes);
        writing.accept(out);
        out.close();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String value(Consumer<XmlWriter> writing) {
        String xml = written(out -> {
            out.start("a");
            writing.accept(out);
            out.end("a");
        });
        assertThat(xml).startsWith("<a>").endsWith("</a>");
        return xml.substring(3, xml.length() - 4);
    }

    @Test
    void elementsStandInEachOther() {
        String xml = written(out -> {
            out.start("Request");
            out.attribute("xmlns", "http://s3.amazonaws.com/doc/2006-03-01/");
            out.element("Name", "n");
            out.start("Tags");
            out.start("Tag");
            out.attribute("xsi:type", null);
            out.attribute("a", "1");
            out.attribute("b", "2");
            out.end("Tag");
            out.start("Tag");
            out.value("");
            out.end("Tag");
            out.end("Tags");
            out.end("Request");
        });
        assertThat(xml)
                .isEqualTo("<Request xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>n</Name>"
                        + "<Tags><Tag a=\"1\" b=\"2\"/><Tag></Tag></Tags></Request>");
    }

    @Test
    void nullWritesNothing() {
        assertThat(written(out -> {
                    out.start("r");
                    out.element("a", (String) null);
                    out.element("b", (Number) null);
                    out.element("c", (Boolean) null);
                    out.element("d", (Blob) null);
                    out.end("r");
                }))
                .isEqualTo("<r/>");
    }

    @Test
    void scalars() {
        assertThat(written(out -> out.element("a", "x"))).isEqualTo("<a>x</a>");
        assertThat(written(out -> out.element("a", -5))).isEqualTo("<a>-5</a>");
        assertThat(written(out -> out.element("a", Integer.valueOf(7)))).isEqualTo("<a>7</a>");
        assertThat(written(out -> out.element("a", Boolean.FALSE))).isEqualTo("<a>false</a>");
        assertThat(written(out -> out.element("a", Blob.of(new byte[] {1, 2})))).isEqualTo("<a>AQI=</a>");
        assertThat(value(out -> out.value(true))).isEqualTo("true");
        assertThat(value(out -> out.value(Long.MIN_VALUE))).isEqualTo("-9223372036854775808");
        assertThat(value(out -> out.value(1.5f))).isEqualTo("1.5");
        assertThat(value(out -> out.value(Double.NaN))).isEqualTo("NaN");
        assertThat(value(out -> out.value(Float.NEGATIVE_INFINITY))).isEqualTo("-Infinity");
        assertThat(value(out -> out.value(new BigDecimal("1.10")))).isEqualTo("1.10");
        assertThat(value(out -> out.value(BigInteger.TWO.pow(100)))).isEqualTo("1267650600228229401496703205376");
    }

    @Test
    void timestamps() {
        Instant instant = Instant.parse("2014-04-29T18:30:38.250Z");
        assertThat(value(out -> out.dateTime(instant))).isEqualTo("2014-04-29T18:30:38.25Z");
        assertThat(value(out -> out.httpDate(instant))).isEqualTo("Tue, 29 Apr 2014 18:30:38.25 GMT");
        assertThat(value(out -> out.epochSeconds(instant))).isEqualTo("1398796238.25");
        assertThat(value(out -> out.epochSeconds(Instant.ofEpochSecond(7)))).isEqualTo("7");
        assertThatThrownBy(() -> value(out -> out.dateTime(Instant.MAX))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatMeansSomethingIsEscaped() {
        assertThat(value(out -> out.value("<&>\"'\t\n\r\u0085\u2028é\uD83D\uDE00\u007F")))
                .isEqualTo("&lt;&amp;&gt;&quot;&apos;\t\n&#xD;&#x85;&#x2028;é\uD83D\uDE00\u007F");
        assertThat(written(out -> {
                    out.start("a");
                    out.attribute("b", "<&>\"'\t\n\r\u0085 é");
                    out.end("a");
                }))
                .isEqualTo("<a b=\"&lt;&amp;&gt;&quot;&apos;&#x9;&#xA;&#xD;&#x85; é\"/>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0000", "a\u0001", "\u000B", "\u001F", "\uFFFE", "\uFFFF", "\uD83D", "\uDE00x", "\uDE00\uD83D"
            })
    void whatXmlCannotHoldIsRefused(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XmlWriter out = new XmlWriter(bytes);
        out.start("r");
        assertThatThrownBy(() -> out.element("Name", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a text holds ");
        assertThat(out.member()).isEqualTo("Name");
        XmlWriter other = new XmlWriter(bytes);
        other.start("r");
        assertThatThrownBy(() -> other.attribute("b", text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsLongerThanABufferIsWhole() {
        Random random = new Random(7);
        byte[] blob = new byte[30_000];
        random.nextBytes(blob);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("a&é\u20AC".charAt(random.nextInt(4)));
        }
        XmlReader in = new XmlReader(written(out -> {
                    out.start("r");
                    out.element("text", text.toString());
                    out.element("blob", Blob.of(blob));
                    out.end("r");
                })
                .getBytes(StandardCharsets.UTF_8));
        assertThat(in.first()).isEqualTo("text");
        assertThat(in.string()).isEqualTo(text.toString());
        assertThat(in.next()).isEqualTo("blob");
        assertThat(in.blob()).isEqualTo(Blob.of(blob));
        assertThat(in.next()).isNull();
    }

    @Test
    void nestsAsDeepAsServicesRead() {
        assertThat(written(out -> {
                    for (int i = 0; i < 500; i++) {
                        out.start("a");
                    }
                    assertThatThrownBy(() -> out.start("b")).hasMessage("a value is nested deeper than 500");
                }))
                .endsWith("<a");
    }

    @Test
    void aFailingStreamSaysSo() {
        XmlWriter out = new XmlWriter(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        });
        out.element("a", "x");
        assertThatThrownBy(out::close).isInstanceOf(UncheckedIOException.class).hasMessageContaining("full");
    }
}
