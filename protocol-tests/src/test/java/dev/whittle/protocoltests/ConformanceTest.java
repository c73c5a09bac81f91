package dev.whittle.protocoltests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs the official suites, one test for each case. */
class ConformanceTest {
    private static final Path PAGE = Path.of("../docs/conformance.md");

    private static final Tally TALLY = new Tally();
    private static int failed;

    @TestFactory
    Stream<DynamicNode> cases() {
        return Suite.ALL.stream().map(ConformanceTest::suite);
    }

    private static DynamicNode suite(Suite suite) {
        return dynamicContainer(
                suite.service(),
                Cases.of(suite, new GeneratedClient(suite)).stream()
                        .map(each -> dynamicTest(each.kind() + " " + each.id(), () -> run(each))));
    }

    private static void run(Case test) {
        String reason = Skipped.reason(test.id());
        List<String> differences;
        Exception failure = null;
        try {
            differences = test.run().differences();
        } catch (Exception e) {
            failure = e;
            differences = List.of(e.toString());
        }
        boolean isAsExpected = differences.isEmpty() == (reason == null);
        if (!isAsExpected) {
            failed++;
            String wrong =
                    reason == null ? String.join("\n", differences) : "it passes, so that it need not be skipped";
            throw new AssertionError(test.id() + ": " + wrong, failure);
        }
        if (reason == null) {
            TALLY.passed(test);
        } else {
            TALLY.skipped(test);
        }
    }

    /** A case that is skipped exists, and the page has the figures of this run. */
    @AfterAll
    static void writePage() throws IOException {
        System.out.println(TALLY.table());
        if (failed > 0) {
            return;
        }
        String page = TALLY.page();
        if (Boolean.getBoolean("whittle.docs.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("docs/conformance.md is out of date: run this test with -Dwhittle.docs.update=true")
                .isEqualTo(page);
        assertThat(TALLY.skippedIds())
                .as("all cases that are to be skipped exist")
                .isEqualTo(Skipped.all().keySet());
    }
}
