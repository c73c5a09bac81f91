package dev.whittle.runtime.stream;

import dev.whittle.runtime.codec.CborReader;
import dev.whittle.runtime.codec.JsonReader;
import dev.whittle.runtime.codec.XmlReader;
import dev.whittle.runtime.document.Document;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.shape.Blob;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Gives the parts of one received event. The payload can be read in one form, once. */
public final class EventReader {
    private final Frame frame;
    private final String type;
    private boolean isPayloadRead;

    EventReader(Frame frame, String type) {
        this.frame = frame;
        this.type = type;
    }

    /** The header {@code :event-type}: the name of the union's member. */
    public String type() {
        return type;
    }

    /** A reader of the payload as JSON. */
    public JsonReader json() {
        return new JsonReader(payload());
    }

    /** A reader of the payload as CBOR. */
    public CborReader cbor() {
        return new CborReader(payload());
    }

    /** A reader of the payload as XML. */
    public XmlReader xml() {
        return new XmlReader(payload());
    }

    /** The bytes of the payload; empty if there are none. */
    public Blob blob() {
        return Blob.unsafe(payload());
    }

    /**
     * The payload as text; empty if there is none.
     *
     * @throws MalformedResponseException if it is not UTF-8
     */
    public String text() {
        String text = utf8(payload());
        if (text == null) {
            throw frame.fault("has a payload that is not UTF-8");
        }
        return text;
    }

    private byte[] payload() {
        if (isPayloadRead) {
            throw new IllegalStateException("the payload of an event can be read only once");
        }
        isPayloadRead = true;
        return frame.payload();
    }

    /**
     * The payload of an event that the model does not have: what it holds if its content type is JSON or CBOR, and null if
     * it is empty then. Otherwise a string: the text itself if the content type is one of text or missing, and the bytes
     * are UTF-8, else the bytes in base64.
     *
     * @throws MalformedResponseException if the payload is not what the content type says
     */
    public Document unknown() {
        String contentType = frame.text(":content-type");
        String mediaType = contentType == null ? "" : mediaType(contentType);
        if (isJson(mediaType)) {
            return json().document();
        }
        if (mediaType.equals("application/cbor")) {
            return cbor().document();
        }
        byte[] bytes = payload();
        boolean mayBeText = contentType == null || mediaType.startsWith("text/");
        String text = mayBeText ? utf8(bytes) : null;
        return Document.of(text == null ? Base64.getEncoder().encodeToString(bytes) : text);
    }

    private static String mediaType(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).trim().toLowerCase(Locale.ROOT);
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.endsWith("+json") || type.startsWith("application/x-amz-json-");
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /**
     * A header that is a boolean; null if there is none of this name.
     *
     * @throws MalformedResponseException if its value is of another type, as for all headers
     */
    public @Nullable Boolean headerBoolean(String name) {
        Object value = frame.headers().get(name);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        throw frame.mismatch(name, value, "a boolean");
    }

    /** A header that is an 8-bit integer; null if there is none of this name. */
    public @Nullable Byte headerByte(String name) {
        Object value = frame.headers().get(name);
        if (value == null || value instanceof Byte) {
            return (Byte) value;
        }
        throw frame.mismatch(name, value, "a byte");
    }

    /** A header that is a 16-bit integer; null if there is none of this name. */
    public @Nullable Short headerShort(String name) {
        Object value = frame.headers().get(name);
        if (value == null || value instanceof Short) {
            return (Short) value;
        }
        throw frame.mismatch(name, value, "a short");
    }

    /** A header that is a 32-bit integer; null if there is none of this name. */
    public @Nullable Integer headerInteger(String name) {
        Object value = frame.headers().get(name);
        if (value == null || value instanceof Integer) {
            return (Integer) value;
        }
        throw frame.mismatch(name, value, "an integer");
    }

    /** A header that is a 64-bit integer; null if there is none of this name. */
    public @Nullable Long headerLong(String name) {
        Object value = frame.headers().get(name);
        if (value == null || value instanceof Long) {
            return (Long) value;
        }
        throw frame.mismatch(name, value, "a long");
    }

    /** A header that is bytes; null if there is none of this name. */
    public @Nullable Blob headerBlob(String name) {
        Object value = frame.headers().get(name);
        if (value == null || value instanceof byte[]) {
            return value == null ? null : Blob.unsafe((byte[]) value);
        }
        throw frame.mismatch(name, value, "bytes");
    }

    /** A header that is a string; null if there is none of this name. */
    public @Nullable String headerString(String name) {
        return frame.text(name);
    }

    /** A header that is a timestamp, to the millisecond; null if there is none of this name. */
    public @Nullable Instant headerTimestamp(String name) {
        Object value = frame.headers().get(name);
        if (value == null || value instanceof Instant) {
            return (Instant) value;
        }
        throw frame.mismatch(name, value, "a timestamp");
    }
}
