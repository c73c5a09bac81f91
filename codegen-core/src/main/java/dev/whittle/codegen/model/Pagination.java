package dev.whittle.codegen.model;

import dev.whittle.codegen.model.path.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an operation comes in pages.
 *
 * @param tokens what says where the next page begins, at least one
 * @param more a path to what says whether there is a next page, {@code null} where the tokens say it
 * @param items a path to the list or map of what is on a page, {@code null} where there is none
 * @param limit the member of the input that limits a page, {@code null} where it is not known
 * @param inferred whether the model does not say so, but has the members for it
 */
public record Pagination(
        List<Token> tokens,
        @Nullable Path more,
        @Nullable Path items,
        @Nullable Member limit,
        boolean inferred) {
    public Pagination {
        tokens = List.copyOf(tokens);
    }

    /**
     * A value that leads from one page to the next.
     *
     * @param input the member of the input that takes it
     * @param output the path to it in the output
     */
    public record Token(Member input, Path output) {}
}
