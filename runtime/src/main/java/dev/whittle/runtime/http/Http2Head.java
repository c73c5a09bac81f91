package dev.whittle.runtime.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The fields of a response or of its trailer, checked as strictly as RFC 9113, section 8, demands. */
final class Http2Head {
    /** What has no meaning in HTTP/2 and makes a response malformed. */
    private static final String HOP_BY_HOP = " connection keep-alive proxy-connection transfer-encoding upgrade ";

    /** The status; 0 for a trailer. */
    final int status;

    final HttpHeaders headers;

    /** The length of the body that the head tells; -1 if it tells none. */
    final long length;

    private Http2Head(int status, HttpHeaders headers, long length) {
        this.status = status;
        this.headers = headers;
        this.length = length;
    }

    /**
     * Checks fields as they were decoded.
     *
     * @throws Http2Exception if they are malformed
     */
    static Http2Head of(HttpHeaders fields, boolean isTrailer) throws IOException {
        HttpHeaders.Builder headers = HttpHeaders.builder();
        int status = 0;
        long length = -1;
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.name(i);
            String value = fields.value(i);
            if (i == 0 && !isTrailer && name.equals(":status")) {
                status = status(value);
                continue;
            }
            check(name, value);
            String text = text(value);
            if (!isTrailer && name.equals("content-length")) {
                long told = length(text);
                if (length >= 0 && length != told) {
                    throw Http2Exception.protocol("it has two lengths");
                }
                length = told;
            }
            headers.add(name, text);
        }
        if (status == 0 && !isTrailer) {
            throw Http2Exception.protocol("its head does not begin with a status");
        }
        return new Http2Head(status, headers.build(), length);
    }

    private static int status(String value) throws Http2Exception {
        int status = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            status = digit < 0 || digit > 9 ? 1000 : status * 10 + digit;
        }
        if (value.length() != 3 || status < 100 || status > 999) {
            throw Http2Exception.protocol("its status is not a number from 100 to 999");
        }
        if (status == 101) {
            throw Http2Exception.protocol("it changes to a protocol that was not asked for");
        }
        return status;
    }

    private static void check(String name, String value) throws Http2Exception {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 128 || !HeadWriter.TOKEN[c] || (c >= 'A' && c <= 'Z')) {
                throw Http2Exception.protocol(
                        i == 0 && c == ':'
                                ? "it has a pseudo-header that is unknown or out of place"
                                : "the name of a header holds a character that is not allowed in it");
            }
        }
        if (name.isEmpty()) {
            throw Http2Exception.protocol("the name of a header is empty");
        }
        if (HOP_BY_HOP.contains(" " + name + " ")) {
            throw Http2Exception.protocol("it has the header " + name + ", which HTTP/2 does not allow");
        }
        int last = value.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = value.charAt(i);
            if (c == '\r' || c == '\n' || c == 0 || ((i == 0 || i == last) && (c == ' ' || c == '\t'))) {
                throw Http2Exception.protocol("a header holds a line break, NUL or white space around its value");
            }
        }
    }

    private static long length(String value) throws Http2Exception {
        try {
            return HeadReader.length(value);
        } catch (IOException e) {
            throw (Http2Exception)
                    Http2Exception.protocol("its length is not a number").initCause(e);
        }
    }

    private static String text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        return HttpHeaders.text(bytes, 0, bytes.length);
    }
}
