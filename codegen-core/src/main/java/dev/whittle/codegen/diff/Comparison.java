package dev.whittle.codegen.diff;

import dev.whittle.codegen.model.ShapeId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Two clients, what is known of both, and the changes that were found so far. */
final class Comparison {
    private final ClientModel before;
    private final ClientModel after;
    private final Claims claims;
    private final Reach reachBefore;
    private final Reach reachAfter;
    private final List<Finding> findings = new ArrayList<>();

    Comparison(ClientModel before, ClientModel after, Claims claims) {
        this.before = before;
        this.after = after;
        this.claims = claims;
        this.reachBefore = new Reach(before.model());
        this.reachAfter = new Reach(after.model());
    }

    ClientModel before() {
        return before;
    }

    ClientModel after() {
        return after;
    }

    /**
     * Whether both clients speak the same protocol. Another protocol writes every message in another way, which is one
     * change and not one of each operation and member.
     */
    boolean hasSameProtocol() {
        return before.wire().protocol().equals(after.wire().protocol());
    }

    Claims claims() {
        return claims;
    }

    /** Adds a change, whose verdicts the caller completes. */
    Finding report(ChangeCode code, String place, String message) {
        Finding finding = new Finding(code, place, message);
        findings.add(finding);
        return finding;
    }

    /** Adds a change of a shape, or of a part of one, that may be missing on one side. */
    Finding report(ChangeCode code, String place, String message, @Nullable ShapeId old, @Nullable ShapeId now) {
        return report(code, place, message).reachedFrom(operations(old, now), direction(old, now));
    }

    private Collection<String> operations(@Nullable ShapeId old, @Nullable ShapeId now) {
        TreeSet<String> names = new TreeSet<>();
        if (old != null) {
            names.addAll(reachBefore.operations(old));
        }
        if (now != null) {
            names.addAll(reachAfter.operations(now));
        }
        return names;
    }

    /** The direction of values of a shape, {@code null} if there are none. */
    @Nullable
    Direction direction(@Nullable ShapeId old, @Nullable ShapeId now) {
        Direction was = old == null ? null : reachBefore.direction(old);
        Direction is = now == null ? null : reachAfter.direction(now);
        if (was == null || is == null) {
            return was == null ? is : was;
        }
        return was.and(is);
    }

    boolean isSent(@Nullable ShapeId old, @Nullable ShapeId now) {
        Direction direction = direction(old, now);
        return direction != null && direction.isSent();
    }

    boolean isReceived(@Nullable ShapeId old, @Nullable ShapeId now) {
        Direction direction = direction(old, now);
        return direction != null && direction.isReceived();
    }

    /**
     * Reports a change of documentation, deprecation or sensitivity.
     *
     * @param touched the elements of what is described; code that uses them meets all but a change of documentation
     */
    void describe(
            Described old,
            Described now,
            String place,
            @Nullable ShapeId was,
            @Nullable ShapeId is,
            Collection<TouchedElement> touched) {
        if (!old.documentation().equals(now.documentation())) {
            report(ChangeCode.DOCUMENTATION_CHANGED, place, "the documentation of " + place + " changes", was, is)
                    .at(old.pointer(), now.pointer());
        }
        if ((old.deprecated() == null) != (now.deprecated() == null)) {
            boolean isNow = now.deprecated() != null;
            report(
                            isNow ? ChangeCode.DEPRECATED : ChangeCode.NO_LONGER_DEPRECATED,
                            place,
                            place + (isNow ? " is deprecated" : " is no longer deprecated"),
                            was,
                            is)
                    .at(old.pointer(), now.pointer())
                    .touches(touched);
        }
        if (old.sensitive() != now.sensitive()) {
            report(
                            ChangeCode.SENSITIVITY_CHANGED,
                            place,
                            place + (now.sensitive() ? " is hidden in texts" : " is shown in texts"),
                            was,
                            is)
                    .at(old.pointer(), now.pointer())
                    .touches(touched);
        }
    }

    /** What a model says of something besides its type. */
    record Described(
            String pointer, String documentation, @Nullable String deprecated, boolean sensitive) {}

    /** All changes, those of elements that nothing explains included. */
    List<ApiChange> changes() {
        List<ApiChange> changes = new ArrayList<>();
        findings.forEach(finding -> changes.add(finding.build()));
        List<JavaChange> rest = new ArrayList<>(claims.rest());
        rest.removeIf(change -> change.kind() == JavaChange.Kind.NULLNESS);
        for (JavaChange change : rest) {
            changes.add(new Finding(
                            ChangeCode.OTHER,
                            TypeTexts.simple(change.type()),
                            TypeTexts.simple(change.element()) + " changes")
                    .elements(List.of(change))
                    .build());
        }
        return changes;
    }
}
