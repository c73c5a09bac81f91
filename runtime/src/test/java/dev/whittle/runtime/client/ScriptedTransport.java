package dev.whittle.runtime.client;

import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Responds to one request after the other as a test says; after that, with success. */
final class ScriptedTransport implements HttpTransport {
    private interface Step {
        HttpResponse take() throws IOException;
    }

    private final Deque<Step> steps = new ArrayDeque<>();
    final List<HttpRequest> requests = new ArrayList<>();

    ScriptedTransport fails(IOException failure) {
        steps.add(() -> {
            throw failure;
        });
        return this;
    }

    ScriptedTransport responds(int status, String code, String... headers) {
        HttpHeaders.Builder all = HttpHeaders.builder().add("X-Amzn-ErrorType", code);
        for (int i = 0; i < headers.length; i += 2) {
            all.add(headers[i], headers[i + 1]);
        }
        steps.add(() -> response(status, all.build(), "{}"));
        return this;
    }

    ScriptedTransport succeedsWith(String body) {
        steps.add(() -> response(200, HttpHeaders.empty(), body));
        return this;
    }

    ScriptedTransport succeeds() {
        steps.add(ScriptedTransport::success);
        return this;
    }

    private static HttpResponse success() {
        return response(200, HttpHeaders.empty(), "{\"viewPort\":{\"width\":800}}");
    }

    private static HttpResponse response(int status, HttpHeaders headers, String body) {
        return new HttpResponse(status, headers, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public HttpResponse send(HttpRequest request) throws IOException {
        requests.add(request);
        Step step = steps.poll();
        return step == null ? success() : step.take();
    }

    @Override
    public void close() {}
}
