package dev.whittle.codegen.api;

import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.Role;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.names.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A member of a structure as a property of its class.
 *
 * @param member the member
 * @param name its accessor, setter and field
 * @param presence the method that tells whether a collection is set
 * @param target the shape of its values
 * @param type the type of its values, boxed
 * @param required whether building fails without it
 * @param neverNull whether its accessor never returns null for reasons of the model
 */
public record JavaMember(
        Member member, String name, String presence, Shape target, TypeName type, boolean required, boolean neverNull) {
    /** The properties of a structure, in the order of the model. */
    public static List<JavaMember> of(StructureShape structure, ServiceModel model, Names names, JavaTypes types) {
        List<JavaMember> properties = new ArrayList<>();
        for (Member member : structure.members()) {
            if (structure.role() == Role.ERROR && isMessage(member, model)) {
                continue;
            }
            properties.add(new JavaMember(
                    member,
                    names.member(structure.id(), member),
                    Names.presence(member),
                    model.shape(member.target()),
                    types.boxed(member, structure.role()),
                    isEnforced(member, structure.role()),
                    isRequired(member, structure.role()) && structure.role() != Role.INPUT));
        }
        return properties;
    }

    /** A token that the client makes up itself is never asked of the caller, and neither is what has a default. */
    private static boolean isEnforced(Member member, Role role) {
        return isRequired(member, role)
                && member.defaultValue() == null
                && !(role == Role.INPUT && member.idempotencyToken());
    }

    /** An output always has its stream, which may be empty. */
    private static boolean isRequired(Member member, Role role) {
        return member.required() || (member.isStream() && role == Role.OUTPUT);
    }

    /** The message of an error is read by the runtime for every error alike. */
    public static boolean isMessage(Member member, ServiceModel model) {
        return member.name().equalsIgnoreCase("message")
                && model.shape(member.target()).is(SimpleType.STRING);
    }

    /** The accessors of members by the names of the members in the model. */
    public static Map<String, String> accessors(List<JavaMember> members) {
        Map<String, String> accessors = new HashMap<>();
        members.forEach(each -> accessors.put(each.member().name(), each.name()));
        return accessors;
    }

    /** Whether it is a stream, of bytes or of events. */
    public boolean isStream() {
        return member.isStream();
    }

    public boolean isList() {
        return target instanceof ListShape;
    }

    public boolean isMap() {
        return target instanceof MapShape;
    }

    public boolean isCollection() {
        return isList() || isMap();
    }

    /** Whether a collection may be absent, which its accessor does not tell. */
    public boolean hasPresence() {
        return isCollection() && !neverNull;
    }

    /** Whether the field is a primitive. */
    public boolean isPrimitive() {
        return neverNull && type.isBoxedPrimitive();
    }

    /** The type of the field. */
    public TypeName fieldType() {
        if (isPrimitive()) {
            return type.unbox();
        }
        return neverNull ? type : JavaTypes.nullable(type);
    }

    /** The type that the accessor returns. */
    public TypeName accessorType() {
        return isCollection() ? type : fieldType();
    }

    /** The type of the builder's field. */
    public TypeName builderType() {
        return JavaTypes.nullable(type);
    }
}
