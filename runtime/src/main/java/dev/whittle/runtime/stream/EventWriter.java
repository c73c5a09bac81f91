package dev.whittle.runtime.stream;

import dev.whittle.runtime.codec.CborWriter;
import dev.whittle.runtime.codec.JsonWriter;
import dev.whittle.runtime.codec.XmlWriter;
import dev.whittle.runtime.internal.ByteSink;
import dev.whittle.runtime.internal.Utf8;
import dev.whittle.runtime.shape.Blob;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Takes the parts of one event to be sent: its type, its headers and at most one payload, in any order. Every method
 * throws {@link IllegalArgumentException} for a value that no event can hold: a header whose text or bytes are longer
 * than 32767 bytes, or a text with half of a surrogate pair. An event may have 24 MiB less 128 bytes.
 */
public final class EventWriter {
    /** The most bytes of an event: what a message may have, without the room for a date and a signature. */
    private static final int MAX_SIZE = FrameReader.MAX_MESSAGE_SIZE - 128;

    private static final byte[] NOTHING = {};

    private final FrameWriter frame = new FrameWriter();
    private boolean hasType;
    private boolean hasPayload;
    private byte[] payload = NOTHING;
    private @Nullable JsonWriter json;
    private @Nullable CborWriter cbor;
    private @Nullable XmlWriter xml;
    private @Nullable ByteSink bytes;

    EventWriter() {
        frame.header(":message-type", "event");
    }

    /** Sets the header {@code :event-type}, which every event must have, to the name of the union's member. */
    public EventWriter type(String eventType) {
        frame.header(":event-type", eventType);
        hasType = true;
        return this;
    }

    /** Adds a header that is a boolean; null adds nothing, as for all headers. */
    public EventWriter header(String name, @Nullable Boolean value) {
        if (value != null) {
            frame.header(name, value.booleanValue());
        }
        return this;
    }

    /** Adds a header that is an 8-bit integer. */
    public EventWriter header(String name, @Nullable Byte value) {
        if (value != null) {
            frame.header(name, value.byteValue());
        }
        return this;
    }

    /** Adds a header that is a 16-bit integer. */
    public EventWriter header(String name, @Nullable Short value) {
        if (value != null) {
            frame.header(name, value.shortValue());
        }
        return this;
    }

    /** Adds a header that is a 32-bit integer. */
    public EventWriter header(String name, @Nullable Integer value) {
        if (value != null) {
            frame.header(name, value.intValue());
        }
        return this;
    }

    /** Adds a header that is a 64-bit integer. */
    public EventWriter header(String name, @Nullable Long value) {
        if (value != null) {
            frame.header(name, value.longValue());
        }
        return this;
    }

    /** Adds a header that is bytes. */
    public EventWriter header(String name, @Nullable Blob value) {
        if (value != null) {
            frame.header(name, value.unsafeArray());
        }
        return this;
    }

    /** Adds a header that is a string. */
    public EventWriter header(String name, @Nullable String value) {
        if (value != null) {
            frame.header(name, value);
        }
        return this;
    }

    /** Adds a header that is a timestamp, which is cut off below a millisecond. */
    public EventWriter header(String name, @Nullable Instant value) {
        if (value != null) {
            frame.header(name, value);
        }
        return this;
    }

    /** The writer of a payload that is JSON, always the same one; the first call sets the content type. */
    public JsonWriter json(String contentType) {
        JsonWriter writer = json;
        if (writer == null) {
            json = writer = new JsonWriter(bytes(contentType));
        }
        return writer;
    }

    /** The writer of a payload that is CBOR, always the same one; the first call sets the content type. */
    public CborWriter cbor(String contentType) {
        CborWriter writer = cbor;
        if (writer == null) {
            cbor = writer = new CborWriter(bytes(contentType));
        }
        return writer;
    }

    /** The writer of a payload that is XML, always the same one; the first call sets the content type. */
    public XmlWriter xml(String contentType) {
        XmlWriter writer = xml;
        if (writer == null) {
            xml = writer = new XmlWriter(bytes(contentType));
        }
        return writer;
    }

    private ByteSink bytes(String contentType) {
        payload(contentType);
        ByteSink sink = new ByteSink();
        bytes = sink;
        return sink;
    }

    /** Sets the payload. */
    public void body(String contentType, Blob value) {
        payload(contentType);
        payload = value.unsafeArray();
    }

    /** Sets the payload to a text in UTF-8. */
    public void body(String contentType, String value) {
        payload(contentType);
        payload = Utf8.bytes(value);
    }

    private void payload(String contentType) {
        if (hasPayload) {
            throw new IllegalStateException("an event has one payload only");
        }
        hasPayload = true;
        frame.header(":content-type", contentType);
    }

    /** The whole message, once. */
    byte[] finish() {
        if (!hasType) {
            throw new IllegalStateException("the codec has not set the type of an event");
        }
        close();
        ByteSink sink = bytes;
        return sink == null
                ? frame.finish(payload, 0, payload.length, MAX_SIZE)
                : frame.finish(sink.array(), 0, sink.size(), MAX_SIZE);
    }

    /** Ends the writing of the payload, and gives back what was borrowed for it. */
    void close() {
        if (json != null) {
            json.close();
        } else if (cbor != null) {
            cbor.close();
        } else if (xml != null) {
            xml.close();
        }
    }
}
