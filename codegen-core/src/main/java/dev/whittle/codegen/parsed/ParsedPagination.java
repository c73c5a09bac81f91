package dev.whittle.codegen.parsed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an operation comes in pages, as written.
 *
 * @param operation the operation's name
 * @param pointer where it says so
 * @param inputTokens the members of the input that say where a page begins
 * @param outputTokens paths to what says where the next page begins, one for each input token
 * @param moreResults a path to what says whether there is a next page, {@code null} where the tokens say it
 * @param resultKeys paths to what is on a page
 * @param limitKey the member of the input that limits a page, {@code null} where there is none
 * @param nonAggregateKeys paths to what is the same on every page
 */
public record ParsedPagination(
        String operation,
        String pointer,
        List<ParsedText> inputTokens,
        List<ParsedText> outputTokens,
        @Nullable ParsedText moreResults,
        List<ParsedText> resultKeys,
        @Nullable ParsedText limitKey,
        List<ParsedText> nonAggregateKeys) {
    public ParsedPagination {
        inputTokens = List.copyOf(inputTokens);
        outputTokens = List.copyOf(outputTokens);
        resultKeys = List.copyOf(resultKeys);
        nonAggregateKeys = List.copyOf(nonAggregateKeys);
    }
}
