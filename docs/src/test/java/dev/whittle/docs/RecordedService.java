package dev.whittle.docs;

import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpResponse;
import dev.whittle.runtime.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The service of the page on streams, in memory. It keeps a line for each request. */
final class RecordedService implements HttpTransport {
    final StringBuffer log = new StringBuffer();

    @Override
    public HttpResponse send(HttpRequest request) throws IOException {
        log.append(request.method()).append(' ').append(request.path());
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        if (request.body() != null) {
            request.body().writeTo(sent);
        }
        if (request.method().equals("PUT")) {
            log.append(": ").append(sent.size()).append(" bytes");
        }
        log.append('\n');
        if (request.path().endsWith("/summary")) {
            return response("text/event-stream", text("data: Short.\n\nevent: end\ndata\n\n"));
        }
        if (request.path().endsWith("/events") || request.path().equals("/transcriptions")) {
            return response(
                    "application/vnd.amazon.eventstream",
                    joined(event("word", "{\"text\":\"hello\"}"), event("pause", "{}")));
        }
        return request.method().equals("PUT")
                ? response("application/json", text("{}"))
                : response("audio/wav", text("content"));
    }

    private static HttpResponse response(String type, byte[] body) {
        HttpHeaders headers = HttpHeaders.builder()
                .add("Content-Type", type)
                .add("Content-Length", Integer.toString(body.length))
                .build();
        return new HttpResponse(200, headers, new ByteArrayInputStream(body));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    /** A message of the format {@code application/vnd.amazon.eventstream}. */
    private static byte[] event(String type, String payload) {
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try {
            header(headers, ":message-type", "event");
            header(headers, ":event-type", type);
            header(headers, ":content-type", "application/json");
            DataOutputStream out = new DataOutputStream(message);
            out.writeInt(16 + headers.size() + payload.length());
            out.writeInt(headers.size());
            out.writeInt(checksum(message));
            out.write(headers.toByteArray());
            out.writeBytes(payload);
            out.writeInt(checksum(message));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return message.toByteArray();
    }

    private static void header(ByteArrayOutputStream headers, String name, String value) throws IOException {
        DataOutputStream out = new DataOutputStream(headers);
        out.writeByte(name.length());
        out.writeBytes(name);
        out.writeByte(7);
        out.writeShort(value.length());
        out.writeBytes(value);
    }

    private static int checksum(ByteArrayOutputStream bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes.toByteArray());
        return (int) checksum.getValue();
    }

    @Override
    public void close() {}
}
