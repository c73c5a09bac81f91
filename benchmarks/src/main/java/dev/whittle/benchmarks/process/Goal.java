package dev.whittle.benchmarks.process;

import org.jspecify.annotations.Nullable;

/**
 * What Whittle's figure has to be.
 *
 * @param against whose figure it is a multiple of; null for an absolute figure
 * @param bound the multiple, or the figure
 * @param atLeast whether more is better
 * @param aim what is aimed for beyond that; null for nothing
 */
record Goal(
        @Nullable Impl against,
        double bound,
        boolean atLeast,
        @Nullable Goal aim) {
    static Goal atMost(double factor, Impl against) {
        return new Goal(against, factor, false, null);
    }

    static Goal atLeast(double factor, Impl against) {
        return new Goal(against, factor, true, null);
    }

    static Goal atMost(double figure) {
        return new Goal(null, figure, false, null);
    }

    /** The same with an aim of the same kind. */
    Goal aiming(double better) {
        return aiming(new Goal(against, better, atLeast, null));
    }

    /** The same with an aim. */
    Goal aiming(Goal better) {
        return new Goal(against, bound, atLeast, better);
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

    /** Met or not, in words; a dash when a figure is missing. */
    String verdict(Row row) {
        Boolean met = isMet(row);
        if (met == null) {
            return "–";
        }
        if (!met) {
            return "**missed**";
        }
        return aim != null && Boolean.TRUE.equals(aim.isMet(row)) ? "met, and the aim" : "met";
    }

    @Override
    public String toString() {
        String text = (atLeast ? "≥ " : "≤ ") + Figures.of(bound);
        return against == null ? text : text + " × " + against.base();
    }
}
