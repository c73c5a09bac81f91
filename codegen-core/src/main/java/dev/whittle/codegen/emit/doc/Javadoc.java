package dev.whittle.codegen.emit.doc;

import com.palantir.javapoet.CodeBlock;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds a Javadoc comment: what the model says, then the tags.
 *
 * <p>Text between types is handed to JavaPoet in one piece: it scans every piece anew, and comments are most of what is
 * emitted.
 */
public final class Javadoc {
    private static final Pattern ERROR_CODE = Pattern.compile("^Error code \\d+\\.\\s+");
    private static final Pattern WHEN = Pattern.compile(
            "^(?:(?:The|This) exception (?:that occurs|is thrown)|Thrown|Occurs|Returned|Received) (?:when|if) ");
    private static final Set<String> COMMON_WORDS =
            Set.of("A", "An", "Either", "If", "Multiple", "One", "The", "There", "This", "Two", "When", "You", "Your");
    private static final Pattern CODE_WORD = Pattern.compile("\\{@code (\\w+)}");

    private final CodeBlock.Builder code = CodeBlock.builder();
    private final StringBuilder text = new StringBuilder();
    private boolean started;
    private boolean tagged;
    private boolean simple;

    private Javadoc() {}

    /** A comment that begins with a sentence of ours. */
    public static Javadoc of(String format, Object... args) {
        Javadoc javadoc = new Javadoc();
        javadoc.add(format, args);
        return javadoc;
    }

    /** A comment that begins with the documentation of the model, or with a sentence of ours where there is none. */
    public static Javadoc ofModel(DocLinks links, String html, String otherwise, Object... args) {
        String text = DocText.of(html);
        return text.isEmpty() ? of(otherwise, args) : ofText(links, text);
    }

    /** A comment that begins with the documentation of the model, which may be none. */
    public static Javadoc ofModel(DocLinks links, String html) {
        return ofText(links, DocText.of(html));
    }

    /** A comment that begins with a text that is in form already, but for its links. */
    static Javadoc ofText(DocLinks links, String text) {
        Javadoc javadoc = new Javadoc();
        javadoc.started = !text.isEmpty();
        javadoc.simple = javadoc.started && text.indexOf('<') < 0;
        javadoc.addLinked(links, text);
        return javadoc;
    }

    private void addLinked(DocLinks links, String words) {
        int done = 0;
        Matcher word = CODE_WORD.matcher(words);
        while (word.find()) {
            CodeBlock link = links.link(word.group(1));
            if (link != null) {
                text.append(words, done, word.start());
                flush();
                code.add(link);
                done = word.end();
            }
        }
        text.append(words, done, words.length());
    }

    /** The documentation of the model as another paragraph, if there is any. */
    public Javadoc model(DocLinks links, String html) {
        String words = DocText.of(html);
        if (!words.isEmpty()) {
            Javadoc model = ofText(links, words);
            boolean isList = words.startsWith("<ul>") || words.startsWith("<ol>");
            text.append(started ? isList ? "\n\n" : "\n\n<p>" : "");
            flush();
            code.add(model.build());
            started = true;
            simple = false;
        }
        return this;
    }

    /** Another sentence: behind the only paragraph there is, or in one of its own. */
    public Javadoc sentence(String format, Object... args) {
        if (!simple) {
            return paragraph(format, args);
        }
        boolean ended = !text.isEmpty() && ".!?".indexOf(text.charAt(text.length() - 1)) >= 0;
        text.append(ended ? " " : ". ");
        add(format, args);
        return this;
    }

    /** More of the last sentence. */
    public Javadoc more(String format, Object... args) {
        add(format, args);
        return this;
    }

    /** Another paragraph. */
    public Javadoc paragraph(String format, Object... args) {
        text.append(started ? "\n\n<p>" : "");
        simple = false;
        add(format, args);
        return this;
    }

    /** Lines of code behind a paragraph. */
    public Javadoc pre(String code) {
        text.append("\n\n").append(DocText.pre(code));
        simple = false;
        return this;
    }

    /** {@code @param}. */
    public Javadoc param(String name, String format, Object... args) {
        return tag("param " + name, format, args);
    }

    /** {@code @return}, where the type does not say it all. */
    public Javadoc returns(String format, Object... args) {
        return tag("return", format, args);
    }

    /** {@code @throws}. */
    public Javadoc throwing(Object type, String format, Object... args) {
        separate();
        add("@throws $T ", type);
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
        text.append('@').append(tag).append(' ');
        add(format, args);
        return this;
    }

    private void separate() {
        if (started) {
            text.append(tagged ? "\n" : "\n\n");
        }
        tagged = true;
    }

    /** Takes the place of each {@code $L} and {@code $N} at once, and leaves {@code $T} to JavaPoet, which imports it. */
    private void add(String format, Object... args) {
        started = true;
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

    /** The first sentence of documentation, without its markup, as a condition for {@code @throws}. */
    public static String condition(String html, String otherwise) {
        String text = ERROR_CODE.matcher(DocText.plain(html)).replaceFirst("");
        int end = text.indexOf(". ");
        String sentence = end < 0 ? text : text.substring(0, end);
        sentence = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        if (sentence.isEmpty()) {
            return otherwise;
        }
        String condition = WHEN.matcher(sentence).replaceFirst("if ");
        return DocText.escape(startsWithCommonWord(condition) ? uncapitalized(condition) : condition);
    }

    private static String uncapitalized(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** A sentence continues behind the name of the exception; names keep their capitals. */
    private static boolean startsWithCommonWord(String sentence) {
        int space = sentence.indexOf(' ');
        return COMMON_WORDS.contains(space < 0 ? sentence : sentence.substring(0, space));
    }

    /** Whether documentation says no more than a title. */
    public static boolean isSame(String title, String html) {
        return DocText.plain(html).equals(DocText.plain(title));
    }

    /** What a model says, in one line, behind a sentence; empty when it says nothing. */
    public static String after(String html) {
        String text = DocText.of(html);
        String line = text.indexOf('\n') < 0 ? text : DocText.escape(DocText.plain(html));
        return line.isEmpty() ? "" : " " + line;
    }

    /** What a model says, in one line, for a tag's text. */
    public static String inline(String html) {
        return DocText.escape(html).strip();
    }
}
