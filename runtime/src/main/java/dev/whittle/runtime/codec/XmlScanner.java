package dev.whittle.runtime.codec;

import dev.whittle.runtime.error.MalformedResponseException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Steps through an XML document tag by tag. It checks whatever it passes: the grammar, the characters, that tags match,
 * and what follows the root element. Document types are refused, and so no entity is defined.
 */
final class XmlScanner extends XmlCharacters {
    private static final int MAX_ATTRIBUTES = 256;

    /** The names of the open elements as they are written, with their prefixes. */
    private String[] tags = new String[8];

    private String[] attributes = new String[8];
    private int attributeCount;
    private boolean begun;
    private boolean hasRoot;
    private boolean open;
    private boolean empty;

    XmlScanner(InputStream source) {
        super(source);
    }

    XmlScanner(byte[] whole) {
        super(whole);
    }

    /** Goes to the root element, if nothing has been read. Whether there is one: false for a body of white space. */
    boolean begin() {
        if (!begun) {
            begun = true;
            hasRoot = prolog();
        }
        return hasRoot;
    }

    /** Whether the start tag of the current element has been read, and nothing of what is in it. */
    boolean isOpen() {
        return open;
    }

    /** The local name of the current element. */
    String elementName() {
        String name = names[depth];
        return name == null ? "" : name;
    }

    /** The value of an attribute of the current element, whose start tag has just been read. */
    @Nullable
    String attribute(String name) {
        String local = name.substring(name.indexOf(':') + 1);
        String found = null;
        for (int i = 0; open && i < attributeCount; i += 2) {
            String written = attributes[i];
            if (written.equals(name)) {
                return attributes[i + 1];
            }
            if (found == null && isLocal(written, local)) {
                found = attributes[i + 1];
            }
        }
        return found;
    }

    private static boolean isLocal(String written, String local) {
        int start = written.indexOf(':') + 1;
        return written.length() - start == local.length() && written.endsWith(local) && !written.startsWith("xmlns:");
    }

    /**
     * The root element, whose start tag has just been read, as a document: without its attributes, and cut off where it has
     * more bytes than a limit. Nothing is left to read.
     */
    byte[] root(int most) {
        return rest(('<' + tags[depth] + (empty ? "/>" : ">")).getBytes(StandardCharsets.UTF_8), most);
    }

    /** Enters the current element, and goes to its first child. False at the element's end, which it is behind then. */
    boolean firstChild() {
        open = false;
        return !empty && nextChild();
    }

    /** Goes to the next child. False at the end of the parent, which it is behind then. */
    boolean nextChild() {
        boolean isStart = toTag(null);
        if (isStart) {
            startTag();
        } else {
            endTag();
        }
        return isStart;
    }

    /** Goes behind the end of the current element, whose start tag has just been read. */
    void pass() {
        int outside = depth - 1;
        boolean inside = firstChild();
        while (inside || --depth > outside) {
            inside = inside ? firstChild() : nextChild();
        }
        depth = outside + 1;
    }

    /** Leaves the current element, whose end has been passed, and those that were entered for it alone. */
    void leave() {
        depth--;
        while (depth > 0 && counts[depth] > 0) {
            while (nextChild()) {
                pass();
                depth--;
            }
            depth--;
        }
        if (depth == 0) {
            epilog();
        }
    }

    /** Makes the element around the current one end with the current one: what follows there is passed over. */
    void enterParent() {
        counts[depth - 1] = 1;
    }

    /** Reads the text of the current element, and goes behind its end. */
    String text() {
        open = false;
        if (empty) {
            return "";
        }
        byte[] buffer = bytes;
        int from = position;
        for (int i = from; i < limit; i++) {
            byte b = buffer[i];
            if (b < 0 || !isPlain(b)) {
                if (b == '<' && i + 1 < limit && buffer[i + 1] == '/') {
                    String text = new String(buffer, from, i - from, StandardCharsets.ISO_8859_1);
                    position = i + 2;
                    endTag();
                    return text;
                }
                break;
            }
        }
        StringBuilder text = new StringBuilder();
        if (toTag(text)) {
            throw refused("has an element inside, expected text");
        }
        endTag();
        return text.toString();
    }

    private boolean prolog() {
        int b = afterMark(significant());
        if (b < 0) {
            return false;
        }
        for (boolean first = true; ; first = false) {
            if (b == 0xFE || b == 0xFF || b == 0) {
                throw otherEncoding();
            }
            if (outside(b, first)) {
                startTag();
                return true;
            }
            b = required();
        }
    }

    private void epilog() {
        for (int b = significant(); b >= 0; b = significant()) {
            if (outside(b, false)) {
                throw broken();
            }
        }
    }

    /** Passes a comment or an instruction; true behind the first byte of a start tag instead. */
    private boolean outside(int first, boolean declaration) {
        if (first != '<') {
            throw broken();
        }
        byte b = raw();
        if (b == '?') {
            instruction(declaration);
        } else if (b == '!') {
            exclamation(null, false);
        } else {
            if (b == 0) {
                throw otherEncoding();
            }
            position--;
            return true;
        }
        return false;
    }

