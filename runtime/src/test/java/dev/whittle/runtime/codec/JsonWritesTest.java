package dev.whittle.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.shape.Blob;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

class JsonWritesTest {
    private static String written(Consumer<JsonGenerator> writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            writing.accept(out);
        }
        return text.toString();
    }

    @Test
    void floats() {
        assertThat(written(out -> JsonWrites.number(out, 1.5f))).isEqualTo("1.5");
        assertThat(written(out -> JsonWrites.number(out, Float.NaN))).isEqualTo("\"NaN\"");
        assertThat(written(out -> JsonWrites.number(out, 0.25))).isEqualTo("0.25");
        assertThat(written(out -> JsonWrites.number(out, Double.NEGATIVE_INFINITY)))
                .isEqualTo("\"-Infinity\"");
    }

    @Test
    void timestamps() {
        Instant instant = Instant.parse("2014-04-29T18:30:38.250Z");
        assertThat(written(out -> JsonWrites.timestampDateTime(out, instant))).isEqualTo("\"2014-04-29T18:30:38.25Z\"");
        assertThat(written(out -> JsonWrites.timestampHttpDate(out, instant)))
                .isEqualTo("\"Tue, 29 Apr 2014 18:30:38.25 GMT\"");
        assertThat(written(out -> JsonWrites.timestampEpoch(out, instant))).isEqualTo("1398796238.25");
        assertThat(written(out -> JsonWrites.timestampEpoch(out, Instant.ofEpochSecond(7))))
                .isEqualTo("7");
        assertThat(written(out -> JsonWrites.timestampEpoch(out, Instant.ofEpochMilli(-1500))))
                .isEqualTo("-1.5");
        assertThatThrownBy(() -> written(out -> JsonWrites.timestampDateTime(out, Instant.MAX)))
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
            assertThat(Instant.parse(Text.dateTime(instant))).as("seed " + seed).isEqualTo(instant);
            assertThat(Text.timestamp(Text.dateTime(instant), "x"))
                    .as("seed " + seed)
                    .isEqualTo(instant);
            assertThat(Text.timestamp(Text.httpDate(instant), "x"))
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
        assertThat(written(out -> JsonWrites.blob(out, Blob.utf8("hi")))).isEqualTo("\"aGk=\"");
        assertThat(written(out -> JsonWrites.strings(out, Arrays.asList("a", null))))
                .isEqualTo("[\"a\",null]");
        Map<String, String> map = new LinkedHashMap<>();
        map.put("k", "v");
        map.put("n", null);
        assertThat(written(out -> JsonWrites.stringMap(out, map))).isEqualTo("{\"k\":\"v\",\"n\":null}");
    }

    @Test
    void documentsReadBack() {
        Map<String, Document> members = new LinkedHashMap<>();
        members.put("quote\"", Document.of("line\nü\u2028"));
        members.put("list", Document.list(List.of(Document.of(1), Document.of(2.5), Document.NULL, Document.of(true))));
        Document document = Document.map(members);
        String json = written(out -> JsonWrites.document(out, document));
        for (String text : List.of(json, document.toString())) {
            try (JsonParser in = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
                assertThat(JsonReads.document(in)).isEqualTo(document);
            }
        }
    }
}
