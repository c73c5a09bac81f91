package dev.whittle.codegen.protocol;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.ServiceTraits;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.protocol.http.HttpRules;
import dev.whittle.codegen.protocol.http.UriParts;
import dev.whittle.codegen.protocol.wire.UriPart;
import dev.whittle.codegen.protocol.wire.WireBody;
import dev.whittle.codegen.protocol.wire.WireFormat;
import dev.whittle.codegen.protocol.wire.WireModel;
import dev.whittle.codegen.protocol.wire.WireOperation;
import dev.whittle.codegen.protocol.wire.WireOperation.Fixed;
import dev.whittle.codegen.protocol.wire.WireStructure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * AWS awsJson1.0 and awsJson1.1: every request is a POST to the root, with the operation in a header and all members in a
 * JSON object, which is there even if it is empty. HTTP bindings have no meaning.
 */
final class AwsJson implements Protocol {
    private final String version;

    /** The protocol in its version {@code 1.0} or {@code 1.1}, which differ in the media type only. */
    AwsJson(String version) {
        this.version = version;
    }

    @Override
    public String id() {
        return "aws.protocols#awsJson" + version.replace('.', '_');
    }

    @Override
    public void check(ServiceModel model, Problems problems) {
        String targetPrefix = model.service().targetPrefix();
        if (targetPrefix == null || targetPrefix.isBlank()) {
            problems.error(
                    ProblemCode.SERVICE_NAME_MISSING,
                    model.service().pointer(),
                    problems.dialect().noTargetPrefix(),
                    "the X-Amz-Target header of each request begins with it");
        }
        HttpRules.checkBodies(model, problems);
        Set<String> checked = new HashSet<>();
        for (Operation operation : model.operations()) {
            checkStream(model.structure(operation.input()), model, checked, problems);
            checkStream(model.structure(operation.output()), model, checked, problems);
        }
    }

    /** All members are in the JSON object, so that none can be all of the body, unless it is events. */
    private void checkStream(StructureShape message, ServiceModel model, Set<String> checked, Problems problems) {
        Member stream = model.stream(message.id());
        if (stream != null && stream.streaming() != Member.Streaming.EVENTS && checked.add(stream.pointer())) {
            problems.error(
                    ProblemCode.STREAM_PROTOCOL,
                    stream.pointer(),
                    "member " + Quote.of(stream.name()) + " of "
                            + Quote.shortened(message.definedAs())
                            + " is a stream of bytes, which the protocol "
                            + Quote.of(problems.dialect().protocol(id())) + " does not have",
                    "leave the operation out with excludeOperations");
        }
    }

    @Override
    public WireModel bind(ServiceModel model) {
        Map<ShapeId, WireStructure> structures = Bindings.structures(
                model, structure -> properties(model, structure.members()), members -> properties(model, members));
        Map<ShapeId, List<String>> errorCodes = Bindings.errorCodes(model, AwsJson::codes);
        return new WireModel(
                structures,
                Bindings.operations(
                        model, structures, (operation, input) -> operation(model.service(), operation, input)),
                new EventBindings(model, errorCodes, TimestampFormat.EPOCH_SECONDS, "application/json").streams(),
                errorCodes,
                WireFormat.JSON,
                WireFormat.JSON,
                TimestampFormat.EPOCH_SECONDS);
    }

    private static WireStructure properties(ServiceModel model, List<Member> members) {
        return WireStructure.ofProperties(model, members, TimestampFormat.EPOCH_SECONDS);
    }

    private WireOperation operation(ServiceTraits service, Operation operation, WireStructure input) {
        List<Fixed> headers = new ArrayList<>();
        headers.add(new Fixed("X-Amz-Target", service.targetPrefix() + "." + operation.name()));
        if (service.awsQueryCompatible()) {
            // Asks for the codes that errors had when the service spoke awsQuery.
            headers.add(new Fixed("x-amzn-query-mode", "true"));
        }
        return new WireOperation(
                "POST",
                UriParts.ofHost(operation.hostPrefix(), input),
                List.of(new UriPart.Literal("/")),
                List.of(),
                headers,
                body(input),
                200);
    }

    /** The members that are not events are the payload of the first event. */
    private WireBody body(WireStructure input) {
        WireBody.Members members = new WireBody.Members("application/x-amz-json-" + version, true);
        return input.stream().isEmpty()
                ? members
                : new WireBody.Events(input.stream().get(0), members);
    }

    /** A response names an error by its shape; the code is what the error had in awsQuery. */
    private static List<String> codes(StructureShape error) {
        Set<String> codes = new LinkedHashSet<>();
        codes.add(error.id().name());
        codes.add(error.errorTrait().code());
        return List.copyOf(codes);
    }
}
