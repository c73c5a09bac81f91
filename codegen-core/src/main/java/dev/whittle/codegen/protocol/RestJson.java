package dev.whittle.codegen.protocol;

import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.protocol.http.HttpBindings;
import dev.whittle.codegen.protocol.http.HttpRules;
import dev.whittle.codegen.protocol.wire.WireFormat;
import dev.whittle.codegen.protocol.wire.WireModel;
import dev.whittle.codegen.protocol.wire.WireStructure;
import java.util.List;
import java.util.Map;

/** AWS restJson1: HTTP bindings around a JSON body. */
final class RestJson implements Protocol {
    @Override
    public String id() {
        return "aws.protocols#restJson1";
    }

    @Override
    public void check(ServiceModel model, Problems problems) {
        HttpRules.check(model, problems);
    }

    @Override
    public WireModel bind(ServiceModel model) {
        HttpBindings http = new HttpBindings(model, TimestampFormat.EPOCH_SECONDS, "application/json");
        Map<ShapeId, WireStructure> structures = Bindings.structures(model, http::structure, http::properties);
        return new WireModel(
                structures,
                Bindings.operations(model, structures, http::operation),
                Bindings.errorCodes(model, error -> List.of(error.errorTrait().code())),
                WireFormat.JSON,
                WireFormat.JSON,
                TimestampFormat.EPOCH_SECONDS);
    }
}
