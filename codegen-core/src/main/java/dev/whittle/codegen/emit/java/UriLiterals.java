package dev.whittle.codegen.emit.java;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The literal parts of a model's request URI, which may be percent-encoded or not. */
public final class UriLiterals {
    private static final String KEPT = "-._~/:@!$&'()*+,;=";

    private UriLiterals() {}

    /** The text with everything encoded that may not stand in a path (RFC 3986); what is encoded already stays so. */
    public static String encode(String literal) {
        StringBuilder encoded = new StringBuilder(literal.length());
        byte[] bytes = literal.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xff);
            if (isAlphanumeric(c) || KEPT.indexOf(c) >= 0 || (c == '%' && isEscape(bytes, i))) {
                encoded.append(c);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }

    /** The text with what is encoded decoded: the name or value of a query parameter, which the runtime encodes. */
    public static String decode(String literal) {
        byte[] bytes = literal.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%' && isEscape(bytes, i)) {
                decoded.write(Character.digit(bytes[i + 1], 16) << 4 | Character.digit(bytes[i + 2], 16));
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static boolean isEscape(byte[] bytes, int i) {
        return i + 2 < bytes.length && Character.digit(bytes[i + 1], 16) >= 0 && Character.digit(bytes[i + 2], 16) >= 0;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
