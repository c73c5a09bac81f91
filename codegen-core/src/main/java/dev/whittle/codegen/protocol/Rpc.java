package dev.whittle.codegen.protocol;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.ServiceTraits;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.protocol.Bindings.OperationBinding;
import dev.whittle.codegen.protocol.http.HttpRules;
import dev.whittle.codegen.protocol.wire.BodyFormat;
import dev.whittle.codegen.protocol.wire.WireBody;
import dev.whittle.codegen.protocol.wire.WireFormat;
import dev.whittle.codegen.protocol.wire.WireModel;
import dev.whittle.codegen.protocol.wire.WireOperation.Fixed;
import dev.whittle.codegen.protocol.wire.WireStructure;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What protocols have in common whose operations are named by the protocol, and whose messages are bodies only. */
final class Rpc {
    private Rpc() {}

    /**
     * Reports what such a protocol needs, and what it does not have.
     *
     * @param id the id of the protocol
     * @param use what it needs the name of the service for, as a hint
     */
    static void check(ServiceModel model, BodyFormat body, String id, String use, Problems problems) {
        String service = model.service().targetPrefix();
        if (service == null || service.isBlank()) {
            problems.error(
                    ProblemCode.SERVICE_NAME_MISSING,
                    model.service().pointer(),
                    problems.dialect().noTargetPrefix(),
                    use);
        }
        checkBodies(model, body, id, true, problems);
    }

    /**
     * Reports bodies that are not possible in such a protocol.
     *
     * @param hasEvents whether the protocol has streams of events
     */
    static void checkBodies(ServiceModel model, BodyFormat body, String id, boolean hasEvents, Problems problems) {
        HttpRules.checkBodies(model, body, problems);
        Set<String> checked = new HashSet<>();
        for (Operation operation : model.operations()) {
            checkStream(operation.input(), model, id, hasEvents, checked, problems);
            checkStream(operation.output(), model, id, hasEvents, checked, problems);
        }
    }

    /** All members are in the body, so that none can be all of the body, unless it is events. */
    private static void checkStream(
            ShapeId message, ServiceModel model, String id, boolean hasEvents, Set<String> checked, Problems problems) {
        Member stream = model.stream(message);
        if (stream == null || !checked.add(stream.pointer())) {
            return;
        }
        boolean isEvents = stream.streaming() == Member.Streaming.EVENTS;
        if (!isEvents || !hasEvents) {
            problems.error(
                    ProblemCode.STREAM_PROTOCOL,
                    stream.pointer(),
                    "member " + Quote.of(stream.name()) + " of "
                            + Quote.shortened(model.structure(message).definedAs())
                            + (isEvents ? " is a stream of events" : " is a stream of bytes") + ", which the protocol "
                            + Quote.of(problems.dialect().protocol(id)) + " does not have",
                    "leave the operation out with excludeOperations");
        }
    }

    /** Binds a service whose requests and responses have the same format. */
    static WireModel bind(
            String id,
            ServiceModel model,
            BodyFormat body,
            WireFormat format,
            String eventType,
            OperationBinding operations) {
        Map<ShapeId, List<String>> errorCodes = Bindings.errorCodes(model, Rpc::codes);
        return bind(id, model, body, format, format, errorCodes, eventType, operations);
    }

    /** Binds a service. */
    static WireModel bind(
            String id,
            ServiceModel model,
            BodyFormat body,
            WireFormat requestFormat,
            WireFormat responseFormat,
            Map<ShapeId, List<String>> errorCodes,
            String eventType,
            OperationBinding operations) {
        Map<ShapeId, WireStructure> structures = Bindings.structures(
                model,
                structure -> WireStructure.ofProperties(model, structure.members(), body),
                members -> WireStructure.ofProperties(model, members, body));
        return new WireModel(
                id,
                structures,
                Bindings.operations(model, structures, operations),
                new EventBindings(model, errorCodes, body, eventType).streams(),
                errorCodes,
                requestFormat,
                responseFormat,
                body);
    }

    /** All members; those that are not events are the payload of the first event. */
    static WireBody body(WireStructure input, String contentType) {
        WireBody.Members members = new WireBody.Members(contentType, true);
        return input.stream().isEmpty()
                ? members
                : new WireBody.Events(input.stream().get(0), members);
    }

    /** Asks a service that spoke awsQuery before for the codes that errors had then. */
    static List<Fixed> queryMode(ServiceTraits service) {
        return service.awsQueryCompatible() ? List.of(new Fixed("x-amzn-query-mode", "true")) : List.of();
    }

    /** A response names an error by its shape; the code is what the error had in awsQuery. */
    private static List<String> codes(StructureShape error) {
        Set<String> codes = new LinkedHashSet<>();
        codes.add(error.id().name());
        codes.add(error.errorTrait().code());
        return List.copyOf(codes);
    }
}
