package dev.whittle.codegen.diff;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.api.JavaMember;
import dev.whittle.codegen.api.Sensitivity;
import dev.whittle.codegen.diff.Comparison.Described;
import dev.whittle.codegen.diff.WireTypes.Relation;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.WireBinding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares the members of a structure or error that both models have as the same class. */
final class MemberChanges {
    private final Comparison comparison;
    private final StructureShape old;
    private final StructureShape now;
    private final ClassName type;
    private final boolean isSent;
    private final boolean isReceived;

    MemberChanges(Comparison comparison, StructureShape old, StructureShape now) {
        this.comparison = comparison;
        this.old = old;
        this.now = now;
        this.type = comparison.before().names().type(old.id());
        this.isSent = comparison.isSent(old.id(), now.id());
        this.isReceived = comparison.isReceived(old.id(), now.id());
    }

    void find() {
        Map<String, JavaMember> before = byAccessor(comparison.before(), old);
        Map<String, JavaMember> after = byAccessor(comparison.after(), now);
        Map<String, JavaMember> added = new LinkedHashMap<>(after);
        added.keySet().removeAll(before.keySet());
        before.forEach((name, member) -> {
            JavaMember same = after.get(name);
            if (same != null) {
                compare(member, same);
                return;
            }
            JavaMember renamed = renamed(member, added);
            if (renamed == null) {
                removed(member);
            } else {
                added.remove(renamed.name());
                renamed(member, renamed);
            }
        });
        added.values().forEach(this::added);
    }

    private static Map<String, JavaMember> byAccessor(ClientModel client, StructureShape structure) {
        Map<String, JavaMember> members = new LinkedHashMap<>();
        client.properties(structure).forEach(each -> members.put(each.name(), each));
        return members;
    }

    private @Nullable JavaMember renamed(JavaMember member, Map<String, JavaMember> added) {
        BoundMember bound = comparison.before().bound(old.id(), member.member());
        for (JavaMember each : added.values()) {
            BoundMember other = comparison.after().bound(now.id(), each.member());
            if (bound != null
                    && other != null
                    && bound.binding().equals(other.binding())
                    && (!(bound.binding() instanceof WireBinding.Label) || labels(added) == 1)
                    && TypeTexts.of(member.type()).equals(TypeTexts.of(each.type()))
                    && member.required() == each.required()) {
                return each;
            }
        }
        return null;
    }

    /** How many new members are labels; a place in a path has no name by which two of them could be told apart. */
    private long labels(Map<String, JavaMember> added) {
        return added.values().stream()
                .map(each -> comparison.after().bound(now.id(), each.member()))
                .filter(bound -> bound != null && bound.binding() instanceof WireBinding.Label)
                .count();
    }

    private String place(JavaMember member) {
        return type.simpleName() + "$" + member.member().name();
    }

    private Finding report(ChangeCode code, @Nullable JavaMember was, @Nullable JavaMember is, String message) {
        String place = place(Objects.requireNonNull(is == null ? was : is));
        return comparison
                .report(code, place, message.replace("{}", place), old.id(), now.id())
                .at(
                        was == null ? null : was.member().pointer(),
                        is == null ? null : is.member().pointer())
                .touches(was == null ? List.of() : TouchedElement.of(type, was));
    }

    private List<JavaChange> claim(JavaMember member) {
        return comparison.claims().members(type, member.name(), member.presence());
    }

    private void added(JavaMember member) {
        if (!member.required()) {
            report(ChangeCode.MEMBER_ADDED, null, member, "the optional member {} is added")
                    .elements(claim(member))
                    .newClient(
                            isSent
                                    ? Judgement.risky("the old service ignores or refuses the member if it is set")
                                    : Judgement.COMPATIBLE)
                    .witness("{\"" + member.member().name() + "\": …}", "leave it unset for the old service");
            return;
        }
        Finding finding = report(ChangeCode.REQUIRED_MEMBER_ADDED, null, member, "the required member {} is added")
                .elements(claim(member))
                .witness(
                        type.simpleName() + ".builder().build()",
                        type.simpleName() + ".builder()." + member.name() + "(…).build()");
        builds(finding);
        if (isSent) {
            finding.oldClient(Judgement.breaking("the old client does not send the required member"))
                    .newClient(Judgement.risky("the old service ignores or refuses the member"));
        }
        if (isReceived) {
            finding.newClient(Judgement.risky("the old service does not send it, and the client returns a default"));
        }
    }

    /** Code that builds values without a required member. */
    private void builds(Finding finding) {
        finding.touches(type.nestedClass("Builder"));
        if (isSent) {
            finding.source(Judgement.risky("it compiles, and then build() throws an exception without the member"))
                    .binary(Judgement.breaking("build() throws an exception without the member"));
        } else {
            String reason = "code that builds such values itself, as tests do: build() throws without the member";
            finding.source(Judgement.risky(reason)).binary(Judgement.risky(reason));
        }
    }

