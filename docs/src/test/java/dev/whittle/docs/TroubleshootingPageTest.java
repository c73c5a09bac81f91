package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.problem.ProblemCode;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page has every problem code, in order, and says of each what it means, why it is a problem and what to do. */
class TroubleshootingPageTest {
    private static final Pattern ENTRY = Pattern.compile("(?ms)^### (SVC\\d{4}: .*?)\\n\\n(.*?)(?=^#{2,3} |\\z)");

    private static List<MatchResult> entries() {
        return ENTRY.matcher(Page.of("docs/troubleshooting.md").text())
                .results()
                .toList();
    }

    @Test
    void hasEveryCodeAndNoOther() {
        assertThat(entries().stream().map(entry -> entry.group(1)))
                .containsExactlyElementsOf(Arrays.stream(ProblemCode.values())
                        .map(code -> code.code() + ": " + code.description())
                        .toList());
    }

    @Test
    void saysWhyAndWhatToDo() {
        for (MatchResult entry : entries()) {
            assertThat(entry.group(2)).as(entry.group(1)).matches("(?s)Why: \\S.*\\.\n\nWhat to do: \\S.*\\.\n.*");
        }
    }
}
