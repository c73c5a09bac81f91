package dev.whittle.codegen.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "GetCart, GetCart, true",
        "GetCart, GetCarts, false",
        "GetCart, getcart, false",
        "Get*, GetCart, true",
        "Get*, Get, true",
        "*Cart, GetCart, true",
        "*Cart, GetCarts, false",
        "*, Anything, true",
        "G?t*a*t, GetCart, true",
        "???, Get, true",
        "???, Gets, false",
        "*a*b*, xxaxxbxx, true",
        "*a*b*, xxbxxaxx, false",
        "Get.art, GetCart, false",
        "'', '', true",
        "'', x, false",
        "**, '', true"
    })
    void matches(String pattern, String text, boolean matches) {
        assertThat(Glob.matches(pattern, text)).isEqualTo(matches);
    }

    @Test
    void manyStarsTakeNoLongerThanTheyMust() {
        boolean matches = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Glob.matches("*a".repeat(500) + "b", "a".repeat(5_000)));

        assertThat(matches).isFalse();
    }
}
