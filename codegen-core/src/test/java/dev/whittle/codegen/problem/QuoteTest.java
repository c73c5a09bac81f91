package dev.whittle.codegen.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTest {
    @Test
    void plainTextStaysAsItIs() {
        assertThat(Quote.of("Straße 東京 🛒")).isEqualTo("'Straße 東京 🛒'");
    }

    @ParameterizedTest
    @CsvSource({
        "10, \\u000a",
        "13, \\u000d",
        "0, \\u0000",
        "27, \\u001b",
        "133, \\u0085",
        "8232, \\u2028",
        "8238, \\u202e",
        "55357, \\ud83d",
        "917569, \\u{e0041}"
    })
    void whatCouldMisleadIsEscaped(int codePoint, String escape) {
        String text = "a" + Character.toString(codePoint) + "b";

        assertThat(Quote.oneLine(text)).isEqualTo("a" + escape + "b");
    }

    @Test
    void longTextIsShortened() {
        assertThat(Quote.of("x".repeat(1000))).isEqualTo("'" + "x".repeat(79) + "…'");
    }
}