    private void removed(JavaMember member) {
        Finding finding = report(ChangeCode.MEMBER_REMOVED, member, null, "the member {} is removed")
                .elements(claim(member))
                .witness("value." + member.name() + "()", "remove the call");
        if (isSent) {
            finding.oldClient(Judgement.risky("the new service ignores or refuses the member"));
            if (member.member().required()) {
                finding.newClient(Judgement.breaking("the old service requires the member"));
            }
        }
        if (isReceived) {
            finding.oldClient(Judgement.risky(
                    member.neverNull()
                            ? "the old client returns a default, since the service no longer sends the member"
                            : "the member is no longer set"));
        }
    }

    private void renamed(JavaMember was, JavaMember is) {
        report(
                        ChangeCode.MEMBER_RENAMED,
                        was,
                        is,
                        "the member " + place(was) + " is renamed to "
                                + is.member().name())
                .elements(claim(was))
                .elements(claim(is))
                .witness("value." + was.name() + "()", "value." + is.name() + "()");
        compareWire(was, is, Relation.SAME);
    }

    private void compare(JavaMember was, JavaMember is) {
        Relation relation = WireTypes.compare(comparison.before(), comparison.after(), was.member(), is.member());
        TypeName before = was.type();
        TypeName after = is.type();
        boolean sameType = TypeTexts.of(before).equals(TypeTexts.of(after)) && was.isStream() == is.isStream();
        if (!sameType) {
            Finding finding = report(
                            ChangeCode.MEMBER_TYPE_CHANGED,
                            was,
                            is,
                            "the type of {} changes from " + TypeTexts.simple(TypeTexts.of(before)) + " to "
                                    + TypeTexts.simple(TypeTexts.of(after)))
                    .elements(claim(was))
                    .elements(claim(is))
                    .binary(erasedToo(before, after))
                    .wire(WireTypes.verdict(relation, isSent, isReceived))
                    .witness(
                            TypeTexts.simple(TypeTexts.of(before)) + " value = got." + was.name() + "();",
                            TypeTexts.simple(TypeTexts.of(after)) + " value = got." + is.name() + "();");
            if (was.isStream() != is.isStream()) {
                finding.elements(comparison.claims().type(type));
                new OperationChanges(comparison).streams(now.id()).forEach(finding::elements);
            }
        } else {
            boolean sparse = !before.toString().equals(after.toString());
            if (sparse) {
                report(ChangeCode.ELEMENTS_NULLABLE_CHANGED, was, is, "nulls in {} are allowed, or no longer allowed")
                        .elements(claim(was))
                        .source(Judgement.risky("elements may be null"))
                        .binary(Judgement.risky(
                                "an element that is null throws a NullPointerException where none is allowed"))
                        .wire(WireTypes.verdict(relation, isSent, isReceived))
                        .witness("got." + was.name() + "()", "check each element for null");
            }
            if (!Objects.equals(was.member().defaultValue(), is.member().defaultValue())) {
                defaults(was, is);
            } else if (was.member().idempotencyToken() != is.member().idempotencyToken()) {
                token(was, is);
            } else {
                compareRequired(was, is);
            }
            if (relation != Relation.SAME && !sparse) {
                report(ChangeCode.MEMBER_WIRE_TYPE_CHANGED, was, is, "{} is written in another way")
                        .witness("a value outside of the narrower type", "keep to the values of both types")
                        .wire(WireTypes.verdict(relation, isSent, isReceived));
            }
        }
        if (was.target().getClass() != is.target().getClass()) {
            otherKind(was, is);
        }
        compareWire(was, is, relation);
        comparison.describe(
                described(comparison.before(), was),
                described(comparison.after(), is),
                place(is),
                old.id(),
                now.id(),
                TouchedElement.of(type, was));
    }

    /** A class that becomes one of another kind has other setters, although its name stays. */
    private void otherKind(JavaMember was, JavaMember is) {
        List<JavaChange> setters = claim(was);
        if (setters.stream().anyMatch(each -> !each.source().isCompatible())) {
            report(ChangeCode.MEMBER_TYPE_CHANGED, was, is, "the class of {} becomes one of another kind")
                    .elements(setters);
        }
    }

    /** A change of type arguments links, and fails where an element is used. */
    private static Judgement erasedToo(TypeName before, TypeName after) {
        return TypeTexts.erased(before).equals(TypeTexts.erased(after))
                ? Judgement.risky("it links, and code that uses an element throws a ClassCastException")
                : Judgement.COMPATIBLE;
    }

    private void defaults(JavaMember was, JavaMember is) {
        Finding finding = report(
                        ChangeCode.DEFAULT_CHANGED,
                        was,
                        is,
                        "the default of {} changes from " + text(was) + " to " + text(is))
                .elements(claim(was))
                .witness("an object without " + was.name(), "set " + is.name() + " explicitly");
        if (isSent) {
            finding.source(Judgement.risky("values that do not set it have another one"))
                    .binary(Judgement.risky("values that do not set it have another one"))
                    .wire(WireVerdict.risky("a member that is not set means something else"));
        }
        if (isReceived) {
            finding.wire(WireVerdict.risky("a response without it means something else"));
        }
        if (!was.required() && is.required()) {
            requires(finding, is);
        }
    }

