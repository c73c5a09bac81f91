package dev.whittle.runtime.client;

import dev.whittle.runtime.codec.JsonWriter;
import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.endpoint.HostLabels;
import dev.whittle.runtime.error.MissingMemberException;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.RequestBody;
import dev.whittle.runtime.internal.ByteSink;
import dev.whittle.runtime.internal.PercentEncoding;
import dev.whittle.runtime.shape.Blob;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes the parts of one request from an operation: path, query, headers and body, in any order. */
public final class RequestWriter {
    private final String operation;
    private final Supplier<String> idempotencyTokens;
    private final HttpRequest.Builder request;
    private final StringBuilder path = new StringBuilder(96);
    private @Nullable StringBuilder query;
    private @Nullable StringBuilder hostPrefix;
    private @Nullable JsonWriter json;
    private @Nullable ByteSink jsonBytes;

    RequestWriter(Operation<?, ?> operation, Supplier<String> idempotencyTokens) {
        this.operation = operation.name();
        this.idempotencyTokens = idempotencyTokens;
        this.request = HttpRequest.builder().method(operation.method());
    }

    /** Adds a part of the path as the model has it, already encoded. */
    public RequestWriter path(String encodedLiteral) {
        path.append(encodedLiteral);
        return this;
    }

    /**
     * Adds a label to the path, encoding all but the unreserved characters.
     *
     * @throws MissingMemberException if it is null or empty
     */
    public RequestWriter label(String member, @Nullable String value) {
        PercentEncoding.encode(path, required(member, value));
        return this;
    }

    /**
     * Adds a greedy label to the path: like {@link #label}, but slashes stay.
     *
     * @throws MissingMemberException if it is null or empty
     */
    public RequestWriter greedyLabel(String member, @Nullable String value) {
        PercentEncoding.encodePath(path, required(member, value));
        return this;
    }

    /** Adds a part of what is put before the endpoint's host. */
    public RequestWriter hostPrefix(String literal) {
        hostPrefixSoFar().append(literal);
        return this;
    }

    /**
     * Adds a label to what is put before the endpoint's host.
     *
     * @throws MissingMemberException if it is null or empty
     * @throws IllegalArgumentException if it cannot be part of a host name
     */
    public RequestWriter hostLabel(String member, @Nullable String value) {
        String label = required(member, value);
        if (!HostLabels.isValid(label)) {
            throw new IllegalArgumentException(operation + ": member '" + member
                    + "' is part of the host name, and can have 1 to 63 letters, digits and hyphens only");
        }
        hostPrefixSoFar().append(label);
        return this;
    }

    private StringBuilder hostPrefixSoFar() {
        StringBuilder prefix = hostPrefix;
        if (prefix == null) {
            hostPrefix = prefix = new StringBuilder();
        }
        return prefix;
    }

    private String required(String member, @Nullable String value) {
        if (value == null) {
            throw new MissingMemberException(operation, member);
        }
        if (value.isEmpty()) {
            throw new MissingMemberException(operation, member, "is empty");
        }
        return value;
    }

    /** Adds a query parameter; null adds nothing. */
    public RequestWriter query(String name, @Nullable String value) {
        if (value != null) {
            StringBuilder out = query;
            if (out == null) {
                query = out = new StringBuilder(64);
            } else {
                out.append('&');
            }
            PercentEncoding.encode(out, name);
            PercentEncoding.encode(out.append('='), value);
        }
        return this;
    }

    /** Adds a parameter for each entry, but for names that the query already has; null values add nothing. */
    public RequestWriter queryMap(Map<String, ? extends @Nullable String> values) {
        Set<String> before = encodedNames();
        for (Map.Entry<String, ? extends @Nullable String> entry : values.entrySet()) {
            if (!before.contains(encoded(entry.getKey()))) {
                query(entry.getKey(), entry.getValue());
            }
        }
        return this;
    }

    /** Adds a parameter for each element of each list, but for names that the query already has. */
    public RequestWriter queryListMap(Map<String, List<String>> values) {
        Set<String> before = encodedNames();
        for (Map.Entry<String, List<String>> entry : values.entrySet()) {
            if (!before.contains(encoded(entry.getKey()))) {
                for (String value : entry.getValue()) {
                    query(entry.getKey(), value);
                }
            }
        }
        return this;
    }

    private Set<String> encodedNames() {
        Set<String> names = new HashSet<>();
        StringBuilder text = query;
        for (int start = 0; text != null && start < text.length(); ) {
            names.add(text.substring(start, text.indexOf("=", start)));
            int next = text.indexOf("&", start);
            start = next < 0 ? text.length() : next + 1;
        }
        return names;
    }

    private static String encoded(String name) {
        StringBuilder out = new StringBuilder(name.length());
        PercentEncoding.encode(out, name);
        return out.toString();
    }

    /**
     * Adds a header; null adds nothing.
     *
     * @throws IllegalArgumentException if name or value hold a line break or NUL, which would end the header
     */
    public RequestWriter header(String name, @Nullable String value) {
        if (value != null) {
            HeaderFields.check(operation, name, value);
            request.headers().add(name, value);
        }
        return this;
    }

    /** Adds a header for each entry, its name the prefix and the key. */
    public RequestWriter prefixHeaders(String prefix, Map<String, String> values) {
        for (Map.Entry<String, String> entry : values.entrySet()) {
            header(prefix + entry.getKey(), entry.getValue());
        }
        return this;
    }

    /** The writer of a JSON body, always the same one. The pipeline closes it. */
    public JsonWriter json() {
        JsonWriter writer = json;
        if (writer == null) {
            ByteSink sink = new ByteSink();
            jsonBytes = sink;
            json = writer = new JsonWriter(sink);
        }
        return writer;
    }

    /** Sets the body to bytes. */
    public void body(String contentType, Blob value) {
        contentType(contentType);
        request.body(RequestBody.unsafe(value.unsafeArray(), 0, value.size()));
    }

    /** Sets the body to the UTF-8 form of a text. */
    public void body(String contentType, String value) {
        contentType(contentType);
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        request.body(RequestBody.unsafe(bytes, 0, bytes.length));
    }

    /** A new token, by which the service recognises the same request sent twice. */
    public String idempotencyToken() {
        return idempotencyTokens.get();
    }

    // A header member may have set it, and then knows better.
    private void contentType(String value) {
        if (!request.headers().contains("Content-Type")) {
            request.headers().add("Content-Type", value);
        }
    }

    /** The request for an endpoint. */
    HttpRequest.Builder finish(Endpoint endpoint) {
        JsonWriter writer = json;
        ByteSink sink = jsonBytes;
        if (writer != null && sink != null) {
            writer.close();
            contentType("application/json");
            request.body(RequestBody.unsafe(sink.array(), 0, sink.size()));
        }
        Endpoint target = hostPrefix == null ? endpoint : endpoint.withHostPrefix(hostPrefix.toString());
        String base = target.basePath();
        return request.origin(target.scheme(), target.authority())
                .path(base.isEmpty() ? path.toString() : base + path)
                .query(query == null ? null : query.toString());
    }

    /** Gives back what was borrowed for a request that will not be sent. */
    void abandon() {
        if (json != null) {
            json.close();
        }
    }
}
