package dev.whittle.interop.support;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;
import software.amazon.eventstream.MessageDecoder;

/** Messages of event streams, written and read by AWS's own library. */
public final class Events {
    /** The content type of event streams. */
    public static final String CONTENT_TYPE = "application/vnd.amazon.eventstream";

    private Events() {}

    /** An event whose payload is JSON. */
    public static byte[] event(String type, String json) {
        return event(type, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** An event. */
    public static byte[] event(String type, String contentType, byte[] payload) {
        return message(payload, ":message-type", "event", ":event-type", type, ":content-type", contentType);
    }

    /** An exception of the model. */
    public static byte[] exception(String type, String json) {
        byte[] payload = json.getBytes(StandardCharsets.UTF_8);
        return message(
                payload, ":message-type", "exception", ":exception-type", type, ":content-type", "application/json");
    }

    /** An error that the model does not know. */
    public static byte[] error(String code, String message) {
        return message(new byte[0], ":message-type", "error", ":error-code", code, ":error-message", message);
    }

    private static byte[] message(byte[] payload, String... headers) {
        Map<String, HeaderValue> all = new LinkedHashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], HeaderValue.fromString(headers[i + 1]));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Message(all, payload).encode(out);
        return out.toByteArray();
    }

    /** All parts, one behind the other. */
    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** The messages of a body, which ends with the last of them. */
    public static List<Message> decode(byte[] body) {
        List<Message> messages = new ArrayList<>();
        MessageDecoder decoder = new MessageDecoder(messages::add);
        decoder.feed(body);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        messages.forEach(message -> message.encode(again));
        if (again.size() != body.length) {
            throw new AssertionError("the body has " + body.length + " bytes, its messages " + again.size());
        }
        return messages;
    }

    /** The text of a header. */
    public static String header(Message message, String name) {
        HeaderValue value = message.getHeaders().get(name);
        if (value == null) {
            throw new AssertionError("the message has no " + name + ": " + message.getHeaders());
        }
        return value.getString();
    }

    /** The payload as a text. */
    public static String text(Message message) {
        return new String(message.getPayload(), StandardCharsets.UTF_8);
    }
}
