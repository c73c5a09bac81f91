package dev.whittle.benchmarks.process;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table: a figure for each that has one.
 *
 * @param group the heading it stands under
 * @param name what was measured
 * @param unit its unit
 * @param at for a figure of a series: where in it the figure stands, such as at how many callers; else null
 * @param figures the figures
 * @param goals what Whittle has to reach; empty when nothing was asked for
 */
record Row(String group, String name, String unit, @Nullable Double at, Map<Impl, Double> figures, List<Goal> goals) {
    /** The unit of ratios. */
    static final String RATIO = "×";

    static Row of(String group, String name, String unit, @Nullable Goal goal) {
        return new Row(group, name, unit, null, new EnumMap<>(Impl.class), goal == null ? List.of() : List.of(goal));
    }

    /** This row with another goal. */
    Row and(Goal goal) {
        List<Goal> all = new ArrayList<>(goals);
        all.add(goal);
        return new Row(group, name, unit, at, figures, List.copyOf(all));
    }

    /** This row, without figures, at a place in a series. */
    Row at(double position) {
        return new Row(group, name, unit, position, new EnumMap<>(Impl.class), goals);
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

    /** What Whittle's figure has to be, in words. */
    String musts() {
        return goals.stream().map(Goal::toString).collect(Collectors.joining(", "));
    }

    /** What is aimed for beyond that, in words. */
    String aims() {
        return goals.stream()
                .map(Goal::aim)
                .filter(Objects::nonNull)
                .map(Goal::toString)
                .collect(Collectors.joining(", "));
    }

    /** Whether the goals are met, in words: once for all, or else for each in their order. */
    String verdict() {
        return goals.stream().map(goal -> goal.verdict(this)).distinct().collect(Collectors.joining(", "));
    }

    /** Whittle's figure divided by another's; null when one of them is missing. */
    @Nullable
    Double ratio(Impl against) {
        Double figure = figure(Impl.WHITTLE);
        Double base = figure(against);
        return figure == null || base == null || base == 0 ? null : figure / base;
    }

    /** Whittle's figure divided by that of the call by hand: over a socket, or else over HttpURLConnection. */
    @Nullable
    Double ratioByHand() {
        return ratio(figure(Impl.SOCKET) == null ? Impl.FLOOR : Impl.SOCKET);
    }

    /** Whether the figures are ratios themselves, so that theirs would say nothing. */
    boolean isRatio() {
        return unit.equals(RATIO);
    }
}
