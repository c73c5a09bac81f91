package dev.whittle.codegen.protocol;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.XmlTraits;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.protocol.wire.BodyFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of a model whose bodies are XML: names that elements can have, and values that they can hold. */
final class XmlRules {
    private static final String WORD = "[A-Za-z_][A-Za-z0-9_.-]*";
    private static final Pattern NAME = Pattern.compile(WORD + "(:" + WORD + ")?");
    private static final Pattern PREFIX = Pattern.compile(WORD);

    private final ServiceModel model;
    private final BodyFormat body;
    private final String protocol;
    private final Problems problems;
    private final Set<String> reported = new HashSet<>();

    private XmlRules(ServiceModel model, BodyFormat body, String protocol, Problems problems) {
        this.model = model;
        this.body = body;
        this.protocol = protocol;
        this.problems = problems;
    }

    /**
     * Reports every place where a rule does not hold.
     *
     * @param protocol the id of the protocol
     */
    static void check(ServiceModel model, BodyFormat body, String protocol, Problems problems) {
        new XmlRules(model, body, protocol, problems).check();
    }

    private void check() {
        for (Shape shape : model.shapes().values()) {
            if (shape instanceof StructureShape structure) {
                check(structure.members(), structure.definedAs());
                checkName(structure.xml(), structure.xml().name(), structure.pointer(), structure.definedAs());
            } else if (shape instanceof UnionShape union) {
                check(union.members(), union.id().name());
                checkName(
                        union.xml(),
                        union.xml().name(),
                        union.pointer(),
                        union.id().name());
            } else if (shape instanceof ListShape list) {
                check(List.of(list.member()), list.id().name());
            } else if (shape instanceof MapShape map) {
                check(List.of(map.key(), map.value()), map.id().name());
                checkEntry(map);
            }
        }
    }

    private void check(List<Member> members, String owner) {
        for (Member member : members) {
            String what = "member " + Quote.of(member.name()) + " of " + Quote.shortened(owner);
            checkName(member.xml(), body.name(member), member.pointer(), what);
            Shape target = model.shape(member.target());
            if (target.is(SimpleType.DOCUMENT)) {
                report(
                        ProblemCode.XML_TARGET,
                        member.pointer(),
                        what + " is a document, which the protocol "
                                + Quote.of(problems.dialect().protocol(protocol)) + " does not have",
                        "leave out the operations that have it with excludeOperations");
            } else if (member.xml().attribute() && !(target instanceof EnumShape || target instanceof SimpleShape)) {
                report(
                        ProblemCode.XML_TARGET,
                        member.pointer(),
                        what + " is an attribute of XML, expected a simple value",
                        null);
            }
        }
    }

    private void checkEntry(MapShape map) {
        String key = BodyFormat.localName(body.name(map.key()));
        if (key.equals(BodyFormat.localName(body.name(map.value())))) {
            report(
                    ProblemCode.WIRE_NAME_DUPLICATE,
                    map.value().pointer(),
                    "the keys and the values of map " + Quote.shortened(map.id().name()) + " have the same name "
                            + Quote.of(key) + " in XML",
                    null);
        }
    }

    private void checkName(XmlTraits xml, @Nullable String name, String pointer, String what) {
        if (name != null && !NAME.matcher(name).matches()) {
            report(
                    ProblemCode.XML_NAME,
                    pointer,
                    what + " has the name " + Quote.of(name) + " in XML, which is not valid",
                    "a name has letters, digits, '_', '-' and '.', begins with a letter or '_', and may have a prefix"
                            + " with ':' before it");
        }
        String prefix = xml.namespace() == null ? null : xml.namespace().prefix();
        if (prefix != null && !PREFIX.matcher(prefix).matches()) {
            report(
                    ProblemCode.XML_NAME,
                    pointer,
                    what + " has a namespace with the prefix " + Quote.of(prefix) + ", which is not valid",
                    null);
        }
    }

    /** Operations that share a structure have a copy each. */
    private void report(ProblemCode code, String pointer, String message, @Nullable String hint) {
        if (reported.add(pointer + message)) {
            problems.error(code, pointer, message, hint);
        }
    }
}
