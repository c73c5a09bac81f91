package dev.whittle.runtime.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the head of a response, strictly: what two readers could understand in two ways is refused, and so is what never
 * ends. The only liberty is that a line may end without a carriage return.
 */
final class HeadReader {
    private final byte[] bytes;
    private int at;

    private int status;
    private HttpHeaders headers = HttpHeaders.empty();
    private long length = -1;
    private boolean chunked;
    private boolean keptAlive;
    private boolean closed;
    private boolean old;
    private long idleNanos;

    private HeadReader(byte[] bytes, int start) {
        this.bytes = bytes;
        this.at = start;
    }

    /** The exception for a response that is not valid HTTP. Nothing of the response is quoted. */
    static IOException broken(String problem) {
        return new IOException("the response is not valid HTTP: ".concat(problem));
    }

    /** Reads a head, the provisional one of a status 1xx as well. What follows it stays in the connection's buffer. */
    static HeadReader read(Connection connection) throws IOException {
        // First, because the buffer may grow meanwhile.
        int end = whole(connection);
        HeadReader head = new HeadReader(connection.buffer, connection.position);
        head.statusLine();
        head.fields(HttpHeaders.builder());
        connection.position = end;
        return head;
    }

    /** Reads the fields behind the last chunk. */
    static HttpHeaders trailers(Connection connection) throws IOException {
        int end = wholeTrailer(connection);
        HeadReader reader = new HeadReader(connection.buffer, connection.position);
        reader.fields(HttpHeaders.builder());
        connection.position = end;
        return reader.headers;
    }

    /** Receives until there is a whole head in the buffer; the index behind it. */
    private static int whole(Connection connection) throws IOException {
        int scanned = 0;
        while (true) {
            int found = endOf(connection.buffer, connection.position + scanned, connection.limit);
            if (found >= 0) {
                return found;
            }
            int known = connection.limit - connection.position;
            if (known >= 5 && !isHttp(connection.buffer, connection.position)) {
                throw broken("it does not begin with a version of HTTP");
            }
            scanned = Math.max(0, known - 2);
            if (connection.fill() < 0) {
                throw new IOException(
                        known > 0
                                ? "the connection was closed within the head of the response"
                                : connection.isUsed()
                                        ? "the server closed the kept connection before it responded"
                                        : "the server closed the connection before it responded");
            }
        }
    }

    private static int wholeTrailer(Connection connection) throws IOException {
        int scanned = 0;
        while (true) {
            int start = connection.position;
            byte[] buffer = connection.buffer;
            int known = connection.limit - start;
            // Before the end is looked for: what is behind an empty line is not the trailer, whenever it arrives.
            if (known > 0 && buffer[start] == '\n') {
                throw broken("its last chunk ends with only a line feed");
            }
            if (known >= 2 && buffer[start] == '\r' && buffer[start + 1] == '\n') {
                return start + 2;
            }
            int found = endOf(buffer, start + scanned, connection.limit);
            if (found >= 0) {
                return found;
            }
            scanned = Math.max(0, known - 2);
            if (connection.fill() < 0) {
                throw new IOException("the connection was closed within the trailer of the response");
            }
        }
    }

    private static boolean isHttp(byte[] bytes, int at) {
        return bytes[at] == 'H'
                && bytes[at + 1] == 'T'
                && bytes[at + 2] == 'T'
                && bytes[at + 3] == 'P'
                && bytes[at + 4] == '/';
    }

