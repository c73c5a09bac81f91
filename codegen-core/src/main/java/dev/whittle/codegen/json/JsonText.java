package dev.whittle.codegen.json;

import dev.whittle.codegen.problem.Location;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The text of a JSON file. Decoding before parsing makes columns count characters, as editors do. */
final class JsonText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private JsonText() {}

    /** The text without a byte order mark; bytes that are not UTF-8 appear as replacement characters. */
    static String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /**
     * Where the first byte is that is not UTF-8, {@code null} when there is none. A zero counts as one: no JSON
     * holds it, and UTF-16 is full of them.
     */
    static @Nullable Location malformed(String file, byte[] bytes, String decoded) {
        int nul = decoded.indexOf(0);
        if (nul >= 0) {
            return location(file, decoded, nul);
        }
        if (decoded.indexOf('\uFFFD') < 0) {
            return null;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), out, true);
        if (!result.isError()) {
            return null;
        }
        String before = out.flip().toString();
        int mark = !before.isEmpty() && before.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        return location(file, before.substring(mark), before.length() - mark);
    }

    private static Location location(String file, String text, int index) {
        int line = 1;
        int lineStart = 0;
        for (int end = text.indexOf('\n'); end >= 0 && end < index; end = text.indexOf('\n', lineStart)) {
            line++;
            lineStart = end + 1;
        }
        return new Location(file, line, index - lineStart + 1, "");
    }
}
