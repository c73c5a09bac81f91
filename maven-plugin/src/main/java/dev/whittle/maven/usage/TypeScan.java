package dev.whittle.maven.usage;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** Finds the classes in descriptors, signatures and constants. */
final class TypeScan {
    private TypeScan() {}

    /** The classes in the descriptor of a field or method. */
    static void descriptor(String descriptor, Consumer<String> classes) {
        type(Type.getType(descriptor), classes);
    }

    /** A class, or the component of an array, by the name that instructions have. */
    static void object(String name, Consumer<String> classes) {
        type(Type.getObjectType(name), classes);
    }

    private static void type(Type type, Consumer<String> classes) {
        switch (type.getSort()) {
            case Type.OBJECT -> classes.accept(type.getInternalName());
            case Type.ARRAY -> type(type.getElementType(), classes);
            case Type.METHOD -> {
                type(type.getReturnType(), classes);
                for (Type each : type.getArgumentTypes()) {
                    type(each, classes);
                }
            }
            default -> {} // A primitive type.
        }
    }

    /** The classes in the signature of a class or method, which has type arguments; {@code null} without any. */
    static void signature(@Nullable String signature, Consumer<String> classes) {
        if (signature != null) {
            new SignatureReader(signature).accept(new SignatureScan(classes));
        }
    }

    /** The classes in the signature of a field or record component. */
    static void fieldSignature(@Nullable String signature, Consumer<String> classes) {
        if (signature != null) {
            new SignatureReader(signature).acceptType(new SignatureScan(classes));
        }
    }

    /** The classes in a constant, and the methods and fields that it refers to. */
    static void constant(Object value, Consumer<String> classes, Consumer<Handle> handles) {
        if (value instanceof Type type) {
            type(type, classes);
        } else if (value instanceof Handle handle) {
            handles.accept(handle);
        } else if (value instanceof ConstantDynamic dynamic) {
            descriptor(dynamic.getDescriptor(), classes);
            for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                constant(dynamic.getBootstrapMethodArgument(i), classes, handles);
            }
        }
    }

    private static final class SignatureScan extends SignatureVisitor {
        private final Consumer<String> classes;
        private String current = "";

        SignatureScan(Consumer<String> classes) {
            super(Opcodes.ASM9);
            this.classes = classes;
        }

        @Override
        public void visitClassType(String name) {
            current = name;
            classes.accept(name);
        }

        @Override
        public void visitInnerClassType(String name) {
            current += "$" + name;
            classes.accept(current);
        }

        /** Type arguments must not change the class that they belong to. */
        @Override
        public SignatureVisitor visitTypeArgument(char wildcard) {
            return new SignatureScan(classes);
        }
    }
}
