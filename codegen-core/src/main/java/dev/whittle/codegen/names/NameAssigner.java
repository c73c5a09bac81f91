package dev.whittle.codegen.names;

import dev.whittle.codegen.model.EndpointRules.ClientParameter;
import dev.whittle.codegen.model.KnownNumber;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.Role;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Gives everything its Java name, before anything is emitted, and reports what would get the same one. */
public final class NameAssigner {
    private final ServiceModel model;
    private final Problems problems;
    private final Map<ShapeId, String> types = new HashMap<>();
    private final Map<ShapeId, Map<String, String>> members = new HashMap<>();
    private final Map<ShapeId, Map<String, String>> constants = new HashMap<>();
    private final Map<String, String> methods = new HashMap<>();
    private final Map<String, String> clientParameters = new HashMap<>();

    private NameAssigner(ServiceModel model, Problems problems) {
        this.model = model;
        this.problems = problems;
    }

    /**
     * Names everything in a model.
     *
     * @param packageName the package of the client, {@code null} to derive it from the service id
     */
    public static Names assign(ServiceModel model, @Nullable String packageName, Problems problems) {
        return new NameAssigner(model, problems).assign(packageName);
    }

    private Names assign(@Nullable String packageName) {
        String serviceName = serviceName();
        nameTypes(serviceName);
        nameMethods();
        nameClientParameters();
        for (Shape shape : model.shapes().values()) {
            if (shape instanceof StructureShape structure) {
                nameMembers(structure.id(), structure.members(), escape(structure));
            } else if (shape instanceof UnionShape union) {
                nameMembers(union.id(), union.members(), ReservedNames::member);
                checkRecords(union);
            } else if (shape instanceof EnumShape enumeration) {
                nameConstants(enumeration.id(), enumeration.values());
            } else if (shape instanceof SimpleShape simple && simple.hasNumbers()) {
                nameConstants(
                        simple.id(),
                        simple.numbers().stream().map(KnownNumber::name).toList());
            }
        }
        String ownPackage = packageName == null ? serviceName.toLowerCase(Locale.ROOT) : packageName;
        return new Names(ownPackage, serviceName, types, members, constants, methods, clientParameters);
    }

    private static UnaryOperator<String> escape(StructureShape structure) {
        if (structure.role() == Role.ERROR) {
            return ReservedNames::exceptionMember;
        }
        boolean isClosed =
                structure.role() == Role.OUTPUT && structure.members().stream().anyMatch(Member::isStream);
        return isClosed ? ReservedNames::streamedMember : ReservedNames::structureMember;
    }

    private String serviceName() {
        return JavaCase.upperCamel(model.service().serviceId());
    }

    private void nameTypes(String serviceName) {
        // Keyed in lower case: two files whose names differ only in case overwrite each other on some disks.
        Map<String, ShapeId> taken = new HashMap<>();
        for (Shape shape : model.shapes().values()) {
            if (!(shape instanceof StructureShape
                    || shape instanceof UnionShape
                    || shape instanceof EnumShape
                    || shape.hasNumbers())) {
                continue;
            }
            String name = typeName(shape, serviceName);
            ShapeId other = taken.putIfAbsent(name.toLowerCase(Locale.ROOT), shape.id());
            if (other != null) {
                problems.error(
                        ProblemCode.NAME_CLASS,
                        shape.pointer(),
                        "shapes '" + other + "' and '" + shape.id() + "' would both be the class " + name,
                        "leave out the operations that use one of them, or rename it in the model");
            }
            types.put(shape.id(), name);
        }
    }

    private static String typeName(Shape shape, String serviceName) {
        String camel = JavaCase.upperCamel(shape.id().name());
        if (camel.equals(Names.UNDECLARED_MEMBER) || camel.equalsIgnoreCase(serviceName + "Exception")) {
            camel += "_";
        }
        String name = shape instanceof EnumShape ? ReservedNames.enumType(camel) : ReservedNames.type(camel);
        return shape instanceof StructureShape structure && structure.isErrorValue() ? name + "_" : name;
    }

    private void nameMethods() {
        Map<String, String> taken = new HashMap<>();
        for (Operation operation : model.operations()) {
            String name = ReservedNames.operation(JavaCase.lowerCamel(operation.name()));
            String other = taken.putIfAbsent(name, operation.name());
            if (other != null) {
                problems.error(
                        ProblemCode.NAME_METHOD,
                        operation.pointer(),
                        "operations '" + other + "' and '" + operation.name() + "' would both be the method " + name,
                        "leave one of them out with excludeOperations");
            }
            methods.put(operation.name(), name);
        }
    }

    private void nameClientParameters() {
        if (model.endpoints() == null) {
            return;
        }
        Map<String, String> taken = new HashMap<>();
        for (ClientParameter parameter : model.endpoints().clientParameters()) {
            String name = ReservedNames.clientParameter(JavaCase.lowerCamel(parameter.name()));
            String other = taken.putIfAbsent(name, parameter.name());
            if (other != null) {
                problems.error(
                        ProblemCode.NAME_MEMBER,
                        parameter.pointer(),
                        "client context parameters '" + other + "' and '" + parameter.name() + "' would both be " + name
                                + "()",
                        "take one of them out of the model");
            }
            clientParameters.put(parameter.name(), name);
        }
    }

    private void nameMembers(ShapeId owner, List<Member> all, UnaryOperator<String> escape) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> taken = new HashMap<>();
        for (Member member : all) {
            String name = escape.apply(JavaCase.lowerCamel(member.name()));
            String other = taken.putIfAbsent(name, member.name());
            if (other != null) {
                problems.error(
                        ProblemCode.NAME_MEMBER,
                        member.pointer(),
                        "members '" + other + "' and '" + member.name() + "' of " + owner + " would both be " + name
                                + "()",
                        "rename one of them in the model and give it a "
                                + problems.dialect().nameOnWire());
            }
            names.put(member.name(), name);
        }
        members.put(owner, names);
    }

    private void checkRecords(UnionShape union) {
        Map<String, String> taken = new HashMap<>();
        for (Member member : union.members()) {
            String record = JavaCase.upperCamel(member.name());
            String other = taken.putIfAbsent(record.toLowerCase(Locale.ROOT), member.name());
            if (other != null && !other.equals(member.name())) {
                problems.error(
                        ProblemCode.NAME_RECORD,
                        member.pointer(),
                        "members '" + other + "' and '" + member.name() + "' of union " + union.id()
                                + " would both be the record " + record + "Member",
                        "rename one of them in the model and give it a "
                                + problems.dialect().nameOnWire());
            }
        }
    }

    /**
     * A value whose name an earlier value has already carries its own text in hexadecimal behind it. Services append new
     * values, so that no name changes. No other value gets a name with two underscores in a row.
     */
    private void nameConstants(ShapeId shape, List<String> values) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> taken = new HashMap<>();
        for (String value : values) {
            String plain = JavaCase.constant(value);
            String name = plain.isEmpty() ? "VALUE" : plain;
            if (plain.isEmpty() || taken.containsKey(name)) {
                name = name + "__" + HexFormat.of().withUpperCase().formatHex(value.getBytes(StandardCharsets.UTF_8));
            }
            taken.put(name, value);
            names.put(value, name);
        }
        constants.put(shape, names);
    }
}
