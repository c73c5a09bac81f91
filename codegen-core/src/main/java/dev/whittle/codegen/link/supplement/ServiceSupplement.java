package dev.whittle.codegen.link.supplement;

import dev.whittle.codegen.json.JsonValue;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.ServiceTraits;
import dev.whittle.codegen.model.ServiceTraits.Header;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.ShapeId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of one service. The id alone does not identify it, because any service may have the same.
 *
 * @param serviceId its id
 * @param signingName its name in signatures
 * @param apiVersion the version of its API
 * @param headers what each request has as headers unless a member sets them
 * @param members what is known of members of inputs
 */
public record ServiceSupplement(
        String serviceId, String signingName, String apiVersion, List<Header> headers, List<MemberRule> members) {
    public ServiceSupplement {
        headers = List.copyOf(headers);
        members = List.copyOf(members);
    }

    static ServiceSupplement read(JsonValue service) {
        return new ServiceSupplement(
                Supplements.text(service, "serviceId"),
                Supplements.text(service, "signingName"),
                Supplements.text(service, "apiVersion"),
                Supplements.values(service, "headers").stream()
                        .map(header -> new Header(Supplements.text(header, "name"), Supplements.text(header, "value")))
                        .toList(),
                Supplements.values(service, "members").stream()
                        .map(MemberRule::read)
                        .toList());
    }

    /** Whether this is the service, by its id, its signatures and its version. */
    boolean isOf(ServiceTraits service) {
        return service.serviceId().equals(serviceId)
                && service.signingName().equals(signingName)
                && service.apiVersion().equals(apiVersion);
    }

    ServiceModel addTo(ServiceModel model) {
        SortedMap<ShapeId, Shape> shapes = new TreeMap<>(model.shapes());
        for (Operation operation : model.operations()) {
            StructureShape input = model.structure(operation.input());
            shapes.put(
                    input.id(),
                    input.withMembers(input.members().stream()
                            .map(member -> MemberRule.apply(members, member, operation, model))
                            .toList()));
        }
        return model.with(model.service().withHeaders(headers), shapes);
    }
}