    /** The index behind an empty line; -1 when there is none yet. */
    private static int endOf(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                if (i + 1 < to && bytes[i + 1] == '\n') {
                    return i + 2;
                }
                if (i + 2 < to && bytes[i + 1] == '\r' && bytes[i + 2] == '\n') {
                    return i + 3;
                }
            }
        }
        return -1;
    }

    private void statusLine() throws IOException {
        int start = at;
        int lineEnd = line();
        boolean form = lineEnd - start >= 12
                && isHttp(bytes, start)
                && bytes[start + 5] == '1'
                && bytes[start + 6] == '.'
                && isDigit(bytes[start + 7])
                && bytes[start + 8] == ' '
                && isDigit(bytes[start + 9])
                && isDigit(bytes[start + 10])
                && isDigit(bytes[start + 11])
                && (lineEnd - start == 12 || bytes[start + 12] == ' ');
        if (!form) {
            throw broken("its status line is malformed");
        }
        old = bytes[start + 7] == '0';
        status = (bytes[start + 9] - '0') * 100 + (bytes[start + 10] - '0') * 10 + bytes[start + 11] - '0';
        if (status < 100) {
            throw broken("its status is below 100");
        }
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** Goes behind the next line; returns the index where its text ends. */
    private int line() throws IOException {
        int i = at;
        byte b = bytes[i];
        while (b != '\n') {
            if (b == 0) {
                throw broken("its head holds NUL");
            }
            if (b == '\r' && bytes[i + 1] != '\n') {
                throw broken("its head holds a carriage return that ends no line");
            }
            b = bytes[++i];
        }
        at = i + 1;
        return i > 0 && bytes[i - 1] == '\r' ? i - 1 : i;
    }

    private void fields(HttpHeaders.Builder builder) throws IOException {
        while (true) {
            int start = at;
            int lineEnd = line();
            if (lineEnd <= start) {
                break;
            }
            field(start, lineEnd, builder);
        }
        if (chunked && (length >= 0 || old)) {
            throw broken("it has a transfer coding besides a length, or in HTTP/1.0");
        }
        headers = builder.build();
    }

    private void field(int start, int lineEnd, HttpHeaders.Builder builder) throws IOException {
        int colon = start;
        while (colon < lineEnd && bytes[colon] != ':') {
            byte b = bytes[colon];
            if (b < 0 || !HeadWriter.TOKEN[b]) {
                throw broken(
                        colon == start && (b == ' ' || b == '\t')
                                ? "a header continues on a further line"
                                : "the name of a header holds a character that is not allowed in it");
            }
            colon++;
        }
        if (colon == start || colon == lineEnd) {
            throw broken("a line of its head is not a header");
        }
        int first = colon + 1;
        while (first < lineEnd && isBlank(bytes[first])) {
            first++;
        }
        int last = lineEnd;
        while (last > first && isBlank(bytes[last - 1])) {
            last--;
        }
        String name = new String(bytes, start, colon - start, StandardCharsets.ISO_8859_1);
        String value = HttpHeaders.text(bytes, first, last);
        builder.add(name, value);
        note(name, value);
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    /** Takes note of what says how long the response and its connection are. */
    private void note(String name, String value) throws IOException {
        switch (name.length()) {
            case 10 -> {
                if (name.equalsIgnoreCase("connection")) {
                    closed |= hasToken(value, "close");
                    keptAlive |= hasToken(value, "keep-alive");
                } else if (name.equalsIgnoreCase("keep-alive")) {
                    idleNanos = keepAlive(value);
                }
            }
            case 14 -> {
                if (name.equalsIgnoreCase("content-length")) {
                    long told = length(value);
                    if (length >= 0 && length != told) {
                        throw broken("it has two lengths");
                    }
                    length = told;
                }
            }
            case 17 -> {
                if (name.equalsIgnoreCase("transfer-encoding")) {
                    if (chunked || !isChunked(value)) {
                        throw broken("it has a transfer coding that was not asked for");
                    }
                    chunked = true;
                }
            }
            default -> {
                return;
            }
        }
    }

    /** Not {@link String#equalsIgnoreCase}, for which the Kelvin sign is a K. */
    private static boolean isChunked(String value) {
        String coding = "chunked";
        boolean same = value.length() == coding.length();
        for (int i = 0; same && i < coding.length(); i++) {
            same = (value.charAt(i) | 0x20) == coding.charAt(i);
        }
        return same;
    }

    /** The length that a header tells. */
    static long length(String value) throws IOException {
        long length = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9 || length > (Long.MAX_VALUE - 9) / 10) {
                throw broken("its length is not a number");
            }
            length = length * 10 + digit;
        }
        if (value.isEmpty()) {
            throw broken("its length is empty");
        }
        return length;
    }

    private static boolean hasToken(String value, String token) {
        int start = 0;
        while (start <= value.length()) {
            int comma = value.indexOf(',', start);
            int stop = comma < 0 ? value.length() : comma;
            if (value.substring(start, stop).trim().equalsIgnoreCase(token)) {
                return true;
            }
            start = stop + 1;
        }
        return false;
    }

    /** How long the server keeps a connection that rests, from {@code timeout=5, max=100}; 0 if it does not say. */
    private static long keepAlive(String value) {
        long seconds = 0;
        if (value.regionMatches(true, 0, "timeout=", 0, 8)) {
            for (int i = 8; i < value.length() && i < 14; i++) {
                int digit = value.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    break;
                }
                seconds = seconds * 10 + digit;
            }
        }
        return seconds * 1_000_000_000L;
    }

    int status() {
        return status;
    }

    HttpHeaders headers() {
        return headers;
    }

    /** The length that the head tells; -1 if it tells none. */
    long length() {
        return length;
    }

    boolean isChunked() {
        return chunked;
    }

    /** Whether the server takes further requests on the connection. */
    boolean isKept() {
        return !closed && (!old || keptAlive);
    }

    /** How long the server keeps a connection that rests; 0 if it does not say. */
    long idleNanos() {
        return idleNanos;
    }
}
