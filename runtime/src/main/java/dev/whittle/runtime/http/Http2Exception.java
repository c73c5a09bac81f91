package dev.whittle.runtime.http;

import java.io.IOException;

/** The server violates HTTP/2 (RFC 9113), and is told so with a code. The message quotes nothing of the response. */
final class Http2Exception extends IOException {
    private static final long serialVersionUID = 1L;

    static final int NO_ERROR = 0;
    static final int PROTOCOL_ERROR = 1;
    static final int FLOW_CONTROL_ERROR = 3;
    static final int STREAM_CLOSED = 5;
    static final int FRAME_SIZE_ERROR = 6;
    static final int CANCEL = 8;
    static final int COMPRESSION_ERROR = 9;
    static final int ENHANCE_YOUR_CALM = 11;

    private static final String[] NAMES = {
        "NO_ERROR",
        "PROTOCOL_ERROR",
        "INTERNAL_ERROR",
        "FLOW_CONTROL_ERROR",
        "SETTINGS_TIMEOUT",
        "STREAM_CLOSED",
        "FRAME_SIZE_ERROR",
        "REFUSED_STREAM",
        "CANCEL",
        "COMPRESSION_ERROR",
        "CONNECT_ERROR",
        "ENHANCE_YOUR_CALM",
        "INADEQUATE_SECURITY",
        "HTTP_1_1_REQUIRED"
    };

    /** The code that the server is told. */
    final int code;

    Http2Exception(int code, String problem) {
        super("the response is not valid HTTP/2: ".concat(problem));
        this.code = code;
    }

    static Http2Exception protocol(String problem) {
        return new Http2Exception(PROTOCOL_ERROR, problem);
    }

    static Http2Exception calm(String problem) {
        return new Http2Exception(ENHANCE_YOUR_CALM, problem);
    }

    /** The name of a code of RFC 9113, or its number if it has none there. */
    static String name(int code) {
        return code >= 0 && code < NAMES.length ? NAMES[code] : "code ".concat(Integer.toUnsignedString(code));
    }
}
