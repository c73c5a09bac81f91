package dev.whittle.runtime.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Encodes the fields of a request: HPACK, RFC 7541. A connection carries a single request, so nothing would be gained from
 * the dynamic table; the first block sets its size to 0. {@link HeadWriter} has checked the fields and put them into bytes.
 */
final class HpackEncoder {
    /** Sets the size of the dynamic table to 0. */
    private static final byte NO_TABLE = 0x20;

    /** What concerns a single connection of HTTP/1.1, and must not be sent with HTTP/2. */
    private static final String HOP_BY_HOP =
            " connection keep-alive proxy-connection transfer-encoding upgrade http2-settings ";

    /** What an intermediary must not put into its table either, where an attacker could guess it. */
    private static final String SECRET = " authorization x-amz-security-token proxy-authorization cookie ";

    private final byte[] from;
    private final int end;
    private int at;

    private byte[] bytes = new byte[1024];
    private int size;

    private HpackEncoder(HeadWriter head) {
        this.from = head.bytes;
        this.end = head.size;
    }

    /** The block for the head of a request that is addressed to its server. */
    static byte[] request(HeadWriter head, String scheme) {
        HpackEncoder encoder = new HpackEncoder(head);
        encoder.add(NO_TABLE);
        encoder.field(":method", encoder.until(' '));
        encoder.field(":path", encoder.until(' '));
        encoder.until('\n');
        encoder.field(":scheme", scheme);
        encoder.until(' ');
        // The first header, always that of the host.
        encoder.field(":authority", trim(encoder.until('\n')));
        return encoder.fields();
    }

    /**
     * The block for the fields behind a body.
     *
     * @throws UnsendableRequestException if HTTP does not allow one of them
     */
    static byte[] trailers(HttpHeaders trailers) throws UnsendableRequestException {
        HeadWriter lines = new HeadWriter(new byte[256]);
        for (int i = 0; i < trailers.size(); i++) {
            lines.field(trailers.name(i), trailers.value(i));
        }
        return new HpackEncoder(lines).fields();
    }

    private byte[] fields() {
        while (at < end) {
            String line = until('\n');
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                String value = trim(line.substring(colon + 1));
                boolean isHop =
                        HOP_BY_HOP.contains(" " + name + " ") || (name.equals("te") && !value.equals("trailers"));
                if (!isHop) {
                    field(name, value);
                }
            }
        }
        return Arrays.copyOf(bytes, size);
    }

    /** The bytes before the next of these, each as a character; goes behind it. */
    private String until(char stop) {
        int start = at;
        while (from[at] != stop) {
            at++;
        }
        return new String(from, start, at++ - start, StandardCharsets.ISO_8859_1);
    }

    /** Without the blanks around it, which HTTP/2 does not allow, and the carriage return. */
    private static String trim(String value) {
        int first = 0;
        int last = value.length();
        while (first < last && (value.charAt(first) == ' ' || value.charAt(first) == '\t')) {
            first++;
        }
        while (first < last && " \t\r".indexOf(value.charAt(last - 1)) >= 0) {
            last--;
        }
        return value.substring(first, last);
    }

    private void field(String name, String value) {
        int index = HpackTable.find(name, value);
        if (index > 0) {
            integer(0x80, 7, index);
            return;
        }
        integer(SECRET.contains(" " + name + " ") ? 0x10 : 0, 4, -index);
        if (index == 0) {
            string(name);
        }
        string(value);
    }

    private void string(String text) {
        integer(0, 7, text.length());
        for (int i = 0; i < text.length(); i++) {
            add((byte) text.charAt(i));
        }
    }

    /** Writes an integer whose first byte has so many bits of it, besides the given ones. */
    private void integer(int flags, int prefix, int value) {
        int mask = (1 << prefix) - 1;
        if (value < mask) {
            add((byte) (flags | value));
            return;
        }
        add((byte) (flags | mask));
        int rest = value - mask;
        while (rest >= 0x80) {
            add((byte) (rest | 0x80));
            rest >>>= 7;
        }
        add((byte) rest);
    }

    private void add(byte b) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = b;
    }
}
