package dev.whittle.codegen.diff;

import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.api.JavaMember;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.names.Names;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.WireModel;
import dev.whittle.codegen.protocol.wire.WireStructure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison: all that determines a client.
 *
 * @param model the linked model
 * @param wire its ways over the wire
 * @param names its Java names
 */
public record ClientModel(ServiceModel model, WireModel wire, Names names) {
    JavaTypes types() {
        return new JavaTypes(model, names);
    }

    Shape shape(ShapeId id) {
        return model.shape(id);
    }

    /** The members of a structure as properties of its class. */
    List<JavaMember> properties(StructureShape structure) {
        return JavaMember.of(structure, model, names, types());
    }

    /** A member with its way over the wire, {@code null} if it never travels. */
    @Nullable
    BoundMember bound(ShapeId owner, Member member) {
        WireStructure structure = wire.structures().get(owner);
        if (structure == null) {
            return null;
        }
        for (BoundMember bound : structure.members()) {
            if (bound.member().name().equals(member.name())) {
                return bound;
            }
        }
        return null;
    }

    /** The Java type of values of a shape, as text without annotations. */
    String javaType(ShapeId id) {
        return TypeTexts.of(types().boxed(id));
    }

    String javaType(TypeName type) {
        return TypeTexts.of(type);
    }
}
