package dev.whittle.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.shape.Blob;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class JsonReadsTest {
    private static JsonParser parser(String json) {
        return new JsonFactory().createParser(ObjectReadContext.empty(), json);
    }

    /** Reads the value of {@code {"a":…}} the way a decoder does. */
    private static <T> T read(String value, Function<JsonParser, T> reading) {
        JsonParser in = parser("{\"a\":" + value + "}");
        assertThat(JsonReads.start(in)).isEqualTo("a");
        in.nextToken();
        return reading.apply(in);
    }

    private static void fails(String value, Function<JsonParser, ?> reading, String message) {
        assertThatThrownBy(() -> read(value, reading))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage(message);
    }

    @Test
    void integersOfEverySize() {
        assertThat(read("-2147483648", JsonReads::integer)).isEqualTo(Integer.MIN_VALUE);
        assertThat(read("8e2", JsonReads::integer)).isEqualTo(800);
        assertThat(read("9223372036854775807", JsonReads::longInteger)).isEqualTo(Long.MAX_VALUE);
        assertThat(read("-32768", JsonReads::shortInteger)).isEqualTo(Short.MIN_VALUE);
        assertThat(read("127", JsonReads::byteInteger)).isEqualTo(Byte.MAX_VALUE);
        assertThat(read("123456789012345678901234567890", JsonReads::bigInteger))
                .isEqualTo(new BigInteger("123456789012345678901234567890"));
        assertThat(read("1.10", JsonReads::bigDecimal)).isEqualTo(new BigDecimal("1.10"));
    }

    @Test
    void numbersThatDoNotFitSaySo() {
        fails("2147483648", JsonReads::integer, "/a is 2147483648, which does not fit an integer");
        fails("1.5", JsonReads::integer, "/a is 1.5, which does not fit an integer");
        fails("1e999999999", JsonReads::integer, "/a is 1e999999999, which does not fit an integer");
        fails("9223372036854775808", JsonReads::longInteger, "/a is 9223372036854775808, which does not fit a long");
        fails("128", JsonReads::byteInteger, "/a is 128, which does not fit a byte");
        fails("40000", JsonReads::shortInteger, "/a is 40000, which does not fit a short");
        fails("1e39", JsonReads::floating, "/a is 1e39, which does not fit a float");
        fails("1e309", JsonReads::doubleFloating, "/a is 1e309, which does not fit a double");
        fails("1e999999999", JsonReads::timestamp, "/a is 1e999999999, which does not fit a timestamp");
    }

    @Test
    void otherKindsSaySo() {
        fails("true", JsonReads::string, "/a is a boolean, expected a string");
        fails("{}", JsonReads::integer, "/a is an object, expected an integer");
        fails("[]", JsonReads::bool, "/a is an array, expected a boolean");
        fails("\"x\"", JsonReads::doubleFloating, "/a is a string, expected a double");
        fails("1", JsonReads::blob, "/a is a number, expected a base64 string");
        fails("\"%\"", JsonReads::blob, "/a is not valid base64");
        fails("\"soon\"", JsonReads::timestamp, "/a is 'soon', expected a timestamp");
        fails("[\"x\",1]", JsonReads::strings, "/a/1 is a number, expected a string");
        fails("{\"k\":1}", JsonReads::stringMap, "/a/k is a number, expected a string");
        fails("3", in -> JsonReads.startArray(in), "/a is a number, expected an array");
        MalformedResponseException union = read("{}", in -> JsonReads.unionWithTwo(in, "Proxy", "one", "two"));
        assertThat(union).hasMessage("/a sets two members of the union Proxy, 'one' and 'two'");
    }

    @Test
    void floatsAndTheirStrings() {
        assertThat(read("0.1", JsonReads::floating)).isEqualTo(0.1f);
        assertThat(read("3", JsonReads::doubleFloating)).isEqualTo(3.0);
        assertThat(read("\"NaN\"", JsonReads::floating)).isNaN();
        assertThat(read("\"-Infinity\"", JsonReads::doubleFloating)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(read("\"Infinity\"", JsonReads::floating)).isEqualTo(Float.POSITIVE_INFINITY);
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
                "\"2016-12-31T23:59:60Z\"|2017-01-01T00:00:00Z",
            })
    void timestampsInEveryFormat(String value, Instant expected) {
        assertThat(read(value, JsonReads::timestamp)).isEqualTo(expected);
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
                "",
                "Tue, 29 Foo 2014 18:30:38 GMT",
                "Tue 29 Apr 2014",
                "Tue, 29 Apr 2014 18:30:38 PST",
                "1e99",
                "--1",
                "20x4-01-01T00:00:00Z",
            })
    void textThatIsNoTimestamp(String text) {
        assertThatThrownBy(() -> read('"' + text + '"', JsonReads::timestamp))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("expected a timestamp");
    }

    @Test
    void blobsAndCollections() {
        assertThat(read("\"aGk=\"", JsonReads::blob)).isEqualTo(Blob.utf8("hi"));
        assertThat(read("[\"x\",null,\"y\"]", JsonReads::strings)).isEqualTo(List.of("x", "y"));
        assertThat(read("[\"x\",null]", JsonReads::sparseStrings)).isEqualTo(Arrays.asList("x", null));
        assertThat(read("{\"k\":\"v\",\"n\":null}", JsonReads::stringMap)).isEqualTo(Map.of("k", "v"));
        assertThat(read("{\"k\":\"v\",\"n\":null}", JsonReads::sparseStringMap))
                .containsEntry("k", "v")
                .containsEntry("n", null);
        assertThat(read("null", JsonReads::strings)).isEmpty();
    }

    @Test
    void documentsOfEveryKind() {
        Document document = read(
                "{\"n\":null,\"b\":[true,false],\"i\":5,\"d\":1.50,\"big\":123456789012345678901,\"s\":\"x\"}",
                JsonReads::document);
        assertThat(document)
                .hasToString(
                        "{\"n\":null,\"b\":[true,false],\"i\":5,\"d\":1.50,\"big\":123456789012345678901,\"s\":\"x\"}");
        assertThat(JsonReads.document(parser(""))).isSameAs(Document.NULL);
    }

    @Test
    void startAcceptsNoContentAndNull() {
        assertThat(JsonReads.start(parser(""))).isNull();
        assertThat(JsonReads.start(parser("null"))).isNull();
        assertThat(JsonReads.start(parser("{}"))).isNull();
        assertThat(JsonReads.startArray(parser(""))).isFalse();
        assertThat(JsonReads.startArray(parser("null"))).isFalse();
        assertThat(JsonReads.startArray(parser("[]"))).isTrue();
        assertThatThrownBy(() -> JsonReads.start(parser("\"x\"")))
                .hasMessage("the body is a string, expected an object");
    }
}
