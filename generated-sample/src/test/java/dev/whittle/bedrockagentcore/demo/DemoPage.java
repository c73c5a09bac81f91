package dev.whittle.bedrockagentcore.demo;

import dev.whittle.runtime.codec.JsonReader;
import dev.whittle.runtime.document.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The only page that {@link DemoBrowser} has, whatever its address: a form with a name, a button, and a text that greets
 * once the button is clicked or enter is pressed. It evaluates no JavaScript, but knows the few expressions that a client sends for a page.
 */
final class DemoPage {
    static final String TITLE = "Greetings";
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;

    private static final Document NOTHING = DemoBrowser.strings("type", "undefined");
    private static final Pattern ELEMENT = Pattern.compile("document\\.querySelector\\((\"(?:[^\"\\\\]|\\\\.)*\")\\)");

    private String url = "about:blank";
    private final Element heading = new Element("h1", "title", TITLE, 40, 40, 600, 48);
    private final Element name = new Element("input", "person", "", 40, 120, 400, 40);
    private final Element button = new Element("button", "greet", "Greet", 460, 120, 120, 40);
    private final Element result = new Element("p", "result", "", 40, 200, 540, 40);
    private @Nullable Element focused;

    String url() {
        return url;
    }

    List<Element> elements() {
        return List.of(heading, name, button, result);
    }

    /** Loads the form afresh; fails for what no browser loads. */
    Document navigate(String address) {
        if (!address.matches("(https?|data|about):.*")) {
            return DemoBrowser.strings("frameId", "demo-frame", "errorText", "net::ERR_UNKNOWN_URL_SCHEME");
        }
        url = address;
        name.text = "";
        result.text = "";
        focused = null;
        return DemoBrowser.strings("frameId", "demo-frame", "loaderId", "demo-loader");
    }

    void insert(String text) {
        if (focused != null) {
            focused.text = text;
        }
    }

    void click(double x, double y) {
        if (button.contains(x, y)) {
            submit();
        }
        focused = name.contains(x, y) ? name : null;
    }

    void pressEnter() {
        if (focused != null) {
            submit();
        }
    }

    private void submit() {
        result.text = "Hello, " + (name.text.isEmpty() ? "stranger" : name.text) + "!";
    }

    Document evaluate(String expression) {
        if (expression.startsWith("document.readyState")) {
            return value(Document.list(List.of()));
        }
        Matcher matcher = ELEMENT.matcher(expression);
        if (matcher.find()) {
            byte[] json = matcher.group(1).getBytes(StandardCharsets.UTF_8);
            return value(ofElement(new JsonReader(json).document().asString(), expression));
        }
        return switch (expression) {
            case "document.title" -> value(Document.of(TITLE));
            case "location.href", "document.URL" -> value(Document.of(url));
            case "1+1", "1 + 1" -> value(Document.of(2));
            default ->
                Document.map(Map.of(
                        "result",
                        NOTHING,
                        "exceptionDetails",
                        DemoBrowser.strings("text", "SyntaxError: the demo browser evaluates no JavaScript")));
        };
    }

    private Document ofElement(String selector, String expression) {
        Element element =
                elements().stream().filter(e -> e.matches(selector)).findFirst().orElse(null);
        if (element == null) {
            return Document.NULL;
        }
        if (expression.contains("getClientRects")) {
            return Document.list(
                    List.of(Document.of(element.x + element.width / 2), Document.of(element.y + element.height / 2)));
        }
        if (expression.contains("focus()")) {
            if (element != name) {
                return Document.of("does not take the focus");
            }
            focused = element;
            return Document.list(List.of());
        }
        if (expression.endsWith(".value")) {
            return Document.of(element.text);
        }
        return Document.list(List.of(Document.of(element == name ? "" : element.text)));
    }

    private static Document value(Document value) {
        return Document.map(Map.of("result", Document.map(Map.of("type", Document.of("object"), "value", value))));
    }

    /** A box with a text. */
    static final class Element {
        final int x;
        final int y;
        final int width;
        final int height;
        private final String tag;
        private final String id;
        private String text;

        Element(String tag, String id, String text, int x, int y, int width, int height) {
            this.tag = tag;
            this.id = id;
            this.text = text;
            this.x = x;
            this.y = y;
            this.width = width;
            this.height = height;
        }

        String text() {
            return text;
        }

        boolean matches(String selector) {
            return selector.equals(tag) || selector.equals("#" + id) || selector.equals(tag + "#" + id);
        }

        boolean contains(double px, double py) {
            return px >= x && px < x + width && py >= y && py < y + height;
        }
    }
}
