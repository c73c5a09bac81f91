package dev.whittle.benchmarks.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Series that only Whittle has figures of, as one table: a line for each place in them, a column for each series. */
final class SeriesTable {
    private final String group;
    private final Map<String, List<Row>> columns = new LinkedHashMap<>();

    /** A table of the rows of one group that belong in it; the group's name ends by what its series go by. */
    SeriesTable(String group, List<Row> rows) {
        this.group = group;
        for (Row row : rows) {
            if (holds(row)) {
                columns.computeIfAbsent(row.name() + ", " + row.unit(), any -> new ArrayList<>())
                        .add(row);
            }
        }
    }

    /** Whether a row has its place here: nothing is compared or asked for in it. */
    static boolean holds(Row row) {
        return row.at() != null
                && row.goals().isEmpty()
                && row.figures().size() == 1
                && row.figure(Impl.WHITTLE) != null;
    }

    /** The table in Markdown; nothing without rows. */
    String markdown() {
        if (columns.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("\n| ").append(group.substring(group.indexOf(", by ") + 5));
        columns.keySet().forEach(title -> out.append(" | ").append(title));
        out.append(" |\n|---:").append("|---:".repeat(columns.size())).append("|\n");
        List<Row> first = columns.values().iterator().next();
        for (int i = 0; i < first.size(); i++) {
            out.append("| ").append(Figures.of(first.get(i).position()));
            for (List<Row> column : columns.values()) {
                Double figure = column.get(i).figure(Impl.WHITTLE);
                out.append(" | ").append(figure == null ? "–" : Figures.of(figure));
            }
            out.append(" |\n");
        }
        return out.toString();
    }
}
