package dev.whittle.codegen.link;

import java.util.List;

/**
 * Which operations are wanted, by name or by a pattern in which {@code *} and {@code ?} stand for any text and any
 * character.
 *
 * @param include patterns of the wanted operations; empty for all
 * @param exclude patterns of operations that are not wanted after all
 */
public record OperationFilter(List<String> include, List<String> exclude) {
    /** Every operation. */
    public static final OperationFilter ALL = new OperationFilter(List.of(), List.of());

    public OperationFilter {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }
}
