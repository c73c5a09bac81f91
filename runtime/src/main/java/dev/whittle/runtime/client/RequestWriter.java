package dev.whittle.runtime.client;

import dev.whittle.runtime.codec.CborWriter;
import dev.whittle.runtime.codec.FormWriter;
import dev.whittle.runtime.codec.JsonWriter;
import dev.whittle.runtime.codec.XmlWriter;
import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.error.MissingMemberException;
import dev.whittle.runtime.error.RequestNotSentException;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.RequestBody;
import dev.whittle.runtime.internal.ByteSink;
import dev.whittle.runtime.internal.HostLabels;
import dev.whittle.runtime.internal.Hosts;
import dev.whittle.runtime.internal.PercentEncoding;
import dev.whittle.runtime.internal.UnwritableException;
import dev.whittle.runtime.internal.Utf8;
import dev.whittle.runtime.shape.Blob;
import dev.whittle.runtime.stream.EventBody;
import dev.whittle.runtime.stream.EventCodec;
import dev.whittle.runtime.stream.EventSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes the parts of one request from an operation: path, query, headers and body, in any order. */
public final class RequestWriter {
    private static final String LABEL = " (a label of the path)";
    private static final String HALF_PAIR = "holds " + Utf8.HALF_PAIR;

    private final String operation;
    private final Supplier<String> idempotencyTokens;
    private final @Nullable String region;
    private final boolean dotsAllowed;
    private @Nullable List<String> tokens;
    private final HttpRequest.Builder request;
    private final StringBuilder path = new StringBuilder(96);
    private @Nullable StringBuilder query;
    private @Nullable StringBuilder hostPrefix;
    private @Nullable JsonWriter json;
    private @Nullable CborWriter cbor;
    private @Nullable XmlWriter xml;
    private @Nullable FormWriter form;
    private @Nullable ByteSink bytes;
    private String bytesType = "";
    private @Nullable RequestBody events;

    /**
     * Makes the writer of one request.
     *
     * @param dotsAllowed whether labels may be dot segments, because the path is signed as it is sent
     * @param region the region that the request will be signed for; null if it is unknown
     */
    RequestWriter(
            Operation<?, ?> operation,
            Supplier<String> idempotencyTokens,
            boolean dotsAllowed,
            @Nullable String region) {
        this.operation = operation.name();
        this.idempotencyTokens = idempotencyTokens;
        this.dotsAllowed = dotsAllowed;
        this.region = region;
        this.request = HttpRequest.builder().method(operation.method());
    }

