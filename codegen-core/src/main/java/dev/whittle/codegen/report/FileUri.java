package dev.whittle.codegen.report;

import java.nio.charset.StandardCharsets;

/** A file as the user knows it, as a URI reference (RFC 3986). */
final class FileUri {
    private static final String UNRESERVED = "-._~!$&'()*+,;=@/";

    private FileUri() {}

    /** A path that is absolute on any system becomes a {@code file:} URI, any other stays relative. */
    static String of(String file) {
        String path = file.replace('\\', '/');
        String encoded = encode(path);
        if (path.startsWith("/")) {
            return "file://" + (path.startsWith("//") ? encoded.substring(1) : encoded);
        }
        return path.matches("[A-Za-z]:/.*") ? "file:///" + path.charAt(0) + ":" + encode(path.substring(2)) : encoded;
    }

    static boolean isRelative(String file) {
        return !of(file).startsWith("file:");
    }

    private static String encode(String path) {
        StringBuilder encoded = new StringBuilder(path.length() + 16);
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            if ((c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || UNRESERVED.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return encoded.toString();
    }
}
