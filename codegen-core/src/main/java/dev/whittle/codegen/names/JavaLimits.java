package dev.whittle.codegen.names;

import dev.whittle.codegen.model.DefaultValue;
import dev.whittle.codegen.model.JavaText;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.ServiceTraits;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.Waiter;
import dev.whittle.codegen.model.XmlTraits;
import dev.whittle.codegen.model.path.Path;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reports what no Java class or source can hold, or no compiler takes: a method has at most 64 KB of code, a constant as many bytes,
 * a file name 255 bytes, and compilers follow nested expressions and types by recursion.
 */
public final class JavaLimits {
    /** The initializer of an enum's class takes 13 bytes a value. */
    static final int VALUES = 5_000;

    /**
     * A class has at most 65,535 constants, and a member whose shape is a structure of its own takes 20 in the builder. The
     * constructor takes 17 bytes for a required member, of at most 64 KB.
     */
    static final int MEMBERS = 3_000;

    /** One class has the methods that read and write all events of a stream, with some 25 constants each. */
    static final int EVENTS = 1_000;

    /** In UTF-8, a character of Java takes three bytes at most. */
    static final int TEXT = 65_535 / 3;

    /** Lists of lists, and so on. */
    static final int LEVELS = 32;

    /** With {@code AsyncClient$Builder.class} behind it, a name still fits into 255 bytes. */
    static final int NAME = 230;

    private final ServiceModel model;
    private final Names names;
    private final Problems problems;

    private JavaLimits(ServiceModel model, Names names, Problems problems) {
        this.model = model;
        this.names = names;
        this.problems = problems;
    }

    /** Checks everything in a model. */
    public static void check(ServiceModel model, Names names, Problems problems) {
        new JavaLimits(model, names, problems).check();
    }

    private void check() {
        ServiceTraits.Pointers pointers = model.service().pointers();
        checkName(names.serviceName(), "the name of the service", pointers.serviceId());
        checkText(model.service().serviceId(), "the service id", pointers.serviceId());
        checkText(model.service().fullName(), "the name of the service", pointers.fullName());
        checkText(model.service().apiVersion(), "the version of the API", pointers.apiVersion());
        checkText(model.service().endpointPrefix(), "the endpoint prefix", pointers.endpointPrefix());
        checkText(model.service().signingName(), "the signing name", pointers.signingName());
        checkText(model.service().targetPrefix(), "the prefix of targets", pointers.service());
        checkNamespace(model.service().xmlNamespace(), "the service", pointers.service());
        for (Operation operation : model.operations()) {
            checkText(
                    operation.http() == null ? null : operation.http().uri(),
                    "the request URI of " + operation.name(),
                    operation.pointer());
            checkText(operation.hostPrefix(), "the host prefix of " + operation.name(), operation.pointer());
            checkText(operation.resultWrapper(), "the result wrapper of " + operation.name(), operation.pointer());
        }
        model.waiters().forEach(this::check);
        model.shapes().values().forEach(this::check);
    }

    private void check(Waiter waiter) {
        for (Waiter.Acceptor acceptor : waiter.acceptors()) {
            String text = null;
            if (acceptor.matcher() instanceof Waiter.ErrorCode error) {
                text = error.code();
            } else if (acceptor.matcher() instanceof Waiter.OfPath of && of.expected() instanceof Path.Text expected) {
                text = expected.text();
            }
            checkText(text, "what waiter " + waiter.name() + " expects", waiter.pointer());
        }
    }

    private void check(Shape shape) {
        if (shape instanceof StructureShape structure) {
            checkName(names.type(structure.id()).simpleName(), "the name of the shape", structure.pointer());
            checkMembers(structure, structure.members());
            checkXml(structure.xml(), "shape " + structure.definedAs(), structure.pointer());
            if (structure.error() != null) {
                checkText(structure.error().code(), "the code of error " + structure.id(), structure.pointer());
            }
        } else if (shape instanceof UnionShape union) {
            checkName(names.type(union.id()).simpleName(), "the name of the shape", union.pointer());
            checkMembers(union, union.members());
            checkEvents(union);
            checkXml(union.xml(), "shape " + union.id(), union.pointer());
            for (Member member : union.members()) {
                String nested = names.unionRecord(union.id(), member).reflectionName();
                checkName(nested.substring(nested.lastIndexOf('.') + 1), "the name of the record", member.pointer());
            }
        } else if (shape instanceof EnumShape enumeration) {
            checkName(names.type(enumeration.id()).simpleName(), "the name of the shape", enumeration.pointer());
            checkValues(enumeration);
        } else if (shape instanceof SimpleShape simple) {
            checkText(simple.mediaType(), "the media type of shape " + simple.id(), simple.pointer());
            if (simple.hasNumbers()) {
                checkName(names.type(simple.id()).simpleName(), "the name of the shape", simple.pointer());
            }
        } else if (shape instanceof ListShape list) {
            checkLevels(list);
            checkNames(list.member());
        } else if (shape instanceof MapShape map) {
            checkLevels(map);
            checkNames(map.key());
            checkNames(map.value());
        }
    }

