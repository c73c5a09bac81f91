package dev.whittle.runtime.client;

import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Responds from memory and remembers what it was sent. */
final class FakeTransport implements HttpTransport {
    final List<HttpRequest> requests = new ArrayList<>();
    final HttpHeaders.Builder headers = HttpHeaders.builder();
    int status = 200;
    String body = "{}";
    IOException failure;
    boolean closed;
    int unread;

    @Override
    public HttpResponse send(HttpRequest request) throws IOException {
        requests.add(request);
        if (failure != null) {
            throw failure;
        }
        ByteArrayInputStream stream = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                unread = available();
            }
        };
        return new HttpResponse(status, headers.build(), stream);
    }

    HttpRequest last() {
        return requests.get(requests.size() - 1);
    }

    @Override
    public void close() {
        closed = true;
    }
}
