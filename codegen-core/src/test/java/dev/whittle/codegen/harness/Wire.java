package dev.whittle.codegen.harness;

import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.client.ClientBuilder;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A server in memory: keeps the last request as text, and answers as it was told to. */
public final class Wire implements HttpTransport {
    private int status = 200;
    private HttpHeaders.Builder headers = HttpHeaders.builder();
    private byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    private byte[] sentBody = {};
    private boolean isClosed;
    private @Nullable HttpRequest request;
    private Function<Wire, String> refusal = wire -> "";
    private final Deque<Runnable> further = new ArrayDeque<>();
    private final List<String> lines = new ArrayList<>();

    /** Lets a client talk to this server. */
    public <B extends ClientBuilder<B, C>, C> C connect(B builder) {
        return connect(builder, "eu-test-1");
    }

    /** Lets a client of a region talk to this server. */
    public <B extends ClientBuilder<B, C>, C> C connect(B builder, String region) {
        return builder.region(region)
                .credentials(CredentialsProvider.of(Credentials.of("id", "secret")))
                .idempotencyTokens(() -> "token-1")
                .transport(this)
                .build();
    }

    /** Sets the next answers. */
    public Wire answer(int status, String body, String... headersByName) {
        return answer(status, body.getBytes(StandardCharsets.UTF_8), headersByName);
    }

    /** Sets the next answers, with bodies that are not text. */
    public Wire answer(int status, byte[] body, String... headersByName) {
        this.status = status;
        this.body = body;
        this.headers = HttpHeaders.builder();
        for (int i = 0; i < headersByName.length; i += 2) {
            headers.add(headersByName[i], headersByName[i + 1]);
        }
        return this;
    }

    /** Lets the server refuse requests: those for which a function returns a reason. */
    public Wire refusing(Function<Wire, String> reason) {
        refusal = reason;
        return this;
    }

    /** Adds an answer behind those that were set; the last one is given again and again. */
    public Wire then(int status, String body, String... headersByName) {
        further.add(() -> answer(status, body, headersByName));
        return this;
    }

    /** Method, path and query of each request so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** Method, path and query of the last request. */
    public String line() {
        return request().method() + " " + request().path()
                + (request().query() == null ? "" : "?" + request().query());
    }

    /** The host that the last request went to. */
    public String host() {
        return request().authority();
    }

    /** A header of the last request, {@code null} when it had none of that name. */
    public @Nullable String header(String name) {
        return request().headers().joined(name);
    }

    /** The headers of the last request. */
    public Map<String, ?> headers() {
        return request().headers().toMap();
    }

    /** The body of the last request, empty when it had none. */
    public String body() {
        return new String(sentBody, StandardCharsets.UTF_8);
    }

    /** The same as bytes. */
    public byte[] bodyBytes() {
        return sentBody.clone();
    }

    /** Whether the last answer was closed. */
    public boolean isClosed() {
        return isClosed;
    }

    private HttpRequest request() {
        if (request == null) {
            throw new AssertionError("no request was sent");
        }
        return request;
    }

    @Override
    public HttpResponse send(HttpRequest sent) throws IOException {
        request = sent;
        lines.add(line());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (sent.body() != null) {
            sent.body().writeTo(bytes);
        }
        sentBody = bytes.toByteArray();
        isClosed = false;
        String reason = refusal.apply(this);
        if (!reason.isEmpty()) {
            byte[] refused =
                    ("{\"__type\":\"Refused\",\"message\":\"" + reason + "\"}").getBytes(StandardCharsets.UTF_8);
            return new HttpResponse(400, HttpHeaders.builder().build(), new ByteArrayInputStream(refused));
        }
        HttpResponse response = new HttpResponse(status, headers.build(), new ByteArrayInputStream(body) {
            @Override
            public void close() {
                isClosed = true;
            }
        });
        if (!further.isEmpty()) {
            further.remove().run();
        }
        return response;
    }

    @Override
    public void close() {}
}
