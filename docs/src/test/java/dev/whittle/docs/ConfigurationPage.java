package dev.whittle.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the page of goals and parameters: each parameter once, however many goals have it. */
final class ConfigurationPage {
    private static final Pattern EXAMPLE = Pattern.compile("(?s)\\s*<pre><code>(.*?)</code></pre>\\s*");

    private final StringBuilder out = new StringBuilder();
    private final List<Goal> goals;
    private final SharedParameters shared;

    ConfigurationPage(List<Goal> goals) {
        this.goals = goals;
        this.shared = new SharedParameters(goals);
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
        out.append("\n## Parameters of several goals\n");
        shared.all().forEach(this::add);
        return out.toString();
    }

    private void add(Goal goal) {
        out.append("\n## ").append(goal.name()).append("\n\n");
        out.append(markdown(goal.description())).append("\n");
        List<String> links = new ArrayList<>();
        List<Goal.Parameter> own = new ArrayList<>();
        for (Goal.Parameter parameter : goal.parameters()) {
            if (shared.has(parameter)) {
                links.add("[`" + parameter.name() + "`](#" + parameter.name().toLowerCase(Locale.ROOT) + ")");
            } else {
                own.add(parameter);
            }
        }
        if (!links.isEmpty()) {
            out.append("\nParameters, explained [below](#parameters-of-several-goals):\n");
            out.append(String.join(",\n", links)).append(".\n");
        }
        if (!own.isEmpty()) {
            out.append("\n| parameter | property | type | default | what it is |\n|---|---|---|---|---|\n");
            own.forEach(this::row);
        }
    }

    private void row(Goal.Parameter parameter) {
        String description =
                markdown(parameter.description()).replace("\n\n", " ").replace("|", "\\|");
        if (description.contains("\n")) {
            throw new IllegalArgumentException("a table cannot hold an example: " + description);
        }
        out.append("| ").append(code(parameter.name()));
        out.append(" | ").append(code(parameter.property()));
        out.append(" | ").append(code(simple(parameter.type())));
        out.append(" | ").append(code(parameter.defaultValue()));
        out.append(" | ").append(description).append(" |\n");
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private void add(SharedParameters.Shared parameter) {
        Goal.Parameter first = parameter.first();
        out.append("\n### ").append(first.name()).append("\n\n");
        out.append(markdown(first.description())).append("\n\n");
        out.append("- Goals: `").append(String.join("`, `", parameter.goals())).append("`\n");
        out.append("- Type: `").append(simple(first.type())).append("`\n");
        if (!first.property().isEmpty()) {
            out.append("- Property: `").append(first.property()).append("`\n");
        }
        parameter.defaults().forEach((value, goals) -> {
            if (!value.isEmpty()) {
                out.append("- Default: `").append(value).append('`');
                out.append(parameter.defaults().size() == 1 ? "" : " for `" + String.join("`, `", goals) + "`");
                out.append('\n');
            }
        });
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
                        .replace(" <br />", "")
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
