package dev.whittle.codegen.emit.doc;

import com.palantir.javapoet.CodeBlock;

/**
 * Builds a Javadoc comment: what the model says, then the tags.
 *
 * <p>Text between types is handed to JavaPoet in one piece: it scans every piece anew, and comments are most of what is
 * emitted.
 */
public final class Javadoc {
    private final CodeBlock.Builder code = CodeBlock.builder();
    private final StringBuilder text = new StringBuilder();
    private boolean tagged;

    private Javadoc() {}

    /** A comment that begins with a sentence of ours. */
    public static Javadoc of(String format, Object... args) {
        Javadoc javadoc = new Javadoc();
        javadoc.add(format, args);
        return javadoc;
    }

    /** A comment that begins with what the model says, or with a sentence of ours where it is silent. */
    public static Javadoc ofModel(String html, String otherwise, Object... args) {
        String text = DocText.of(html);
        return text.isEmpty() ? of(otherwise, args) : ofText(text);
    }

    /** A comment that begins with a text that is in form already. */
    static Javadoc ofText(String text) {
        Javadoc javadoc = new Javadoc();
        javadoc.text.append(text);
        return javadoc;
    }

    /** Another paragraph. */
    public Javadoc paragraph(String format, Object... args) {
        text.append("\n\n<p>");
        add(format, args);
        return this;
    }

    /** {@code @param}. */
    public Javadoc param(String name, String format, Object... args) {
        return tag("param " + name, format, args);
    }

    /** {@code @return}. */
    public Javadoc returns(String format, Object... args) {
        return tag("return", format, args);
    }

    /** {@code @throws}. */
    public Javadoc throwing(Object type, String format, Object... args) {
        separate();
        add("\n@throws $T ", type);
        add(format, args);
        return this;
    }

    /** {@code @deprecated}, with the model's reason. */
    public Javadoc deprecated(String reason) {
        String why = DocText.of(reason);
        return tag("deprecated", "$L", why.isEmpty() ? "by the service" : why);
    }

    private Javadoc tag(String tag, String format, Object... args) {
        separate();
        text.append("\n@").append(tag).append(' ');
        add(format, args);
        return this;
    }

    private void separate() {
        if (!tagged) {
            text.append('\n');
            tagged = true;
        }
    }

    /** Takes the place of each {@code $L} and {@code $N} at once, and leaves {@code $T} to JavaPoet, which imports it. */
    private void add(String format, Object... args) {
        int next = 0;
        int at = 0;
        int dollar = format.indexOf('$');
        while (dollar >= 0) {
            text.append(format, at, dollar);
            Object arg = args[next++];
            if (format.charAt(dollar + 1) == 'T') {
                flush();
                code.add("$T", arg);
            } else {
                text.append(arg);
            }
            at = dollar + 2;
            dollar = format.indexOf('$', at);
        }
        text.append(format, at, format.length());
    }

    private void flush() {
        if (!text.isEmpty()) {
            code.add("$L", text.toString());
            text.setLength(0);
        }
    }

    /** The comment for JavaPoet. */
    public CodeBlock build() {
        flush();
        return code.build();
    }

    /** Text of a model as code. */
    public static String code(String text) {
        return DocText.code(text);
    }

    /** The first sentence of what a model says, without its markup, for a tag's text. */
    public static String firstSentence(String html, String otherwise) {
        String text = DocText.plain(html);
        int end = text.indexOf(". ");
        String sentence = end < 0 ? text : text.substring(0, end);
        sentence = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return sentence.isEmpty() ? otherwise : DocText.escape(uncapitalized(sentence));
    }

    /** A sentence goes on behind the tag's name; an acronym keeps its capitals. */
    private static String uncapitalized(String sentence) {
        boolean capitalized = sentence.length() > 1
                && Character.isUpperCase(sentence.charAt(0))
                && !Character.isUpperCase(sentence.charAt(1));
        return capitalized ? Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1) : sentence;
    }

    /** What a model says, in one line, for a tag's text. */
    public static String inline(String html) {
        return DocText.escape(html).strip();
    }
}
