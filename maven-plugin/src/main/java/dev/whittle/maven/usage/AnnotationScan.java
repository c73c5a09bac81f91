package dev.whittle.maven.usage;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Finds the classes in the values of an annotation. */
final class AnnotationScan extends AnnotationVisitor {
    private final Consumer<String> classes;

    AnnotationScan(String descriptor, Consumer<String> classes) {
        super(Opcodes.ASM9);
        this.classes = classes;
        TypeScan.descriptor(descriptor, classes);
    }

    @Override
    public void visit(@Nullable String name, Object value) {
        if (value instanceof Type type) {
            TypeScan.descriptor(type.getDescriptor(), classes);
        }
    }

    @Override
    public void visitEnum(@Nullable String name, String descriptor, String value) {
        TypeScan.descriptor(descriptor, classes);
    }

    @Override
    public AnnotationVisitor visitAnnotation(@Nullable String name, String descriptor) {
        return new AnnotationScan(descriptor, classes);
    }

    @Override
    public AnnotationVisitor visitArray(@Nullable String name) {
        return this;
    }
}
