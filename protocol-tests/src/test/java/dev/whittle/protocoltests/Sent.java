package dev.whittle.protocoltests;

import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.HttpTransport;
import dev.whittle.runtime.http.RequestBody;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A transport that keeps what is sent and gives one response to everything. */
final class Sent implements HttpTransport {
    private final int status;
    private final HttpHeaders headers;
    private final byte[] response;
    private HttpRequest request;
    private byte[] body = {};

    Sent(int status, HttpHeaders headers, byte[] response) {
        this.status = status;
        this.headers = headers;
        this.response = response;
    }

    @Override
    public HttpResponse send(HttpRequest sent) throws IOException {
        request = sent;
        RequestBody content = sent.body();
        if (content != null) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            content.writeTo(out);
            body = out.toByteArray();
        }
        return new HttpResponse(status, headers, new ByteArrayInputStream(response));
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    /** The request; {@code null} if there was none. */
    HttpRequest request() {
        return request;
    }

    /** The body of the request. */
    byte[] body() {
        return body;
    }
}
