package dev.whittle.runtime.codec;

import dev.whittle.runtime.error.MalformedResponseException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the characters and the names of an XML document, and checks that XML has them. */
abstract class XmlCharacters extends CodecInput {
    // What a byte ends, or belongs to.
    static final int TEXT = 1;
    static final int CDATA = 1 << 1;
    static final int COMMENT = 1 << 2;
    static final int INSTRUCTION = 1 << 3;
    static final int ATTRIBUTE = 1 << 4;
    private static final int NAME = 1 << 5;
    private static final int NAME_START = 1 << 6;

    private static final byte[] KINDS = new byte[256];

    static {
        Arrays.fill(KINDS, 0, ' ', (byte) (TEXT | CDATA | COMMENT | INSTRUCTION | ATTRIBUTE));
        KINDS['\t'] = ATTRIBUTE;
        KINDS['\n'] = ATTRIBUTE;
        KINDS['<'] = TEXT | ATTRIBUTE;
        KINDS['&'] = TEXT | ATTRIBUTE;
        KINDS['"'] = ATTRIBUTE;
        KINDS['\''] = ATTRIBUTE;
        KINDS[']'] = TEXT | CDATA;
        KINDS['?'] = INSTRUCTION;
        KINDS['-'] = COMMENT | NAME;
        KINDS['.'] = NAME;
        Arrays.fill(KINDS, '0', '9' + 1, (byte) NAME);
        Arrays.fill(KINDS, 'A', 'Z' + 1, (byte) (NAME | NAME_START));
        Arrays.fill(KINDS, 'a', 'z' + 1, (byte) (NAME | NAME_START));
        KINDS['_'] = NAME | NAME_START;
        KINDS[':'] = NAME;
        Arrays.fill(KINDS, 0x80, 0x100, (byte) (NAME | NAME_START));
    }

    /** Whether the name that was read last has a prefix. */
    boolean prefixed;

    XmlCharacters(InputStream source) {
        super(source);
    }

    XmlCharacters(byte[] whole) {
        super(whole);
    }

    @Override
    final String format() {
        return "XML";
    }

    /** Whether a byte, which is not negative, is text that stands for itself. */
    static boolean isPlain(byte b) {
        return (KINDS[b] & TEXT) == 0;
    }

    /** Reads a name, with its prefix. */
    final String name() {
        int from = position;
        int at = from;
        int hash = 0;
        int all = 0;
        int colons = 0;
        byte b = ':';
        while (true) {
            if (at == limit) {
                checkLength(at - from, MAX_NAME);
                at -= from;
                if (!receive(from)) {
                    throw cutOff();
                }
                from = 0;
            }
            if ((KINDS[bytes[at] & 0xFF] & NAME) == 0) {
                break;
            }
            b = bytes[at++];
            hash = 31 * hash + b;
            all |= b;
            colons += b == ':' ? 1 : 0;
        }
        // A colon stands between a prefix and a name.
        if ((KINDS[bytes[from] & 0xFF] & NAME_START) == 0 || b == ':' || colons > 1) {
            position = from + 1;
            throw broken();
        }
        prefixed = colons > 0;
        position = at;
        if (all < 0) {
            checkLength(at - from, MAX_NAME);
            return characters(from, at);
        }
        String known = KnownNames.find(bytes, from, at, hash);
        return known == null ? newName(from, at, hash) : known;
    }

    /** Reads a reference behind its ampersand. */
    final int reference() {
        if (raw() == '#') {
            return number();
        }
        position--;
        String name = name();
        expect(";");
        return switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> throw refused("refers to an entity that XML does not define");
        };
    }

    private int number() {
        byte b = raw();
        int radix = 10;
        if (b == 'x') {
            radix = 16;
            b = raw();
        }
        int c = 0;
        do {
            int digit = Character.digit(b, radix);
            if (digit < 0) {
                throw broken();
            }
            c = Math.min(c * radix + digit, Character.MAX_CODE_POINT + 1);
            b = raw();
        } while (b != ';');
        if (!isCharacter(c)) {
            throw broken();
        }
        return c;
    }

    private static boolean isCharacter(int c) {
        return c >= ' '
                ? c <= Character.MAX_CODE_POINT && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF
                : c == '\t' || c == '\n' || c == '\r';
    }

    /** Reads what follows a square bracket: true behind {@code ]]>}. Brackets are text, but for the last so many. */
    final boolean brackets(@Nullable StringBuilder text, int ofEnd) {
        int count = 1;
        byte b;
        while ((b = raw()) == ']') {
            count++;
        }
        boolean ends = count > 1 && b == '>';
        if (!ends) {
            position--;
        }
        for (int i = ends ? ofEnd : 0; text != null && i < count; i++) {
            text.append(']');
        }
        return ends;
    }

    /** Reads characters up to a byte of a kind, and goes behind it. The buffer does not grow with them. */
    final byte run(@Nullable StringBuilder out, int kind) {
        while (true) {
            int from = position;
            int at = from;
            int all = 0;
            byte stop = 0;
            for (int end = limit; at < end; at++) {
                stop = bytes[at];
                if ((KINDS[stop & 0xFF] & kind) != 0) {
                    break;
                }
                all |= stop;
            }
            boolean stopped = at < limit;
            int to = stopped || all >= 0 ? at : whole(from, at);
            if (all < 0) {
                String text = characters(from, to);
                if (out != null) {
                    out.append(text);
                }
            } else if (out != null && to > from) {
                out.append(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
            }
            if (out != null) {
                checkLength(out.length(), MAX_STRING);
            }
            position = to;
            if (!stopped) {
                if (!receive(to)) {
                    throw cutOff();
                }
                continue;
            }
            position++;
            if (stop >= ' ' || stop == '\t' || stop == '\n') {
                return stop;
            }
            if (stop != '\r') {
                throw broken();
            }
            // XML has one line break, whichever was written.
            if (raw() != '\n') {
                position--;
            }
            if (out != null) {
                out.append(kind == ATTRIBUTE ? ' ' : '\n');
            }
        }
    }

    /** Where the last character that is whole ends, which may be the last. */
    private int whole(int from, int to) {
        for (int at = to - 1; at >= Math.max(from, to - 3); at--) {
            byte b = bytes[at];
            if (b >= 0) {
                return to;
            }
            if (b >= (byte) 0xC0) {
                int size = b >= (byte) 0xF0 ? 4 : b >= (byte) 0xE0 ? 3 : 2;
                return at + size > to ? at : to;
            }
        }
        return to;
    }

    private String characters(int from, int to) {
        String text = utf8(from, to);
        if (text.indexOf('\uFFFE') >= 0 || text.indexOf('\uFFFF') >= 0) {
            int i = 0;
            while (text.charAt(i) < '\uFFFE') {
                i++;
            }
            position = from + text.substring(0, i).getBytes(StandardCharsets.UTF_8).length + 1;
            throw broken();
        }
        return text;
    }

    final void expect(String signs) {
        for (int i = 0; i < signs.length(); i++) {
            if (raw() != signs.charAt(i)) {
                throw broken();
            }
        }
    }

    static boolean isSpace(int b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** The exception for what is wrong with the current element, or with the body. */
    final MalformedResponseException refused(String what) {
        return new MalformedResponseException(place() + " " + what, null);
    }
}
