package dev.whittle.codegen.protocol;

import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.protocol.http.HttpBindings;
import dev.whittle.codegen.protocol.http.HttpRules;
import dev.whittle.codegen.protocol.wire.BodyFormat;
import dev.whittle.codegen.protocol.wire.BodyFormat.Naming;
import dev.whittle.codegen.protocol.wire.WireFormat;
import dev.whittle.codegen.protocol.wire.WireModel;
import dev.whittle.codegen.protocol.wire.WireStructure;
import java.util.List;
import java.util.Map;

/** AWS restJson1: HTTP bindings around a JSON body. */
final class RestJson implements Protocol {
    private static final String CONTENT_TYPE = "application/json";
    private static final BodyFormat BODY = new BodyFormat(Naming.JSON, TimestampFormat.EPOCH_SECONDS, true);

    @Override
    public String id() {
        return "aws.protocols#restJson1";
    }

    @Override
    public void check(ServiceModel model, Problems problems) {
        HttpRules.check(model, BODY, problems);
    }

    @Override
    public WireModel bind(ServiceModel model) {
        HttpBindings http = new HttpBindings(model, BODY, CONTENT_TYPE);
        Map<ShapeId, WireStructure> structures = Bindings.structures(model, http::structure, http::properties);
        Map<ShapeId, List<String>> errorCodes =
                Bindings.errorCodes(model, error -> List.of(error.errorTrait().code()));
        return new WireModel(
                id(),
                structures,
                Bindings.operations(model, structures, http::operation),
                new EventBindings(model, errorCodes, BODY, CONTENT_TYPE).streams(),
                errorCodes,
                WireFormat.JSON,
                WireFormat.JSON,
                BODY);
    }
}
