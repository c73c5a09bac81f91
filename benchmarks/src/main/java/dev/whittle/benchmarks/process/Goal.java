package dev.whittle.benchmarks.process;

import org.jspecify.annotations.Nullable;

/**
 * What Whittle's figure has to be.
 *
 * @param against whose figure it is a multiple of; null for an absolute figure
 * @param bound the multiple, or the figure
 * @param atLeast whether more is better
 */
record Goal(@Nullable Impl against, double bound, boolean atLeast) {
    static Goal atMost(double factor, Impl against) {
        return new Goal(against, factor, false);
    }

    static Goal atLeast(double factor, Impl against) {
        return new Goal(against, factor, true);
    }

    static Goal atMost(double figure) {
        return new Goal(null, figure, false);
    }

    /** Whether it is met; null when one of the two figures is missing. */
    @Nullable
    Boolean isMet(Row row) {
        Double figure = row.figure(Impl.WHITTLE);
        Double base = against == null ? Double.valueOf(1) : row.figure(against);
        if (figure == null || base == null) {
            return null;
        }
        double limit = bound * base;
        return atLeast ? figure >= limit : figure <= limit;
    }

    @Override
    public String toString() {
        String text = (atLeast ? "≥ " : "≤ ") + Figures.of(bound);
        return against == null ? text : text + " × " + (against == Impl.AWS ? "AWS" : "floor");
    }
}
