package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a process has open, counted before and after: files, sockets and threads. */
public final class Leftovers {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    /** The states of sockets in the tables of Linux. */
    private static final String ESTABLISHED = "01";

    private static final String CLOSE_WAIT = "08";

    private final long files = files();
    private final int sockets = sockets();

    private static long files() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }

    /** How many sockets of this process are open to another side, or closed by it and not by us; 0 where there is no table. */
    private static int sockets() {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return 0;
        }
        try {
            Set<String> ours = new HashSet<>();
            try (DirectoryStream<Path> all = Files.newDirectoryStream(DESCRIPTORS)) {
                for (Path each : all) {
                    addSocket(each, ours);
                }
            }
            int open = 0;
            for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
                for (String line : Files.readAllLines(Path.of(table))) {
                    String[] fields = line.trim().split("\\s+");
                    boolean isOpen = fields[3].equals(ESTABLISHED) || fields[3].equals(CLOSE_WAIT);
                    if (isOpen && ours.contains("socket:[" + fields[9] + "]")) {
                        open++;
                    }
                }
            }
            return open;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void addSocket(Path descriptor, Set<String> sockets) {
        try {
            sockets.add(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException e) {
            // It was closed since it was listed.
        }
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
    public void assertNone() throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        // The JVM itself opens a few files as it goes, for classes and random numbers.
        long allowed = files + 8;
        while (System.nanoTime() < end
                && (files() > allowed || sockets() > sockets || !threads().isEmpty())) {
            Thread.sleep(100);
        }
        assertThat(threads()).as("threads left over").isEmpty();
        assertThat(sockets())
                .as("sockets open or half closed, %d before", sockets)
                .isLessThanOrEqualTo(sockets);
        assertThat(files()).as("files open, %d before", files).isLessThanOrEqualTo(allowed);
    }
}
