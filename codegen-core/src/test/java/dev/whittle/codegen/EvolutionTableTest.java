package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.Verdict;
import dev.whittle.codegen.harness.Evolution;
import dev.whittle.codegen.harness.Evolution.Safety;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page for publishers says of each change of a model is what comes of it. */
class EvolutionTableTest {
    private static final Path PAGE = Path.of("..", "docs", "publishing-a-client.md");
    private static final String HEAD = "| change | source | binary | wire |";

    /** A row of the page: what it calls a change, and whether it calls it safe. */
    record Row(String change, String source, String binary, String wire) {
        Safety safety() {
            return new Safety(says(source), says(binary), says(wire));
        }

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
                .map(cells -> new Row(cells[1], cells[2], cells[3], cells[4]));
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

    /** The comparison of clients says the same, without compiling anything. */
    @ParameterizedTest
    @MethodSource("rows")
    void isTheVerdict(Row row) {
        for (Evolution each : EvolutionCases.ALL.get(row.change())) {
            List<ApiChange> changes =
                    linked(each.before(), null).changesTo(linked(each.after(), each.waiters()), Set.of());

            agrees(row, row.source(), changes, change -> change.source().verdict());
            agrees(row, row.binary(), changes, change -> change.binary().verdict());
            agrees(row, row.wire(), changes, change -> change.wire().oldClient().verdict());
        }
    }

    /** What breaks only some users, those where something holds, may be risky. */
    private static void agrees(Row row, String cell, List<ApiChange> changes, Function<ApiChange, Verdict> verdict) {
        Verdict worst = changes.stream().map(verdict).max(Verdict::compareTo).orElse(Verdict.COMPATIBLE);
        if (says(cell)) {
            assertThat(worst).as("%s: %s", row, changes).isNotEqualTo(Verdict.BREAKING);
        } else if (cell.contains("where")) {
            assertThat(worst).as("%s: %s", row, changes).isNotEqualTo(Verdict.COMPATIBLE);
        } else {
            assertThat(worst).as("%s: %s", row, changes).isEqualTo(Verdict.BREAKING);
        }
    }

    private static LinkedService linked(String model, @Nullable String waiters) {
        ModelSource source = new ModelSource(
                "service-2.json",
                model.getBytes(StandardCharsets.UTF_8),
                null,
                waiters == null ? null : waiters.getBytes(StandardCharsets.UTF_8),
                null);
        return Objects.requireNonNull(Models.load(new ServiceRequest(source, null, OperationFilter.ALL))
                .service());
    }

    @Test
    void noCaseIsLeftOut() throws IOException {
        assertThat(rows().map(Row::change)).containsExactlyInAnyOrderElementsOf(EvolutionCases.ALL.keySet());
    }
}
