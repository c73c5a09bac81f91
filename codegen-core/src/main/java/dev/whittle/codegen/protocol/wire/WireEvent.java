package dev.whittle.codegen.protocol.wire;

import dev.whittle.codegen.model.Member;

/**
 * An event on the wire.
 *
 * @param member the member of the union, whose shape is the structure of the event
 * @param type what tells it from the other events of the stream
 * @param structure the members of that structure: headers of the event, its payload, or properties of its payload
 * @param payload what the payload is
 */
public record WireEvent(Member member, String type, WireStructure structure, WireBody payload) {
    /** Whether the payload is the structure, in the format of the protocol. */
    public boolean isWholePayload() {
        return payload instanceof WireBody.Members && structure.isWholeBody();
    }
}
