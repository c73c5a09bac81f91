package dev.whittle.codegen.emit.doc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of HTML: text, or an element with what is in it. */
final class HtmlNode {
    private static final String TEXT = "";
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char SOFT_HYPHEN = '\u00ad';
    private static final char ZERO_WIDTH_SPACE = '\u200b';

    private final String tag;
    private final String value;
    private final @Nullable String text;
    private final List<HtmlNode> children = new ArrayList<>(4);

    private HtmlNode(String tag, String value, @Nullable String text) {
        this.tag = tag;
        this.value = value;
        this.text = text;
    }

    static HtmlNode text(String text) {
        return new HtmlNode(TEXT, text, null);
    }

    /**
     * An element with nothing in it yet.
     *
     * @param tag its name in lower case
     * @param href where it leads; empty for nowhere
     * @param text what {@link #text()} says; {@code null} if that is to be made of what is in it
     */
    static HtmlNode element(String tag, String href, @Nullable String text) {
        return new HtmlNode(tag, href, text);
    }

    void add(HtmlNode child) {
        children.add(child);
    }

    boolean isText() {
        return tag.equals(TEXT);
    }

    /** The text as it is written, entities resolved; only of text. */
    String wholeText() {
        return value;
    }

    boolean is(String name) {
        return tag.equals(name);
    }

    /** The name of an element. */
    String tag() {
        return tag;
    }

    String href() {
        return isText() ? "" : value;
    }

    List<HtmlNode> children() {
        return children;
    }

    boolean hasElements() {
        for (HtmlNode child : children) {
            if (!child.isText()) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is anything but white space in it. */
    boolean hasText() {
        for (HtmlNode child : children) {
            if (child.hasText()) {
                return true;
            }
        }
        for (int i = 0; isText() && i < value.length(); i++) {
            if (!isHtmlSpace(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** All text within, without what is not seen, each run of white space as one space, and none around it. */
    String text() {
        if (text != null) {
            return text;
        }
        StringBuilder all = new StringBuilder();
        addTextTo(all);
        return all.toString().trim();
    }

    private void addTextTo(StringBuilder text) {
        if (is("br")) {
            addSpaceTo(text);
        }
        for (HtmlNode child : children) {
            child.addTextTo(text);
        }
        for (int i = 0; isText() && i < value.length(); i++) {
            char c = value.charAt(i);
            if (isHtmlSpace(c) || c == NO_BREAK_SPACE) {
                addSpaceTo(text);
            } else if (c != SOFT_HYPHEN && c != ZERO_WIDTH_SPACE) {
                text.append(c);
            }
        }
    }

    private static void addSpaceTo(StringBuilder text) {
        if (text.isEmpty() || text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }

    private static boolean isHtmlSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }
}
