package dev.whittle.runtime.http;

import dev.whittle.runtime.internal.Utf8;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes the head of a request as bytes, and refuses what HTTP does not allow in it. Texts beyond ASCII become UTF-8. */
final class HeadWriter {
    private static final byte[] VERSION = {' ', 'H', 'T', 'T', 'P', '/', '1', '.', '1', '\r', '\n'};

    /** The characters that names of headers and methods may have. */
    static final boolean[] TOKEN = new boolean[128];

    static {
        for (char c = '!'; c < 127; c++) {
            TOKEN[c] = "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
        }
    }

    byte[] bytes;
    int size;

    HeadWriter(byte[] buffer) {
        this.bytes = buffer;
    }

    /**
     * Writes a whole head.
     *
     * @param proxy the proxy that the request is addressed to; null if it is addressed to its server
     * @param expect whether the server is asked before the body is sent
     */
    void request(HttpRequest request, @Nullable HttpProxy proxy, boolean expect) throws UnsendableRequestException {
        size = 0;
        token(request.method(), "the method");
        add((byte) ' ');
        if (proxy != null) {
            visible(request.scheme(), "the scheme");
            ascii("://");
            visible(request.authority(), "the host");
        }
        visible(request.path(), "the path");
        String query = request.query();
        if (query != null) {
            add((byte) '?');
            visible(query, "the query");
        }
        add(VERSION);
        ascii("Host: ");
        visible(request.authority(), "the host");
        end();
        headers(request);
        login(proxy);
        framing(request);
        if (expect) {
            ascii("Expect: 100-continue\r\n");
        }
        end();
    }

    /** Writes the head of a request for a tunnel. */
    void connect(String target, HttpProxy proxy) throws UnsendableRequestException {
        size = 0;
        ascii("CONNECT ");
        visible(target, "the host");
        add(VERSION);
        ascii("Host: ");
        ascii(target);
        end();
        login(proxy);
        end();
    }

    private void login(@Nullable HttpProxy proxy) throws UnsendableRequestException {
        String authorization = proxy == null ? null : proxy.authorization();
        if (authorization != null) {
            field("Proxy-Authorization", authorization);
        }
    }

    private void headers(HttpRequest request) throws UnsendableRequestException {
        HttpHeaders headers = request.headers();
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.name(i);
            String value = headers.value(i);
            if (!isOurs(name, value, request)) {
                field(name, value);
            }
        }
    }

    /** Whether it is a header that transports write anyway; one that says something else than that is refused. */
    static boolean isOurs(String name, String value, HttpRequest request) throws UnsendableRequestException {
        boolean ours;
        switch (name.length()) {
            case 4 -> {
                ours = name.equalsIgnoreCase("host");
                if (ours && !value.equalsIgnoreCase(request.authority())) {
                    throw refused("the header Host", "is not the host of the endpoint");
                }
            }
            case 14 -> {
                ours = name.equalsIgnoreCase("content-length");
                RequestBody body = request.body();
                if (ours && !value.trim().equals(Long.toString(body == null ? 0 : body.size()))) {
                    throw refused("the header Content-Length", "is not the size of the body");
                }
            }
            case 17 -> {
                ours = false;
                if (name.equalsIgnoreCase("transfer-encoding")) {
                    throw refused("the header Transfer-Encoding", "cannot be set, because the transport writes it");
                }
            }
            default -> ours = false;
        }
        return ours;
    }

    private void framing(HttpRequest request) {
        RequestBody body = request.body();
        if (body != null && body.size() < 0) {
            ascii("Transfer-Encoding: chunked\r\n");
        } else if (body != null || hasBody(request.method())) {
            ascii("Content-Length: ");
            number(body == null ? 0 : body.size());
            end();
        }
    }

    /** Whether servers expect a length with a method even if there is no body. */
    private static boolean hasBody(String method) {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }

    /** Writes one field, also of a trailer. */
    void field(String name, String value) throws UnsendableRequestException {
        if (!isToken(name)) {
            throw refused("the header '" + HttpHeaders.printable(name) + "'", "has a name that HTTP does not allow");
        }
        ascii(name);
        add((byte) ':');
        add((byte) ' ');
        value(name, value);
        end();
    }

    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 128 || !TOKEN[c]) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private void token(String text, String what) throws UnsendableRequestException {
        int length = text.length();
        ensure(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 128 || !TOKEN[c]) {
                throw refused(what, "holds a character that is not allowed in it");
            }
            bytes[size + i] = (byte) c;
        }
        if (length == 0) {
            throw refused(what, "is empty");
        }
        size += length;
    }

    private void visible(String text, String what) throws UnsendableRequestException {
        int length = text.length();
        ensure(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 127) {
                throw refused(what, "holds a character that is not percent-encoded");
            }
            bytes[size + i] = (byte) c;
        }
        size += length;
    }

    private void value(String name, String value) throws UnsendableRequestException {
        int length = value.length();
        ensure(length * 3);
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c < 128) {
                if (c == '\r' || c == '\n' || c == 0) {
                    throw refused("the header ".concat(name), "holds a line break or NUL");
                }
                bytes[at++] = (byte) c;
            } else if (c < 0x800) {
                bytes[at++] = (byte) (0xC0 | (c >> 6));
                bytes[at++] = (byte) (0x80 | (c & 0x3F));
            } else if (!Character.isSurrogate(c)) {
                bytes[at++] = (byte) (0xE0 | (c >> 12));
                bytes[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                bytes[at++] = (byte) (0x80 | (c & 0x3F));
            } else {
                i++;
                if (i == length || !Character.isSurrogatePair(c, value.charAt(i))) {
                    throw refused("the header ".concat(name), "holds ".concat(Utf8.HALF_PAIR));
                }
                int point = Character.toCodePoint(c, value.charAt(i));
                bytes[at++] = (byte) (0xF0 | (point >> 18));
                bytes[at++] = (byte) (0x80 | ((point >> 12) & 0x3F));
                bytes[at++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                bytes[at++] = (byte) (0x80 | (point & 0x3F));
            }
        }
        size = at;
    }

    private static UnsendableRequestException refused(String what, String why) {
        return new UnsendableRequestException(what + " " + why);
    }

    // The deprecated copy drops the upper bytes, of which there are none, and runs at the speed of an array copy.
    @SuppressWarnings("deprecation")
    private void ascii(String text) {
        int length = text.length();
        ensure(length);
        text.getBytes(0, length, bytes, size);
        size += length;
    }

    private void number(long number) {
        if (number < 10) {
            add((byte) ('0' + number));
        } else {
            ascii(Long.toString(number));
        }
    }

    /** Ends a line. */
    void end() {
        ensure(2);
        bytes[size++] = '\r';
        bytes[size++] = '\n';
    }

    private void add(byte b) {
        ensure(1);
        bytes[size++] = b;
    }

    private void add(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