    /** The region that the request will be signed for; null if it is the given one, or unknown. */
    public @Nullable String regionOutsideOf(String home) {
        return home.equals(region) ? null : region;
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
     * @throws RequestNotSentException if it would be a dot segment: servers, and signatures, take such a path for another
     */
    public RequestWriter label(String member, @Nullable String value) {
        String label = required(member, value);
        if (!dotsAllowed && isDots(label, 0, label.length())) {
            throw dots(member);
        }
        PercentEncoding.encode(path, label);
        return this;
    }

    /**
     * Adds a greedy label to the path: like {@link #label}, but slashes stay.
     *
     * @throws MissingMemberException if it is null or empty
     * @throws RequestNotSentException if one of its segments would be a dot segment, or all of them are empty
     */
    public RequestWriter greedyLabel(String member, @Nullable String value) {
        String label = required(member, value);
        boolean onlySlashes = true;
        for (int start = 0; start <= label.length(); ) {
            int end = label.indexOf('/', start);
            end = end < 0 ? label.length() : end;
            if (!dotsAllowed && isDots(label, start, end)) {
                throw dots(member);
            }
            onlySlashes &= start == end;
            start = end + 1;
        }
        if (onlySlashes && !dotsAllowed) {
            throw bad(member, LABEL, "has only slashes, which would change the path");
        }
        PercentEncoding.encodePath(path, label);
        return this;
    }

    /**
     * Checks a label that the path does not have because the endpoint has its value in its URL.
     *
     * @throws MissingMemberException if it is null or empty: another label would take its place
     * @throws RequestNotSentException if it would be a dot segment where the endpoint has it in its path
     */
    public RequestWriter labelInEndpoint(String member, @Nullable String value) {
        String label = required(member, value);
        if (isDots(label, 0, label.length())) {
            throw dots(member);
        }
        return this;
    }

    private static boolean isDots(String label, int start, int end) {
        int length = end - start;
        return (length == 1 || length == 2) && label.charAt(start) == '.' && label.charAt(end - 1) == '.';
    }

    private RuntimeException dots(String member) {
        return bad(member, LABEL, "would be a dot segment ('.' or '..'), which would change the path");
    }

    private RuntimeException bad(String member, String place, String fault) {
        return Failures.badMember(operation, member, place, fault);
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
     * @throws RequestNotSentException if it cannot be part of a host name
     */
    public RequestWriter hostLabel(String member, @Nullable String value) {
        String label = required(member, value);
        if (!HostLabels.isValid(label)) {
            throw bad(member, "", "is part of the host name, which allows only 1 to 63 letters, digits and hyphens");
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
            throw MissingMemberException.notSet(operation, member);
        }
        if (value.isEmpty()) {
            throw Failures.empty(operation, member);
        }
        if (!Utf8.isWritable(value)) {
            throw bad(member, LABEL, HALF_PAIR);
        }
        return value;
    }

    /**
     * Adds a query parameter for the member of its name; null adds nothing.
     *
     * @throws RequestNotSentException if it holds half of a surrogate pair
     */
    public RequestWriter query(String name, @Nullable String value) {
        return query(name, name, value);
    }

    /**
     * Adds a query parameter for a member; null adds nothing.
     *
     * @throws RequestNotSentException if name or value hold half of a surrogate pair
     */
    public RequestWriter query(String name, String member, @Nullable String value) {
        if (value != null) {
            if (!Utf8.isWritable(value) || !Utf8.isWritable(name)) {
                throw bad(member, " (in the query)", HALF_PAIR);
            }
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
    public RequestWriter queryMap(String member, Map<String, ? extends @Nullable String> values) {
        Set<String> before = encodedNames();
        for (Map.Entry<String, ? extends @Nullable String> entry : values.entrySet()) {
            if (!before.contains(encoded(entry.getKey()))) {
                query(entry.getKey(), member, entry.getValue());
            }
        }
        return this;
    }

    /** Adds a parameter for each element of each list, but for names that the query already has. */
    public RequestWriter queryListMap(String member, Map<String, List<String>> values) {
        Set<String> before = encodedNames();
        for (Map.Entry<String, List<String>> entry : values.entrySet()) {
            if (!before.contains(encoded(entry.getKey()))) {
                for (String value : entry.getValue()) {
                    query(entry.getKey(), member, value);
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

    /** Adds a header whose value can be sent: a number, a date, or what a model has; null adds nothing. */
    public RequestWriter header(String name, @Nullable String value) {
        if (value != null) {
            request.headers().add(name, value);
        }
        return this;
    }

    /**
     * Adds a header for a member; null adds nothing.
     *
     * @throws RequestNotSentException if the value holds a line break or another control character, which could end the
     *     header, or half of a surrogate pair
     */
    public RequestWriter header(String name, String member, @Nullable String value) {
        if (value != null) {
            String fault = HeaderFields.valueFault(value);
            if (fault != null) {
                throw bad(member, " (header " + name + ")", "holds " + fault);
            }
            request.headers().add(name, value);
        }
        return this;
    }

    /**
     * Adds a header for each entry of a member, its name the prefix and the key. Headers of other members take precedence.
     *
     * @throws RequestNotSentException if a key or a value cannot be part of a header
     */
    public RequestWriter prefixHeaders(String prefix, String member, Map<String, String> values) {
        int ofOthers = request.headers().size();
        for (Map.Entry<String, String> entry : values.entrySet()) {
            String name = prefix + entry.getKey();
            String fault = HeaderFields.fault(name, entry.getValue());
            if (fault != null) {
                throw bad(member, " (headers " + prefix + "*)", "holds " + fault);
            }
            if (!isAmongFirst(ofOthers, name)) {
                request.headers().add(name, entry.getValue());
            }
        }
        return this;
    }

    private boolean isAmongFirst(int count, String header) {
        for (int i = 0; i < count; i++) {
            if (request.headers().name(i).equalsIgnoreCase(header)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The writer of a JSON body: the first call makes it, and later calls return the same one. The pipeline closes it.
     *
     * @param contentType the content type of the body, for a request whose members do not set it
     */
    public JsonWriter json(String contentType) {
        JsonWriter writer = json;
        if (writer == null) {
            json = writer = new JsonWriter(bytes(contentType));
        }
        return writer;
    }

    /** Like {@link #json}, for a CBOR body. */
    public CborWriter cbor(String contentType) {
        CborWriter writer = cbor;
        if (writer == null) {
            cbor = writer = new CborWriter(bytes(contentType));
        }
        return writer;
    }

    /** Like {@link #json}, for an XML body. */
    public XmlWriter xml(String contentType) {
        XmlWriter writer = xml;
        if (writer == null) {
            xml = writer = new XmlWriter(bytes(contentType));
        }
        return writer;
    }

    /** Like {@link #json}, for a body that is a form, as AWS's query protocols have it. */
    public FormWriter form(String contentType) {
        FormWriter writer = form;
        if (writer == null) {
            form = writer = new FormWriter(bytes(contentType));
        }
        return writer;
    }

    private ByteSink bytes(String contentType) {
        ByteSink sink = new ByteSink();
        bytes = sink;
        bytesType = contentType;
        return sink;
    }

    /** Sets the body to bytes. */
    public void body(String contentType, Blob value) {
        contentType(contentType);
        request.body(RequestBody.unsafe(value.unsafeArray(), 0, value.size()));
    }

    /**
     * Sets the body to the UTF-8 form of a text.
     *
     * @throws IllegalArgumentException if the text holds half of a surrogate pair
     */
    public void body(String contentType, String value) {
        contentType(contentType);
        byte[] bytes = Utf8.bytes(value);
        request.body(RequestBody.unsafe(bytes, 0, bytes.length));
    }

    /** Sets the body to one of any size, written when the request is sent; null for none. */
    public void body(String contentType, @Nullable RequestBody value) {
        if (value != null) {
            contentType(contentType);
            request.body(value);
        }
    }

    /** Makes events the body. Members written to the body go before them, as the event that has the input's other members. */
    public <E> void events(EventCodec<E> codec, EventSource<E> source) {
        events = EventBody.of(codec, source);
    }

    /** A new token, by which the service recognises the same request sent twice. */
    public String idempotencyToken() {
        String token = idempotencyTokens.get();
        if (token == null) {
            throw UnwritableException.of("the supplier of idempotency tokens returned null");
        }
        if (tokens == null) {
            tokens = new ArrayList<>(1);
        }
        tokens.add(token);
        return token;
    }

    /** The tokens that the request has; null if it has none. */
    @Nullable
    List<String> tokens() {
        return tokens;
    }

    /** The member that the body had come to; null without a body. */
    @Nullable
    String member() {
        if (json != null) {
            return json.member();
        }
        if (cbor != null) {
            return cbor.member();
        }
        if (xml != null) {
            return xml.member();
        }
        return form != null ? form.member() : null;
    }

    // A member that is bound to the header takes precedence.
    private void contentType(String value) {
        if (!request.headers().contains("Content-Type")) {
            request.headers().add("Content-Type", value);
        }
    }

    /**
     * The request for an endpoint.
     *
     * @param hostPrefixes whether an endpoint takes something before its host, if it has a name
     */
    HttpRequest.Builder finish(Endpoint endpoint, boolean hostPrefixes) {
        ByteSink sink = bytes;
        close();
        if (events != null) {
            contentType("application/vnd.amazon.eventstream");
            request.body(
                    sink == null
                            ? events
                            : EventBody.after(
                                    events, bytesType, Blob.unsafe(Arrays.copyOf(sink.array(), sink.size()))));
        } else if (sink != null) {
            contentType(bytesType);
            request.body(RequestBody.unsafe(sink.array(), 0, sink.size()));
        }
        Endpoint target = hostPrefix == null || !hostPrefixes || Hosts.isAddressOrLocalhost(endpoint.authority())
                ? endpoint
                : endpoint.withHostPrefix(hostPrefix.toString());
        String whole = path.insert(0, target.basePath()).toString();
        return request.origin(target.scheme(), target.authority())
                .path(whole.isEmpty() ? "/" : whole)
                .query(query == null ? null : query.toString());
    }

    /** Ends the writing of the body, and gives back what was borrowed for it. */
    void close() {
        if (json != null) {
            json.close();
        } else if (cbor != null) {
            cbor.close();
        } else if (xml != null) {
            xml.close();
        } else if (form != null) {
            form.close();
        }
    }
}
