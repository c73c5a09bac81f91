package dev.whittle.codegen.emit.doc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Reduces a model's HTML to what a Javadoc comment takes: paragraphs, lists, code, emphasis and links.
 *
 * <p>The HTML is untrusted. All text is escaped, so that it can neither end the comment nor be taken for a tag of
 * Javadoc nor for a Unicode escape of Java, and only elements that are listed here come out.
 */
final class DocText {
    private static final Set<String> INLINE = Set.of("code", "b", "i", "em", "strong");
    private static final Set<String> LISTS = Set.of("ul", "ol");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "note",
            "important",
            "dl",
            "dt",
            "dd",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "table",
            "tr",
            "blockquote",
            "section",
            "fullname",
            "title",
            "caution",
            "para");
    private static final Set<String> DROPPED = Set.of("script", "style", "head", "iframe", "object", "template");
    private static final int MAX_DEPTH = 40;

    private final StringBuilder done = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder word = new StringBuilder();
    private boolean paragraphDue;
    private int listDepth;

    private DocText() {}

    /** The text for a comment, a line a paragraph or item; empty when there is nothing to say. */
    static String of(String html) {
        if (html.isBlank()) {
            return "";
        }
        DocText text = new DocText();
        String plain = withoutParagraph(html);
        if (plain.indexOf('<') < 0 && plain.indexOf('&') < 0) {
            text.text(plain);
        } else {
            text.children(Jsoup.parseBodyFragment(html).body(), 0);
        }
        text.endLine();
        return text.done.toString().strip();
    }

    /** Most documentation is a single paragraph, for which no parser is needed. */
    private static String withoutParagraph(String html) {
        String trimmed = html.strip();
        return trimmed.startsWith("<p>") && trimmed.endsWith("</p>")
                ? trimmed.substring("<p>".length(), Math.max("<p>".length(), trimmed.length() - "</p>".length()))
                : trimmed;
    }

    /** The text without any markup, in one line; not escaped. */
    static String plain(String html) {
        String plain = withoutParagraph(html);
        if (plain.indexOf('<') < 0 && plain.indexOf('&') < 0) {
            return plain.strip();
        }
        return Jsoup.parseBodyFragment(html).text().strip();
    }

    private void children(Element element, int depth) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                text(text.getWholeText());
            } else if (child instanceof Element inner) {
                element(inner, depth + 1);
            }
        }
    }

    private void element(Element element, int depth) {
        String tag = element.normalName();
        if (DROPPED.contains(tag)) {
            return;
        }
        if (depth > MAX_DEPTH) {
            text(element.text());
        } else if (LISTS.contains(tag)) {
            list(element, tag, depth);
        } else if (tag.equals("li")) {
            item(element, depth);
        } else if (BLOCKS.contains(tag)) {
            breakParagraph();
            children(element, depth);
            breakParagraph();
        } else if (tag.equals("br")) {
            space();
        } else if (tag.equals("code") && hasText(element) && element.firstElementChild() == null) {
            raw(code(element.text()));
        } else if (INLINE.contains(tag) && hasText(element) && element.firstElementChild() == null) {
            raw("<" + tag + ">");
            children(element, depth);
            raw("</" + tag + ">");
        } else if (tag.equals("a") && hasText(element) && isLink(element.attr("href"))) {
            raw("<a href=\"" + escape(element.attr("href")) + "\">");
            text(element.text());
            raw("</a>");
        } else {
            children(element, depth);
        }
    }

    /** Whether anything of an element is seen; elements without it make empty ones, of which Javadoc complains. */
    private static boolean hasText(Element element) {
        String text = element.text();
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i)) && !isUnseen(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private void list(Element list, String tag, int depth) {
        if (!hasItems(list)) {
            return;
        }
        endLine();
        paragraphDue = false;
        listDepth++;
        lineOf("<" + tag + ">");
        for (Element item : list.children()) {
            if (item.normalName().equals("li") && hasText(item)) {
                item(item, depth + 1);
            }
        }
        endLine();
        lineOf("</" + tag + ">");
        listDepth--;
        paragraphDue = listDepth == 0;
    }

    private static boolean hasItems(Element list) {
        for (Element item : list.children()) {
            if (item.normalName().equals("li") && hasText(item)) {
                return true;
            }
        }
        return false;
    }

    private void item(Element item, int depth) {
        if (listDepth == 0) {
            breakParagraph();
            children(item, depth);
            return;
        }
        endLine();
        raw("<li>");
        children(item, depth);
        space();
        endLine();
    }

    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || isSpace(c)) {
                space();
            } else if (!isUnseen(c)) {
                startParagraph();
                appendEscaped(word, text, i);
            }
        }
    }

    private void raw(String markup) {
        startParagraph();
        word.append(markup);
    }

    private void startParagraph() {
        if (paragraphDue) {
            paragraphDue = false;
            if (listDepth == 0 && !done.isEmpty()) {
                done.append("\n");
                word.append("<p>");
            }
        }
    }

    private void space() {
        if (word.isEmpty()) {
            return;
        }
        if (!line.isEmpty()) {
            line.append(' ');
        }
        line.append(word);
        word.setLength(0);
    }

    private void breakParagraph() {
        if (listDepth > 0) {
            space();
            return;
        }
        endLine();
        paragraphDue = true;
    }

    private void endLine() {
        space();
        if (!line.isEmpty()) {
            flushLine();
        }
    }

    private void flushLine() {
        done.append(line).append('\n');
        line.setLength(0);
    }

    private void lineOf(String markup) {
        line.append(markup);
        flushLine();
    }

    private static boolean isLink(String href) {
        if (!href.startsWith("https://") && !href.startsWith("http://")) {
            return false;
        }
        try {
            return new URI(href).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Text as code: in the inline tag of Javadoc, or escaped between HTML tags where that tag cannot hold it. */
    static String code(String text) {
        return isPlainCode(text) ? "{@code " + text + "}" : "<code>" + escape(text) + "</code>";
    }

    /** Lines of code. */
    static String pre(String text) {
        return isPlainCode(text.replace('\n', ' '))
                ? "<pre>{@code\n" + text + "\n}</pre>"
                : "<pre>\n" + escapeLines(text) + "\n</pre>";
    }

    private static String escapeLines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.add(escape(line));
        }
        return String.join("\n", lines);
    }

    private static boolean isPlainCode(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            boolean ends = c == '/' && i > 0 && text.charAt(i - 1) == '*';
            if (depth < 0 || ends || c == '@' || c == '\\' || c < ' ' || c > '~') {
                return false;
            }
        }
        return depth == 0 && !text.isBlank();
    }

    /** Text in which nothing has a meaning for HTML, Javadoc or the lexer of Java. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            appendEscaped(escaped, text, i);
        }
        return escaped.toString();
    }

    private static void appendEscaped(StringBuilder out, String text, int i) {
        char c = text.charAt(i);
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '@' -> out.append("&#64;");
            case '\\' -> out.append("&#92;");
            case '{' -> out.append("&#123;");
            case '}' -> out.append("&#125;");
            case '/' -> out.append(endsWith(out, '*') ? "&#47;" : "/");
            default -> {
                if (Character.isSurrogate(c)) {
                    appendSurrogate(out, text, i);
                } else if (!isUnseen(c)) {
                    // What is left out turns the direction of text or is not seen.
                    out.append(isSpace(c) ? ' ' : c);
                }
            }
        }
    }

    private static boolean isUnseen(char c) {
        return Character.getType(c) == Character.FORMAT;
    }

    private static boolean isSpace(char c) {
        return Character.isISOControl(c) || Character.isSpaceChar(c);
    }

    /** The asterisk may come from another text than the slash: nothing visible need be between two nodes. */
    private static boolean endsWith(StringBuilder text, char c) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == c;
    }

    /** Half a pair cannot be written as UTF-8. */
    private static void appendSurrogate(StringBuilder out, String text, int i) {
        char c = text.charAt(i);
        boolean paired = Character.isHighSurrogate(c)
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        out.append(paired ? c : '?');
    }
}
