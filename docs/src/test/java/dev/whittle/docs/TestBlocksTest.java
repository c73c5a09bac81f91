package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The test classes of the pages compile, and their tests pass. */
class TestBlocksTest {
    static List<CodeBlock> blocks() {
        return Page.blocks("test");
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void passes(CodeBlock block, @TempDir Path folder) throws Exception {
        String name = JavaBlocksTest.className(block.text());
        try (Compiled test = Compiled.of(Map.of(name + ".java", block.text()), folder)) {
            TestExecutionSummary summary = run(test.loader().loadClass(name));
            assertThat(summary.getFailures())
                    .as(block.place())
                    .extracting(TestExecutionSummary.Failure::getException)
                    .isEmpty();
            assertThat(summary.getTestsSucceededCount()).as(block.place()).isPositive();
        }
    }

    private static TestExecutionSummary run(Class<?> test) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(test))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }
}
