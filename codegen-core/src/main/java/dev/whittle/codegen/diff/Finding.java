package dev.whittle.codegen.diff;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A change that is being described. */
final class Finding {
    private final ChangeCode code;
    private final String message;
    private final String place;
    private final TreeSet<String> operations = new TreeSet<>();
    private final List<JavaChange> elements = new ArrayList<>();
    private final TreeSet<TouchedElement> touches = new TreeSet<>();
    private @Nullable String before;
    private @Nullable String after;
    private @Nullable Direction direction;
    private Judgement source = Judgement.COMPATIBLE;
    private Judgement binary = Judgement.COMPATIBLE;
    private WireVerdict wire = WireVerdict.COMPATIBLE;
    private @Nullable Witness witness;

    Finding(ChangeCode code, String place, String message) {
        this.code = code;
        this.place = place;
        this.message = message;
    }

    /** The JSON pointers to what changed. */
    Finding at(@Nullable String before, @Nullable String after) {
        this.before = before;
        this.after = after;
        return this;
    }

    Finding reachedFrom(Collection<String> names, @Nullable Direction direction) {
        operations.addAll(names);
        this.direction = direction;
        return this;
    }

    /** The elements that change, whose verdicts count. */
    Finding elements(List<JavaChange> changes) {
        elements.addAll(changes);
        for (JavaChange change : changes) {
            if (!change.isAddition()) {
                touches.add(TouchedElement.of(change));
            }
            source = source.or(change.source());
            binary = binary.or(change.binary());
        }
        return this;
    }

    /** Every use of a class meets the change. */
    Finding touches(ClassName type) {
        touches.add(TouchedElement.of(type));
        return this;
    }

    /** Every use of these fields and methods of a class meets the change. */
    Finding touches(ClassName type, String... members) {
        for (String member : members) {
            touches.add(TouchedElement.of(type, member));
        }
        return this;
    }

    Finding touches(Collection<TouchedElement> all) {
        touches.addAll(all);
        return this;
    }

    Finding source(Judgement verdict) {
        source = source.or(verdict);
        return this;
    }

    Finding binary(Judgement verdict) {
        binary = binary.or(verdict);
        return this;
    }

    Finding wire(WireVerdict verdict) {
        wire = wire.or(verdict);
        return this;
    }

    Finding oldClient(Judgement verdict) {
        return wire(new WireVerdict(verdict, Judgement.COMPATIBLE));
    }

    Finding newClient(Judgement verdict) {
        return wire(new WireVerdict(Judgement.COMPATIBLE, verdict));
    }

    Finding witness(String worked, String instead) {
        witness = new Witness(worked, instead);
        return this;
    }

    ApiChange build() {
        Witness example = witness == null ? ofElements() : witness;
        boolean isHarmless = source.isCompatible() && binary.isCompatible() && wire.worst() == Verdict.COMPATIBLE;
        return new ApiChange(
                code,
                message,
                place,
                before,
                after,
                List.copyOf(operations),
                direction,
                source,
                binary,
                wire,
                isHarmless ? null : example,
                elements,
                List.copyOf(touches));
    }

    /** The first element that breaks. */
    private @Nullable Witness ofElements() {
        for (JavaChange change : elements) {
            if (!change.source().or(change.binary()).isCompatible() && change.before() != null) {
                return new Witness(change.before(), change.after() == null ? "" : change.after());
            }
        }
        return null;
    }
}
