package dev.whittle.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.shape.Blob;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CborReaderTest {
    private static CborReader reader(String hex) {
        return new CborReader(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    /** Reads the value of {@code {"a": …}} the way a decoder does. */
    private static <T> T read(String value, Function<CborReader, T> reading) {
        CborReader in = reader("bf 6161" + value + "ff");
        assertThat(in.firstEntry()).isEqualTo("a");
        T read = reading.apply(in);
        assertThat(in.nextEntry()).isNull();
        return read;
    }

    private static void fails(String value, Function<CborReader, ?> reading, String message) {
        assertThatThrownBy(() -> read(value, reading))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage(message);
    }

    /** The examples of RFC 8949, appendix A, that a document can hold. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00 | 0",
                "01 | 1",
                "0a | 10",
                "17 | 23",
                "18 18 | 24",
                "18 64 | 100",
                "19 03e8 | 1000",
                "1a 000f4240 | 1000000",
                "1b 000000e8d4a51000 | 1000000000000",
                "1b ffffffffffffffff | 18446744073709551615",
                "c2 49 010000000000000000 | 18446744073709551616",
                "3b ffffffffffffffff | -18446744073709551616",
                "c3 49 010000000000000000 | -18446744073709551617",
                "20 | -1",
                "29 | -10",
                "38 63 | -100",
                "39 03e7 | -1000",
                "f9 0000 | 0.0",
                "f9 8000 | 0.0",
                "f9 3c00 | 1.0",
                "fb 3ff199999999999a | 1.1",
                "f9 3e00 | 1.5",
                "f9 7bff | 65504.0",
                "fa 47c35000 | 100000.0",
                "fa 7f7fffff | 3.4028234663852886E+38",
                "fb 7e37e43c8800759c | 1.0E+300",
                "f9 0400 | 0.00006103515625",
                "f9 c400 | -4.0",
                "fb c010666666666666 | -4.1",
                "f9 7c00 | \"Infinity\"",
                "f9 7e00 | \"NaN\"",
                "f9 fc00 | \"-Infinity\"",
                "fa 7f800000 | \"Infinity\"",
                "fa 7fc00000 | \"NaN\"",
                "fb fff0000000000000 | \"-Infinity\"",
                "f4 | false",
                "f5 | true",
                "f6 | null",
                "f7 | null",
                "c0 74 323031332d30332d32315432303a30343a30305a | \"2013-03-21T20:04:00Z\"",
                "c1 1a 514b67b0 | 1363896240",
                "c1 fb 41d452d9ec200000 | 1363896240.5",
                "d7 44 01020304 | \"AQIDBA==\"",
                "d8 20 76 687474703a2f2f7777772e6578616d706c652e636f6d | \"http://www.example.com\"",
                "40 | \"\"",
                "60 | \"\"",
                "64 49455446 | \"IETF\"",
                "62 225c | \"\\\"\\\\\"",
                "62 c3bc | \"ü\"",
                "63 e6b0b4 | \"水\"",
                "80 | []",
                "83 01 02 03 | [1,2,3]",
                "83 01 82 02 03 82 04 05 | [1,[2,3],[4,5]]",
                "a0 | {}",
                "a2 61 61 01 61 62 82 02 03 | {\"a\":1,\"b\":[2,3]}",
                "82 61 61 a1 61 62 61 63 | [\"a\",{\"b\":\"c\"}]",
                "5f 42 0102 43 030405 ff | \"AQIDBAU=\"",
                "7f 65 7374726561 64 6d696e67 ff | \"streaming\"",
                "9f ff | []",
                "9f 01 82 02 03 9f 04 05 ff ff | [1,[2,3],[4,5]]",
                "83 01 82 02 03 9f 04 05 ff | [1,[2,3],[4,5]]",
                "bf 61 61 01 61 62 9f 02 03 ff ff | {\"a\":1,\"b\":[2,3]}",
                "bf 63 46756e f5 63 416d74 21 ff | {\"Fun\":true,\"Amt\":-2}",
                "d9 d9f7 83 01 02 03 | [1,2,3]",
            })
    void readsTheExamplesOfTheStandard(String hex, String json) {
        assertThat(reader(hex).document()).hasToString(json);
    }

    @Test
    void integersOfEverySize() {
        assertThat(read("3a7fffffff", CborReader::integer)).isEqualTo(Integer.MIN_VALUE);
        assertThat(read("f96240", CborReader::integer)).isEqualTo(800);
        assertThat(read("1b7fffffffffffffff", CborReader::longInteger)).isEqualTo(Long.MAX_VALUE);
        assertThat(read("3b7fffffffffffffff", CborReader::longInteger)).isEqualTo(Long.MIN_VALUE);
        assertThat(read("397fff", CborReader::shortInteger)).isEqualTo(Short.MIN_VALUE);
        assertThat(read("187f", CborReader::byteInteger)).isEqualTo(Byte.MAX_VALUE);
        assertThat(read("c24107", CborReader::byteInteger)).isEqualTo((byte) 7);
        assertThat(read("c4820107", CborReader::integer)).isEqualTo(70);
        assertThat(read("1bffffffffffffffff", CborReader::bigInteger))
                .isEqualTo(new BigInteger("18446744073709551615"));
        assertThat(read("c35f41014100ff", CborReader::bigInteger)).isEqualTo(BigInteger.valueOf(-257));
    }

    @Test
    void fractions() {
        assertThat(read("c48221196ab3", CborReader::bigDecimal)).isEqualTo(new BigDecimal("273.15"));
        assertThat(read("c49f20c2423039ff", CborReader::bigDecimal)).isEqualTo(new BigDecimal("1234.5"));
        assertThat(read("07", CborReader::bigDecimal)).isEqualTo(new BigDecimal(7));
        assertThat(read("fb3ff199999999999a", CborReader::bigDecimal)).isEqualTo(new BigDecimal("1.1"));
        assertThat(read("f93e00", CborReader::floating)).isEqualTo(1.5f);
        assertThat(read("f90001", CborReader::doubleFloating)).isEqualTo(Math.scalb(1.0, -24));
        assertThat(read("fb3ff8000000000000", CborReader::floating)).isEqualTo(1.5f);
        assertThat(read("07", CborReader::floating)).isEqualTo(7f);
        assertThat(read("1bffffffffffffffff", CborReader::doubleFloating)).isEqualTo(18446744073709551615.0);
        assertThat(read("f97e00", CborReader::doubleFloating)).isNaN();
        assertThat(read("f9fc00", CborReader::floating)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(read("c48221196ab3", CborReader::doubleFloating)).isEqualTo(273.15);
    }

    @Test
    void timestampsToTheMillisecond() {
        assertThat(read("c11a514b67b0", CborReader::timestamp)).isEqualTo(Instant.ofEpochSecond(1363896240));
        assertThat(read("c1fb41d452d9ec200000", CborReader::timestamp)).isEqualTo(Instant.ofEpochMilli(1363896240500L));
        assertThat(read("c120", CborReader::timestamp)).isEqualTo(Instant.ofEpochSecond(-1));
        assertThat(read("1a514b67b0", CborReader::timestamp)).isEqualTo(Instant.ofEpochSecond(1363896240));
        assertThat(read("c1c48221196ab3", CborReader::timestamp)).isEqualTo(Instant.ofEpochMilli(273150));
        assertThat(read("c074323031332d30332d32315432303a30343a30305a", CborReader::timestamp))
                .isEqualTo(Instant.parse("2013-03-21T20:04:00Z"));
        fails("c1fb7ff0000000000000", CborReader::timestamp, "/a is a number that does not fit a timestamp");
        fails("c11b7fffffffffffffff", CborReader::timestamp, "/a is a number that does not fit a timestamp");
        fails("c1fb7e37e43c8800759c", CborReader::timestamp, "/a is a number that does not fit a timestamp");
        fails("c1 63 6e6f77", CborReader::timestamp, "/a is a string of length 3, expected a timestamp");
    }

    @Test
    void blobs() {
        assertThat(read("43010203", CborReader::blob)).isEqualTo(Blob.of(new byte[] {1, 2, 3}));
        assertThat(read("5f41014040420203ff", CborReader::blob)).isEqualTo(Blob.of(new byte[] {1, 2, 3}));
        assertThat(read("40", CborReader::blob)).isEqualTo(Blob.empty());
    }

    @Test
    void wrongKindsAndMisfitsSayWhere() {
        fails("6178", CborReader::integer, "/a is a string, expected an integer");
        fails("1b7fffffffffffffff", CborReader::integer, "/a is a number that does not fit an integer");
        fails("1bffffffffffffffff", CborReader::longInteger, "/a is a number that does not fit a long");
        fails("f93e00", CborReader::longInteger, "/a is a number that does not fit a long");
        fails("f97e00", CborReader::shortInteger, "/a is a number that does not fit a short");
        fails("fb7e37e43c8800759c", CborReader::floating, "/a is a number that does not fit a float");
        fails("f5", CborReader::string, "/a is a boolean, expected a string");
        fails("6178", CborReader::blob, "/a is a string, expected bytes");
        fails("4100", CborReader::string, "/a is bytes, expected a string");
        fails("00", CborReader::bool, "/a is a number, expected a boolean");
        fails("f93e00", CborReader::bigInteger, "/a is a number, expected an integer");
        fails("80", CborReader::firstEntry, "/a is an array, expected a map");
        fails("a0", CborReader::startArray, "/a is a map, expected an array");
        fails("c48201", CborReader::bigDecimal, "/a/1 is not valid CBOR, at byte 7");
        fails("c48101", CborReader::bigDecimal, "/a is a number that does not fit a number");
        fails("c4821b800000000000000001", CborReader::bigDecimal, "/a/0 is a number that does not fit a number");
        fails("c482016161", CborReader::bigDecimal, "/a/1 is a number that does not fit a number");
    }

    @Test
    void nullsArePassedOverUnlessAskedFor() {
        CborReader in = reader("a4 6161 f6 6162 01 6163 f7 6164 02");
        assertThat(in.first()).isEqualTo("b");
        assertThat(in.integer()).isEqualTo(1);
        assertThat(in.next()).isEqualTo("d");
        assertThat(in.integer()).isEqualTo(2);
        assertThat(in.next()).isNull();
        assertThat(reader("83 6161 f6 6162").strings()).containsExactly("a", "b");
        assertThat(reader("83 6161 f6 6162").sparseStrings()).containsExactly("a", null, "b");
        assertThat(reader("a2 6161 6178 6162 f6").stringMap()).isEqualTo(Map.of("a", "x"));
        assertThat(reader("a2 6161 6178 6162 f6").sparseStringMap()).containsEntry("b", null);
        assertThat(reader("f6").strings()).isEmpty();
        assertThat(reader("").stringMap()).isEmpty();
        assertThat(reader("").document()).isEqualTo(Document.NULL);
        assertThat(reader("f6").hasValue()).isFalse();
    }

    @Test
    void theTypeIsNoMemberOfAUnion() {
        CborReader in = reader("a2 66 5f5f74797065 6178 6161 01");
        assertThat(in.firstMember()).isEqualTo("a");
        assertThat(in.integer()).isEqualTo(1);
        assertThat(in.nextMember()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a1 01 01", // a key that is a number
                "a1 4161 01", // a key that is bytes
                "ff", // a break where nothing can end
                "bf 6161 ff", // a break in place of a value
                "82 01 ff", // a break in an array with a length
                "1c", // a reserved length
                "f8 20", // an undefined simple value
                "fc",
                "3f", // a number without a length
                "df 00", // a tag without a number
                "7f 4161 ff", // bytes in a text
                "7f 7f 6161 ff ff", // a text without a length in another
                "61 ff", // not UTF-8
                "62 c328",
                "7f 61 c3 61 bc ff", // a character that is split
            })
    void whatIsNoCborIsRefused(String hex) {
        assertThatThrownBy(() -> reader("81" + hex).document())
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("is not valid CBOR, at byte ");
    }

    @ParameterizedTest
    @CsvSource({
        "81, /1/0",
        "9f, /1",
        "9f 01, /1/0",
        "bf, /1",
        "bf 6161, /1/*",
        "19 01, /1",
        "63 6162, /1",
        "5f 41, /1",
        "5b 0000000000ffffff 01, /1",
        "c2, /1"
    })
    void whatIsCutOffIsRefused(String hex, String place) {
        assertThatThrownBy(() -> reader("82 01" + hex).document())
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("the body ends early, at " + place);
    }

    @Test
    void whatIsLargerThanAnyServiceMeansIsRefused() {
        assertThatThrownBy(() -> reader("9f".repeat(501)).document())
                .hasMessageEndingWith(" exceeds a limit: a nesting depth of more than 500");
        assertThatThrownBy(() -> read("9f".repeat(501), in -> {
                    in.skip();
                    return null;
                }))
                .hasMessageEndingWith(" exceeds a limit: a nesting depth of more than 500");
    }

    @Test
    void aLengthThatIsClaimedTakesNoMemory() {
        for (String hex : List.of("7b 7fffffffffffffff 61", "5b 7fffffffffffffff 61", "7a 7fffffff 61")) {
            assertThatThrownBy(() -> reader(hex).document())
                    .isInstanceOf(MalformedResponseException.class)
                    .hasMessage("the body exceeds a limit: a string of more than 100000000 bytes");
        }
        assertThatThrownBy(() -> reader("7a 05f5e100 61").document()).hasMessage("the body ends early, at the body");
        assertThatThrownBy(() -> reader("5a 05f5e100 61").document()).hasMessage("the body ends early, at the body");
        assertThatThrownBy(() -> reader("9b 7fffffffffffffff 61 61").document())
                .hasMessage("the body ends early, at /1");
        assertThatThrownBy(() -> reader("bb ffffffffffffffff").document())
                .hasMessage("the body exceeds a limit: a length of more than 63 bits");
        assertThatThrownBy(() -> reader("c2 5a 000003e9" + "01".repeat(1001)).document())
                .hasMessage("the body exceeds a limit: a number of more than 1000 bytes");
    }

    @Test
    void longTextsAndBytesInPieces() {
        byte[] text = "ü€😀x".repeat(30_000).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream item = new ByteArrayOutputStream();
        CborWriter out = new CborWriter(item);
        out.startArray();
        out.value(new String(text, StandardCharsets.UTF_8));
        out.value(Blob.of(text));
        out.value("end");
        out.endArray();
        out.close();
        Random random = new Random(7);
        CborReader in = new CborReader(new Pieces(item.toByteArray(), random, 700));
        assertThat(in.startArray()).isTrue();
        assertThat(in.nextSlot()).isTrue();
        assertThat(in.string()).isEqualTo(new String(text, StandardCharsets.UTF_8));
        assertThat(in.nextSlot()).isTrue();
        assertThat(in.blob()).isEqualTo(Blob.of(text));
        assertThat(in.nextSlot()).isTrue();
        assertThat(in.string()).isEqualTo("end");
        in.close();

        CborReader skipping = new CborReader(new Pieces(item.toByteArray(), random, 700));
        assertThat(skipping.startArray()).isTrue();
        assertThat(skipping.nextSlot()).isTrue();
        assertThat(skipping.nextSlot()).isTrue();
        assertThat(skipping.nextSlot()).isTrue();
        assertThat(skipping.string()).isEqualTo("end");
        skipping.close();
    }

    /** Whatever the bytes are, reading them ends, or says what is wrong with them. */
    @Test
    void anyBytesEndOrAreRefused() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            try {
                new CborReader(bytes).document();
                new CborReader(bytes).skip();
            } catch (MalformedResponseException e) {
                assertThat(e)
                        .as("seed %s: %s", seed, HexFormat.of().formatHex(bytes))
                        .hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void keysOfMapsAreInNoMessage() {
        assertThatThrownBy(() -> {
                    CborReader in = reader("a1 66 736563726574 01");
                    assertThat(in.firstKey()).isEqualTo("secret");
                    in.string();
                })
                .hasMessage("/* is a number, expected a string");
    }

    @Test
    void aStreamThatFailsIsNoMalformedResponse() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };
        assertThatThrownBy(() -> new CborReader(failing).first()).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aNameThatCrossesTheBufferIsRead() {
        byte[] start = HexFormat.of().parseHex("bf");
        byte[] item = Arrays.copyOf(start, 1 + 3 + 8180 + 1 + 20 + 1 + 1);
        int at = 1;
        item[at++] = 0x79;
        item[at++] = (byte) (8180 >> 8);
        item[at++] = (byte) 8180;
        Arrays.fill(item, at, at + 8180, (byte) 'k');
        at += 8180;
        item[at++] = 0x01;
        item[at++] = 0x60 + 19;
        Arrays.fill(item, at, at + 19, (byte) 'n');
        at += 19;
        item[at++] = 0x02;
        item[at] = (byte) 0xFF;
        CborReader in = new CborReader(new ByteArrayInputStream(item));
        assertThat(in.firstEntry()).hasSize(8180);
        assertThat(in.integer()).isEqualTo(1);
        assertThat(in.nextEntry()).isEqualTo("n".repeat(19));
        assertThat(in.integer()).isEqualTo(2);
        assertThat(in.nextEntry()).isNull();
        in.close();
    }
}
