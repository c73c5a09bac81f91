package dev.whittle.protocoltests;

import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.Role;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.names.Names;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.stream.ResponseStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;

/** Compares values of generated classes with what a suite says of them, member by member. */
final class Expected {
    private final LinkedService service;
    private final Values values;
    private final List<String> differences = new ArrayList<>();

    Expected(LinkedService service) {
        this.service = service;
        this.values = new Values(service);
    }

    /** How a value differs, in words; empty if it does not. */
    List<String> differences(Shape shape, Node expected, Object actual) throws Exception {
        differences.clear();
        compare("", shape, expected, actual);
        return List.copyOf(differences);
    }

    private void compare(String place, Shape shape, Node expected, Object actual) throws Exception {
        if (expected.isNullNode() || actual == null) {
            check(place, expected.isNullNode() ? null : Node.printJson(expected), actual);
        } else if (shape instanceof StructureShape structure) {
            structure(place, structure, expected.expectObjectNode(), actual);
        } else if (shape instanceof UnionShape union) {
            union(place, union, expected.expectObjectNode(), actual);
        } else if (shape instanceof ListShape list) {
            list(place, list, expected, (List<?>) actual);
        } else if (shape instanceof MapShape map) {
            map(place, map, expected.expectObjectNode(), (Map<?, ?>) actual);
        } else if (actual instanceof ResponseStream stream) {
            check(place, expected.expectStringNode().getValue(), stream.readUtf8(1 << 20));
        } else {
            check(place, values.of(shape, expected), actual);
        }
    }

    private void check(String place, Object expected, Object actual) {
        if (expected == null ? actual != null : !expected.equals(actual)) {
            differences.add((place.isEmpty() ? "the value" : place) + " is " + actual + ", expected " + expected);
        }
    }

    private void structure(String place, StructureShape structure, ObjectNode expected, Object actual)
            throws Exception {
        for (Member member : structure.members()) {
            String path = place + "/" + member.name();
            Shape target = service.model().shape(member.target());
            Node node = expected.getMember(member.name()).orElse(null);
            if (structure.role() == Role.ERROR && member.name().equalsIgnoreCase("message")) {
                check(
                        path,
                        node == null ? null : node.expectStringNode().getValue(),
                        ((ServiceException) actual).serviceMessage());
                continue;
            }
            Object value = isAbsent(member, actual)
                    ? null
                    : get(actual, service.names().member(structure.id(), member));
            if (node != null) {
                compare(path, target, node, value);
            } else if (!member.required() && !member.isStream()) {
                check(path, null, value);
            }
        }
    }

    /** Whether a collection is not there, which its accessor does not tell. */
    private boolean isAbsent(Member member, Object owner) throws ReflectiveOperationException {
        Shape target = service.model().shape(member.target());
        if (!(target instanceof ListShape) && !(target instanceof MapShape)) {
            return false;
        }
        for (var method : owner.getClass().getMethods()) {
            if (method.getName().equals(Names.presence(member)) && method.getParameterCount() == 0) {
                return !(Boolean) method.invoke(owner);
            }
        }
        return false;
    }

    private static Object get(Object owner, String name) throws ReflectiveOperationException {
        return owner.getClass().getMethod(name).invoke(owner);
    }

    private void union(String place, UnionShape union, ObjectNode expected, Object actual) throws Exception {
        Map.Entry<String, Node> entry =
                expected.getStringMap().entrySet().iterator().next();
        Member member = Values.member(union.members(), entry.getKey());
        Class<?> record = GeneratedClient.type(service.names().unionRecord(union.id(), member));
        if (!record.isInstance(actual)) {
            check(place, record.getSimpleName(), actual);
            return;
        }
        compare(
                place + "/" + member.name(),
                service.model().shape(member.target()),
                entry.getValue(),
                get(actual, service.names().member(union.id(), member)));
    }

    private void list(String place, ListShape list, Node expected, Collection<?> actual) throws Exception {
        List<Node> elements = expected.expectArrayNode().getElements();
        check(place + "/length", elements.size(), actual.size());
        Iterator<?> values = actual.iterator();
        for (int i = 0; i < elements.size() && values.hasNext(); i++) {
            compare(place + "/" + i, service.model().shape(list.member().target()), elements.get(i), values.next());
        }
    }

    private void map(String place, MapShape map, ObjectNode expected, Map<?, ?> actual) throws Exception {
        check(place + "/size", expected.size(), actual.size());
        for (Map.Entry<String, Node> entry : expected.getStringMap().entrySet()) {
            Shape keys = service.model().shape(map.key().target());
            Object key = keys instanceof EnumShape ? values.of(keys, Node.from(entry.getKey())) : entry.getKey();
            compare(
                    place + "/" + entry.getKey(),
                    service.model().shape(map.value().target()),
                    entry.getValue(),
                    actual.get(key));
        }
    }
}
