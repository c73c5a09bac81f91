package dev.whittle.protocoltests;

import dev.whittle.protocoltests.Case.Kind;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Counts what became of the cases, and writes the page about them. */
final class Tally {
    /** What became of the cases of a protocol and kind. */
    private static final class Count {
        private int passed;
        private int skipped;

        private int run() {
            return passed + skipped;
        }
    }

    private final Map<String, Map<Kind, Count>> counts = new LinkedHashMap<>();
    private final Set<String> skipped = new LinkedHashSet<>();

    void passed(Case test) {
        count(test).passed++;
    }

    void skipped(Case test) {
        count(test).skipped++;
        skipped.add(test.id());
    }

    private Count count(Case test) {
        return counts.computeIfAbsent(test.suite().protocol(), any -> new EnumMap<>(Kind.class))
                .computeIfAbsent(test.kind(), any -> new Count());
    }

    /** The ids of the skipped cases. */
    Set<String> skippedIds() {
        return Set.copyOf(skipped);
    }

    /** The table of counts. */
    String table() {
        StringBuilder table =
                new StringBuilder("| protocol | cases for | run | passed | skipped |\n|---|---|---:|---:|---:|\n");
        counts.forEach((protocol, kinds) -> kinds.forEach((kind, count) -> table.append("| `")
                .append(protocol)
                .append("` | ")
                .append(kind.title())
                .append(" | ")
                .append(count.run())
                .append(" | ")
                .append(count.passed)
                .append(" | ")
                .append(count.skipped)
                .append(" |\n")));
        return table.toString();
    }

    /** The whole page. */
    String page() {
        StringBuilder page = new StringBuilder("""
                # Conformance

                Smithy publishes suites of cases for each protocol: what a call must send, and what a response means. The module
                `protocol-tests` generates clients from the models of these suites, with the plugin, and runs every case that
                applies to clients. It writes this page.

                """);
        page.append(table());
        page.append(
                "\nThe cases are those of `smithy-aws-protocol-tests` 1.74.1 and `smithy-protocol-tests` 1.54.0.\n");
        page.append("The model of Amazon S3 in the suite has no endpoint rules; `protocol-tests` adds some to it.\n");
        page.append("\n## Skipped cases\n\n");
        if (skipped.isEmpty()) {
            page.append("None.\n");
        } else {
            page.append("| case | why |\n|---|---|\n");
            skipped.forEach(id -> page.append("| `")
                    .append(id)
                    .append("` | ")
                    .append(Skipped.reason(id))
                    .append(" |\n"));
        }
        Map<String, Integer> waiting = Waiting.counts(counts.keySet());
        if (!waiting.isEmpty()) {
            page.append("\n## Protocols that are not supported yet\n\n| protocol | cases |\n|---|---:|\n");
            waiting.forEach((protocol, count) -> page.append("| `")
                    .append(protocol)
                    .append("` | ")
                    .append(count)
                    .append(" |\n"));
        }
        return page.toString();
    }
}
