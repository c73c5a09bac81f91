package dev.whittle.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs a process and says what it took. Needs bash, and GNU time for the peak of memory. */
final class Child {
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    private Child() {}

    /** Seconds, seconds of CPU, MiB at the peak, and what it printed. */
    record Usage(double wall, double cpu, double peak, String output) {
        /** The figures behind the word {@code result}. */
        double[] results() {
            return allResults().get(0);
        }

        /** The figures of each line that begins by the word {@code result}. */
        List<double[]> allResults() {
            List<double[]> results = new ArrayList<>();
            for (String line : output.lines().toList()) {
                if (line.startsWith("result ")) {
                    String[] words = line.split(" ", -1);
                    double[] values = new double[words.length - 1];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = Double.parseDouble(words[i + 1]);
                    }
                    results.add(values);
                }
            }
            if (results.isEmpty()) {
                throw new IllegalStateException("no result in: " + output);
            }
            return results;
        }
    }

    /** Where Java 25 is: {@code JAVA_25_HOME}, or a usual place; null when it is not there. */
    static @Nullable Path java25() throws IOException {
        String home = System.getenv("JAVA_25_HOME");
        if (home != null) {
            return Path.of(home);
        }
        Path usual = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(usual)) {
            return null;
        }
        try (Stream<Path> folders = Files.list(usual)) {
            return folders.filter(folder -> folder.getFileName().toString().contains("-25-")
                            && Files.isExecutable(folder.resolve("bin/java")))
                    .sorted()
                    .findFirst()
                    .orElse(null);
        }
    }

    /** The command that starts a JVM of the version that runs this. */
    static List<String> java(String classPath, String... arguments) {
        List<String> command = new ArrayList<>(List.of(tool("java"), "-cp", classPath));
        command.addAll(List.of(arguments));
        return command;
    }

    /** A tool of the JDK that runs this. */
    static String tool(String name) {
        return JAVA_HOME.resolve("bin").resolve(name).toString();
    }

    /** Runs a command to its end. */
    static Usage run(List<String> command) throws IOException, InterruptedException {
        Path peak = Files.createTempFile("whittle", ".peak");
        Path times = Files.createTempFile("whittle", ".times");
        Path errors = Files.createTempFile("whittle", ".err");
        try {
            List<String> timed = new ArrayList<>(List.of(
                    "bash",
                    "-c",
                    "TIMEFORMAT='%3R %3U %3S'; { time /usr/bin/time -o \"$0\" -f %M \"${@:3}\" 2>\"$1\"; } 2>\"$2\"",
                    peak.toString(),
                    errors.toString(),
                    times.toString()));
            timed.addAll(command);
            Process process = new ProcessBuilder(timed).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed: " + output + Files.readString(errors));
            }
            String[] spent = Files.readString(times).trim().split(" ", -1);
            return new Usage(
                    Double.parseDouble(spent[0]),
                    Double.parseDouble(spent[1]) + Double.parseDouble(spent[2]),
                    Double.parseDouble(Files.readString(peak).trim()) / 1024,
                    output);
        } finally {
            Files.delete(peak);
            Files.delete(times);
            Files.delete(errors);
        }
    }

    /** The loopback server in a process of its own. */
    static final class Server implements AutoCloseable {
        private final Process process;
        private final String endpoint;
        private final String countPort;

        /** A server of plain HTTP. */
        Server(Project project) throws IOException {
            this(project, "LoopbackServer", "http");
        }

        private Server(Project project, String program, String scheme, String... arguments) throws IOException {
            List<String> command = java(project.harness().toString(), "dev.whittle.benchmarks.child." + program);
            command.addAll(List.of(arguments));
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            if (line == null) {
                throw new IOException("the loopback server did not start");
            }
            String[] ports = line.split(" ", -1);
            endpoint = scheme + "://127.0.0.1:" + ports[0];
            countPort = ports[1];
        }

        /** A server of HTTPS. */
        static Server tls(Project project, Path keyStore) throws IOException {
            return new Server(project, "LoopbackServer", "https", keyStore.toString());
        }

        /** The made-up store. */
        static Server store(Project project) throws IOException {
            return new Server(project, "StoreServer", "http");
        }

        /** The server of streams. */
        static Server streams(Project project) throws IOException {
            return new Server(project, "StreamServer", "http");
        }

        String endpoint() {
            return endpoint;
        }

        /** Where it tells how many connections there were. */
        String countPort() {
            return countPort;
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
