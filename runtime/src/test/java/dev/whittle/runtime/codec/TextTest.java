package dev.whittle.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.shape.Blob;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void writesAndReadsBack() {
        assertThat(Text.integer(Text.of(-7), "w")).isEqualTo(-7);
        assertThat(Text.longInteger(" " + Text.of(Long.MIN_VALUE), "w")).isEqualTo(Long.MIN_VALUE);
        assertThat(Text.shortInteger("12", "w")).isEqualTo((short) 12);
        assertThat(Text.byteInteger("-12", "w")).isEqualTo((byte) -12);
        assertThat(Text.bool(Text.of(true), "w")).isTrue();
        assertThat(Text.bool("FALSE", "w")).isFalse();
        assertThat(Text.floating(Text.of(1.5f), "w")).isEqualTo(1.5f);
        assertThat(Text.doubleFloating(Text.of(Double.NaN), "w")).isNaN();
        assertThat(Text.bigInteger(Text.of(BigInteger.TEN), "w")).isEqualTo(BigInteger.TEN);
        assertThat(Text.bigDecimal(Text.of(new BigDecimal("1.10")), "w")).isEqualTo(new BigDecimal("1.10"));
        assertThat(Text.blobFromBase64(Text.base64(Blob.utf8("ü")), "w")).isEqualTo(Blob.utf8("ü"));
        assertThat(Text.stringFromBase64(Text.base64("ü"), "w")).isEqualTo("ü");
    }

    @Test
    void textOfAnotherKindSaysWhere() {
        fails("x", Text::integer, "header A is a text of length 1, expected an integer");
        fails("99999999999", Text::integer, "header A is a text of length 11, expected an integer");
        fails("", Text::longInteger, "header A is a text of length 0, expected a long");
        fails("40000", Text::shortInteger, "header A is a text of length 5, expected a short");
        fails("200", Text::byteInteger, "header A is a text of length 3, expected a byte");
        fails("yes", Text::bool, "header A is a text of length 3, expected a boolean");
        fails("x", Text::floating, "header A is a text of length 1, expected a float");
        fails("x", Text::doubleFloating, "header A is a text of length 1, expected a double");
        fails("1.5", Text::bigInteger, "header A is a text of length 3, expected an integer");
        fails("x", Text::bigDecimal, "header A is a text of length 1, expected a number");
        fails("x", Text::timestamp, "header A is a text of length 1, expected a timestamp");
        fails("%", Text::blobFromBase64, "header A is a text of length 1, expected base64");
        fails("%", Text::stringFromBase64, "header A is a text of length 1, expected base64");
        fails("9".repeat(1001), Text::bigInteger, "header A is a text of length 1001, expected an integer");
    }

    private static void fails(String text, BiFunction<String, String, ?> reading, String message) {
        assertThatThrownBy(() -> reading.apply(text, "header A"))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage(message)
                .hasNoCause();
    }

    @Test
    void headerListsQuoteWhatWouldBeTornApart() {
        assertThat(new HeaderList().text()).isEmpty();
        assertThat(new HeaderList()
                        .add("a")
                        .add("b,c")
                        .add("d\"e\\")
                        .add("f\\g")
                        .addPlain("Mon, 1")
                        .text())
                .isEqualTo("a, \"b,c\", \"d\\\"e\\\\\", f\\g, Mon, 1");
        assertThat(new HeaderList().add("").add("").text()).isEqualTo(", ");
    }
}
