package dev.whittle.codegen.emit.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the HTML that nearly all documentation consists of: paragraphs, lists, notes, code, emphasis and links, one within
 * the other as they should be. What it makes of them is what a browser would; anything else it leaves to a parser of HTML,
 * which takes longer to load than all documentation of a model takes to read.
 */
final class HtmlReader {
    private static final int DEEPEST = 20;

    private enum Kind {
        /** Holds text and others of its kind. */
        INLINE,
        PARAGRAPH,
        LIST,
        ITEM,
        /** Ends a paragraph that it begins in, as a list does. */
        BLOCK,
        /** No element of HTML, but one of AWS's own; it would become part of a paragraph. */
        CUSTOM,
        BREAK
    }

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("code", Kind.INLINE),
            Map.entry("b", Kind.INLINE),
            Map.entry("i", Kind.INLINE),
            Map.entry("em", Kind.INLINE),
            Map.entry("strong", Kind.INLINE),
            Map.entry("a", Kind.INLINE),
            Map.entry("p", Kind.PARAGRAPH),
            Map.entry("ul", Kind.LIST),
            Map.entry("ol", Kind.LIST),
            Map.entry("li", Kind.ITEM),
            Map.entry("div", Kind.BLOCK),
            Map.entry("note", Kind.CUSTOM),
            Map.entry("important", Kind.CUSTOM),
            Map.entry("fullname", Kind.CUSTOM),
            Map.entry("br", Kind.BREAK));

    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "nbsp", "\u00a0");

    private final String html;
    private final List<HtmlNode> open = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int at;

    private HtmlReader(String html) {
        this.html = html;
        open.add(HtmlNode.element("body", "", null));
    }

    /** What some HTML holds, in an element around it; {@code null} if it takes a parser to tell. */
    static @Nullable HtmlNode read(String html) {
        HtmlReader reader = new HtmlReader(html);
        return reader.isRead() ? reader.open.get(0) : null;
    }

    private boolean isRead() {
        while (at < html.length()) {
            char c = html.charAt(at);
            boolean known = true;
            if (c == '<') {
                endText();
                known = html.startsWith("</", at) ? endTag() : startTag();
            } else if (c == '&') {
                known = entity();
            } else if (c == 0) {
                known = false;
            } else {
                text.append(c);
                at++;
            }
            if (!known) {
                return false;
            }
        }
        endText();
        return true;
    }

    private void endText() {
        if (!text.isEmpty()) {
            current().add(HtmlNode.text(text.toString()));
            text.setLength(0);
        }
    }

    private boolean entity() {
        int end = html.indexOf(';', at);
        if (end < 0) {
            return false;
        }
        String meant = ENTITIES.get(html.substring(at + 1, end));
        if (meant == null) {
            return false;
        }
        text.append(meant);
        at = end + 1;
        return true;
    }

    /** The name that stands at a place, empty if none does. */
    private String name(int from) {
        int end = from;
        while (end < html.length() && isNameCharacter(html.charAt(end))) {
            end++;
        }
        return html.substring(from, end);
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }

    private boolean endTag() {
        String name = name(at + 2);
        int end = at + 2 + name.length();
        if (end >= html.length() || html.charAt(end) != '>') {
            return false;
        }
        at = end + 1;
        return end(name);
    }

    private boolean startTag() {
        String name = name(at + 1);
        at += 1 + name.length();
        String href = null;
        while (at < html.length() && html.charAt(at) == ' ') {
            String attribute = name(at + 1);
            int quote = at + 1 + attribute.length() + 1;
            if (attribute.isEmpty() || !html.startsWith("=\"", quote - 1)) {
                break;
            }
            int end = html.indexOf('"', quote + 1);
            if (end < 0) {
                return false;
            }
            String value = html.substring(quote + 1, end);
            if (value.indexOf('&') >= 0 || value.indexOf(0) >= 0) {
                return false;
            }
            href = href == null && attribute.equals("href") ? value : href;
            at = end + 1;
        }
        if (name.equals("br") && (html.startsWith("/>", at) || html.startsWith(" />", at))) {
            at = html.indexOf('>', at);
        }
        if (at >= html.length() || html.charAt(at) != '>') {
            return false;
        }
        at++;
        return start(name, href == null ? "" : href);
    }

    private boolean start(String name, String href) {
        Kind kind = KINDS.get(name);
        if (kind == null || open.size() > DEEPEST) {
            return false;
        }
        if (kind == Kind.INLINE || kind == Kind.BREAK) {
            return !isCurrent(Kind.LIST) && !isOpen(name) && push(name, href, kind != Kind.BREAK);
        }
        if (isCurrent(Kind.INLINE) || (kind == Kind.CUSTOM && isCurrent(Kind.PARAGRAPH))) {
            return false;
        }
        if (kind == Kind.ITEM) {
            endItem();
            return isCurrent(Kind.LIST) && push(name, href, true);
        }
        if (isCurrent(Kind.PARAGRAPH)) {
            pop();
        }
        return !isCurrent(Kind.LIST) && push(name, href, true);
    }

    private boolean end(String name) {
        Kind kind = KINDS.get(name);
        if (kind == null || kind == Kind.BREAK) {
            return false;
        }
        if (kind == Kind.PARAGRAPH && !isCurrent(Kind.PARAGRAPH)) {
            // An end without a beginning is an empty paragraph.
            return !isCurrent(Kind.INLINE) && push(name, "", false);
        }
        if (kind == Kind.ITEM) {
            return endItem();
        }
        if (kind == Kind.LIST && !current().is(name)) {
            endItem();
        }
        if (!current().is(name)) {
            return false;
        }
        pop();
        return true;
    }

    /** Ends an item, with a paragraph in it that was not ended; says whether there was one. */
    private boolean endItem() {
        if (isCurrent(Kind.PARAGRAPH) && open.get(open.size() - 2).is("li")) {
            pop();
        }
        if (!isCurrent(Kind.ITEM)) {
            return false;
        }
        pop();
        return true;
    }

    private HtmlNode current() {
        return open.get(open.size() - 1);
    }

    private boolean isCurrent(Kind kind) {
        return KINDS.get(current().tag()) == kind;
    }

    private boolean isOpen(String name) {
        for (int i = open.size() - 1; i > 0 && KINDS.get(open.get(i).tag()) == Kind.INLINE; i--) {
            if (open.get(i).is(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean push(String name, String href, boolean holds) {
        HtmlNode node = HtmlNode.element(name, href, null);
        current().add(node);
        if (holds) {
            open.add(node);
        }
        return true;
    }

    private void pop() {
        open.remove(open.size() - 1);
    }
}
