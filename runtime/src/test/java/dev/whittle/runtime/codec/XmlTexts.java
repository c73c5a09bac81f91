package dev.whittle.runtime.codec;

import java.util.Random;

/**
 * Random XML documents. An element whose name begins with a small letter has text; the others have elements, and now and
 * then some text that means nothing.
 */
final class XmlTexts {
    private static final String[] CONTAINERS = {"A", "Buckets", "ns:Item", "É", "_x-1.y", "C\u4E00"};
    private static final String[] LEAVES = {"a", "key", "ns:value", "é", "z-1.y"};
    private static final String[] ATTRIBUTES = {"b", "xsi:type", "xmlns", "xmlns:ns", "xml:lang", "ö"};
    private static final String[] TEXTS = {
        "x",
        "some text",
        "é",
        "\u20AC",
        "\uD83D\uDE00",
        "]",
        "]]",
        ">",
        "]] >",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "\"",
        "'",
        "&lt;",
        "&amp;",
        "&gt;",
        "&quot;",
        "&apos;",
        "&#65;",
        "&#x1F600;",
        "&#13;",
        "&#10;",
        "\u0085",
        "\u2028",
        "\u007F",
        "\uFFFD",
        "-",
        "--",
        "?",
        "=",
        "/",
        "%",
        " "
    };

    /** What damage puts into a document. */
    private static final String[] SIGNS = {
        "<",
        ">",
        "&",
        ";",
        "/",
        "]]>",
        "]",
        "--",
        "-",
        "<!--",
        "-->",
        "<?",
        "?>",
        "<![CDATA[",
        "!",
        "\"",
        "'",
        "=",
        " ",
        "\n",
        "\r",
        "\u0000",
        "\u0001",
        "\u001F",
        "\uFFFE",
        "\uFFFF",
        "é",
        "a",
        "A",
        "1",
        ":",
        "#",
        "&#0;",
        "&#xD800;",
        "&#x110000;",
        "&x;",
        "&#;",
        "&#x;",
        "<a/>",
        "</a>",
        "<a>",
        "<?xml version='1.0'?>",
        "<?p?>",
        "<A>",
        "</A>"
    };

    private final Random random;

    XmlTexts(Random random) {
        this.random = random;
    }

    /** A well-formed document. */
    String document() {
        StringBuilder out = new StringBuilder(declaration());
        beside(out);
        container(out, 0);
        beside(out);
        return out.toString();
    }

    /** A document that something has been done to, behind its declaration. */
    String damaged() {
        String declaration = declaration();
        StringBuilder out = new StringBuilder();
        container(out, 2);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(out.length());
            switch (random.nextInt(4)) {
                case 0 -> out.deleteCharAt(at);
                case 1 -> out.insert(at, pick(SIGNS));
                case 2 -> out.replace(at, at + 1, pick(SIGNS));
                default -> out.delete(at, Math.min(out.length(), at + 1 + random.nextInt(8)));
            }
            if (out.isEmpty()) {
                out.append('<');
            }
        }
        return declaration + out;
    }

    private String declaration() {
        return switch (random.nextInt(4)) {
            case 0 -> "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
            case 1 -> "<?xml version='1.0'  encoding = 'utf-8' standalone='yes' ?>\n";
            default -> "";
        };
    }

    private void beside(StringBuilder out) {
        while (random.nextInt(3) == 0) {
            nothing(out);
        }
    }

    /** What stands for nothing. */
    private void nothing(StringBuilder out) {
        switch (random.nextInt(4)) {
            case 0 ->
                out.append("<!--")
                        .append(pick(new String[] {"", "x", "<a>&x;", " - ]]> é", "\r\n"}))
                        .append("-->");
            case 1 ->
                out.append("<?p")
                        .append(pick(new String[] {"", " ", " x='?", " ?? >", " é\r<!--"}))
                        .append("?>");
            default -> out.append(pick(new String[] {" ", "\n  ", "\r\n", "\t"}));
        }
    }

    private void container(StringBuilder out, int depth) {
        String name = start(out, CONTAINERS);
        if (random.nextInt(6) == 0) {
            out.append("/>");
            return;
        }
        out.append('>');
        for (int i = random.nextInt(5); i > 0; i--) {
            if (depth < 4 && random.nextInt(3) == 0) {
                container(out, depth + 1);
            } else {
                leaf(out);
            }
            beside(out);
            if (random.nextInt(8) == 0) {
                text(out);
            }
        }
        end(out, name);
    }

    private void leaf(StringBuilder out) {
        String name = start(out, LEAVES);
        if (random.nextInt(6) == 0) {
            out.append("/>");
            return;
        }
        out.append('>');
        text(out);
        end(out, name);
    }

    private void text(StringBuilder out) {
        int length = random.nextInt(400) == 0 ? 4_000 : random.nextInt(6);
        for (int i = length; i > 0; i--) {
            if (random.nextInt(10) == 0) {
                nothing(out);
            } else if (random.nextInt(10) == 0) {
                out.append("<![CDATA[").append(pick(new String[] {"", "<a>&x;", "]", "]]", "\r\n", "é]]]"}));
                out.append("]]>");
            } else {
                String text = pick(TEXTS);
                boolean closes = text.equals(">") && !out.isEmpty() && out.charAt(out.length() - 1) == ']';
                out.append(closes ? "&gt;" : text);
            }
        }
    }

    private String start(StringBuilder out, String[] names) {
        String name = pick(names);
        out.append('<').append(name);
        int first = random.nextInt(ATTRIBUTES.length);
        for (int i = first; i < ATTRIBUTES.length && random.nextInt(3) == 0; i++) {
            out.append(pick(new String[] {" ", "\n", "  "})).append(ATTRIBUTES[i]);
            out.append(pick(new String[] {"=", " = ", "=\t"}));
            char quote = random.nextBoolean() ? '"' : '\'';
            out.append(quote);
            for (int j = random.nextInt(4); j > 0; j--) {
                String text = pick(TEXTS);
                out.append(text.indexOf(quote) >= 0 ? "&#34;" : text);
            }
            out.append(quote);
        }
        out.append(random.nextInt(8) == 0 ? " " : "");
        return name;
    }

    private void end(StringBuilder out, String name) {
        out.append("</").append(name).append(random.nextInt(8) == 0 ? "\n" : "").append('>');
    }

    private String pick(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
