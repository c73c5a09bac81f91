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
import dev.whittle.codegen.protocol.wire.WireBody;
import dev.whittle.codegen.protocol.wire.WireFormat;
import dev.whittle.codegen.protocol.wire.WireModel;
import dev.whittle.codegen.protocol.wire.WireOperation;
import dev.whittle.codegen.protocol.wire.WireOperation.Fixed;
import dev.whittle.codegen.protocol.wire.WireStructure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Smithy's rpcv2Cbor: every request is a POST to a path of the names of service and operation, with all members in a map
 * of CBOR. An operation without an input has no body. HTTP bindings, names for JSON and formats of timestamps have no
 * meaning.
 */
final class RpcV2Cbor implements Protocol {
    private static final String CONTENT_TYPE = "application/cbor";
    private static final String EVENTS = "application/vnd.amazon.eventstream";
    private static final BodyFormat BODY = new BodyFormat(Naming.MEMBERS, TimestampFormat.EPOCH_SECONDS, false);

    @Override
    public String id() {
        return "smithy.protocols#rpcv2Cbor";
    }

    @Override
    public void check(ServiceModel model, Problems problems) {
        Rpc.check(model, BODY, id(), "the path of each request has it", problems);
    }

    @Override
    public WireModel bind(ServiceModel model) {
        return Rpc.bind(
                id(),
                model,
                BODY,
                WireFormat.CBOR,
                CONTENT_TYPE,
                (operation, input) -> operation(model, operation, input));
    }

    private static WireOperation operation(ServiceModel model, Operation operation, WireStructure input) {
        ServiceTraits service = model.service();
        String path = "/service/" + encoded(Objects.requireNonNull(service.targetPrefix())) + "/operation/"
                + encoded(operation.wireName());
        List<Fixed> headers = new ArrayList<>();
        headers.add(new Fixed("smithy-protocol", "rpc-v2-cbor"));
        headers.add(new Fixed("Accept", model.stream(operation.output()) == null ? CONTENT_TYPE : EVENTS));
        headers.addAll(Rpc.queryMode(service));
        return new WireOperation(
                "POST",
                UriParts.ofHost(operation.hostPrefix(), input),
                List.of(new UriPart.Literal(path)),
                List.of(),
                headers,
                operation.hasInput() ? Rpc.body(input, CONTENT_TYPE) : new WireBody.None(),
                null,
                200);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
