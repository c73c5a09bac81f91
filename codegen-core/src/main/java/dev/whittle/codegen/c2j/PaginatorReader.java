package dev.whittle.codegen.c2j;

import dev.whittle.codegen.parsed.ParsedPagination;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.problem.Quote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code paginators-1.json}. */
final class PaginatorReader {
    private PaginatorReader() {}

    static List<ParsedPagination> read(@Nullable Fields root) {
        List<ParsedPagination> all = new ArrayList<>();
        Fields entries =
                root == null ? null : root.checked(Place.PAGINATORS, "the file").object("pagination");
        if (entries != null) {
            for (Fields entry : entries.objects()) {
                entry.checked(Place.PAGINATOR, "the paginator of " + Quote.shortened(entry.key()));
                all.add(new ParsedPagination(
                        entry.key(),
                        entry.pointer(),
                        entry.texts("input_token"),
                        entry.texts("output_token"),
                        first(entry.texts("more_results")),
                        entry.texts("result_key"),
                        first(entry.texts("limit_key")),
                        entry.texts("non_aggregate_keys")));
            }
        }
        return all;
    }

    private static @Nullable ParsedText first(List<ParsedText> texts) {
        return texts.isEmpty() ? null : texts.get(0);
    }
}
