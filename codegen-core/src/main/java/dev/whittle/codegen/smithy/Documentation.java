package dev.whittle.codegen.smithy;

import java.util.regex.Pattern;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Turns documentation into HTML. Smithy's is CommonMark, in which HTML may stand. A text that begins with an element of HTML
 * is HTML as a whole: AWS writes its models so, and what is Markdown in it by accident is not meant.
 *
 * @see <a href="https://smithy.io/2.0/spec/documentation-traits.html">Smithy documentation traits</a>
 */
final class Documentation {
    private static final Pattern ELEMENT = Pattern.compile("\\s*<[A-Za-z][A-Za-z0-9]*[\\s/>]");

    /** What Markdown could mean something by; a text without these is a single paragraph of plain text. */
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]<>&#+\\-=~|!\\r\\n]|\\d[.)]|^\\s|  ");

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().percentEncodeUrls(true).build();

    private Documentation() {}

    static String html(String text) {
        if (ELEMENT.matcher(text).lookingAt() || !MARKUP.matcher(text).find()) {
            return text;
        }
        return RENDERER.render(PARSER.parse(text)).strip();
    }
}
