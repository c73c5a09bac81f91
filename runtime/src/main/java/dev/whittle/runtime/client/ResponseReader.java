package dev.whittle.runtime.client;

import dev.whittle.runtime.codec.CborReader;
import dev.whittle.runtime.codec.JsonReader;
import dev.whittle.runtime.codec.XmlReader;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.shape.Blob;
import dev.whittle.runtime.stream.EventCodec;
import dev.whittle.runtime.stream.EventMessages;
import dev.whittle.runtime.stream.EventReader;
import dev.whittle.runtime.stream.EventStream;
import dev.whittle.runtime.stream.ResponseStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives the parts of one successful response to an operation. The body can be had in one form, once. */
public final class ResponseReader {
    private final HttpResponse response;
    private final @Nullable OwnedBody owned;
    private @Nullable EventMessages<?> messages;
    private @Nullable JsonReader json;
    private @Nullable CborReader cbor;
    private @Nullable XmlReader xml;
    private boolean rootIsError;
    private byte @Nullable [] error;

    ResponseReader(HttpResponse response) {
        this(response, null);
    }

    /**
     * Makes a reader.
     *
     * @param owned the response's body, if the output owns it
     */
    ResponseReader(HttpResponse response, @Nullable OwnedBody owned) {
        this.response = response;
        this.owned = owned;
    }

    /** The HTTP status. */
    public int status() {
        return response.status();
    }

    /** The value of a header, its case ignored, several joined by {@code ", "}; null when there is none. */
    public @Nullable String header(String name) {
        return response.headers().joined(name);
    }

    /** The elements of a header that holds a list, split at commas outside quotes; empty when there is none. */
    public List<String> headerList(String name) {
        return headerList(response.headers(), name);
    }

    static List<String> headerList(HttpHeaders headers, String name) {
        List<String> elements = new ArrayList<>();
        String value = headers.joined(name);
        if (value != null) {
            HeaderFields.split(value, elements);
        }
        return elements;
    }

    /** The elements of a header that holds a list of HTTP dates, each with a comma of its own. */
    public List<String> headerDates(String name) {
        return headerDates(response.headers(), name);
    }

    static List<String> headerDates(HttpHeaders headers, String name) {
        List<String> elements = new ArrayList<>();
        String value = headers.joined(name);
        if (value != null) {
            HeaderFields.splitDates(value, elements);
        }
        return elements;
    }

    /** The headers whose names begin with a prefix, its case ignored, by the rest of the name. */
    public Map<String, String> prefixHeaders(String prefix) {
        return prefixHeaders(response.headers(), prefix);
    }

    static Map<String, String> prefixHeaders(HttpHeaders headers, String prefix) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.name(i);
            if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
                String rest = name.substring(prefix.length());
                String before = values.get(rest);
                values.put(rest, before == null ? headers.value(i) : before + ", " + headers.value(i));
            }
        }
        return values;
    }

    /** The reader of a JSON body, always the same one. The pipeline closes it. */
    public JsonReader json() {
        JsonReader reader = json;
        if (reader == null) {
            json = reader = new JsonReader(response.body());
        }
        return reader;
    }

    /** The reader of a CBOR body, always the same one. The pipeline closes it. */
    public CborReader cbor() {
        CborReader reader = cbor;
        if (reader == null) {
            cbor = reader = new CborReader(response.body());
        }
        return reader;
    }

    /**
     * The reader of an XML body, always the same one. The pipeline closes it.
     *
     * @throws MalformedResponseException if the root is an {@code Error}: some services begin a response before they know
     *     whether the operation succeeds, so its status is a success
     */
    public XmlReader xml() {
        XmlReader reader = xml;
        if (reader == null) {
            xml = reader = new XmlReader(response.body());
            if (!rootIsError && reader.elementName().equals("Error")) {
                error = reader.root(Exchange.ERROR_BODY_LIMIT);
                throw new MalformedResponseException("is an error", null);
            }
        }
        return reader;
    }

    /** Says that the model calls the root of the output {@code Error}, which is then no error. */
    public ResponseReader rootIsError() {
        rootIsError = true;
        return this;
    }

    /** The body, if it turned out to be that of an error; null if not. */
    byte @Nullable [] error() {
        return error;
    }

    /**
     * The reader of an XML body, at the first child of the root with that name; it has nothing more if there is none.
     */
    public XmlReader xml(String wrapper) {
        XmlReader reader = xml();
        if (reader.hasValue() && !reader.enter(wrapper)) {
            reader.close();
            xml = reader = new XmlReader(new byte[0]);
        }
        return reader;
    }

    /** The bytes of the body; null when it is empty. */
    public @Nullable Blob blob() {
        byte[] bytes;
        try {
            bytes = response.body().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.length == 0 ? null : Blob.unsafe(bytes);
    }

    /** The body read as UTF-8; null when it is empty. */
    public @Nullable String text() {
        Blob bytes = blob();
        return bytes == null ? null : bytes.asUtf8();
    }

    /** The body as a stream, which the output owns. */
    public ResponseStream stream() {
        return owned().stream();
    }

    /** The body as events, which the output owns. */
    public <E> EventStream<E> events(EventCodec<E> codec) {
        EventMessages<E> made = owned().events(codec);
        messages = made;
        return made.stream();
    }

    /**
     * The event that has the output's other members, in protocols without headers; one without content if the service sends
     * none. Waits for it. Called after {@link #events}.
     */
    public EventReader initialResponse() {
        if (messages == null) {
            throw new IllegalStateException("the body is not read as events");
        }
        return messages.initialResponse();
    }

    private OwnedBody owned() {
        if (owned == null) {
            throw new IllegalStateException("the operation does not say that its response is streamed");
        }
        return owned;
    }

    /** Gives back what was borrowed for reading. */
    void close() {
        if (json != null) {
            json.close();
        }
        if (cbor != null) {
            cbor.close();
        }
        if (xml != null) {
            xml.close();
        }
    }
}
