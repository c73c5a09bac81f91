package dev.whittle.codegen.protocol;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.Role;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.model.TimestampFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** AWS restJson1: HTTP bindings around a JSON body. */
public record RestJson() implements Protocol {
    @Override
    public WireModel bind(ServiceModel model) {
        Map<ShapeId, WireStructure> structures = new HashMap<>();
        for (Shape shape : model.shapes().values()) {
            if (shape instanceof StructureShape structure) {
                structures.put(structure.id(), bind(model, structure));
            } else if (shape instanceof UnionShape union) {
                List<BoundMember> members = new ArrayList<>();
                for (Member member : union.members()) {
                    members.add(body(model, member));
                }
                structures.put(union.id(), new WireStructure(members));
            }
        }
        Map<String, WireOperation> operations = new HashMap<>();
        for (Operation operation : model.operations()) {
            operations.put(operation.name(), requestLine(operation, structures.get(operation.input())));
        }
        return new WireModel(structures, operations, TimestampFormat.EPOCH_SECONDS);
    }

    /** Only inputs, outputs and errors are messages; elsewhere HTTP traits have no meaning and all is body. */
    private static WireStructure bind(ServiceModel model, StructureShape structure) {
        List<BoundMember> members = new ArrayList<>();
        for (Member member : structure.members()) {
            members.add(
                    structure.role() == Role.ORDINARY
                            ? body(model, member)
                            : message(model, member, structure.payload()));
        }
        return new WireStructure(members);
    }

    private static BoundMember message(ServiceModel model, Member member, @Nullable String payload) {
        if (member.name().equals(payload)) {
            return bound(model, member, new WireBinding.Payload(), TimestampFormat.EPOCH_SECONDS);
        }
        String name = wireName(member);
        return switch (member.location()) {
            case URI -> bound(model, member, new WireBinding.Label(false), TimestampFormat.DATE_TIME);
            case QUERY ->
                bound(
                        model,
                        member,
                        model.shape(member.target()) instanceof MapShape
                                ? new WireBinding.QueryMap()
                                : new WireBinding.Query(name),
                        TimestampFormat.DATE_TIME);
            case HEADER -> bound(model, member, new WireBinding.Header(name), TimestampFormat.HTTP_DATE);
            case PREFIX_HEADERS ->
                bound(
                        model,
                        member,
                        new WireBinding.PrefixHeaders(member.wireName() == null ? "" : member.wireName()),
                        TimestampFormat.HTTP_DATE);
            case STATUS -> bound(model, member, new WireBinding.Status(), TimestampFormat.EPOCH_SECONDS);
            case BODY -> body(model, member);
        };
    }

    private static BoundMember body(ServiceModel model, Member member) {
        return bound(model, member, new WireBinding.Body(wireName(member)), TimestampFormat.EPOCH_SECONDS);
    }

    /** A list outside of the body is written element by element, so that its element's format counts. */
    private static BoundMember bound(
            ServiceModel model, Member member, WireBinding binding, TimestampFormat placeFormat) {
        Shape target = model.shape(member.target());
        TimestampFormat format = target instanceof ListShape list
                ? TimestampFormats.of(list.member(), model.shape(list.member().target()), placeFormat)
                : TimestampFormats.of(member, target, placeFormat);
        return new BoundMember(member, binding, format);
    }

    private static String wireName(Member member) {
        return member.wireName() == null ? member.name() : member.wireName();
    }

    private static WireOperation requestLine(Operation operation, @Nullable WireStructure input) {
        if (input == null) {
            throw new IllegalArgumentException("no input for " + operation.name());
        }
        String uri = operation.http().uri();
        int question = uri.indexOf('?');
        String path = question < 0 ? uri : uri.substring(0, question);
        List<WireOperation.LiteralParameter> query = new ArrayList<>();
        if (question >= 0) {
            for (String pair : uri.substring(question + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                if (!pair.isEmpty()) {
                    query.add(
                            equals < 0
                                    ? new WireOperation.LiteralParameter(pair, "")
                                    : new WireOperation.LiteralParameter(
                                            pair.substring(0, equals), pair.substring(equals + 1)));
                }
            }
        }
        String host = operation.hostPrefix() == null ? "" : operation.hostPrefix();
        return new WireOperation(parts(path, input), query, parts(host, input));
    }

    private static List<UriPart> parts(String template, WireStructure input) {
        List<UriPart> parts = new ArrayList<>();
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                parts.add(new UriPart.Literal(template.substring(at)));
                break;
            }
            if (open > at) {
                parts.add(new UriPart.Literal(template.substring(at, open)));
            }
            String label = template.substring(open + 1, close);
            boolean greedy = label.endsWith("+");
            String name = greedy ? label.substring(0, label.length() - 1) : label;
            parts.add(new UriPart.Label(labelled(name, input), greedy));
            at = close + 1;
        }
        return parts;
    }

    private static BoundMember labelled(String label, WireStructure input) {
        for (BoundMember bound : input.members()) {
            Member member = bound.member();
            if (bound.binding() instanceof WireBinding.Label
                    ? wireName(member).equals(label)
                    : member.hostLabel() && member.name().equals(label)) {
                return bound;
            }
        }
        throw new IllegalArgumentException("no member bound to label " + label);
    }
}
