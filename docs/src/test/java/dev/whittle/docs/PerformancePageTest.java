package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of figures begins with few of them, which are among those behind. */
class PerformancePageTest {
    private static final List<String> LINES = Page.of("docs/performance.md").lines();
    private static final int FIGURES = LINES.indexOf("## How to read the figures");

    @Test
    void beginsWithOnePageForReaders() {
        assertThat(FIGURES).isBetween(10, 50);
        assertThat(LINES.subList(0, FIGURES).stream().filter(line -> line.startsWith("![")))
                .hasSize(1);
    }

    @Test
    void summarisesTheTablesBehind() {
        List<String> figures = LINES.subList(0, FIGURES).stream()
                .filter(line -> line.matches("\\|.* \\|"))
                .skip(1)
                .map(line -> line.substring(line.indexOf(" | ")))
                .toList();
        assertThat(figures).hasSizeGreaterThan(5);
        for (String row : figures) {
            assertThat(LINES.subList(FIGURES, LINES.size())).as(row).anyMatch(line -> line.contains(row));
        }
    }
}
