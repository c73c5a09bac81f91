package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** What a process has open, counted before and after. */
final class Leftovers {
    private final long files = files();

    private static long files() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }

    private static List<String> threads() {
        List<String> names = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("whittle-") || thread.getName().startsWith("fault-")) {
                names.add(thread.getName());
            }
        }
        return names;
    }

    /** Fails unless everything that was opened since is closed, within the time that idle threads and sockets are kept. */
    void assertNone() throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        // The JVM itself opens a few files as it goes, for classes and random numbers.
        long allowed = files + 8;
        while (System.nanoTime() < end && (files() > allowed || !threads().isEmpty())) {
            Thread.sleep(100);
        }
        assertThat(threads()).as("threads left over").isEmpty();
        assertThat(files()).as("files open, %d before", files).isLessThanOrEqualTo(allowed);
    }
}
