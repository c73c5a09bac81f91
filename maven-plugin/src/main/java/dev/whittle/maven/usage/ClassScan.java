package dev.whittle.maven.usage;

import dev.whittle.maven.usage.Uses.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;

/** Finds what a class uses: in its declaration, its fields and components, and by {@link MethodScan} in its methods. */
final class ClassScan extends ClassVisitor {
    private final Uses uses;
    private final List<String> declared = new ArrayList<>();
    private String name = "";
    private String file = "";

    ClassScan(Uses uses) {
        super(Opcodes.ASM9);
        this.uses = uses;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String[] interfaces) {
        this.name = name;
        if (superName != null) {
            declared.add(superName);
        }
        declared.addAll(List.of(interfaces));
        TypeScan.signature(signature, declared::add);
    }

    @Override
    public void visitSource(@Nullable String source, @Nullable String debug) {
        file = source == null ? "" : source;
    }

    @Override
    public void visitPermittedSubclass(String subclass) {
        declared.add(subclass);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return new AnnotationScan(descriptor, declared::add);
    }

    @Override
    public AnnotationVisitor visitTypeAnnotation(
            int reference, @Nullable TypePath path, String descriptor, boolean visible) {
        return new AnnotationScan(descriptor, declared::add);
    }

    @Override
    public FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        TypeScan.descriptor(descriptor, declared::add);
        TypeScan.fieldSignature(signature, declared::add);
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                return new AnnotationScan(descriptor, declared::add);
            }

            @Override
            public AnnotationVisitor visitTypeAnnotation(
                    int reference, @Nullable TypePath path, String descriptor, boolean visible) {
                return new AnnotationScan(descriptor, declared::add);
            }
        };
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(String name, String descriptor, @Nullable String signature) {
        TypeScan.descriptor(descriptor, declared::add);
        TypeScan.fieldSignature(signature, declared::add);
        return new RecordComponentVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                return new AnnotationScan(descriptor, declared::add);
            }
        };
    }

    /** A bridge only calls the method that the source has. The exceptions are null if there are none. */
    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
        if ((access & Opcodes.ACC_BRIDGE) != 0) {
            return null;
        }
        MethodScan scan = new MethodScan(uses, this.name, name, file);
        scan.declare(descriptor, signature, exceptions == null ? List.of() : List.of(exceptions));
        return scan;
    }

    @Override
    public void visitEnd() {
        Place place = new Place(name.replace('/', '.'), "", file, 0);
        declared.forEach(each -> uses.addClass(each, place));
    }
}
