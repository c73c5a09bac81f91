package dev.whittle.benchmarks.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whittle's figures as multiples of the floor's and of AWS's, on a logarithmic scale with 1 as its axis. */
final class Plot {
    private static final int LABELS = 430;
    private static final int WIDTH = 420;
    private static final int LINE = 30;
    private static final int TOP = 56;

    /** The scale goes from a thousandth to ten times. */
    private static final double LOWEST = -3;

    private static final double HIGHEST = 1;

    private final List<Row> rows = new ArrayList<>();

    Plot(List<Row> all) {
        for (Row row : all) {
            boolean smallIsGood = row.at() == null && row.goals().stream().noneMatch(Goal::atLeast) && !row.isRatio();
            if (smallIsGood && (row.ratioByHand() != null || row.ratio(Impl.AWS) != null)) {
                rows.add(row);
            }
        }
    }

    String svg() {
        int height = TOP + rows.size() * LINE + 16;
        int width = LABELS + WIDTH + 70;
        StringBuilder out = new StringBuilder();
        out.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"system-ui, sans-serif\""
                        + " font-size=\"11\">\n",
                width, height));
        out.append(format("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n", width, height));
        legend(out);
        for (double power = LOWEST; power <= HIGHEST; power++) {
            String color = power == 0 ? "#222222" : "#dddddd";
            double x = x(Math.pow(10, power));
            out.append(format(
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\"/>\n",
                    x, TOP - 8, x, height - 12, color));
            out.append(format(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#555555\">%s×</text>\n",
                    x, TOP - 12, Figures.of(Math.pow(10, power))));
        }
        for (int i = 0; i < rows.size(); i++) {
            row(out, rows.get(i), TOP + i * LINE);
        }
        return out.append("</svg>\n").toString();
    }

    private static void legend(StringBuilder out) {
        out.append("<rect x=\"12\" y=\"12\" width=\"10\" height=\"10\" fill=\"#1b6ca8\"/>"
                + "<text x=\"27\" y=\"21\">of the figure by hand (floor)</text>\n");
        out.append("<rect x=\"212\" y=\"12\" width=\"10\" height=\"10\" fill=\"#e08a1e\"/>"
                + "<text x=\"227\" y=\"21\">of the AWS SDK's figure</text>\n");
    }

    private static void row(StringBuilder out, Row row, int y) {
        out.append(format(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n",
                LABELS - 8, y + 14, escaped(row.group().isEmpty() ? row.name() : row.group() + ": " + row.name())));
        bar(out, row.ratioByHand(), "#1b6ca8", y + 2);
        bar(out, row.ratio(Impl.AWS), "#e08a1e", y + 14);
    }

    private static void bar(StringBuilder out, @Nullable Double ratio, String color, int y) {
        if (ratio == null) {
            return;
        }
        double one = x(1);
        double end = x(ratio);
        out.append(format(
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"10\" fill=\"%s\"/>\n",
                Math.min(one, end), y, Math.max(1, Math.abs(end - one)), color));
        out.append(format(
                "<text x=\"%.1f\" y=\"%d\" fill=\"#555555\">%s×</text>\n",
                Math.max(one, end) + 4, y + 9, Figures.of(ratio)));
    }

    private static double x(double ratio) {
        double power = Math.max(LOWEST, Math.min(HIGHEST, Math.log10(ratio)));
        return LABELS + (power - LOWEST) / (HIGHEST - LOWEST) * WIDTH;
    }

    private static String escaped(String text) {
        String shortened = text.length() > 76 ? text.substring(0, 75) + "…" : text;
        return shortened.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
