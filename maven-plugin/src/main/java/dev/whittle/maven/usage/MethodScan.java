package dev.whittle.maven.usage;

import dev.whittle.maven.usage.Uses.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypePath;

/** Finds what a method uses, line by line. */
final class MethodScan extends MethodVisitor {
    private static final String LAMBDA = "lambda$";

    private final Uses uses;
    private final String owner;
    private final String method;
    private final String file;

    /** What the declaration uses; it has no line of its own. */
    private final List<Consumer<Place>> declared = new ArrayList<>();

    /** The exceptions that are caught at a label. */
    private final Map<Label, List<String>> handlers = new HashMap<>();

    private final List<String> caught = new ArrayList<>();
    private int firstLine;
    private int line;

    MethodScan(Uses uses, String owner, String name, String file) {
        super(Opcodes.ASM9);
        this.uses = uses;
        this.owner = owner;
        this.method = sourceName(name);
        this.file = file;
    }

    /** The method around a lambda, {@code open} for {@code lambda$open$0}. */
    private static String sourceName(String name) {
        int end = name.lastIndexOf('$');
        if (!name.startsWith(LAMBDA) || end <= LAMBDA.length()) {
            return name;
        }
        String around = name.substring(LAMBDA.length(), end);
        return around.equals("new") ? "<init>" : around.equals("static") ? "<clinit>" : around;
    }

    /** What stands before the body. */
    void declare(String descriptor, @Nullable String signature, List<String> exceptions) {
        declared.add(place -> uses.addOverride(owner, method, descriptor, place));
        TypeScan.descriptor(descriptor, this::declares);
        TypeScan.signature(signature, this::declares);
        exceptions.forEach(this::declares);
    }

    private void declares(String name) {
        declared.add(place -> uses.addClass(name, place));
    }

    private Place place(int line) {
        return new Place(owner.replace('/', '.'), method, file, line);
    }

    private void uses(String name) {
        uses.addClass(name, place(line));
    }

    private void usesMember(String owner, String name, String descriptor) {
        TypeScan.object(owner, this::uses);
        TypeScan.descriptor(descriptor, this::uses);
        uses.addMember(owner, name, descriptor, place(line));
    }

    private void usesHandle(Handle handle) {
        usesMember(handle.getOwner(), handle.getName(), handle.getDesc());
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return new AnnotationScan(descriptor, this::declares);
    }

    @Override
    public AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
        return new AnnotationScan(descriptor, this::declares);
    }

    @Override
    public AnnotationVisitor visitTypeAnnotation(
            int reference, @Nullable TypePath path, String descriptor, boolean visible) {
        return new AnnotationScan(descriptor, this::declares);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        if (type != null) {
            handlers.computeIfAbsent(handler, each -> new ArrayList<>()).add(type);
        }
    }

    /** The line of a handler follows its label. */
    @Override
    public void visitLabel(Label label) {
        flush();
        caught.addAll(handlers.getOrDefault(label, List.of()));
    }

    @Override
    public void visitLineNumber(int number, Label start) {
        line = number;
        firstLine = firstLine == 0 ? number : firstLine;
        flush();
    }

    private void flush() {
        caught.forEach(this::uses);
        caught.clear();
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        TypeScan.object(type, this::uses);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        usesMember(owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        usesMember(owner, name, descriptor);
    }

    /** Lambdas, references to methods, and switches over types. */
    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        TypeScan.descriptor(descriptor, this::uses);
        for (Object argument : arguments) {
            TypeScan.constant(argument, this::uses, this::usesHandle);
        }
    }

    @Override
    public void visitLdcInsn(Object value) {
        TypeScan.constant(value, this::uses, this::usesHandle);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        TypeScan.descriptor(descriptor, this::uses);
    }

    @Override
    public void visitEnd() {
        flush();
        Place place = place(firstLine);
        declared.forEach(each -> each.accept(place));
    }
}