    /** Reads text up to a tag, and goes behind the tag's first signs. Whether it is a start tag. */
    private boolean toTag(@Nullable StringBuilder text) {
        while (true) {
            byte b = run(text, TEXT);
            if (b == '&') {
                int c = reference();
                if (text != null) {
                    text.appendCodePoint(c);
                }
            } else if (b == ']') {
                if (brackets(text, 0)) {
                    throw broken();
                }
            } else {
                b = raw();
                if (b == '/') {
                    return false;
                }
                if (b == '?') {
                    instruction(false);
                } else if (b == '!') {
                    exclamation(text, true);
                } else {
                    position--;
                    return true;
                }
            }
        }
    }

    /** Reads what begins with an exclamation mark. */
    private void exclamation(@Nullable StringBuilder text, boolean inRoot) {
        byte b = raw();
        if (b == '-') {
            expect("-");
            run(null, COMMENT);
            while (raw() != '-') {
                position--;
                run(null, COMMENT);
            }
            expect(">");
        } else if (b == '[' && inRoot) {
            expect("CDATA[");
            do {
                run(text, CDATA);
            } while (!brackets(text, 2));
        } else if (b == 'D' && !inRoot) {
            throw refused("has a document type declaration, which is not accepted");
        } else {
            throw broken();
        }
    }

    /** Reads what follows {@code <?}. */
    private void instruction(boolean first) {
        String target = name();
        if (target.equalsIgnoreCase("xml")) {
            if (!first || !target.equals("xml") || !attributes('?')) {
                throw broken();
            }
            declaration();
            return;
        }
        byte b = raw();
        if (b == '?') {
            expect(">");
            return;
        }
        if (!isSpace(b)) {
            throw broken();
        }
        do {
            position--;
            run(null, INSTRUCTION);
            do {
                b = raw();
            } while (b == '?');
        } while (b != '>');
    }

    private void declaration() {
        int at = 2;
        boolean valid = attributeCount > 0 && attributes[0].equals("version") && attributes[1].equals("1.0");
        if (valid && at < attributeCount && attributes[at].equals("encoding")) {
            String encoding = attributes[at + 1];
            if (!encoding.equalsIgnoreCase("UTF-8") && !encoding.equalsIgnoreCase("US-ASCII")) {
                throw otherEncoding();
            }
            at += 2;
        }
        if (valid && at < attributeCount && attributes[at].equals("standalone")) {
            valid = attributes[at + 1].equals("yes") || attributes[at + 1].equals("no");
            at += 2;
        }
        if (!valid || at != attributeCount) {
            throw broken();
        }
    }

    private void startTag() {
        String tag = name();
        boolean hasPrefix = prefixed;
        enter(true);
        if (depth == tags.length) {
            tags = Arrays.copyOf(tags, depth * 2);
        }
        tags[depth] = tag;
        names[depth] = hasPrefix ? tag.substring(tag.lastIndexOf(':') + 1) : tag;
        empty = attributes('/');
        open = true;
    }

    /** Reads what follows {@code </}, which must be the end of the current element. */
    private void endTag() {
        open = false;
        String tag = tags[depth];
        int length = tag.length();
        int i = 0;
        if (limit - position > length) {
            while (i < length && bytes[position + i] == tag.charAt(i)) {
                i++;
            }
        }
        if (i == length) {
            position += i;
        } else if (!name().equals(tag)) {
            throw broken();
        }
        if (required() != '>') {
            throw broken();
        }
    }

    /** Reads what is left of a tag: its attributes. Whether the sign stands before the tag's end. */
    private boolean attributes(char sign) {
        attributeCount = 0;
        byte b;
        while ((b = raw()) != '>') {
            boolean spaced = isSpace(b);
            position--;
            int next = required();
            if (next == sign) {
                expect(">");
                return true;
            }
            if (next == '>') {
                return false;
            }
            if (!spaced) {
                throw broken();
            }
            position--;
            attribute();
        }
        return false;
    }

    private void attribute() {
        String name = name();
        if (required() != '=') {
            throw broken();
        }
        int quote = required();
        if (quote != '"' && quote != '\'') {
            throw broken();
        }
        for (int i = 0; i < attributeCount; i += 2) {
            if (attributes[i].equals(name)) {
                throw broken();
            }
        }
        if (attributeCount == 2 * MAX_ATTRIBUTES) {
            throw tooLarge("more than " + MAX_ATTRIBUTES + " attributes");
        }
        if (attributeCount == attributes.length) {
            attributes = Arrays.copyOf(attributes, attributeCount * 2);
        }
        StringBuilder value = new StringBuilder();
        for (byte b = run(value, ATTRIBUTE); b != quote; b = run(value, ATTRIBUTE)) {
            switch (b) {
                case '<' -> throw broken();
                case '&' -> value.appendCodePoint(reference());
                case '\t', '\n' -> value.append(' ');
                default -> value.append((char) b);
            }
        }
        attributes[attributeCount++] = name;
        attributes[attributeCount++] = value.toString();
    }

    private MalformedResponseException otherEncoding() {
        return refused("is in another encoding than UTF-8");
    }
}
