package dev.whittle.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.document.Document;
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
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    private static JsonReader reader(String json) {
        return new JsonReader(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the value of {@code {"a":…}} the way a decoder does. */
    private static <T> T read(String value, Function<JsonReader, T> reading) {
        JsonReader in = reader("{\"a\":" + value + "}");
        assertThat(in.firstEntry()).isEqualTo("a");
        return reading.apply(in);
    }

    private static void fails(String value, Function<JsonReader, ?> reading, String message) {
        assertThatThrownBy(() -> read(value, reading))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage(message);
    }

    @Test
    void integersOfEverySize() {
        assertThat(read("-2147483648", JsonReader::integer)).isEqualTo(Integer.MIN_VALUE);
        assertThat(read("8e2", JsonReader::integer)).isEqualTo(800);
        assertThat(read("9223372036854775807", JsonReader::longInteger)).isEqualTo(Long.MAX_VALUE);
        assertThat(read("-32768", JsonReader::shortInteger)).isEqualTo(Short.MIN_VALUE);
        assertThat(read("127", JsonReader::byteInteger)).isEqualTo(Byte.MAX_VALUE);
        assertThat(read("123456789012345678901234567890", JsonReader::bigInteger))
                .isEqualTo(new BigInteger("123456789012345678901234567890"));
        assertThat(read("1.10", JsonReader::bigDecimal)).isEqualTo(new BigDecimal("1.10"));
    }

    @Test
    void numbersThatDoNotFitSaySo() {
        fails("2147483648", JsonReader::integer, "/a is a number of length 10, which does not fit an integer");
        fails("1.5", JsonReader::integer, "/a is a number of length 3, which does not fit an integer");
        fails("1e999999999", JsonReader::integer, "/a is a number of length 11, which does not fit an integer");
        fails("9223372036854775808", JsonReader::longInteger, "/a is a number of length 19, which does not fit a long");
        fails("128", JsonReader::byteInteger, "/a is a number of length 3, which does not fit a byte");
        fails("40000", JsonReader::shortInteger, "/a is a number of length 5, which does not fit a short");
        fails("1e39", JsonReader::floating, "/a is a number of length 4, which does not fit a float");
        fails("1e309", JsonReader::doubleFloating, "/a is a number of length 5, which does not fit a double");
        fails("1e999999999", JsonReader::timestamp, "/a is a number of length 11, which does not fit a timestamp");
    }

    @Test
    void otherKindsSaySo() {
        fails("true", JsonReader::string, "/a is a boolean, expected a string");
        fails("{}", JsonReader::integer, "/a is an object, expected an integer");
        fails("[]", JsonReader::bool, "/a is an array, expected a boolean");
        fails("\"x\"", JsonReader::doubleFloating, "/a is a string, expected a double");
        fails("1", JsonReader::blob, "/a is a number, expected a base64 string");
        fails("\"%\"", JsonReader::blob, "/a is a string, expected base64");
        fails("\"soon\"", JsonReader::timestamp, "/a is a string of length 4, expected a timestamp");
        fails("[\"x\",1]", JsonReader::strings, "/a/1 is a number, expected a string");
        fails("{\"k\":1}", JsonReader::stringMap, "/a/* is a number, expected a string");
        fails("3", JsonReader::startArray, "/a is a number, expected an array");
        MalformedResponseException union = read("{}", in -> in.unionWithTwo("Proxy", "one", "two"));
        assertThat(union).hasMessage("/a sets two members of the union Proxy, 'one' and 'two'");
    }

    @Test
    void floatsAndTheirStrings() {
        assertThat(read("0.1", JsonReader::floating)).isEqualTo(0.1f);
        assertThat(read("3", JsonReader::doubleFloating)).isEqualTo(3.0);
        assertThat(read("\"NaN\"", JsonReader::floating)).isNaN();
        assertThat(read("\"-Infinity\"", JsonReader::doubleFloating)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(read("\"Infinity\"", JsonReader::floating)).isEqualTo(Float.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2014-04-29T18:30:38Z\"|2014-04-29T18:30:38Z",
                "\"2014-04-29T18:30:38.000001+02:30\"|2014-04-29T16:00:38.000001Z",
                "\"Tue, 29 Apr 2014 18:30:38 GMT\"|2014-04-29T18:30:38Z",
                "\"Sun, 02 Jan 2000 20:34:56.456 GMT\"|2000-01-02T20:34:56.456Z",
                "1398796238|2014-04-29T18:30:38Z",
                "1398796238.5|2014-04-29T18:30:38.500Z",
                "1.398796238E9|2014-04-29T18:30:38Z",
                "\"-1.25\"|1969-12-31T23:59:58.750Z",
                "\"1398796238\"|2014-04-29T18:30:38Z",
                "\"2014-04-29T18:30:38+0000\"|2014-04-29T18:30:38Z",
                "\"2014-04-29T18:30:38.5-0230\"|2014-04-29T21:00:38.500Z",
                "\"2014-04-29T18:30:38+02\"|2014-04-29T16:30:38Z",
                "\"2016-12-31T23:59:60Z\"|2017-01-01T00:00:00Z",
            })
    void timestampsInEveryFormat(String value, Instant expected) {
        assertThat(read(value, JsonReader::timestamp)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2014-02-29T00:00:00Z",
                "2014-13-01T00:00:00Z",
                "2014-00-01T00:00:00Z",
                "2014-01-01T24:00:00Z",
                "2014-01-01T00:00:00",
                "2014-01-01T00:00:00Zx",
                "2014-01-01",
                "2014-01-01T00:00:00.Z",
                "2014-01-01T00:00:00+",
                "2014-01-01T00:00:00+0",
                "2014-01-01T00:00:00+000",
                "2014-01-01T00:00:00+00:",
                "2014-01-01T00:00:00+00000",
                "2014-01-01T00:00:00+00:000",
                "",
                "Tue, 29 Foo 2014 18:30:38 GMT",
                "Tue 29 Apr 2014",
                "Tue, 29 Apr 2014 18:30:38 PST",
                "1e99",
                "--1",
                "20x4-01-01T00:00:00Z",
            })
    void textThatIsNoTimestamp(String text) {
        assertThatThrownBy(() -> read('"' + text + '"', JsonReader::timestamp))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("expected a timestamp");
    }

    @Test
    void blobsAndCollections() {
        assertThat(read("\"aGk=\"", JsonReader::blob)).isEqualTo(Blob.utf8("hi"));
        assertThat(read("[\"x\",null,\"y\"]", JsonReader::strings)).isEqualTo(List.of("x", "y"));
        assertThat(read("[\"x\",null]", JsonReader::sparseStrings)).isEqualTo(Arrays.asList("x", null));
        assertThat(read("{\"k\":\"v\",\"n\":null}", JsonReader::stringMap)).isEqualTo(Map.of("k", "v"));
        assertThat(read("{\"k\":\"v\",\"n\":null}", JsonReader::sparseStringMap))
                .containsEntry("k", "v")
                .containsEntry("n", null);
        assertThat(read("null", JsonReader::strings)).isEmpty();
    }

    @Test
    void documentsOfEveryKind() {
        Document document = read(
                "{\"n\":null,\"b\":[true,false],\"i\":5,\"d\":1.50,\"big\":123456789012345678901,\"s\":\"x\"}",
                JsonReader::document);
        assertThat(document)
                .hasToString(
                        "{\"n\":null,\"b\":[true,false],\"i\":5,\"d\":1.50,\"big\":123456789012345678901,\"s\":\"x\"}");
        assertThat(reader("").document()).isSameAs(Document.NULL);
    }

    @Test
    void startAcceptsNoContentAndNull() {
        assertThat(reader("").firstEntry()).isNull();
        assertThat(reader("null").firstEntry()).isNull();
        assertThat(reader("{}").firstEntry()).isNull();
        assertThat(reader("").startArray()).isFalse();
        assertThat(reader("null").startArray()).isFalse();
        assertThat(reader("[]").startArray()).isTrue();
        assertThatThrownBy(() -> reader("\"x\"").firstEntry()).hasMessage("the body is a string, expected an object");
    }

    @Test
    void sparseCollectionsKeepNulls() {
        JsonReader in = reader("{\"a\":null,\"b\":[null,1]}");
        assertThat(in.firstEntry()).isEqualTo("a");
        assertThat(in.isNull()).isTrue();
        assertThat(in.nextEntry()).isEqualTo("b");
        assertThat(in.startArray()).isTrue();
        assertThat(in.nextSlot()).isTrue();
        assertThat(in.isNull()).isTrue();
        assertThat(in.nextSlot()).isTrue();
        assertThat(in.integer()).isEqualTo(1);
        assertThat(in.nextSlot()).isFalse();
        assertThat(in.nextEntry()).isNull();
    }

    @Test
    void whatIsNotReadIsPassedOver() {
        JsonReader in = reader("{\"a\":\"\\\"\",\"__type\":\"x\",\"b\":[{\"c\":[1,\"]\"]},2],\"n\":null,\"d\":3}");
        assertThat(in.firstMember()).isEqualTo("a");
        assertThat(in.nextMember()).isEqualTo("b");
        in.skip();
        assertThat(in.next()).isEqualTo("d");
        in.skip();
        assertThat(in.next()).isNull();
    }

    @Test
    void stringsMayBeLongerThanABuffer() {
        String ascii = "x".repeat(20_000);
        String wide = "ü€😀".repeat(10_000);
        String json = "{\"a\":\"" + ascii + "\",\"b\":\"" + wide + "\",\"c\":\"\\n" + wide + "\"}";
        JsonReader in = new JsonReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        assertThat(in.stringMap()).isEqualTo(Map.of("a", ascii, "b", wide, "c", "\n" + wide));
        in.close();
    }

    @Test
    void blobsOfEveryLengthComeInAnyPieces() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextInt(i % 10 == 0 ? 40_000 : 50)];
            random.nextBytes(bytes);
            String text = Base64.getEncoder().encodeToString(bytes);
            String json = "{\"b\":\"" + (i % 3 == 0 ? text.replace("/", "\\/") : text) + "\",\"n\":7}";
            JsonReader in = new JsonReader(
                    new Pieces(json.getBytes(StandardCharsets.UTF_8), random, 1 + random.nextInt(10_000)));
            assertThat(in.first()).isEqualTo("b");
            assertThat(in.blob()).as("seed %s", seed).isEqualTo(Blob.of(bytes));
            assertThat(in.next()).isEqualTo("n");
            assertThat(in.integer()).isEqualTo(7);
            assertThat(in.next()).isNull();
            in.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "aGk=aGk=", "a", "aGk\\n", "aG k", "====", "aGkü"})
    void textThatIsNoBase64(String text) {
        for (int longest : new int[] {1, 3, 100}) {
            JsonReader in = new JsonReader(new Pieces(
                    ("{\"a\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8), new Random(longest), longest));
            assertThat(in.first()).isEqualTo("a");
            assertThatThrownBy(in::blob).hasMessage("/a is a string, expected base64");
        }
    }

    @Test
    void theSameNameIsTheSameString() {
        assertThat(reader("{\"sameName\":1}").first())
                .isSameAs(reader("{\"sameName\":1}").first());
        String many = IntStream.range(0, 5_000)
                .mapToObj(i -> "\"key" + i + "\":\"" + i + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        Map<String, String> map = reader(many).stringMap();
        assertThat(map).hasSize(5_000).containsEntry("key4999", "4999");
        assertThat(reader(many).stringMap()).isEqualTo(map);
    }

    @Test
    void aByteOrderMarkSaysNothing() {
        assertThat(reader("\uFEFF{\"a\":1}").first()).isEqualTo("a");
    }

    @Test
    void halfASurrogatePairIsKept() {
        assertThat(read("\"\\ud83d\\ude00\"", JsonReader::string)).isEqualTo("😀");
        assertThat(read("\"\\ud83d\"", JsonReader::string)).isEqualTo("\ud83d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':nope}|/a is not valid JSON, at byte 7",
                "{'a':1,}|/a is not valid JSON, at byte 8",
                "{'a':01}|/a is not valid JSON, at byte 7",
                "{'a' 1}|/a is not valid JSON, at byte 6",
                "{'a':[1 2]}|/a/0 is not valid JSON, at byte 9",
                "{'a':'\\x'}|/a is not valid JSON, at byte 8",
                "{'a':'\\u12g4'}|/a is not valid JSON, at byte 11",
                "{'a':.5}|/a is not valid JSON, at byte 6",
                "{'a':1.}|/a is not valid JSON, at byte 8",
                "{'a':{'b':[1,{'c/~':tru|the body ends early, at /a/b/1/c~1~0",
                "{'a':'x|the body ends early, at /a",
                "{'a':-|the body ends early, at /a",
                "{|the body ends early, at the body",
                "<html>|the body is not valid JSON, at byte 1",
            })
    void whatIsNotJsonSaysWhere(String json, String message) {
        assertThatThrownBy(() -> walk(reader(json.replace('\'', '"'))))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage(message);
    }

    /** Reads structures and lists down to their strings and numbers. */
    private static void walk(JsonReader in) {
        if (!in.hasValue()) {
            return;
        }
        if (in.isString()) {
            in.string();
            return;
        }
        if (in.isNumber()) {
            in.numberText();
            return;
        }
        String name;
        try {
            name = in.first();
        } catch (MalformedResponseException e) {
            if (!e.getMessage().endsWith("is an array, expected an object")) {
                throw e;
            }
            in.startArray();
            while (in.nextElement()) {
                walk(in);
            }
            return;
        }
        for (; name != null; name = in.next()) {
            walk(in);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{\"hunter2\":\"x\",\"b\":nope}}",
                "{\"a\":{\"hunter2\":nope}}",
                "{\"a\":{\"b\":{\"hunter2\":tru",
                "{\"a\":{\"hunter2\":[\"\\q\"]}}",
                "{\"a\":{\"hunter2\" 5}}",
            })
    void keysOfMapsAreInNoMessage(String json) {
        List<Function<JsonReader, ?>> readings =
                List.of(JsonReader::document, JsonReader::stringMap, JsonReader::sparseStringMap);
        for (Function<JsonReader, ?> reading : readings) {
            JsonReader in = reader(json);
            assertThat(in.first()).isEqualTo("a");
            assertThatThrownBy(() -> reading.apply(in))
                    .isInstanceOf(MalformedResponseException.class)
                    .hasMessageContaining("/a")
                    .hasMessageNotContaining("hunter2")
                    .hasNoCause();
        }
    }

    @Test
    void whatIsTooLargeIsRefused() {
        assertThat(reader("[".repeat(500) + "]".repeat(500)).document().isList())
                .isTrue();
        assertThatThrownBy(() -> reader("[".repeat(501)).document())
                .hasMessageStartingWith("/0/0/0")
                .hasMessageEndingWith("… exceeds a limit: a nesting depth of more than 500");
        JsonReader deep = reader("{\"a\":" + "[".repeat(100_000));
        assertThat(deep.first()).isEqualTo("a");
        assertThatThrownBy(deep::skip).hasMessageEndingWith("… exceeds a limit: a nesting depth of more than 500");
        assertThatThrownBy(() -> read("1".repeat(1_001), JsonReader::bigInteger))
                .hasMessage("/a exceeds a limit: a number of more than 1000 digits");
        assertThat(read("1".repeat(1_000), JsonReader::bigInteger).bitLength()).isGreaterThan(3_000);
        byte[] longName = ("{\"" + "n".repeat(50_001) + "\":1}").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> new JsonReader(longName).first())
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("the body exceeds a limit: a string of more than 50000 bytes");
        assertThatThrownBy(() -> new JsonReader(new ByteArrayInputStream(longName)).first())
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("the body exceeds a limit: a string of more than 50000 bytes");
    }

    @Test
    void aStreamThatNeverEndsFillsNoMemory() {
        for (String beginning : List.of("[\"", "{\"", "[1", "[\"\\u00")) {
            assertThatThrownBy(() -> new JsonReader(endless(beginning, '1')).document())
                    .hasMessageContaining("exceeds a limit");
        }
    }

    private static InputStream endless(String beginning, char then) {
        return new SequenceInputStream(
                new ByteArrayInputStream(beginning.getBytes(StandardCharsets.US_ASCII)), new InputStream() {
                    @Override
                    public int read() {
                        return then;
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) {
                        Arrays.fill(target, offset, offset + length, (byte) then);
                        return length;
                    }
                });
    }

    @Test
    void aBorrowedBufferShowsNothingOfTheTextBefore() {
        for (String json : List.of("{\"a\":\"" + "x".repeat(5_000) + "\",\"b\":1}", "{\"a\":\"y")) {
            JsonReader in = new JsonReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
            assertThat(in.first()).isEqualTo("a");
            if (json.endsWith("}")) {
                assertThat(in.string()).hasSize(5_000);
            } else {
                assertThatThrownBy(in::string).hasMessage("the body ends early, at /a");
            }
            in.close();
            assertThatThrownBy(in::next).isInstanceOf(MalformedResponseException.class);
        }
    }

    @Test
    void aBrokenStreamIsNoFaultOfTheText() {
        IOException broken = new IOException("reset");
        InputStream stream = new InputStream() {
            @Override
            public int read() throws IOException {
                throw broken;
            }
        };
        assertThatThrownBy(() -> new JsonReader(stream).document())
                .isInstanceOf(UncheckedIOException.class)
                .hasCause(broken);
    }
}