    private void token(JavaMember was, JavaMember is) {
        boolean isNow = is.member().idempotencyToken();
        Finding finding = report(
                        ChangeCode.IDEMPOTENCY_TOKEN_CHANGED,
                        was,
                        is,
                        isNow ? "the client fills in {}" : "the client no longer fills in {}")
                .elements(claim(was));
        if (!was.required() && is.required()) {
            requires(finding, is);
        }
    }

    private static String text(JavaMember member) {
        var value = member.member().defaultValue();
        return value == null ? "none" : "'" + value.text() + "'";
    }

    private void compareRequired(JavaMember was, JavaMember is) {
        if (was.required() == is.required() && was.neverNull() == is.neverNull()) {
            return;
        }
        if ((is.required() && !was.required()) || (is.neverNull() && !was.neverNull())) {
            Finding finding = report(ChangeCode.MEMBER_NOW_REQUIRED, was, is, "the optional member {} becomes required")
                    .elements(claim(was))
                    .witness(
                            was.isCollection() ? "got." + was.presence() + "()" : "got." + was.name() + "() == null",
                            "remove the check");
            if (!was.required() && is.required()) {
                requires(finding, is);
            }
            return;
        }
        Finding finding = report(ChangeCode.MEMBER_NOW_OPTIONAL, was, is, "the required member {} becomes optional")
                .elements(claim(was))
                .witness("an object without " + is.name(), "set " + is.name() + " for the old service");
        if (was.neverNull()) {
            finding.witness(
                    "got." + was.name() + "()",
                    is.isCollection() ? "got." + is.presence() + "()" : "check got." + is.name() + "() for null");
            if (!is.isCollection()) {
                finding.source(Judgement.risky("the value may be null"))
                        .binary(Judgement.risky("the value may be null"));
            }
        }
        if (isSent) {
            finding.newClient(Judgement.risky("the old service refuses requests without it"));
        }
        if (isReceived) {
            finding.oldClient(Judgement.risky("the old client returns a default if the member is missing"));
        }
    }

    private void requires(Finding finding, JavaMember is) {
        String sender = "build() throws an exception if the member is not set";
        String tests = "code that builds such values itself, as tests do: " + sender;
        finding.source(Judgement.risky(isSent ? sender : tests)).binary(Judgement.risky(isSent ? sender : tests));
        finding.touches(type.nestedClass("Builder"))
                .witness(
                        type.simpleName() + ".builder().build()",
                        type.simpleName() + ".builder()." + is.name() + "(…).build()");
        if (isSent) {
            finding.oldClient(Judgement.risky("the new service refuses requests without the member"));
        }
        if (isReceived) {
            finding.newClient(Judgement.risky("the client returns a default if the old service omits the member"));
        }
    }

    private void compareWire(JavaMember was, JavaMember is, Relation relation) {
        BoundMember before = comparison.before().bound(old.id(), was.member());
        BoundMember after = comparison.after().bound(now.id(), is.member());
        if (before == null || after == null || !comparison.hasSameProtocol()) {
            return;
        }
        if (!isSamePlace(before.binding(), after.binding())) {
            boolean isSameKind = before.binding().getClass() == after.binding().getClass();
            report(
                            isSameKind ? ChangeCode.MEMBER_WIRE_NAME_CHANGED : ChangeCode.MEMBER_MOVED,
                            was,
                            is,
                            "{} moves from " + before.binding() + " to " + after.binding())
                    .wire(WireVerdict.breaking("the receiver looks for it in another place"))
                    .witness(before.binding().toString(), after.binding().toString());
        }
        TimestampFormat format = before.timestampFormat();
        if (relation == Relation.SAME && format != after.timestampFormat() && hasTimes(was) && hasTimes(is)) {
            report(
                            ChangeCode.MEMBER_WIRE_TYPE_CHANGED,
                            was,
                            is,
                            "the timestamp format of {} changes from " + format + " to " + after.timestampFormat())
                    .wire(WireTypes.format(isSent))
                    .oldClient(
                            after.binding().isInBody()
                                    ? Judgement.COMPATIBLE
                                    : Judgement.risky("the client may not read the other format in a header"))
                    .witness("a timestamp as " + format, "a timestamp as " + after.timestampFormat());
        }
    }

    /** Bytes are the same whether they are streamed or not. */
    private static boolean isSamePlace(WireBinding before, WireBinding after) {
        boolean areBodies = (before instanceof WireBinding.Payload && after instanceof WireBinding.Stream)
                || (before instanceof WireBinding.Stream && after instanceof WireBinding.Payload);
        return areBodies || before.equals(after);
    }

    private static boolean hasTimes(JavaMember member) {
        return TypeTexts.of(member.type()).contains("java.time.Instant");
    }

    private Described described(ClientModel client, JavaMember member) {
        return new Described(
                member.member().pointer(),
                member.member().documentation(),
                member.member().deprecated(),
                Sensitivity.isSensitive(member.member(), client.model()));
    }
}
