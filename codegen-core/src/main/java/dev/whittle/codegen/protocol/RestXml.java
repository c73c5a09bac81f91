package dev.whittle.codegen.protocol;

import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.protocol.http.HttpBindings;
import dev.whittle.codegen.protocol.http.HttpRules;
import dev.whittle.codegen.protocol.wire.BodyFormat;
import dev.whittle.codegen.protocol.wire.BodyFormat.Naming;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.WireBinding;
import dev.whittle.codegen.protocol.wire.WireFormat;
import dev.whittle.codegen.protocol.wire.WireModel;
import dev.whittle.codegen.protocol.wire.WireStructure;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** AWS restXml: HTTP bindings around a body in XML. */
final class RestXml implements Protocol {
    private static final String CONTENT_TYPE = "application/xml";
    private static final BodyFormat BODY = new BodyFormat(Naming.XML, TimestampFormat.DATE_TIME, true);

    @Override
    public String id() {
        return "aws.protocols#restXml";
    }

    @Override
    public void check(ServiceModel model, Problems problems) {
        HttpRules.check(model, BODY, problems);
        XmlRules.check(model, BODY, id(), problems);
    }

    @Override
    public WireModel bind(ServiceModel model) {
        HttpBindings http = new HttpBindings(model, BODY, CONTENT_TYPE);
        Set<ShapeId> unwrapped = unwrapped(model);
        Map<ShapeId, WireStructure> structures = Bindings.structures(
                model,
                structure -> unwrapped.contains(structure.id()) ? root(model, structure) : http.structure(structure),
                http::properties);
        Map<ShapeId, List<String>> errorCodes =
                Bindings.errorCodes(model, error -> List.of(error.errorTrait().code()));
        return new WireModel(
                id(),
                structures,
                Bindings.operations(model, structures, http::operation),
                new EventBindings(model, errorCodes, BODY, CONTENT_TYPE).streams(),
                errorCodes,
                WireFormat.XML,
                WireFormat.XML,
                BODY);
    }

    /** The outputs whose only member is the root. */
    private static Set<ShapeId> unwrapped(ServiceModel model) {
        Set<ShapeId> outputs = new HashSet<>();
        for (Operation operation : model.operations()) {
            if (operation.unwrappedOutput()
                    && model.structure(operation.output()).members().size() == 1) {
                outputs.add(operation.output());
            }
        }
        return outputs;
    }

    private static WireStructure root(ServiceModel model, StructureShape output) {
        return new WireStructure(output.members().stream()
                .map(member -> BoundMember.of(model, member, new WireBinding.Root(), BODY.timestamps()))
                .toList());
    }
}
