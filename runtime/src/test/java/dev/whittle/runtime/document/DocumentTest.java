package dev.whittle.runtime.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentTest {
    @Test
    void numbersAreEqualByValue() {
        assertThat(Document.of(1))
                .isEqualTo(Document.of(1.0))
                .isEqualTo(Document.of(BigInteger.ONE))
                .isEqualTo(Document.of(new BigDecimal("1.00")))
                .hasSameHashCodeAs(Document.of(new BigDecimal("1.00")))
                .isNotEqualTo(Document.of("1"))
                .isNotEqualTo(Document.of(2));
        assertThat(Document.of(7).asInt()).isEqualTo(7);
        assertThat(Document.of(0.5).asDouble()).isEqualTo(0.5);
        assertThat(Document.of(0.5).asBigDecimal()).isEqualByComparingTo("0.5");
        assertThatThrownBy(() -> Document.of(0.5).asLong()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Document.of(1L << 40).asInt()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Document.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aValueOfAnotherKindSaysWhatItIs() {
        assertThatThrownBy(() -> Document.of("x").asInt())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the document is a string, not a number");
        assertThatThrownBy(() -> Document.NULL.asString()).hasMessage("the document is null, not a string");
        assertThatThrownBy(() -> Document.of(1).asList()).hasMessage("the document is a number, not a list");
        assertThatThrownBy(() -> Document.list(List.of()).get("a")).hasMessage("the document is a list, not a map");
        assertThatThrownBy(() -> Document.map(Map.of()).asBoolean()).hasMessage("the document is a map, not a boolean");
    }

    @Test
    void mapsAndLists() {
        Document map = Document.map(Map.of("k", Document.list(List.of(Document.of(true), Document.NULL))));
        assertThat(map.get("k").asList()).containsExactly(Document.of(true), Document.NULL);
        assertThat(map.get("none").isNull()).isTrue();
        assertThat(map).hasToString("{\"k\":[true,null]}");
        assertThat(map.isMap() && map.get("k").isList() && Document.of(true).isBoolean())
                .isTrue();
        assertThat(Document.of("x").isString() && Document.of(1).isNumber()).isTrue();
    }

    @Test
    void stringsAreEscaped() {
        assertThat(Document.of("\"\\\n\u0001")).hasToString("\"\\\"\\\\\\n\\u0001\"");
    }
}
