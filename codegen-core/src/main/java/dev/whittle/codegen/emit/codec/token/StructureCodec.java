package dev.whittle.codegen.emit.codec.token;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The methods that read and write a structure. */
public final class StructureCodec {
    /** The local of the loop over an object's properties. */
    public static final String NAME = "name";

    private final EmitContext context;
    private final StructureShape structure;
    private final ClassName home;
    private final ClassName type;
    private final ValueCode values;

    public StructureCodec(EmitContext context, StructureShape structure, ClassName home) {
        this.context = context;
        this.structure = structure;
        this.home = home;
        this.type = context.names().type(structure.id());
        this.values = new ValueCode(context, home);
    }

    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        if (context.uses().uses(structure.id(), Part.WRITE)) {
            methods.add(write());
        }
        if (context.uses().uses(structure.id(), Part.READ)) {
            methods.add(context.wire().structure(structure.id()).isWholeBody() ? read() : readInto());
            if (context.uses().needsEmpty(structure.id())) {
                methods.add(empty());
            }
        }
        methods.addAll(new CollectionMethods(context).of(structure.id(), type));
        return methods;
    }

    // static void write(ViewPort value, JsonWriter out) {
    //     out.startObject();
    //     out.property("width", value.width());
    //     out.property("name", value.name());
    //     if (value.status() != null) {
    //         out.property("status", value.status().value());
    //     }
    //     out.endObject();
    // }
    private MethodSpec write() {
        return MethodSpec.methodBuilder(method("write"))
                .addModifiers(Modifier.STATIC)
                .addParameter(type, "value")
                .addParameter(values.writer(), "out")
                .addCode(properties(context.wire().structure(structure.id()).body()))
                .build();
    }

    /** Writes an object of some of the members of {@code value} to {@code out}. */
    public CodeBlock properties(List<BoundMember> body) {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("out.startObject()");
        Map<String, JavaMember> properties = new HashMap<>();
        JavaMember.of(structure, context.model(), context.names(), context.types())
                .forEach(property -> properties.put(property.member().name(), property));
        for (BoundMember bound : body) {
            String name = bound.member().name();
            code.add(writeMember(Objects.requireNonNull(properties.get(name), name), bound));
        }
        return code.addStatement("out.endObject()").build();
    }

    private CodeBlock writeMember(JavaMember property, BoundMember bound) {
        String name = ((WireBinding.Body) bound.binding()).name();
        CodeBlock value = CodeBlock.of("value.$N()", property.name());
        CodeBlock write = values.writeProperty(name, property.target(), value, bound.timestampFormat());
        if (property.neverNull() || ValueCode.hasNullableWriter(property.target())) {
            return write;
        }
        CodeBlock isSet = property.isCollection()
                ? CodeBlock.of("value.$N()", property.presence())
                : CodeBlock.of("$L != null", value);
        return CodeBlock.builder()
                .beginControlFlow("if ($L)", isSet)
                .add(write)
                .endControlFlow()
                .build();
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
                .addParameter(values.reader(), "in")
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
                .addParameter(values.reader(), "in")
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
        CodeBlock.Builder before = CodeBlock.builder();
        CodeBlock.Builder after = CodeBlock.builder();
        ReadLoop loop = new ReadLoop();
        for (BoundMember bound : body) {
            if (isErrorMessage(bound.member())) {
                continue;
            }
            Shape target = context.model().shape(bound.member().target());
            String name = context.names().member(structure.id(), bound.member());
            CodeBlock read = values.read(target);
            if (late.contains(bound.member())) {
                String local = locals.name(name);
                CodeBlock empty = context.codecs().reference(home, "empty", target.id());
                before.addStatement("$T $N = null", context.names().type(target.id()), local);
                after.addStatement("builder.$N($N != null ? $N : $L())", name, local, local, empty);
                read = CodeBlock.of("$N = $L", local, read);
            } else {
                read = CodeBlock.of("builder.$N($L)", name, read);
            }
            loop.property(((WireBinding.Body) bound.binding()).name(), read);
        }
        return before.add(loop.build()).add(after.build()).build();
    }

    // static ViewPort empty() {
    //     return ViewPort.builder().width(0).height(0).build();
    // }
    private MethodSpec empty() {
        CodeBlock.Builder value = CodeBlock.builder().add(context.corrections().builder(structure));
        for (JavaMember property : context.corrections().required(structure)) {
            if (ErrorCorrection.isLazy(property)) {
                ShapeId target = property.target().id();
                value.add(".$N($L())", property.name(), context.codecs().reference(home, "empty", target));
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