    private void checkName(String name, String what, String pointer) {
        if (name.length() > NAME) {
            error(
                    pointer,
                    what + " has " + name.length() + " letters as a class, more than the name of a file can have");
        }
    }

    private void checkText(@Nullable String text, String what, String pointer) {
        if (text == null) {
            return;
        }
        if (text.length() > TEXT) {
            error(pointer, what + " has " + text.length() + " characters, more than the " + TEXT + " of a constant");
        } else if (!JavaText.isWritable(text)) {
            error(pointer, what + " holds half a surrogate pair or a line separator, which no source can hold");
        }
    }

    private void checkEvents(UnionShape union) {
        int events = union.members().size();
        if (union.eventStream() != null && events > EVENTS && events <= MEMBERS) {
            error(
                    union.pointer(),
                    union.id() + " has " + events + " events, more than the " + EVENTS
                            + " that a class can read and write");
        }
    }

    private void checkMembers(Shape owner, List<Member> members) {
        if (members.size() > MEMBERS) {
            error(
                    owner.pointer(),
                    owner.id() + " has " + members.size() + " members, more than the " + MEMBERS
                            + " that a class can have");
        }
        for (Member member : members) {
            checkNames(member);
            if (member.defaultValue() != null) {
                checkDefault(member, member.defaultValue());
            }
        }
    }

    private void checkNames(Member member) {
        String what = "member '" + member.name() + "'";
        checkText(
                member.jsonName() == null ? member.wireName() : member.jsonName(),
                "the " + problems.dialect().nameOnWire() + " of " + what,
                member.pointer());
        checkXml(member.xml(), what, member.pointer());
    }

    private void checkXml(XmlTraits xml, String what, String pointer) {
        checkText(xml.name(), "the name in XML of " + what, pointer);
        checkText(xml.queryName(), "the name in forms of " + what, pointer);
        checkNamespace(xml.namespace(), what, pointer);
    }

    private void checkNamespace(XmlTraits.@Nullable Namespace namespace, String what, String pointer) {
        if (namespace != null) {
            checkText(namespace.uri(), "the namespace in XML of " + what, pointer);
            checkText(namespace.prefix(), "the prefix in XML of " + what, pointer);
        }
    }

    private void checkDefault(Member member, DefaultValue value) {
        String what = "the default of member '" + member.name() + "'";
        checkText(value.text(), what, member.pointer());
        if (model.shape(member.target()) instanceof SimpleShape simple
                && !DefaultLimits.isWithin(value, simple.type())) {
            error(member.pointer(), what + " is not a value that its type can have in Java");
        }
    }

    private void checkValues(EnumShape shape) {
        if (shape.values().size() > VALUES) {
            error(
                    shape.pointer(),
                    "enum " + shape.id() + " has " + shape.values().size() + " values, more than the " + VALUES
                            + " that a class can hold");
        }
        for (String value : shape.values()) {
            checkText(value, "a value of enum " + shape.id(), shape.pointer());
        }
    }

    private void checkLevels(Shape collection) {
        Shape element = collection;
        for (int level = 0; level < LEVELS; level++) {
            if (element instanceof ListShape list) {
                element = model.shape(list.member().target());
            } else if (element instanceof MapShape map) {
                element = model.shape(map.value().target());
            } else {
                return;
            }
        }
        error(
                collection.pointer(),
                collection.id() + " is a collection of collections, more than " + LEVELS
                        + " levels deep or in itself, for which Java has no type");
    }

    private void error(String pointer, String message) {
        problems.error(ProblemCode.JAVA_LIMIT, pointer, message, null);
    }
}
