package dev.whittle.codegen.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommentTextTest {
    private static final String FITS = "x".repeat(109) + ".";

    @Test
    void whatFitsStandsOnOneLine() {
        assertThat(CommentText.of("Width in pixels.", 4)).isEqualTo("/** Width in pixels. */\n");
        assertThat(CommentText.of(FITS + "\n", 3))
                .isEqualTo("/** " + FITS + " */\n")
                .hasSize(118);
    }

    @Test
    void whatDoesNotFitStandsOnLinesOfItsOwn() {
        assertThat(CommentText.of(FITS, 4)).isEqualTo("/**\n * " + FITS + "\n */\n");
        assertThat(CommentText.of("One.\n\n<p>Two.", 0)).isEqualTo("/**\n * One.\n *\n * <p>Two.\n */\n");
    }

    @Test
    void longLinesAreFilled() {
        String text = "word ".repeat(60).strip();
        assertThat(CommentText.of(text, 8).lines())
                .hasSizeGreaterThan(4)
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(112).doesNotEndWith(" "));
        assertThat(CommentText.of(text, 8)
                        .lines()
                        .filter(line -> line.startsWith(" * "))
                        .map(line -> line.substring(3))
                        .reduce((a, b) -> a + " " + b))
                .contains(text);
    }

    @Test
    void tagsAreNotTornApart() {
        String text = "word ".repeat(21) + "{@link Some thing} and <a href=\"https://example.com/\">a b</a> "
                + "x ".repeat(60);
        assertThat(CommentText.of(text, 0)).contains("{@link Some thing}").contains("<a href=");
    }

    @Test
    void aTagLongerThanALineIsBrokenInside() {
        assertThat(CommentText.of("Whether {@code " + "a && ".repeat(40) + "b} holds.", 0)
                        .lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void aWordThatIsTooLongStays() {
        assertThat(CommentText.of("a " + "x".repeat(200) + " b", 0))
                .isEqualTo("/**\n * a\n * " + "x".repeat(200) + "\n * b\n */\n");
    }
}
