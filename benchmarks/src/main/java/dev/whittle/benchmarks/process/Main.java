package dev.whittle.benchmarks.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs measurements and writes the page: {@code [--quick] [--model folder] all|report|command...}. */
public final class Main {
    private Main() {}

    /** The first argument is the folder of this module; {@code benchmarks/run} gives it. */
    public static void main(String[] args) throws IOException, InterruptedException {
        boolean quick = false;
        Path model = null;
        List<String> wanted = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            switch (args[i]) {
                case "--quick" -> quick = true;
                case "--model" -> model = Path.of(args[++i]).toAbsolutePath();
                case "all" -> wanted.addAll(Commands.ORDER);
                default -> wanted.add(args[i]);
            }
        }
        run(new Project(Path.of(args[0]).toAbsolutePath(), model), new Effort(quick), wanted);
    }

    private static void run(Project project, Effort effort, List<String> wanted)
            throws IOException, InterruptedException {
        Results results = new Results(project.results());
        for (String name : wanted) {
            @Nullable Command command = Commands.BY_NAME.get(name);
            if (command != null) {
                System.err.println("measuring " + name);
                results.write(name, command.run(project, effort));
            } else if (!name.equals("report")) {
                System.err.println("unknown measurement '" + name + "'; there are: all, report, "
                        + String.join(", ", Commands.ORDER));
                System.exit(2);
            }
        }
        if (wanted.isEmpty()) {
            System.err.println("nothing to do; there are: all, report, " + String.join(", ", Commands.ORDER));
            System.exit(2);
        }
        // A rough figure is not for readers.
        Path page = effort.quick() ? project.results().resolve("performance.md") : project.page();
        new Report(results, project.module().resolve("src/page")).write(page);
        System.err.println("written: " + page);
    }
}
