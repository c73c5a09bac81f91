package dev.whittle.codegen.emit.doc;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Parses HTML of any kind as browsers do. A class of its own, so that most models never load the parser. */
final class HtmlParser {
    private HtmlParser() {}

    /**
     * What some HTML holds, in an element around it.
     *
     * @param deepest how deep elements may be nested; of those that are deeper only their text is left
     */
    static HtmlNode parse(String html, int deepest) {
        HtmlNode body = HtmlNode.element("body", "", null);
        addChildren(body, Jsoup.parseBodyFragment(html).body(), 0, deepest);
        return body;
    }

    /** The text without any markup, in one line. */
    static String text(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }

    private static void addChildren(HtmlNode to, Element from, int depth, int deepest) {
        for (Node child : from.childNodes()) {
            if (child instanceof TextNode text) {
                to.add(HtmlNode.text(text.getWholeText()));
            } else if (child instanceof Element element) {
                String tag = element.normalName();
                HtmlNode node = HtmlNode.element(tag, element.attr("href"), tag.equals("a") ? element.text() : null);
                to.add(node);
                if (depth >= deepest) {
                    node.add(HtmlNode.text(element.text()));
                } else {
                    addChildren(node, element, depth + 1, deepest);
                }
            }
        }
    }
}
