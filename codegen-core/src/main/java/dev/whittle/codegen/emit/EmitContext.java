package dev.whittle.codegen.emit;

import com.palantir.javapoet.ClassName;
import dev.whittle.codegen.emit.part.CodecUses;
import dev.whittle.codegen.emit.part.CodecUses.Part;
import dev.whittle.codegen.emit.part.Codecs;
import dev.whittle.codegen.emit.part.JavaTypes;
import dev.whittle.codegen.emit.part.JsonValues;
import dev.whittle.codegen.emit.part.Presets;
import dev.whittle.codegen.model.Extra;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape.Role;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.names.Names;
import dev.whittle.codegen.protocol.WireModel;
import java.util.List;
import java.util.Set;

/**
 * What emitters read.
 *
 * @param model the linked model
 * @param wire its ways over the wire
 * @param names its Java names
 * @param types its Java types
 * @param uses what of each codec is used
 * @param codecs where each codec stands
 * @param extras what is asked for besides the client
 * @param requestIdHeaders headers of responses that identify a request, besides those that every client knows
 */
public record EmitContext(
        ServiceModel model,
        WireModel wire,
        Names names,
        JavaTypes types,
        CodecUses uses,
        Codecs codecs,
        Set<Extra> extras,
        List<String> requestIdHeaders) {
    /** Works out types and codecs. */
    public static EmitContext of(
            ServiceModel model, WireModel wire, Names names, Set<Extra> extras, List<String> requestIdHeaders) {
        CodecUses uses = CodecUses.of(model, wire);
        return new EmitContext(
                model,
                wire,
                names,
                new JavaTypes(model, names),
                uses,
                new Codecs(uses.shapes(), names, uses),
                extras,
                requestIdHeaders);
    }

    /** Whether there is an asynchronous client. */
    boolean hasAsyncClient() {
        return extras.contains(Extra.ASYNC_CLIENT);
    }

    /** Whether there is a presigner, for at least one operation. */
    boolean hasPresigner() {
        return extras.contains(Extra.PRESIGNER)
                && model.operations().stream().anyMatch(PresignerEmitter::canBePresigned);
    }

    /** The expressions for values of JSON as they stand in a class. */
    JsonValues values(ClassName from) {
        return new JsonValues(from, names, uses, codecs);
    }

    /** Whether the service sends values of a structure. */
    boolean isRead(StructureShape structure) {
        return structure.role() == Role.OUTPUT || uses.uses(structure.id(), Part.READ);
    }

    /** What stands in for missing members. */
    Presets presets() {
        return new Presets(model, names, types);
    }
}
