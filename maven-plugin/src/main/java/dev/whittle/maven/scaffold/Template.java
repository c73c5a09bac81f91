package dev.whittle.maven.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places such as {@code {{version}}} to fill in. */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private final String template;
    private final Map<String, String> values = new HashMap<>();

    private Template(String template) {
        this.template = template;
    }

    /** One of the templates beside this class. */
    static Template named(String name) {
        try (InputStream in = Objects.requireNonNull(Template.class.getResourceAsStream(name), name)) {
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Template with(String place, String value) {
        values.put(place, value);
        return this;
    }

    /** The text; values are put in as they are, whatever they hold. */
    String text() {
        return PLACE.matcher(template).replaceAll(place -> {
            String value = Objects.requireNonNull(values.get(place.group(1)), place.group());
            return Matcher.quoteReplacement(value);
        });
    }
}
