package dev.whittle.codegen.link;

import java.util.List;

/**
 * Which operations are wanted, by name or by a pattern in which {@code *} and {@code ?} stand for any text and any
 * character.
 *
 * @param include patterns of the wanted operations; empty for all
 * @param exclude patterns of operations that are not wanted after all
 * @param isLenient whether an operation may be missing, or unsupported, although a pattern names it
 */
public record OperationFilter(List<String> include, List<String> exclude, boolean isLenient) {
    /** Every operation. */
    public static final OperationFilter ALL = new OperationFilter(List.of(), List.of());

    /** Operations that must be there. */
    public OperationFilter(List<String> include, List<String> exclude) {
        this(include, exclude, false);
    }

    public OperationFilter {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** The same operations of another version of the model, which may lack some of them. */
    public OperationFilter lenient() {
        return new OperationFilter(include, exclude, true);
    }
}
