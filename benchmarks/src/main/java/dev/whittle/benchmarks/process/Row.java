package dev.whittle.benchmarks.process;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table: a figure for each that has one.
 *
 * @param group the heading it stands under
 * @param name what was measured
 * @param unit its unit
 * @param at for a figure of a series: where in it the figure stands, such as at how many callers; else null
 * @param figures the figures
 * @param goal what Whittle has to reach; null when nothing was asked for
 */
record Row(
        String group,
        String name,
        String unit,
        @Nullable Double at,
        Map<Impl, Double> figures,
        @Nullable Goal goal) {
    static Row of(String group, String name, String unit, @Nullable Goal goal) {
        return new Row(group, name, unit, null, new EnumMap<>(Impl.class), goal);
    }

    /** This row, without figures, at a place in a series. */
    Row at(double position) {
        return new Row(group, name, unit, position, new EnumMap<>(Impl.class), goal);
    }

    /** Where in its series the row stands. */
    double position() {
        if (at == null) {
            throw new IllegalStateException(name + " is not in a series");
        }
        return at;
    }

    /** What stands at the left of the row. */
    String label() {
        return at == null ? name : name + " at " + Figures.of(at);
    }

    /** Adds a figure. */
    Row with(Impl impl, double figure) {
        figures.put(impl, figure);
        return this;
    }

    /** Adds a count. */
    Row with(Impl impl, long count) {
        return with(impl, (double) count);
    }

    /** A figure; null when there is none. */
    @Nullable
    Double figure(Impl impl) {
        return figures.get(impl);
    }

    /** Whittle's figure divided by another's; null when one of them is missing. */
    @Nullable
    Double ratio(Impl against) {
        Double figure = figure(Impl.WHITTLE);
        Double base = figure(against);
        return figure == null || base == null || base == 0 ? null : figure / base;
    }
}
