package dev.whittle.runtime.internal;

import java.nio.charset.StandardCharsets;

/** Percent-encoding as RFC 3986 and Signature Version 4 have it: all but the unreserved characters, in capitals. */
public final class PercentEncoding {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final boolean[] UNRESERVED = new boolean[128];

    static {
        for (int c = 0; c < 128; c++) {
            UNRESERVED[c] = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "-._~".indexOf(c) >= 0;
        }
    }

    private PercentEncoding() {}

    /** Whether a character, or a byte taken as unsigned, stands for itself. */
    public static boolean isUnreserved(int c) {
        return c < 128 && UNRESERVED[c];
    }

    /** Appends a text, encoded. */
    public static void encode(StringBuilder out, String text) {
        encode(out, text, false);
    }

    /** Appends a text, encoded but for its slashes. */
    public static void encodePath(StringBuilder out, String text) {
        encode(out, text, true);
    }

    private static void encode(StringBuilder out, String text, boolean keepSlash) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (!isUnreserved(c) && !(keepSlash && c == '/')) {
                encodeFrom(i, out, text, keepSlash);
                return;
            }
        }
        out.append(text);
    }

    private static void encodeFrom(int start, StringBuilder out, String text, boolean keepSlash) {
        out.append(text, 0, start);
        for (byte b : text.substring(start).getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xFF;
            if (isUnreserved(c) || (keepSlash && c == '/')) {
                out.append((char) c);
            } else {
                out.append('%').append(HEX[c >> 4]).append(HEX[c & 0xF]);
            }
        }
    }
}
