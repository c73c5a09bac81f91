package dev.whittle.codegen.diff;

import com.palantir.javapoet.ClassName;
import dev.whittle.codegen.api.Sensitivity;
import dev.whittle.codegen.diff.Comparison.Described;
import dev.whittle.codegen.diff.WireTypes.Relation;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.names.Names;
import dev.whittle.codegen.protocol.wire.BoundMember;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares the members of a union, or the events of a stream, that both models have as the same class. */
final class UnionChanges {
    private final Comparison comparison;
    private final UnionShape old;
    private final UnionShape now;
    private final ClassName type;
    private final boolean isSent;
    private final boolean isReceived;

    UnionChanges(Comparison comparison, UnionShape old, UnionShape now) {
        this.comparison = comparison;
        this.old = old;
        this.now = now;
        this.type = comparison.before().names().type(old.id());
        this.isSent = comparison.isSent(old.id(), now.id());
        this.isReceived = comparison.isReceived(old.id(), now.id());
    }

    void find() {
        Map<String, Member> before = byFactory(comparison.before(), old);
        Map<String, Member> after = byFactory(comparison.after(), now);
        before.forEach((name, member) -> {
            Member same = after.get(name);
            if (same == null) {
                removed(name, member);
            } else {
                compare(name, member, same);
            }
        });
        after.forEach((name, member) -> {
            if (!before.containsKey(name)) {
                added(name, member);
            }
        });
    }

    private static Map<String, Member> byFactory(ClientModel client, UnionShape union) {
        Map<String, Member> members = new LinkedHashMap<>();
        union.members().forEach(member -> members.put(client.names().member(union.id(), member), member));
        return members;
    }

    private String place(Member member) {
        return type.simpleName() + "$" + member.name();
    }

    /** The method that makes a member, and the class of its values. */
    private List<TouchedElement> touched(Member member) {
        Names names = comparison.before().names();
        return List.of(
                TouchedElement.of(type, names.member(old.id(), member)),
                TouchedElement.of(names.unionRecord(old.id(), member)));
    }

    private List<JavaChange> claim(ClientModel client, UnionShape union, String factory, Member member) {
        List<JavaChange> changes = comparison.claims().type(client.names().unionRecord(union.id(), member));
        changes.addAll(comparison.claims().members(type, factory));
        return changes;
    }

    private void added(String name, Member member) {
        Finding finding = comparison
                .report(
                        ChangeCode.UNION_MEMBER_ADDED,
                        place(member),
                        "the union " + type.simpleName() + " gains the member " + member.name(),
                        old.id(),
                        now.id())
                .at(null, member.pointer())
                .elements(claim(comparison.after(), now, name, member))
                .touches(type)
                .witness("{\"" + member.name() + "\": …}", "handle it where a switch has its default");
        if (isReceived) {
            finding.oldClient(Judgement.risky("the old client receives it as Unknown"));
        }
        if (isSent) {
            finding.newClient(Judgement.risky("the old service does not know the member"));
        }
    }

    private void removed(String name, Member member) {
        Finding finding = comparison
                .report(
                        ChangeCode.UNION_MEMBER_REMOVED,
                        place(member),
                        "the union " + type.simpleName() + " loses the member " + member.name(),
                        old.id(),
                        now.id())
                .at(member.pointer(), null)
                .elements(claim(comparison.before(), old, name, member))
                .witness(type.simpleName() + "." + name + "(…)", "choose another member");
        if (isSent) {
            finding.oldClient(Judgement.risky("the new service does not know the member"));
        }
        if (isReceived) {
            finding.newClient(Judgement.risky("the new client receives it as Unknown"));
        }
    }

    private void compare(String name, Member was, Member is) {
        Relation relation = WireTypes.compare(comparison.before(), comparison.after(), was, is);
        WireVerdict wire = WireTypes.verdict(relation, isSent, isReceived);
        String before = comparison.before().javaType(was.target());
        String after = comparison.after().javaType(is.target());
        if (!before.equals(after)) {
            comparison
                    .report(
                            ChangeCode.UNION_MEMBER_TYPE_CHANGED,
                            place(is),
                            "the type of " + place(is) + " changes from " + TypeTexts.simple(before) + " to "
                                    + TypeTexts.simple(after),
                            old.id(),
                            now.id())
                    .at(was.pointer(), is.pointer())
                    .touches(touched(was))
                    .elements(claim(comparison.before(), old, name, was))
                    .elements(claim(comparison.after(), now, name, is))
                    .binary(Judgement.risky("code that uses an element throws a ClassCastException"))
                    .wire(wire)
                    .witness(
                            type.simpleName() + "." + name + "((" + TypeTexts.simple(before) + ") value)",
                            type.simpleName() + "." + name + "((" + TypeTexts.simple(after) + ") value)");
        } else if (relation != Relation.SAME) {
            report(was, is, "is written in another way")
                    .wire(wire)
                    .witness("a value outside of the narrower type", "keep to the values of both types");
        }
        compareWire(before, was, is);
        comparison.describe(
                described(comparison.before(), was),
                described(comparison.after(), is),
                place(is),
                old.id(),
                now.id(),
                touched(was));
    }

    private void compareWire(String type, Member was, Member is) {
        BoundMember bound = comparison.before().bound(old.id(), was);
        BoundMember other = comparison.after().bound(now.id(), is);
        if (bound == null || other == null || !comparison.hasSameProtocol()) {
            return;
        }
        if (!bound.binding().equals(other.binding())) {
            report(was, is, "moves from " + bound.binding() + " to " + other.binding())
                    .wire(WireVerdict.breaking("the receiver knows it by another name"))
                    .witness(bound.binding().toString(), other.binding().toString());
        } else if (bound.timestampFormat() != other.timestampFormat() && type.equals("java.time.Instant")) {
            report(was, is, "has another timestamp format")
                    .wire(WireTypes.format(isSent))
                    .witness("a timestamp as " + bound.timestampFormat(), "a timestamp as " + other.timestampFormat());
        }
    }

    private Finding report(Member was, Member is, String what) {
        return comparison
                .report(ChangeCode.UNION_MEMBER_WIRE_CHANGED, place(is), place(is) + " " + what, old.id(), now.id())
                .at(was.pointer(), is.pointer())
                .touches(touched(was));
    }

    private static Described described(ClientModel client, Member member) {
        return new Described(
                member.pointer(),
                member.documentation(),
                member.deprecated(),
                Sensitivity.isSensitive(member, client.model()));
    }
}
