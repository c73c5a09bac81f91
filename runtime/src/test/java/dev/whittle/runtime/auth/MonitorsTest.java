package dev.whittle.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Credentials and settings come from files, programs and servers; before JDK 24, a monitor held meanwhile pins a virtual thread. */
class MonitorsTest {
    @Test
    void whatMayWaitHoldsNoMonitor() throws IOException {
        for (String part : List.of("auth", "config", "internal", "metadata", "region")) {
            try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/whittle/runtime", part))) {
                List<Path> sources =
                        files.filter(f -> f.toString().endsWith(".java")).toList();
                assertThat(sources).isNotEmpty();
                for (Path source : sources) {
                    assertThat(source).content().doesNotContainPattern("\\bsynchronized\\b");
                }
            }
        }
    }
}
