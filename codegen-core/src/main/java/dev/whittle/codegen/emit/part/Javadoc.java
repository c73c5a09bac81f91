package dev.whittle.codegen.emit.part;

import com.palantir.javapoet.CodeBlock;

/** Builds a Javadoc comment: what the model says, then the tags. */
public final class Javadoc {
    private final CodeBlock.Builder text = CodeBlock.builder();
    private boolean tagged;

    private Javadoc() {}

    /** A comment that begins with a sentence of ours. */
    public static Javadoc of(String format, Object... args) {
        Javadoc javadoc = new Javadoc();
        javadoc.text.add(format, args);
        return javadoc;
    }

    /** A comment that begins with what the model says, or with a sentence of ours where it is silent. */
    public static Javadoc ofModel(String html, String otherwise, Object... args) {
        String text = DocText.of(html);
        return text.isEmpty() ? of(otherwise, args) : of("$L", text);
    }

    /** Another paragraph. */
    public Javadoc paragraph(String format, Object... args) {
        text.add("\n\n<p>");
        text.add(format, args);
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
        text.add("\n@throws $T ", type);
        text.add(format, args);
        return this;
    }

    /** {@code @deprecated}, with the model's reason. */
    public Javadoc deprecated(String reason) {
        String why = DocText.of(reason);
        return tag("deprecated", "$L", why.isEmpty() ? "by the service" : why);
    }

    private Javadoc tag(String tag, String format, Object... args) {
        separate();
        text.add("\n@$L ", tag);
        text.add(format, args);
        return this;
    }

    private void separate() {
        if (!tagged) {
            text.add("\n");
            tagged = true;
        }
    }

    /** The comment for JavaPoet. */
    public CodeBlock build() {
        return text.build();
    }

    /** Text of a model as code. */
    public static String code(String text) {
        return "<code>" + DocText.escape(text) + "</code>";
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
        return DocText.escape(html.strip());
    }
}
