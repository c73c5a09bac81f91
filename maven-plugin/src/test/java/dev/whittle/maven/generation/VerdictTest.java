package dev.whittle.maven.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.codegen.c2j.C2jDialect;
import dev.whittle.codegen.problem.Location;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private final RecordingConsole console = new RecordingConsole();

    @Test
    void noMoreThanTwentyProblemsAreShownAndAllAreCounted() {
        List<Problem> problems = problems(130, 7);
        assertThatThrownBy(() -> new Verdict(console, false).on(problems, "nothing was generated."))
                .isInstanceOf(GenerationFailedException.class)
                .hasMessage("130 problems, nothing was generated.");
        assertThat(console.lines).hasSize(22);
        assertThat(console.lines.subList(0, 20)).allMatch(line -> line.startsWith("[ERROR] m.json SVC0111 e"));
        assertThat(console.lines.subList(20, 22))
                .containsExactly(
                        "[ERROR] only 20 of 137 problems are shown (130 errors, 7 warnings)",
                        "[ERROR] 130 problems, nothing was generated.");
    }

    @Test
    void errorsComeBeforeWarnings() {
        assertThatThrownBy(() -> new Verdict(console, false).on(problems(1, 30), "nothing was generated."))
                .hasMessage("1 problem, nothing was generated.");
        assertThat(console.lines)
                .filteredOn(line -> line.startsWith("[WARNING] m.json"))
                .hasSize(19);
        assertThat(console.lines).contains("[ERROR] only 20 of 31 problems are shown (1 error, 30 warnings)");
    }

    @Test
    void twentyAreShownAsTheyAre() throws GenerationFailedException {
        new Verdict(console, false).on(problems(0, 20), "");
        assertThat(console.lines).hasSize(20);
        new Verdict(console, false).on(problems(0, 21), "");
        assertThat(console.lines)
                .hasSize(41)
                .endsWith("[WARNING] only 20 of 21 problems are shown (0 errors, 21 warnings)");
    }

    private static List<Problem> problems(int errors, int warnings) {
        Problems problems = new Problems(pointer -> Location.ofFile("m.json"), new C2jDialect());
        for (int i = 0; i < errors; i++) {
            problems.error(ProblemCode.FIELD_VALUE, "", "e" + i, null);
        }
        for (int i = 0; i < warnings; i++) {
            problems.warning(ProblemCode.FIELD_UNKNOWN, "", "w" + i, null);
        }
        return problems.all();
    }
}
