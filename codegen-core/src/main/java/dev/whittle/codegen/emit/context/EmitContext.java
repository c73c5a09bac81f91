package dev.whittle.codegen.emit.context;

import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.emit.context.CodecUsage.Part;
import dev.whittle.codegen.emit.doc.DocLinks;
import dev.whittle.codegen.model.Extra;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.Role;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.names.Names;
import dev.whittle.codegen.protocol.wire.WireBody;
import dev.whittle.codegen.protocol.wire.WireModel;
import java.util.List;
import java.util.Set;

/**
 * What emitters read.
 *
 * @param model the linked model
 * @param wire its ways over the wire
 * @param names its Java names
 * @param types its Java types
 * @param uses which parts of each codec are used
 * @param codecs the class of each codec
 * @param links the links in documentation
 * @param extras what is generated besides the client
 * @param requestIdHeaders headers of responses that identify a request, besides those that every client knows
 */
public record EmitContext(
        ServiceModel model,
        WireModel wire,
        Names names,
        JavaTypes types,
        CodecUsage uses,
        CodecHomes codecs,
        DocLinks links,
        Set<Extra> extras,
        List<String> requestIdHeaders) {
    /** Works out types and codecs. */
    public static EmitContext of(
            ServiceModel model, WireModel wire, Names names, Set<Extra> extras, List<String> requestIdHeaders) {
        CodecUsage uses = CodecUsage.of(model, wire);
        CodecHomes codecs = new CodecHomes(uses.shapes(), names, uses, model);
        return of(model, wire, names, extras, requestIdHeaders, uses, codecs);
    }

    /** The same for those who emit only classes that users see: no codec has a class. */
    public static EmitContext withoutCodecs(ServiceModel model, WireModel wire, Names names, Set<Extra> extras) {
        CodecUsage uses = CodecUsage.of(model, wire);
        return of(model, wire, names, extras, List.of(), uses, new CodecHomes(List.of(), names, uses, model));
    }

    private static EmitContext of(
            ServiceModel model,
            WireModel wire,
            Names names,
            Set<Extra> extras,
            List<String> requestIdHeaders,
            CodecUsage uses,
            CodecHomes codecs) {
        return new EmitContext(
                model,
                wire,
                names,
                new JavaTypes(model, names),
                uses,
                codecs,
                DocLinks.of(model, names),
                extras,
                requestIdHeaders);
    }

    /** Whether there is an asynchronous client. */
    public boolean hasAsyncClient() {
        return extras.contains(Extra.ASYNC_CLIENT);
    }

    /** Whether there is a presigner, for at least one operation. */
    public boolean hasPresigner() {
        return extras.contains(Extra.PRESIGNER) && model.operations().stream().anyMatch(this::canBePresigned);
    }

    /** Whether the requests of an operation can carry a signature in their URLs: events are signed one by one. */
    public boolean canBePresigned(Operation operation) {
        return operation.auth().isSigV4() && !(wire.operation(operation).requestBody() instanceof WireBody.Events);
    }

    /** Whether the output of an operation has a stream, so that it must be closed. */
    public boolean isStreamed(Operation operation) {
        return model.stream(operation.output()) != null;
    }

    /** Whether the code for the members of a structure or union is too long for a method. */
    public boolean isLong(Shape shape) {
        return Weights.isLong(shape, model);
    }

    /** Whether the service sends values of a structure. */
    public boolean isRead(StructureShape structure) {
        return structure.role() == Role.OUTPUT
                || uses.uses(structure.id(), Part.READ)
                || uses.usesAsEvent(structure.id(), Part.READ);
    }

    /** The defaults of required members that a response omits. */
    public ErrorCorrection corrections() {
        return new ErrorCorrection(model, names, types);
    }
}
