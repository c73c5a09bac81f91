package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberTextTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "/zone/Z1, Z1",
                "/set/N1, N1",
                "Z1, Z1",
                "zone/Z1, zone/Z1",
                "/zone, /zone",
                "/zone/, ''",
                "/zone/set/Z1, set/Z1",
                "/zone//set/Z1, /set/Z1",
                "'', ''",
                "-, -",
            })
    void dropsTheFirstPrefixThatFits(@Nullable String text, @Nullable String expected) {
        assertThat(MemberText.withoutPrefix(text, "/zone/", "/set/")).isEqualTo(expected);
        assertThat(MemberText.withoutPrefix(text)).isEqualTo(text);
    }
}
