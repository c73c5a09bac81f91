package dev.whittle.codegen.emit.codec.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.whittle.codegen.api.JavaMember;
import dev.whittle.codegen.emit.context.CodecUsage.Part;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.context.ErrorCorrection;
import dev.whittle.codegen.emit.java.Locals;
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

    /** The methods of the structure's codec. */
    public List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        if (context.uses().uses(structure.id(), Part.READ)) {
            methods.add(context.wire().structure(structure.id()).isWholeBody() ? read() : readInto());
            if (context.uses().needsEmpty(structure.id())) {
                methods.add(empty());
            }
        }
        return methods;
    }

    // static ViewPort read(JsonReader in) {
    //     ViewPort.Builder builder = ViewPort.builder().width(0).height(0);
    //     … the loop …
    //     return builder.build();
    // }
    private MethodSpec read() {
        return MethodSpec.methodBuilder(method("read"))
                .addModifiers(Modifier.STATIC)
                .returns(type)
                .addParameter(format.reader(), "in")
                .addStatement(
                        "$T builder = $L",
                        type.nestedClass("Builder"),
                        context.corrections().builder(structure))
                .addCode(loop(new Locals("in", "builder", NAME)))
                .addStatement("return builder.build()")
                .build();
    }

    // static void read(JsonReader in, InvokeBrowserResponse.Builder builder) { … the loop … }
    private MethodSpec readInto() {
        return MethodSpec.methodBuilder(method("read"))
                .addModifiers(Modifier.STATIC)
                .addParameter(format.reader(), "in")
                .addParameter(type.nestedClass("Builder"), "builder")
                .addCode(loop(new Locals("in", "builder", NAME)))
                .build();
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
    public CodeBlock loop(Locals locals) {
        return loop(context.wire().structure(structure.id()).body(), locals);
    }

    /** The same for some of the members. */
    public CodeBlock loop(List<BoundMember> body, Locals locals) {
        Set<Member> late = context.corrections().required(structure).stream()
                .filter(ErrorCorrection::isLazy)
                .map(JavaMember::member)
                .collect(Collectors.toSet());
        ReadLoop loop = new ReadLoop();
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
                loop.before().addStatement("$T $N = null", context.names().type(target.id()), local);
                loop.after().addStatement("builder.$N($N != null ? $N : $L())", name, local, local, empty);
                read = CodeBlock.of("$N = $L", local, read);
            } else {
                read = CodeBlock.of("builder.$N($L)", name, read);
            }
            loop.property(format.property(((WireBinding.Body) bound.binding()).name()), read);
        }
        return loop.build();
    }

    // static ViewPort empty() {
    //     return ViewPort.builder().width(0).height(0).build();
    // }
    private MethodSpec empty() {
        CodeBlock.Builder value = CodeBlock.builder().add(context.corrections().builder(structure));
        for (JavaMember property : context.corrections().required(structure)) {
            if (ErrorCorrection.isLazy(property)) {
                ShapeId target = property.target().id();
                value.add(".$N($L())", property.name(), context.codecs().reference(format.home(), "empty", target));
            }
        }
        return MethodSpec.methodBuilder(method("empty"))
                .addModifiers(Modifier.STATIC)
                .returns(type)
                .addStatement("return $L.build()", value.build())
                .build();
    }

    private String method(String verb) {
        return context.codecs().method(verb, structure.id());
    }
}
