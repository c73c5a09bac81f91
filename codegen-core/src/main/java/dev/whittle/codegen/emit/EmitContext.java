package dev.whittle.codegen.emit;

import dev.whittle.codegen.emit.part.JavaTypes;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.names.Names;
import dev.whittle.codegen.protocol.WireModel;

/**
 * What emitters read.
 *
 * @param model the linked model
 * @param wire its ways over the wire
 * @param names its Java names
 * @param types its Java types
 */
public record EmitContext(ServiceModel model, WireModel wire, Names names, JavaTypes types) {
    public EmitContext(ServiceModel model, WireModel wire, Names names) {
        this(model, wire, names, new JavaTypes(model, names));
    }
}
