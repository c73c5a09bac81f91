package dev.whittle.codegen.report;

import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.Verdict;
import java.util.List;

/** What a verdict is about. */
enum Measure {
    SOURCE("whether code that uses the client still compiles"),
    BINARY("whether compiled code still runs"),
    WIRE("whether client and service still understand each other");

    private final String meaning;

    Measure(String meaning) {
        this.meaning = meaning;
    }

    static List<Measure> all() {
        return List.of(values());
    }

    Verdict of(ApiChange change) {
        return switch (this) {
            case SOURCE -> change.source().verdict();
            case BINARY -> change.binary().verdict();
            case WIRE -> change.wire().worst();
        };
    }

    /** How many changes have a verdict. */
    int count(List<Entry> entries, Verdict wanted) {
        return (int)
                entries.stream().filter(entry -> of(entry.change()) == wanted).count();
    }

    String word() {
        return Words.of(this);
    }

    /** What it tells, as a clause. */
    String meaning() {
        return meaning;
    }
}
