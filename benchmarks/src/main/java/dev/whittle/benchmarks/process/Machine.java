package dev.whittle.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** What a measurement ran on. */
final class Machine {
    private Machine() {}

    /** The time, to the minute, in UTC. */
    static String now() {
        return ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** Processors, memory, system and Java. */
    static String describe() throws IOException {
        return Runtime.getRuntime().availableProcessors() + " × " + line("/proc/cpuinfo", "model name") + ", "
                + memoryGiB() + " GiB, " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version");
    }

    private static long memoryGiB() throws IOException {
        String text = line("/proc/meminfo", "MemTotal");
        return Math.round(Long.parseLong(text.substring(0, text.indexOf(' '))) / 1024.0 / 1024.0);
    }

    private static String line(String file, String key) throws IOException {
        for (String line : Files.readAllLines(Path.of(file))) {
            if (line.startsWith(key)) {
                return line.substring(line.indexOf(':') + 1).trim();
            }
        }
        return "unknown";
    }
}
