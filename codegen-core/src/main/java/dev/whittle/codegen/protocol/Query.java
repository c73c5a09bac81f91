package dev.whittle.codegen.protocol;

import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.protocol.http.UriParts;
import dev.whittle.codegen.protocol.wire.BodyFormat;
import dev.whittle.codegen.protocol.wire.UriPart;
import dev.whittle.codegen.protocol.wire.WireBody;
import dev.whittle.codegen.protocol.wire.WireFormat;
import dev.whittle.codegen.protocol.wire.WireModel;
import dev.whittle.codegen.protocol.wire.WireOperation;
import dev.whittle.codegen.protocol.wire.WireOperation.Fixed;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What protocols have in common whose requests are forms that name an operation and a version, and whose responses are XML. */
final class Query {
    private static final String CONTENT_TYPE = "application/x-www-form-urlencoded";

    private Query() {}

    /**
     * Reports what such a protocol needs, and what it does not have.
     *
     * @param id the id of the protocol
     */
    static void check(ServiceModel model, BodyFormat body, String id, Problems problems) {
        if (model.service().apiVersion().isBlank()) {
            problems.error(
                    ProblemCode.SERVICE_NAME_MISSING,
                    model.service().pointer(),
                    problems.dialect().noApiVersion(),
                    "each request has it as its 'Version'");
        }
        Rpc.checkBodies(model, body, id, false, problems);
        XmlRules.check(model, body, id, problems);
    }

    /**
     * Binds a service.
     *
     * @param resultWrapper the element inside the root of an operation's response that has the output's members
     */
    static WireModel bind(
            String id, ServiceModel model, BodyFormat body, Function<Operation, @Nullable String> resultWrapper) {
        Map<ShapeId, List<String>> errorCodes =
                Bindings.errorCodes(model, error -> List.of(error.errorTrait().code()));
        return Rpc.bind(
                id,
                model,
                body,
                WireFormat.FORM,
                WireFormat.XML,
                errorCodes,
                "application/xml",
                (operation, input) -> new WireOperation(
                        "POST",
                        UriParts.ofHost(operation.hostPrefix(), input),
                        List.of(new UriPart.Literal("/")),
                        List.of(),
                        List.of(),
                        new WireBody.Members(CONTENT_TYPE, true, null, action(operation, model)),
                        resultWrapper.apply(operation),
                        200));
    }

    private static List<Fixed> action(Operation operation, ServiceModel model) {
        return List.of(
                new Fixed("Action", operation.wireName()),
                new Fixed("Version", model.service().apiVersion()));
    }
}
