package dev.whittle.codegen.report;

/** A page that is being written: elements are closed in the order in which they were opened, and texts are escaped. */
final class Html {
    private final StringBuilder out = new StringBuilder(16_000);

    /** Markup that holds no text of a model. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** A text, also as the value of an attribute in double quotes. */
    Html text(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(c);
            }
        });
        return this;
    }

    /** An element with a text, {@code <p class="note">…</p>}. */
    Html element(String tag, String attributes, String text) {
        return raw("<" + tag + (attributes.isEmpty() ? "" : " " + attributes) + ">")
                .text(text)
                .raw("</" + tag + ">");
    }

    /** {@code name="…"} behind a space. */
    Html attribute(String name, String value) {
        return raw(" " + name + "=\"").text(value).raw("\"");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
