package dev.whittle.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.shape.Blob;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormWriterTest {
    private static String written(Consumer<FormWriter> writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FormWriter out = new FormWriter(bytes);
        writing.accept(out);
        out.close();
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void namesHaveWhatTheyAreIn() {
        String form = written(out -> {
            out.parameter("Action", "Op");
            out.parameter("Version", "2020-01-08");
            out.start("ListArg");
            out.start("member");
            out.startEntry(1);
            out.value("foo");
            out.end();
            out.startEntry(12);
            out.property("Deep", 5);
            out.end();
            out.end();
            out.end();
            out.start("Map");
            for (Map.Entry<String, String> entry : Map.of("a", "b").entrySet()) {
                out.start("entry");
                out.startEntry(1);
                out.property("key", entry.getKey());
                out.property("value", entry.getValue());
                out.end();
                out.end();
            }
            out.end();
            out.start("Empty");
            out.empty();
            out.end();
            out.property("Last", true);
        });
        assertThat(form)
                .isEqualTo("Action=Op&Version=2020-01-08&ListArg.member.1=foo&ListArg.member.12.Deep=5"
                        + "&Map.entry.1.key=a&Map.entry.1.value=b&Empty=&Last=true");
    }

    @Test
    void itemsAreNumberedInEachList() {
        String form = written(out -> {
            out.startList("Rows", "member");
            for (int row = 0; row < 12; row++) {
                out.startItem();
                out.start("Cells");
                out.startItem();
                out.value(row);
                out.end();
                out.startItem();
                out.value("x");
                out.end();
                out.end();
                out.end();
            }
            out.endList("member");
        });
        assertThat(form.split("&"))
                .hasSize(24)
                .startsWith("Rows.member.1.Cells.1=0", "Rows.member.1.Cells.2=x", "Rows.member.2.Cells.1=1")
                .endsWith("Rows.member.12.Cells.1=11", "Rows.member.12.Cells.2=x");
    }

    @Test
    void anEmptyListHasItsNameAloneUnlessItIsFlat() {
        assertThat(written(out -> {
                    out.startList("A", "member");
                    out.endList("member");
                    out.startList("B", "");
                    out.endList("");
                    out.start("C");
                    out.end();
                    out.strings("D", "item", List.of());
                    out.strings("E", "", List.of());
                    out.strings("F", List.of());
                }))
                .isEqualTo("A=&B=&D=&E=");
    }

    @Test
    void stringsAreItems() {
        assertThat(written(out -> {
                    out.strings("A", "item", List.of("a b", "c"));
                    out.strings("B", "", Arrays.asList("a", null));
                    out.start("In");
                    out.strings("C", List.of("c"));
                    out.end();
                }))
                .isEqualTo("A.item.1=a%20b&A.item.2=c&B.1=a&B.2=&In.C.1=c");
    }

    @Test
    void anUnknownMemberSaysWhoseItIs() {
        assertThat(new FormWriter(new ByteArrayOutputStream()).unknownMember("Choice"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the union Choice has a member that this version of the client does not know and cannot write");
    }

    @Test
    void nullWritesNothing() {
        assertThat(written(out -> {
                    out.property("a", (String) null);
                    out.property("b", (Number) null);
                    out.property("c", (Boolean) null);
                    out.property("d", (Blob) null);
                    out.property("e", "");
                }))
                .isEqualTo("e=");
    }

    @Test
    void scalars() {
        Instant instant = Instant.parse("2014-04-29T18:30:38.250Z");
        assertThat(written(out -> {
                    out.start("a");
                    out.value(-5);
                    out.value(false);
                    out.value(Double.POSITIVE_INFINITY);
                    out.value(new BigDecimal("1E+3"));
                    out.value(Blob.of(new byte[] {-1, -17, -2}));
                    out.dateTime(instant);
                    out.httpDate(instant);
                    out.epochSeconds(instant);
                    out.end();
                    out.property("n", Float.valueOf(1.5f));
                    out.property("b", Blob.of(new byte[] {1}));
                }))
                .isEqualTo("a=-5&a=false&a=Infinity&a=1E%2B3&a=%2F%2B%2F%2B&a=2014-04-29T18%3A30%3A38.25Z"
                        + "&a=Tue%2C%2029%20Apr%202014%2018%3A30%3A38.25%20GMT&a=1398796238.25&n=1.5&b=AQ%3D%3D");
    }

    /** The JDK has forms as browsers send them, which differ in the space, the asterisk and the tilde. */
    @Test
    void valuesAreEncodedAsByTheJdk() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(i == 0 ? 20_000 : 20); j > 0; j--) {
                text.appendCodePoint(
                        switch (random.nextInt(4)) {
                            case 0 -> 0x80 + random.nextInt(0xD800 - 0x80);
                            case 1 -> 0xE000 + random.nextInt(0x110000 - 0xE000);
                            default -> random.nextInt(0x80);
                        });
            }
            values.add(text.toString());
        }
        String form = written(out -> values.forEach(value -> out.property("a", value)));
        String[] parameters = form.split("&", -1);
        assertThat(parameters).hasSameSizeAs(values);
        for (int i = 0; i < parameters.length; i++) {
            String expected = URLEncoder.encode(values.get(i), StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace("*", "%2A")
                    .replace("%7E", "~");
            assertThat(parameters[i]).as("seed %s", seed).isEqualTo("a=" + expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "a\uDE00b", "\uDE00\uD83D"})
    void halfAPairIsRefused(String text) {
        FormWriter out = new FormWriter(new ByteArrayOutputStream());
        out.start("Tags");
        out.startEntry(1);
        assertThatThrownBy(() -> out.value(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a text holds half of a surrogate pair, which is not a character");
        assertThat(out.member()).isEqualTo("Tags");
    }

    @Test
    void nestsAsDeepAsServicesRead() {
        written(out -> {
            for (int i = 0; i < 500; i++) {
                out.start("a");
            }
            assertThatThrownBy(() -> out.startEntry(1)).hasMessage("a value is nested deeper than 500");
        });
    }
}
