package dev.whittle.benchmarks.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The series, one small picture each, logarithmic both ways: what grows by a power is a straight line. */
final class GrowthPlot {
    private static final List<Impl> DRAWN = List.of(Impl.AWS, Impl.FLOOR, Impl.SOCKET, Impl.WHITTLE);
    private static final int COLUMNS = 3;
    private static final int WIDTH = 300;
    private static final int HEIGHT = 190;
    private static final int LEFT = 52;
    private static final int TOP = 40;
    private static final int BOTTOM = 26;
    private static final int RIGHT = 14;

    private final Map<String, List<Row>> series = new LinkedHashMap<>();

    GrowthPlot(List<Row> all) {
        for (Row row : all) {
            if (row.at() != null && !row.figures().isEmpty()) {
                String unit = row.unit().isEmpty() ? "" : ", " + row.unit();
                series.computeIfAbsent(row.group() + "\n" + row.name() + unit, any -> new ArrayList<>())
                        .add(row);
            }
        }
        // Nothing anywhere is no picture, such as that of calls that failed when none did.
        series.values()
                .removeIf(rows -> rows.stream()
                        .allMatch(row -> row.figures().values().stream().allMatch(figure -> figure == 0)));
    }

    boolean isEmpty() {
        return series.isEmpty();
    }

    String svg() {
        int lines = (series.size() + COLUMNS - 1) / COLUMNS;
        int height = 30 + lines * HEIGHT;
        StringBuilder out = new StringBuilder();
        out.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"system-ui, sans-serif\""
                        + " font-size=\"10\">\n",
                COLUMNS * WIDTH, height));
        out.append(format("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n", COLUMNS * WIDTH, height));
        int x = 12;
        for (Impl impl : DRAWN) {
            out.append(format("<rect x=\"%d\" y=\"10\" width=\"10\" height=\"10\" fill=\"%s\"/>", x, color(impl)));
            out.append(format("<text x=\"%d\" y=\"19\" font-size=\"11\">%s</text>\n", x + 15, impl.title()));
            x += 90;
        }
        int index = 0;
        for (Map.Entry<String, List<Row>> panel : series.entrySet()) {
            panel(out, panel.getKey(), panel.getValue(), index % COLUMNS * WIDTH, 30 + index / COLUMNS * HEIGHT);
            index++;
        }
        return out.append("</svg>\n").toString();
    }

    private static void panel(StringBuilder out, String title, List<Row> rows, int x, int y) {
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (Row row : rows) {
            for (double figure : row.figures().values()) {
                low = Math.min(low, Math.floor(log(figure)));
                high = Math.max(high, Math.ceil(log(figure)));
            }
        }
        high = Math.max(high, low + 1);
        double first = log(rows.get(0).position());
        double last = Math.max(first + 1, log(rows.get(rows.size() - 1).position()));
        int line = title.indexOf('\n');
        out.append(text(x + 8, y + 14, "start", "#222222", title.substring(0, line)));
        out.append(text(x + 8, y + 28, "start", "#555555", title.substring(line + 1)));
        for (double power = low; power <= high; power += Math.max(1, Math.ceil((high - low) / 5))) {
            double at = vertical(power, low, high, y);
            out.append(format(
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#dddddd\"/>\n",
                    x + LEFT, at, x + WIDTH - RIGHT, at));
            out.append(text(x + LEFT - 6, at + 3, "end", "#555555", tick(Math.pow(10, power))));
        }
        for (Row row : rows) {
            out.append(text(
                    horizontal(log(row.position()), first, last, x),
                    y + HEIGHT - BOTTOM + 14,
                    "middle",
                    "#555555",
                    Figures.of(row.position())));
        }
        for (Impl impl : DRAWN) {
            StringBuilder points = new StringBuilder();
            for (Row row : rows) {
                Double figure = row.figure(impl);
                if (figure != null) {
                    double across = horizontal(log(row.position()), first, last, x);
                    double up = vertical(log(figure), low, high, y);
                    points.append(format("%.1f,%.1f ", across, up));
                    out.append(format(
                            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\" fill=\"%s\"/>\n", across, up, color(impl)));
                }
            }
            out.append(format(
                    "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>\n",
                    points.toString().trim(), color(impl)));
        }
    }

    private static String tick(double figure) {
        return figure < 1_000_000 ? Figures.of(figure) : Figures.of(figure / 1_000_000) + " M";
    }

    /** Nothing at all is drawn as a hundredth. */
    private static double log(double figure) {
        return Math.log10(Math.max(0.01, figure));
    }

    private static double horizontal(double log, double first, double last, int x) {
        return x + LEFT + (log - first) / (last - first) * (WIDTH - LEFT - RIGHT - 8);
    }

    private static double vertical(double log, double low, double high, int y) {
        return y + HEIGHT - BOTTOM - (log - low) / (high - low) * (HEIGHT - TOP - BOTTOM);
    }

    private static String color(Impl impl) {
        return switch (impl) {
            case AWS -> "#e08a1e";
            case FLOOR -> "#999999";
            case SOCKET -> "#222222";
            default -> "#1b6ca8";
        };
    }

    private static String text(double x, double y, String anchor, String color, String text) {
        return format(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n",
                x, y, anchor, color, text.replace("&", "&amp;").replace("<", "&lt;"));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
