package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.harness.Evolution;
import dev.whittle.codegen.harness.Evolution.Safety;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page for publishers says of each change of a model is what comes of it. */
class EvolutionTableTest {
    private static final Path PAGE = Path.of("..", "docs", "publishing-a-client.md");
    private static final String HEAD = "| change | source | binary | wire |";

    /** A row of the page: what it calls a change, and whether it calls it safe. */
    record Row(String change, Safety safety) {
        @Override
        public String toString() {
            return change;
        }
    }

    static Stream<Row> rows() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        return lines.stream()
                .skip(lines.indexOf(HEAD) + 2L)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\s*\\|\\s*"))
                .map(cells -> new Row(cells[1], new Safety(says(cells[2]), says(cells[3]), says(cells[4]))));
    }

    private static boolean says(String cell) {
        assertThat(cell).matches("(yes|no)(, .*)?");
        return cell.startsWith("yes");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isTrue(Row row) throws Exception {
        assertThat(EvolutionCases.ALL).containsKey(row.change());
        for (Evolution each : EvolutionCases.ALL.get(row.change())) {
            assertThat(each.safety()).as("%s: %s", row, each).isEqualTo(row.safety());
        }
    }

    @Test
    void noCaseIsLeftOut() throws IOException {
        assertThat(rows().map(Row::change)).containsExactlyInAnyOrderElementsOf(EvolutionCases.ALL.keySet());
    }
}
