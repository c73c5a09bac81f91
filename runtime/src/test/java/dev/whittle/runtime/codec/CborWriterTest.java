package dev.whittle.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.shape.Blob;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CborWriterTest {
    private static String written(Consumer<CborWriter> writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CborWriter out = new CborWriter(bytes);
        writing.accept(out);
        out.close();
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    /** Examples of RFC 8949, appendix A. */
    @Test
    void wholeNumbersTakeAsFewBytesAsTheyCan() {
        assertThat(written(out -> out.value(0))).isEqualTo("00");
        assertThat(written(out -> out.value(23))).isEqualTo("17");
        assertThat(written(out -> out.value(24))).isEqualTo("1818");
        assertThat(written(out -> out.value(255))).isEqualTo("18ff");
        assertThat(written(out -> out.value(1000))).isEqualTo("1903e8");
        assertThat(written(out -> out.value(1_000_000))).isEqualTo("1a000f4240");
        assertThat(written(out -> out.value(0xFFFF_FFFFL))).isEqualTo("1affffffff");
        assertThat(written(out -> out.value(1_000_000_000_000L))).isEqualTo("1b000000e8d4a51000");
        assertThat(written(out -> out.value(-1))).isEqualTo("20");
        assertThat(written(out -> out.value(-1000))).isEqualTo("3903e7");
        assertThat(written(out -> out.value(Long.MIN_VALUE))).isEqualTo("3b7fffffffffffffff");
    }

    @Test
    void numbersOfAnySize() {
        assertThat(written(out -> out.value(new BigInteger("18446744073709551615"))))
                .isEqualTo("1bffffffffffffffff");
        assertThat(written(out -> out.value(new BigInteger("18446744073709551616"))))
                .isEqualTo("c249010000000000000000");
        assertThat(written(out -> out.value(new BigInteger("-18446744073709551616"))))
                .isEqualTo("3bffffffffffffffff");
        assertThat(written(out -> out.value(new BigInteger("-18446744073709551617"))))
                .isEqualTo("c349010000000000000000");
        assertThat(written(out -> out.value(BigInteger.TWO.pow(71)))).isEqualTo("c249800000000000000000");
        assertThat(written(out -> out.value(new BigDecimal("273.15")))).isEqualTo("c48221196ab3");
        assertThat(written(out -> out.value(new BigDecimal("7E+3")))).isEqualTo("c4820307");
    }

    @Test
    void floatingNumbers() {
        assertThat(written(out -> out.value(Float.valueOf(100_000)))).isEqualTo("fa47c35000");
        assertThat(written(out -> out.value(Double.valueOf(1.1)))).isEqualTo("fb3ff199999999999a");
        assertThat(written(out -> out.value(Double.valueOf(Double.NaN)))).isEqualTo("fb7ff8000000000000");
        assertThat(written(out -> out.value(Float.valueOf(Float.NEGATIVE_INFINITY))))
                .isEqualTo("faff800000");
        assertThat(written(out -> out.value(Byte.valueOf((byte) -1)))).isEqualTo("20");
    }

    @Test
    void texts() {
        assertThat(written(out -> out.value("IETF"))).isEqualTo("6449455446");
        assertThat(written(out -> out.value("ü"))).isEqualTo("62c3bc");
        assertThat(written(out -> out.value(""))).isEqualTo("60");
        assertThat(written(out -> out.value("a".repeat(24)))).isEqualTo("7818" + "61".repeat(24));
        assertThat(written(out -> out.value("a".repeat(20_000)))).isEqualTo("794e20" + "61".repeat(20_000));
        assertThat(written(out -> out.value("😀".repeat(500)))).isEqualTo("7907d0" + "f09f9880".repeat(500));
        assertThatThrownBy(() -> written(out -> out.value("\uD800"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void blobs() {
        assertThat(written(out -> out.value(Blob.of(new byte[] {1, 2, 3, 4})))).isEqualTo("4401020304");
        byte[] large = new byte[100_000];
        Arrays.fill(large, (byte) 7);
        assertThat(written(out -> {
                    out.value("x");
                    out.value(Blob.of(large));
                    out.value("y");
                }))
                .isEqualTo("6178" + "5a000186a0" + "07".repeat(100_000) + "6179");
    }

    @Test
    void timestampsAreSecondsWithATag() {
        assertThat(written(out -> out.epochSeconds(Instant.ofEpochSecond(1363896240))))
                .isEqualTo("c11a514b67b0");
        assertThat(written(out -> out.epochSeconds(Instant.ofEpochMilli(1363896240500L))))
                .isEqualTo("c1fb41d452d9ec200000");
        assertThat(written(out -> out.epochSeconds(Instant.ofEpochSecond(-1)))).isEqualTo("c120");
        assertThat(written(out -> out.epochSeconds(Instant.ofEpochSecond(1, 999_999))))
                .isEqualTo("c101");
    }

    @Test
    void structures() {
        assertThat(written(out -> {
                    out.startObject();
                    out.property("Fun", Boolean.TRUE);
                    out.property("none", (String) null);
                    out.property("no", (Number) null);
                    out.property("Amt", -2);
                    out.endObject();
                }))
                .isEqualTo("bf6346756ef563416d7421ff");
        assertThat(written(out -> {
                    out.startArray();
                    out.strings(Arrays.asList("a", null));
                    out.nullValue();
                    out.endArray();
                }))
                .isEqualTo("9f9f6161f6fff6ff");
        Map<String, String> map = new LinkedHashMap<>();
        map.put("a", "b");
        map.put("c", null);
        assertThat(written(out -> out.stringMap(map))).isEqualTo("bf616161626163f6ff");
    }

    @Test
    void documents() {
        Document document = Document.map(Map.of(
                "k",
                Document.list(List.of(
                        Document.of(1),
                        Document.of(1.5),
                        Document.of(true),
                        Document.NULL,
                        Document.of(new BigDecimal("0.1000000000000000000000001"))))));
        String tenth = written(out -> out.value(new BigDecimal("0.1000000000000000000000001")));
        assertThat(written(out -> out.value(document))).isEqualTo("bf616b9f01fb3ff8000000000000f5f6" + tenth + "ffff");
    }

    @Test
    void tooDeepForAnyService() {
        assertThatThrownBy(() -> written(out -> {
                    for (int i = 0; i <= 500; i++) {
                        out.startArray();
                    }
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nested deeper than 500");
    }

    @Test
    void theMemberIsKnownForMessages() {
        CborWriter out = new CborWriter(new ByteArrayOutputStream());
        assertThat(out.member()).isNull();
        out.startObject();
        out.property("first", 1);
        out.key("secret");
        assertThat(out.member()).isEqualTo("first");
        out.close();
    }
}
