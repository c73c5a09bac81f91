package dev.whittle.codegen.diff;

import com.palantir.javapoet.ClassName;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.ShapeId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes of shapes that have no difference, because all that their emitters read is equal on both sides. They need not be
 * emitted, and most classes of a model are among them.
 */
final class UnchangedTypes {
    private final EmitContext before;
    private final EmitContext after;

    private UnchangedTypes(EmitContext before, EmitContext after) {
        this.before = before;
        this.after = after;
    }

    /** The names of the classes, none if the clients have other names. */
    static Set<ClassName> of(EmitContext before, EmitContext after) {
        Set<ClassName> unchanged = new HashSet<>();
        if (before.names().client().equals(after.names().client())) {
            UnchangedTypes types = new UnchangedTypes(before, after);
            for (Shape shape : before.model().shapes().values()) {
                if (types.isUnchanged(shape)) {
                    unchanged.add(before.names().type(shape.id()));
                }
            }
        }
        return unchanged;
    }

    private boolean isUnchanged(Shape shape) {
        Shape now = after.model().shapes().get(shape.id());
        if (!shape.equals(now) || shape instanceof ListShape || shape instanceof MapShape) {
            return false;
        }
        if (shape instanceof SimpleShape simple) {
            return simple.hasNumbers();
        }
        if (!before.names().type(shape.id()).equals(after.names().type(shape.id()))) {
            return false;
        }
        if (shape instanceof StructureShape structure) {
            return before.isRead(structure) == after.isRead(structure) && areUnchanged(structure.members());
        }
        return !(shape instanceof UnionShape union) || areUnchanged(union.members());
    }

    private boolean areUnchanged(List<Member> members) {
        return members.stream().allMatch(member -> isSameType(member.target()));
    }

    /** Whether members with this target have the same Java type, and the same methods. */
    private boolean isSameType(ShapeId target) {
        Shape was = before.model().shape(target);
        Shape is = after.model().shapes().get(target);
        if (is == null || was.sensitive() != is.sensitive()) {
            return false;
        }
        if (was instanceof ListShape list) {
            return list.equals(is) && isSameType(list.member().target());
        }
        if (was instanceof MapShape map) {
            return map.equals(is)
                    && isSameType(map.key().target())
                    && isSameType(map.value().target());
        }
        if (was instanceof SimpleShape) {
            return was.equals(is);
        }
        return was.getClass() == is.getClass()
                && before.names().type(target).equals(after.names().type(target))
                && isErrorValue(was) == isErrorValue(is)
                && isEventStream(was) == isEventStream(is);
    }

    private static boolean isErrorValue(@Nullable Shape shape) {
        return shape instanceof StructureShape structure && structure.isErrorValue();
    }

    private static boolean isEventStream(@Nullable Shape shape) {
        return shape instanceof UnionShape union && union.eventStream() != null;
    }
}
