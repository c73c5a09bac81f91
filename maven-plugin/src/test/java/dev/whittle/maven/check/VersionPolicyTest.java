package dev.whittle.maven.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.report.VersionAdvice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionPolicyTest {
    private static final String BREAKS = CheckProject.shop("");
    private static final String ADDS = CheckProject.shop(CheckProject.NOTE + "\"color\": {\"shape\": \"String\"},");
    private static final String SAYS =
            CheckProject.shop("\"note\": {\"shape\": \"String\", \"documentation\": \"A note.\"},");

    @ParameterizedTest
    @CsvSource({
        // A breaking change needs a major version, and below 1.0 a minor one.
        "breaks, 1.2.3, 2.0.0, true, 2.0.0",
        "breaks, 1.2.3, 2.0.0-SNAPSHOT, true, 2.0.0",
        "breaks, 1.2.3, 1.3.0, false, 2.0.0",
        "breaks, 1.2.3, 1.2.3, false, 2.0.0",
        "breaks, 0.2.3, 0.3.0, true, 0.3.0",
        "breaks, 0.2.3, 0.2.4, false, 0.3.0",
        "breaks, 1.2.3, 0.9.0, false, 2.0.0",
        // An addition needs a minor version, and below 1.0 a patch.
        "adds, 1.2.3, 1.3.0, true, 1.3.0",
        "adds, 1.2.3, 1.2.4, false, 1.3.0",
        "adds, 1.2.3, 2.0.0, true, 1.3.0",
        "adds, 0.2.3, 0.2.4, true, 0.2.4",
        "adds, 1.2, 1.3, true, 1.3.0",
        "adds, 1, 2, true, 1.1.0",
        // Documentation needs a patch.
        "says, 1.2.3, 1.2.4, true, 1.2.4",
        "says, 1.2.3, 1.2.3, false, 1.2.4",
        // What is not released promises what it changes of the release before it.
        "breaks, 1.2.3-SNAPSHOT, 1.2.3-SNAPSHOT, false, 2.0.0",
        "breaks, 1.3.0-SNAPSHOT, 1.3.0, false, 2.0.0",
        "adds, 1.2.3-SNAPSHOT, 1.2.3, false, 1.3.0",
        "adds, 1.3.0-SNAPSHOT, 1.3.0-SNAPSHOT, true, 1.3.0",
        "breaks, 2.0.0-SNAPSHOT, 2.0.0-SNAPSHOT, true, 2.0.0",
        "breaks, 2.0.0-rc.1, 2.0.0, true, 2.0.0",
        "breaks, 0.3.0-SNAPSHOT, 0.3.0, true, 0.3.0",
        "breaks, 0.2.3-SNAPSHOT, 0.2.3, false, 0.3.0",
        "breaks, 1.3.0-SNAPSHOT, 2.0.0-SNAPSHOT, true, 2.0.0",
    })
    void advises(String kind, String before, String present, boolean isEnough, String next, @TempDir Path folder)
            throws IOException {
        CheckProject project = new CheckProject(folder);
        VersionAdvice advice = VersionPolicy.advise(
                before,
                present,
                project.changes(kind.equals("breaks") ? BREAKS : kind.equals("adds") ? ADDS : SAYS),
                true);

        assertThat(advice).isNotNull();
        assertThat(advice.isEnough()).isEqualTo(isEnough);
        assertThat(advice.next()).isEqualTo(next);
    }

    @Test
    void anyVersionIsEnoughWithoutChanges() {
        VersionAdvice advice = VersionPolicy.advise("1.2.3", "1.2.3", List.of(), true);

        assertThat(advice).isNotNull();
        assertThat(advice.isEnough()).isTrue();
    }

    @Test
    void doesNotAdviseOnVersionsWithoutNumbers() {
        assertThat(VersionPolicy.advise("latest", "1.0.0", List.of(), true)).isNull();
        assertThat(VersionPolicy.advise("1.0.0", "Camden.SR4", List.of(), true)).isNull();
    }
}
