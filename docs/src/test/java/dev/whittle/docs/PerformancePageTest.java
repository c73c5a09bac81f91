package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
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
        List<String> figures = rows().takeWhile(line -> !line.startsWith("| client |"))
                .map(line -> line.substring(line.indexOf(" | ")))
                .toList();
        assertThat(figures).hasSizeGreaterThan(5);
        for (String row : figures) {
            assertThat(LINES.subList(FIGURES, LINES.size())).as(row).anyMatch(line -> line.contains(row));
        }
    }

    @Test
    void summarisesTheClientsOfFunctions() {
        List<String> clients =
                rows().dropWhile(line -> !line.startsWith("| client |")).skip(1).toList();
        assertThat(clients).hasSize(4);
        for (String client : clients) {
            String[] cells = client.split(" *\\| *", -1);
            int section = LINES.indexOf("### " + cells[1]);
            assertThat(section).as(cells[1]).isGreaterThan(FIGURES);
            List<String> figures = LINES.subList(section, section + 10);
            assertThat(figures)
                    .as(cells[1])
                    .anyMatch(line -> line.startsWith("| class path, KB | %s | – | %s |".formatted(cells[2], cells[3])))
                    .anyMatch(line -> line.startsWith("| wall time, s | %s | – | %s |".formatted(cells[5], cells[6])));
        }
    }

    /** The rows of tables before the figures, without the first head and lines below heads. */
    private static Stream<String> rows() {
        return LINES.subList(0, FIGURES).stream()
                .filter(line -> line.matches("\\|.* \\|"))
                .skip(1);
    }
}
