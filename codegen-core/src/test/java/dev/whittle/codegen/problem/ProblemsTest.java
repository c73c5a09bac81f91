package dev.whittle.codegen.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.c2j.C2jDialect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private final List<String> located = new ArrayList<>();
    private final Problems problems = new Problems(this::locate, new C2jDialect());

    private Location locate(String pointer) {
        located.add(pointer);
        return pointer.isEmpty() ? Location.ofFile("m.json") : new Location("m.json", pointer.length(), 1, pointer);
    }

    @Test
    void tellsThemInTheOrderOfTheFile() {
        problems.warning(ProblemCode.FIELD_VALUE, "/bbb", "second", null);
        problems.error(ProblemCode.FIELD_TYPE, "/a", "first", "a hint");
        problems.add(new Problem(Severity.ERROR, ProblemCode.JSON_EMPTY, "empty", Location.ofFile("a.json"), null));

        assertThat(problems.all())
                .extracting(Problem::text)
                .containsExactly(
                        "a.json SVC0103 empty",
                        "m.json:[2,1] SVC0109 first at /a\n        hint: a hint",
                        "m.json:[4,1] SVC0111 second at /bbb");
    }

    @Test
    void onlyErrorsFail() {
        problems.warning(ProblemCode.FIELD_VALUE, "/a", "doubtful", null);
        assertThat(problems.hasErrors()).isFalse();

        problems.error(ProblemCode.FIELD_VALUE, "/a", "wrong", null);
        assertThat(problems.hasErrors()).isTrue();
    }

    @Test
    void beyondAHundredTheyAreOnlyCounted() {
        for (int i = 0; i < 250; i++) {
            problems.error(ProblemCode.FIELD_VALUE, "/a", "wrong", null);
        }
        problems.warning(ProblemCode.FIELD_VALUE, "/a", "doubtful", null);

        assertThat(located).hasSize(101);
        assertThat(problems.all()).hasSize(102);
        assertThat(problems.all().get(101).text()).isEqualTo("m.json SVC0199 150 more errors are not shown");
    }

    @Test
    void aProblemStaysOnItsLines() {
        problems.error(ProblemCode.FIELD_VALUE, "/a\nb", "one\r\ntwo", "three\u2028four");

        assertThat(problems.all().get(0).text())
                .isEqualTo("m.json:[4,1] SVC0111 one\\u000d\\u000atwo at /a\\u000ab\n        hint: three\\u2028four");
    }

    @Test
    void aLongPointerIsCut() {
        problems.error(ProblemCode.FIELD_VALUE, "/" + "x".repeat(5000), "wrong", null);

        assertThat(problems.all().get(0).text()).hasSizeLessThan(400).endsWith("x…");
    }
}
