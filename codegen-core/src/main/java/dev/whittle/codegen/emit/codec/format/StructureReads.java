package dev.whittle.codegen.emit.codec.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.JavaMember;
import dev.whittle.codegen.emit.context.CodecUsage.Part;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.context.ErrorCorrection;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.emit.java.Parts;
import dev.whittle.codegen.emit.java.Parts.Piece;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.Role;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.WireBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The methods that read a structure. */
public final class StructureReads {
    /** The local of the loop over an object's properties. */
    public static final String NAME = "name";

    private static final CodeBlock IN = CodeBlock.of("in");

    private final ReadFormat format;
    private final EmitContext context;
    private final StructureShape structure;
    private final ClassName type;

    StructureReads(ReadFormat format, StructureShape structure) {
        this.format = format;
        this.context = format.context();
        this.structure = structure;
        this.type = context.names().type(structure.id());
    }

    /** Adds the methods of the structure's codec to its class. */
    public void addTo(TypeSpec.Builder home) {
        if (context.uses().uses(structure.id(), Part.READ)) {
            home.addMethod(context.wire().structure(structure.id()).isWholeBody() ? read(home) : readInto(home));
            if (context.uses().needsEmpty(structure.id())) {
                home.addMethod(empty(home));
            }
        }
    }

    // static ViewPort read(JsonReader in) {
    //     ViewPort.Builder builder = ViewPort.builder().width(0).height(0);
    //     … the loop …
    //     return builder.build();
    // }
    private MethodSpec read(TypeSpec.Builder home) {
        return MethodSpec.methodBuilder(method("read"))
                .addModifiers(Modifier.STATIC)
                .returns(type)
                .addParameter(format.reader(), "in")
                .addStatement(
                        "$T builder = $L",
                        type.nestedClass("Builder"),
                        context.corrections().builder(structure))
                .addCode(loop(context.corrections().presets(structure), home))
                .addStatement("return builder.build()")
                .build();
    }

    // static void read(JsonReader in, InvokeBrowserResponse.Builder builder) { … the loop … }
    private MethodSpec readInto(TypeSpec.Builder home) {
        return MethodSpec.methodBuilder(method("read"))
                .addModifiers(Modifier.STATIC)
                .addParameter(format.reader(), "in")
                .addParameter(type.nestedClass("Builder"), "builder")
                .addCode(loop(List.of(), home))
                .build();
    }

    private CodeBlock loop(List<Piece> before, TypeSpec.Builder home) {
        Locals locals = new Locals("in", "builder", NAME);
        return loop(before, context.wire().structure(structure.id()).body(), locals, home, "Reader");
    }

    /** Whether the body has properties other than an error's message. */
    public boolean hasProperties() {
        return context.wire().structure(structure.id()).body().stream()
                .anyMatch(bound -> !isErrorMessage(bound.member()));
    }

    private boolean isErrorMessage(Member member) {
        return structure.role() == Role.ERROR && JavaMember.isMessage(member, context.model());
    }

    // AutomationStream automationStream = null;
    // … the loop, in which it is read …
    // builder.automationStream(automationStream != null ? automationStream : AutomationStreamCodec.empty());
    /**
     * Reads some of the members.
     *
     * @param before what comes first
     * @param home the class that reads; a long loop adds a nested class to it
     * @param nested the name of that nested class
     */
    public CodeBlock loop(
            List<Piece> before, List<BoundMember> body, Locals locals, TypeSpec.Builder home, String nested) {
        ReadLoop loop = new ReadLoop();
        before.forEach(loop::before);
        addMembers(loop, body, locals);
        if (!context.isLong(structure)) {
            return loop.build();
        }
        ClassName reader = format.home().nestedClass(nested);
        home.addType(loop.buildClass(reader, format.reader(), type.nestedClass("Builder")));
        return CodeBlock.builder()
                .addStatement("new $T(in, builder).properties()", reader)
                .build();
    }

    private void addMembers(ReadLoop loop, List<BoundMember> body, Locals locals) {
        Set<Member> late = context.corrections().required(structure).stream()
                .filter(ErrorCorrection::isLazy)
                .map(JavaMember::member)
                .collect(Collectors.toSet());
        for (BoundMember bound : body) {
            Shape target = context.model().shape(bound.member().target());
            if (isErrorMessage(bound.member()) || format.addOther(loop, structure, bound, target, locals)) {
                continue;
            }
            String name = context.names().member(structure.id(), bound.member());
            CodeBlock read = format.value(IN, target, bound.timestampFormat());
            if (late.contains(bound.member())) {
                String local = locals.name(name);
                CodeBlock empty = context.codecs().reference(format.home(), "empty", target.id());
                loop.nullable(context.names().type(target.id()), local);
                loop.after(Piece.statement("builder.$N($N != null ? $N : $L())", name, local, local, empty));
                read = CodeBlock.of("$N = $L", local, read);
            } else {
                read = CodeBlock.of("builder.$N($L)", name, read);
            }
            loop.property(format.property(((WireBinding.Body) bound.binding()).name()), read);
        }
    }

    // static ViewPort empty() {
    //     return ViewPort.builder().width(0).height(0).build();
    // }
    private MethodSpec empty(TypeSpec.Builder home) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(method("empty"))
                .addModifiers(Modifier.STATIC)
                .returns(type);
        CodeBlock builder = context.corrections().builder(structure);
        List<Piece> defaults = new ArrayList<>(context.corrections().presets(structure));
        List<CodeBlock> late = new ArrayList<>();
        for (JavaMember property : context.corrections().required(structure)) {
            if (ErrorCorrection.isLazy(property)) {
                ShapeId target = property.target().id();
                CodeBlock empty = context.codecs().reference(format.home(), "empty", target);
                late.add(CodeBlock.of(".$N($L())", property.name(), empty));
            }
        }
        if (!context.isLong(structure)) {
            return method.addStatement(
                            "return $L$L.build()", builder, late.stream().collect(CodeBlock.joining("")))
                    .build();
        }
        late.forEach(each -> defaults.add(Piece.statement("builder$L", each)));
        Parts parts =
                Parts.inNested(format.home().nestedClass("Defaults")).with(type.nestedClass("Builder"), "builder");
        method.addStatement("$T builder = $L", type.nestedClass("Builder"), builder)
                .addCode(parts.statements("part", defaults))
                .addStatement("return builder.build()");
        parts.addTo(home);
        return method.build();
    }

    private String method(String verb) {
        return context.codecs().method(verb, structure.id());
    }
}
