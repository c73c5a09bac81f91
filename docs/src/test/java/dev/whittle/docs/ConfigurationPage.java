package dev.whittle.docs;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the page of goals and parameters. */
final class ConfigurationPage {
    private static final Pattern EXAMPLE = Pattern.compile("(?s)\\s*<pre><code>(.*?)</code></pre>\\s*");

    private final StringBuilder out = new StringBuilder();
    private final List<Goal> goals;

    ConfigurationPage(List<Goal> goals) {
        this.goals = goals;
    }

    String text() {
        out.append("""
                # Configuration

                Every goal of the plugin and every parameter. A parameter is set in the `<configuration>` of an execution, or on the
                command line by its property, as in `-Dwhittle.force=true`. In a project that has the plugin, `mvn whittle:help -Ddetail`
                prints the same.

                | goal | phase | what it does |
                |---|---|---|
                """);
        for (Goal goal : goals) {
            out.append("| [`")
                    .append(goal.name())
                    .append("`](#")
                    .append(goal.name())
                    .append(") | ");
            out.append(goal.phase().isEmpty() ? "" : "`" + goal.phase() + "`").append(" | ");
            out.append(markdown(goal.description()).replaceAll("(?s)\\. .*", "."))
                    .append(" |\n");
        }
        goals.forEach(this::add);
        return out.toString();
    }

    private void add(Goal goal) {
        out.append("\n## ").append(goal.name()).append("\n\n");
        out.append(markdown(goal.description())).append("\n");
        for (Goal.Parameter parameter : goal.parameters()) {
            out.append("\n### ").append(parameter.name()).append("\n\n");
            out.append(markdown(parameter.description())).append("\n\n");
            out.append("- Type: `").append(simple(parameter.type())).append("`\n");
            if (!parameter.property().isEmpty()) {
                out.append("- Property: `").append(parameter.property()).append("`\n");
            }
            if (!parameter.defaultValue().isEmpty()) {
                out.append("- Default: `").append(parameter.defaultValue()).append("`\n");
            }
        }
    }

    /** The few elements of HTML that Javadoc becomes. */
    private static String markdown(String html) {
        StringBuilder text = new StringBuilder();
        Matcher example = EXAMPLE.matcher(html);
        int end = 0;
        while (example.find()) {
            text.append(inline(html.substring(end, example.start())));
            text.append("\n\n<!-- pom -->\n```xml\n<configuration>\n");
            for (String line : unescaped(example.group(1)).strip().split("\n")) {
                text.append("  ").append(line.stripTrailing()).append('\n');
            }
            text.append("</configuration>\n```\n\n");
            end = example.end();
        }
        return text.append(inline(html.substring(end))).toString().strip();
    }

    private static String inline(String html) {
        return unescaped(html.replaceAll("\\s+", " ")
                        .replaceAll(" ?<p>", "\n\n")
                        .replace("</p>", "")
                        .replaceAll("</?code>", "`"))
                .strip();
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** {@code java.util.List<java.lang.String>} as {@code List<String>}; a file is a path to users. */
    private static String simple(String type) {
        return type.replaceAll("\\b[a-z][\\w.]*\\.(?=[A-Z])", "").replace("File", "path");
    }
}
