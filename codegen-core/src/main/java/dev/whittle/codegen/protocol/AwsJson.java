package dev.whittle.codegen.protocol;

import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.ServiceTraits;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.protocol.http.UriParts;
import dev.whittle.codegen.protocol.wire.BodyFormat;
import dev.whittle.codegen.protocol.wire.BodyFormat.Naming;
import dev.whittle.codegen.protocol.wire.UriPart;
import dev.whittle.codegen.protocol.wire.WireFormat;
import dev.whittle.codegen.protocol.wire.WireModel;
import dev.whittle.codegen.protocol.wire.WireOperation;
import dev.whittle.codegen.protocol.wire.WireOperation.Fixed;
import dev.whittle.codegen.protocol.wire.WireStructure;
import java.util.ArrayList;
import java.util.List;

/**
 * AWS awsJson1.0 and awsJson1.1: every request is a POST to the root, with the operation in a header and all members in a
 * JSON object, which is there even if it is empty. HTTP bindings have no meaning.
 */
final class AwsJson implements Protocol {
    private static final BodyFormat BODY = new BodyFormat(Naming.MEMBERS, TimestampFormat.EPOCH_SECONDS, true);

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
        Rpc.check(model, BODY, id(), "the X-Amz-Target header of each request begins with it", problems);
    }

    @Override
    public WireModel bind(ServiceModel model) {
        return Rpc.bind(
                id(),
                model,
                BODY,
                WireFormat.JSON,
                "application/json",
                (operation, input) -> operation(model.service(), operation, input));
    }

    private WireOperation operation(ServiceTraits service, Operation operation, WireStructure input) {
        List<Fixed> headers = new ArrayList<>();
        headers.add(new Fixed("X-Amz-Target", service.targetPrefix() + "." + operation.wireName()));
        headers.addAll(Rpc.queryMode(service));
        return new WireOperation(
                "POST",
                UriParts.ofHost(operation.hostPrefix(), input),
                List.of(new UriPart.Literal("/")),
                List.of(),
                headers,
                Rpc.body(input, "application/x-amz-json-" + version),
                null,
                200);
    }
}
