package dev.whittle.codegen.protocol.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A stream of events on the wire.
 *
 * @param events the events, in the order of the model
 * @param contentType the media type of payloads in the format of the protocol
 * @param errorCodes the codes of the errors that end the stream, by the names that the stream has for them, in the order of
 *     the model; without names that are the code itself
 */
public record WireEventStream(List<WireEvent> events, String contentType, Map<String, String> errorCodes) {
    public WireEventStream {
        events = List.copyOf(events);
        errorCodes = Collections.unmodifiableMap(new LinkedHashMap<>(errorCodes));
    }
}
