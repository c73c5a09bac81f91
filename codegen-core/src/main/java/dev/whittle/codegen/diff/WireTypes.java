package dev.whittle.codegen.diff;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Member.HttpLocation;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.model.XmlTraits;
import dev.whittle.codegen.protocol.wire.BoundMember;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares how values of two shapes are written. */
final class WireTypes {
    private static final List<SimpleType> INTEGERS =
            List.of(SimpleType.BYTE, SimpleType.SHORT, SimpleType.INTEGER, SimpleType.LONG, SimpleType.BIG_INTEGER);
    private static final List<SimpleType> DECIMALS =
            List.of(SimpleType.FLOAT, SimpleType.DOUBLE, SimpleType.BIG_DECIMAL);

    private final ClientModel before;
    private final ClientModel after;
    private final Set<String> compared = new HashSet<>();

    private WireTypes(ClientModel before, ClientModel after) {
        this.before = before;
        this.after = after;
    }

    /** How the values of one shape relate to those of another one. */
    enum Relation {
        SAME,
        /** The new shape has more values. */
        WIDER,
        /** The old shape has more values. */
        NARROWER,
        /** Written in another format, which readers take too: timestamps, items of lists and namespaces in XML. */
        REFORMATTED,
        DIFFERENT;

        Relation and(Relation other) {
            if (this == SAME || this == other) {
                return other;
            }
            return other == SAME ? this : DIFFERENT;
        }
    }

    /** Compares two members, without the formats of their own timestamps. */
    static Relation compare(ClientModel before, ClientModel after, Member old, Member now) {
        if (old.jsonValue() != now.jsonValue()) {
            return Relation.DIFFERENT;
        }
        WireTypes types = new WireTypes(before, after);
        return types.xml(old, now).and(types.shapes(old.target(), now.target()));
    }

    /** How a member is written in XML and in forms, besides its name. */
    private Relation xml(Member old, Member now) {
        XmlTraits was = old.xml();
        XmlTraits is = now.xml();
        boolean areProperties = old.location() == HttpLocation.BODY && now.location() == HttpLocation.BODY;
        if (!hasXml() || !areProperties) {
            return Relation.SAME;
        }
        if (was.attribute() != is.attribute() || was.flattened() != is.flattened()) {
            return Relation.DIFFERENT;
        }
        return Objects.equals(was.namespace(), is.namespace()) ? Relation.SAME : Relation.REFORMATTED;
    }

    private boolean hasXml() {
        return before.wire().body().isXml() && after.wire().body().isXml();
    }

    /** Readers take the items of a list whatever they are called; entries of maps have two parts to tell apart. */
    private Relation itemNames(Member old, Member now, Relation otherwise) {
        boolean isSame = !hasXml()
                || before.wire().body().name(old).equals(after.wire().body().name(now));
        return isSame ? Relation.SAME : otherwise;
    }

    private Relation shapes(ShapeId old, ShapeId now) {
        Shape was = before.shape(old);
        Shape is = after.shape(now);
        if (was instanceof ListShape list && is instanceof ListShape other) {
            return itemNames(list.member(), other.member(), Relation.REFORMATTED)
                    .and(elements(list.member(), list.sparse(), other.member(), other.sparse()));
        }
        if (was instanceof MapShape map && is instanceof MapShape other) {
            return itemNames(map.key(), other.key(), Relation.DIFFERENT)
                    .and(itemNames(map.value(), other.value(), Relation.DIFFERENT))
                    .and(elements(map.value(), map.sparse(), other.value(), other.sparse()));
        }
        if (was instanceof StructureShape one && is instanceof StructureShape other) {
            return members(one.id(), one.members(), other.id(), other.members());
        }
        if (was instanceof UnionShape one && is instanceof UnionShape other) {
            return members(one.id(), one.members(), other.id(), other.members());
        }
        if (isClass(was)
                && isClass(is)
                && before.names().type(old).equals(after.names().type(now))) {
            return Relation.SAME;
        }
        SimpleType type = type(was);
        SimpleType other = type(is);
        if (other == SimpleType.DOCUMENT) {
            return type == other ? Relation.SAME : Relation.WIDER;
        }
        if (type == SimpleType.DOCUMENT) {
            return Relation.NARROWER;
        }
        return type == null || other == null ? Relation.DIFFERENT : simple(type, other);
    }

