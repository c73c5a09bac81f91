package dev.whittle.codegen.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProblemCodeTest {
    @Test
    void codesAreDifferentAndSorted() {
        assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::code))
                .doesNotHaveDuplicates()
                .isSorted()
                .allMatch(code -> code.matches("SVC0[1-6]\\d\\d"));
    }

    @Test
    void descriptionsAreLinesOfText() {
        assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::description))
                .doesNotHaveDuplicates()
                .allMatch(description -> !description.isBlank() && !description.endsWith("."));
    }
}
