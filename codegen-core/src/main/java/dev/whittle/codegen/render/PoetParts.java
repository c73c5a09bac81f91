package dev.whittle.codegen.render;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.lang.reflect.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What JavaPoet's types keep to themselves and a renderer needs: the four fields without an accessor. */
final class PoetParts {
    private static final Field FORMAT_PARTS = field(CodeBlock.class, "formatParts");
    private static final Field ARGUMENTS = field(CodeBlock.class, "args");
    private static final Field PERMITTED = field(TypeSpec.class, "permittedSubclasses");
    private static final Field RECORD_CONSTRUCTOR = field(TypeSpec.class, "recordConstructor");

    private PoetParts() {}

    /** The pieces of a block in their order: literal text, and placeholders such as {@code $T}. */
    @SuppressWarnings("unchecked")
    static List<String> formatParts(CodeBlock code) {
        return (List<String>) value(FORMAT_PARTS, code);
    }

    /** What the placeholders stand for, in their order. */
    @SuppressWarnings("unchecked")
    static List<Object> arguments(CodeBlock code) {
        return (List<Object>) value(ARGUMENTS, code);
    }

    /** The subtypes that a sealed type names. */
    @SuppressWarnings("unchecked")
    static List<TypeName> permitted(TypeSpec type) {
        return (List<TypeName>) value(PERMITTED, type);
    }

    /** The constructor whose parameters are the components of a record. */
    static @Nullable MethodSpec recordConstructor(TypeSpec type) {
        return (MethodSpec) get(RECORD_CONSTRUCTOR, type);
    }

    private static Field field(Class<?> owner, String name) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(unsupported(owner, name), e);
        }
    }

    private static String unsupported(Class<?> owner, String field) {
        String version = owner.getPackage().getImplementationVersion();
        return "JavaPoet " + (version == null ? "of an unknown version" : version) + " is not supported: "
                + owner.getName()
                + " has no field '" + field
                + "'. Remove the version of com.palantir.javapoet:javapoet that the build sets"
                + " for the plugin.";
    }

    private static Object value(Field field, Object owner) {
        Object value = get(field, owner);
        if (value == null) {
            throw new IllegalStateException(field.getName() + " is null");
        }
        return value;
    }

    private static @Nullable Object get(Field field, Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