    private Relation elements(Member old, boolean wasSparse, Member now, boolean isSparse) {
        Relation nulls = wasSparse == isSparse ? Relation.SAME : isSparse ? Relation.WIDER : Relation.NARROWER;
        Shape was = before.shape(old.target());
        Shape is = after.shape(now.target());
        boolean areTimes = was.is(SimpleType.TIMESTAMP) && is.is(SimpleType.TIMESTAMP);
        boolean sameProtocol = before.wire().protocol().equals(after.wire().protocol());
        boolean sameTimes = !areTimes
                || !sameProtocol
                || before.wire().bodyFormat(old, was) == after.wire().bodyFormat(now, is);
        return sameTimes ? nulls.and(shapes(old.target(), now.target())) : Relation.REFORMATTED;
    }

    /** Structures of the same class are compared on their own. */
    private Relation members(ShapeId one, List<Member> members, ShapeId other, List<Member> others) {
        if (before.names().type(one).equals(after.names().type(other)) || !compared.add(one + " " + other)) {
            return Relation.SAME;
        }
        Map<String, Member> old = byWireName(before, one, members);
        Map<String, Member> now = byWireName(after, other, others);
        Relation relation = old.keySet().equals(now.keySet())
                ? Relation.SAME
                : now.keySet().containsAll(old.keySet())
                        ? Relation.WIDER
                        : old.keySet().containsAll(now.keySet()) ? Relation.NARROWER : Relation.DIFFERENT;
        for (Map.Entry<String, Member> each : old.entrySet()) {
            Member match = now.get(each.getKey());
            if (match != null) {
                relation = relation.and(shapes(each.getValue().target(), match.target()));
            }
        }
        return relation;
    }

    private static Map<String, Member> byWireName(ClientModel client, ShapeId owner, List<Member> members) {
        return members.stream()
                .collect(Collectors.toMap(
                        member -> {
                            BoundMember bound = client.bound(owner, member);
                            return bound == null
                                    ? member.name()
                                    : bound.binding().toString();
                        },
                        Function.identity(),
                        (first, second) -> first));
    }

    /** Classes of the same name and another kind are found once for all members. */
    private static boolean isClass(Shape shape) {
        return shape instanceof StructureShape || shape instanceof UnionShape || shape instanceof EnumShape;
    }

    private static @Nullable SimpleType type(Shape shape) {
        if (shape instanceof EnumShape) {
            return SimpleType.STRING;
        }
        return shape instanceof SimpleShape simple ? simple.type() : null;
    }

    private static Relation simple(SimpleType old, SimpleType now) {
        if (old == now) {
            return Relation.SAME;
        }
        if (INTEGERS.contains(old) && INTEGERS.contains(now)) {
            return ordered(INTEGERS, old, now);
        }
        if (DECIMALS.contains(old) && DECIMALS.contains(now)) {
            return ordered(DECIMALS, old, now);
        }
        if (INTEGERS.contains(old) && DECIMALS.contains(now)) {
            return Relation.WIDER;
        }
        return DECIMALS.contains(old) && INTEGERS.contains(now) ? Relation.NARROWER : Relation.DIFFERENT;
    }

    private static Relation ordered(List<SimpleType> types, SimpleType old, SimpleType now) {
        return types.indexOf(old) < types.indexOf(now) ? Relation.WIDER : Relation.NARROWER;
    }

    /** Services expect one format of timestamps; clients read every format in a body. */
    static WireVerdict format(boolean isSent) {
        return isSent ? WireVerdict.breaking("the service expects another format") : WireVerdict.COMPATIBLE;
    }

    /** What a relation means for those who send and receive the values. */
    static WireVerdict verdict(Relation relation, boolean isSent, boolean isReceived) {
        Judgement outside = Judgement.risky("the receiver does not accept all values of the sender");
        return switch (relation) {
            case SAME -> WireVerdict.COMPATIBLE;
            case DIFFERENT -> WireVerdict.breaking("the receiver expects another kind of value");
            case REFORMATTED -> format(isSent);
            case WIDER ->
                new WireVerdict(isReceived ? outside : Judgement.COMPATIBLE, isSent ? outside : Judgement.COMPATIBLE);
            case NARROWER ->
                new WireVerdict(isSent ? outside : Judgement.COMPATIBLE, isReceived ? outside : Judgement.COMPATIBLE);
        };
    }
}
