package dev.whittle.interop.support;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A response of {@link RecordingServer}. */
public record Answer(int status, Map<String, String> headers, byte[] body) {
    /** A response whose body is JSON. */
    public static Answer json(int status, String body) {
        return new Answer(
                status, Map.of("Content-Type", "application/x-amz-json-1.0"), body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with one more header. */
    public Answer with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Answer(status, all, body);
    }
}
