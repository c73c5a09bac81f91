package dev.whittle.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.shape.Blob;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    private static String written(Consumer<JsonWriter> writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonWriter out = new JsonWriter(bytes);
        writing.accept(out);
        out.close();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void floats() {
        assertThat(written(out -> out.value(1.5f))).isEqualTo("1.5");
        assertThat(written(out -> out.value(Float.NaN))).isEqualTo("\"NaN\"");
        assertThat(written(out -> out.value(0.25))).isEqualTo("0.25");
        assertThat(written(out -> out.value(Double.NEGATIVE_INFINITY))).isEqualTo("\"-Infinity\"");
    }

    @Test
    void timestamps() {
        Instant instant = Instant.parse("2014-04-29T18:30:38.250Z");
        assertThat(written(out -> out.dateTime(instant))).isEqualTo("\"2014-04-29T18:30:38.25Z\"");
        assertThat(written(out -> out.httpDate(instant))).isEqualTo("\"Tue, 29 Apr 2014 18:30:38.25 GMT\"");
        assertThat(written(out -> out.epochSeconds(instant))).isEqualTo("1398796238.25");
        assertThat(written(out -> out.epochSeconds(Instant.ofEpochSecond(7)))).isEqualTo("7");
        assertThat(written(out -> out.epochSeconds(Instant.ofEpochMilli(-1500))))
                .isEqualTo("-1.5");
        assertThatThrownBy(() -> written(out -> out.dateTime(Instant.MAX)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyTimestampReadsBack() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long range = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond()
                - Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
        for (int i = 0; i < 5000; i++) {
            Instant instant = Instant.parse("0000-01-01T00:00:00Z")
                    .plusSeconds(Math.floorMod(random.nextLong(), range))
                    .plusNanos(random.nextInt(3) == 0 ? random.nextInt(1_000_000_000) : 0);
            assertThat(Instant.parse(Text.dateTime(instant, "x")))
                    .as("seed " + seed)
                    .isEqualTo(instant);
            assertThat(Text.timestamp(Text.dateTime(instant, "x"), "x"))
                    .as("seed " + seed)
                    .isEqualTo(instant);
            assertThat(Text.timestamp(Text.httpDate(instant, "x"), "x"))
                    .as("seed " + seed)
                    .isEqualTo(instant);
            Instant millis = Instant.ofEpochMilli(instant.toEpochMilli());
            assertThat(Text.timestamp(Text.epochSeconds(millis), "x"))
                    .as("seed " + seed)
                    .isEqualTo(millis);
        }
    }

    @Test
    void blobsAndCollections() {
        assertThat(written(out -> out.value(Blob.utf8("hi")))).isEqualTo("\"aGk=\"");
        assertThat(written(out -> out.strings(Arrays.asList("a", null)))).isEqualTo("[\"a\",null]");
        Map<String, String> map = new LinkedHashMap<>();
        map.put("k", "v");
        map.put("n", null);
        assertThat(written(out -> out.stringMap(map))).isEqualTo("{\"k\":\"v\",\"n\":null}");
    }

    @Test
    void documentsReadBack() {
        Map<String, Document> members = new LinkedHashMap<>();
        members.put("quote\"", Document.of("line\nü\u2028"));
        members.put("list", Document.list(List.of(Document.of(1), Document.of(2.5), Document.NULL, Document.of(true))));
        Document document = Document.map(members);
        String json = written(out -> out.value(document));
        for (String text : List.of(json, document.toString())) {
            JsonReader in = new JsonReader(text.getBytes(StandardCharsets.UTF_8));
            assertThat(in.document()).isEqualTo(document);
        }
    }

    @Test
    void propertiesThatAreNullAddNothing() {
        assertThat(written(out -> {
                    out.startObject();
                    out.property("s", (String) null);
                    out.property("n", (Integer) null);
                    out.property("b", (Boolean) null);
                    out.property("y", true);
                    out.property("i", 7);
                    out.property("l", Long.MIN_VALUE);
                    out.property("f", 0.5f);
                    out.property("h", Short.valueOf((short) -3));
                    out.property("g", new BigInteger("123456789012345678901234567890"));
                    out.property("blob", Blob.utf8("hi"));
                    out.property("doc", Document.NULL);
                    out.endObject();
                }))
                .isEqualTo("{\"y\":true,\"i\":7,\"l\":-9223372036854775808,\"f\":0.5,\"h\":-3,"
                        + "\"g\":123456789012345678901234567890,\"blob\":\"aGk=\",\"doc\":null}");
    }

    @Test
    void wholeNumbersOfEveryLength() {
        for (long value = 1; value > 0 && value < Long.MAX_VALUE / 10; value *= 10) {
            for (long near : new long[] {value - 1, value, value + 1, -value}) {
                assertThat(written(out -> out.value(near))).isEqualTo(Long.toString(near));
            }
        }
        assertThat(written(out -> out.value(Integer.MAX_VALUE))).isEqualTo("2147483647");
    }

    @Test
    void textsAreEscapedWhereTheyMustBe() {
        assertThat(written(out -> out.value("\"\\/\b\f\n\r\t\u0000\u001f\u007fü€😀")))
                .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001F\u007fü€😀\"");
        assertThat(written(out -> out.value("a\ud83d"))).isEqualTo("\"a\\uD83D\"");
        assertThat(written(out -> out.value("\ude00\ud83dz"))).isEqualTo("\"\\uDE00\\uD83Dz\"");
    }

    @Test
    void textsOfEveryLengthReadBack() {
        for (String unit : List.of("x", "ü", "€", "\"", "\u0001", "x😀", "\ud83d")) {
            for (int count : new int[] {0, 1, 1023, 1024, 1025, 3000, 9000}) {
                String text = unit.repeat(count);
                JsonReader in = new JsonReader(written(out -> out.value(text)).getBytes(StandardCharsets.UTF_8));
                assertThat(in.hasValue()).isTrue();
                assertThat(in.string()).isEqualTo(text);
            }
        }
    }

    @Test
    void bytesOfEveryLengthReadBack() {
        for (int length : new int[] {0, 1, 2, 3, 3071, 3072, 3073, 50_000}) {
            byte[] bytes = new byte[length];
            new Random(length).nextBytes(bytes);
            assertThat(written(out -> out.value(Blob.of(bytes))))
                    .isEqualTo('"' + Base64.getEncoder().encodeToString(bytes) + '"');
        }
    }

    @Test
    void nestingHasALimit() {
        assertThatThrownBy(() -> written(out -> {
                    for (int i = 0; i < 501; i++) {
                        out.startArray();
                    }
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a value is nested deeper than 500");
    }
}
