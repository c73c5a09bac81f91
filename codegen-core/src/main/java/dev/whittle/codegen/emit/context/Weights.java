package dev.whittle.codegen.emit.context;

import dev.whittle.codegen.emit.java.Parts;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import java.util.List;

/** How long the code for members is. */
public final class Weights {
    private Weights() {}

    /** The weight of a value: one, and one more for each collection that it consists of, because some formats write loops. */
    public static int of(Shape target, ServiceModel model) {
        int weight = 1;
        Shape element = target;
        while (true) {
            if (element instanceof ListShape list) {
                element = model.shape(list.member().target());
            } else if (element instanceof MapShape map) {
                element = model.shape(map.value().target());
            } else {
                return weight;
            }
            weight++;
        }
    }

    /** Whether the code for all members of a structure or union is too long for a method. */
    static boolean isLong(Shape shape, ServiceModel model) {
        if (shape instanceof StructureShape structure) {
            return isLong(structure.members(), model);
        }
        return shape instanceof UnionShape union && isLong(union.members(), model);
    }

    private static boolean isLong(List<Member> members, ServiceModel model) {
        return Parts.areNeeded(members.stream()
                .mapToInt(member -> of(model.shape(member.target()), model))
                .sum());
    }
}
