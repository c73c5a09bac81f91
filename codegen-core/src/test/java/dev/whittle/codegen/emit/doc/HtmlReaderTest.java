package dev.whittle.codegen.emit.doc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReaderTest {
    private static final List<String> PIECES = List.of(
            "<p>",
            "</p>",
            "<ul>",
            "</ul>",
            "<ol>",
            "</ol>",
            "<li>",
            "</li>",
            "<div>",
            "</div>",
            "<note>",
            "</note>",
            "<important>",
            "</important>",
            "<b>",
            "</b>",
            "<i>",
            "</i>",
            "<code>",
            "</code>",
            "<em>",
            "</em>",
            "<br>",
            "<br/>",
            "</br>",
            "<a href=\"https://example.com/\">",
            "<a title=\"t\" href=\"x\" class=\"c\">",
            "<a>",
            "</a>",
            "<h1>",
            "</h1>",
            "<dl>",
            "<pre>",
            "<table>",
            "<title>",
            "<script>",
            "</script>",
            "<P>",
            "<p class=\"c\">",
            "<!-- -->",
            "text",
            "a b",
            " ",
            "\n",
            "\u00a0",
            "\u00ad",
            "\u200b",
            "&amp;",
            "&lt;",
            "&nbsp;",
            "&copy;",
            "&",
            "& ",
            "<",
            "< ",
            ">",
            "\"",
            "&quot;",
            "\u0000",
            "*",
            "/");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>One.</p><p>Two with <code>code</code>, <i>emphasis</i> and <b>more</b>.</p>",
                "<p>Choose:</p> <ul> <li> <p> <code>A</code> - one</p> </li> <li><p>B &amp; C</p></li> </ul>",
                "<p>See <a href=\"https://example.com/a#b\" target=\"_blank\">there</a>.</p>",
                "<p>One<p>Two<ul><li>a<li>b</ul>",
                "<note> <p>Mind <b><i>this</i></b>.</p> </note>",
                "<ol><li>a<ul><li>b</li></ul></li></ol>",
                "<fullname>Service</fullname><p>a<br/>b<br>c</p>"
            })
    void readsWhatDocumentationConsistsOf(String html) {
        HtmlNode read = HtmlReader.read(html);
        assertThat(read).isNotNull();
        assertThat(print(read)).isEqualTo(print(HtmlParser.parse(html, 40)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<b><p>a</b></p>", "<p>a</b>", "<table><tr><td>a", "<p title='a'>b</p>", "a &copy; b", "a < b"})
    void leavesTheRestToTheParser(String html) {
        assertThat(HtmlReader.read(html)).isNull();
    }

    @Test
    void agreesWithTheParserOnWhateverItReads() {
        Random random = new Random(20_251);
        int read = 0;
        for (int i = 0; i < 60_000; i++) {
            StringBuilder html = new StringBuilder();
            for (int pieces = 1 + random.nextInt(10); pieces > 0; pieces--) {
                // Rather those in front, which are read more often.
                html.append(PIECES.get(Math.min(random.nextInt(PIECES.size()), random.nextInt(PIECES.size()))));
            }
            HtmlNode node = HtmlReader.read(html.toString());
            if (node != null) {
                read++;
                HtmlNode parsed = HtmlParser.parse(html.toString(), 40);
                assertThat(print(node)).as(html.toString()).isEqualTo(print(parsed));
            }
        }
        assertThat(read).isGreaterThan(3_000);
    }

    @Test
    void leavesDeepNestingToTheParser() {
        assertThat(HtmlReader.read("<ul><li>".repeat(500))).isNull();
    }

    /** A tree in one line; texts that stand side by side are one. */
    private static String print(HtmlNode node) {
        StringBuilder out = new StringBuilder();
        print(node, out);
        return out.toString();
    }

    private static void print(HtmlNode node, StringBuilder out) {
        if (node.isText()) {
            out.append(node.wholeText());
            return;
        }
        out.append('{').append(node.tag()).append(' ').append(node.href()).append(' ');
        out.append(node.is("a") ? node.text() : "")
                .append(' ')
                .append(node.hasText())
                .append('|');
        node.children().forEach(child -> print(child, out));
        out.append('}');
    }
}
