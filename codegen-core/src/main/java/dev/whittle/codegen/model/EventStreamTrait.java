package dev.whittle.codegen.model;

import java.util.List;

/**
 * What makes a union a stream of events.
 *
 * @param errors the members whose shapes are errors of the service, in the order of the model; such an error ends the stream
 */
public record EventStreamTrait(List<Member> errors) {
    public EventStreamTrait {
        errors = List.copyOf(errors);
    }
}
