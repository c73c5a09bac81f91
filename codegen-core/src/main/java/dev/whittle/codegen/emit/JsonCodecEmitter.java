package dev.whittle.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.part.CodecUses;
import dev.whittle.codegen.emit.part.CodecUses.Part;
import dev.whittle.codegen.emit.part.Deprecations;
import dev.whittle.codegen.emit.part.JsonCollections;
import dev.whittle.codegen.emit.part.JsonReadLoop;
import dev.whittle.codegen.emit.part.JsonValues;
import dev.whittle.codegen.emit.part.Presets;
import dev.whittle.codegen.emit.part.Property;
import dev.whittle.codegen.emit.part.RuntimeTypes;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.Role;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.protocol.BoundMember;
import dev.whittle.codegen.protocol.StructureWire;
import dev.whittle.codegen.protocol.WireBinding;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The codec of a structure in JSON, or in any format that speaks through the same parser and generator. */
final class JsonCodecEmitter {
    private final EmitContext context;
    private final CodecUses uses;
    private final JsonValues values;
    private final Presets presets;

    JsonCodecEmitter(EmitContext context, CodecUses uses) {
        this.context = context;
        this.uses = uses;
        this.values = new JsonValues(context.names(), uses);
        this.presets = new Presets(context.model(), context.names(), context.types());
    }

    // final class ViewPortJson { … }
    TypeSpec emit(StructureShape structure) {
        ClassName type = context.names().type(structure.id());
        TypeSpec.Builder spec = TypeSpec.classBuilder(context.names().json(structure.id()))
                .addAnnotation(RuntimeTypes.GENERATED)
                .addModifiers(Modifier.FINAL);
        Deprecations.suppress(spec, context.model(), structure);
        if (uses.isPreset(structure.id()) && uses.uses(structure.id(), Part.READ)) {
            spec.addField(FieldSpec.builder(type, "EMPTY", Modifier.STATIC, Modifier.FINAL)
                    .addJavadoc("Stands in where a required value is missing.")
                    .initializer("$L.build()", presets.builder(structure))
                    .build());
        }
        spec.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        if (uses.uses(structure.id(), Part.WRITE)) {
            spec.addMethod(write(structure, type));
        }
        if (uses.uses(structure.id(), Part.READ)) {
            if (structure.role() == Role.ERROR) {
                spec.addMethod(readError(structure, type));
            } else if (isWholeBody(structure)) {
                spec.addMethod(read(structure, type));
            } else {
                spec.addMethod(readInto(structure, type));
            }
        }
        JsonCollections.addTo(spec, structure.id(), type, uses);
        return spec.build();
    }

    /** Whether everything in a structure comes out of the body, so that its codec can build it. */
    boolean isWholeBody(StructureShape structure) {
        StructureWire wire = context.wire().structure(structure.id());
        return wire.outsideBody().isEmpty() && wire.payload().isEmpty();
    }

    // static void write(ViewPort value, JsonGenerator out) {
    //     out.writeStartObject();
    //     out.writeNumberProperty("width", value.width());
    //     if (value.name() != null) {
    //         out.writeStringProperty("name", value.name());
    //     }
    //     out.writeEndObject();
    // }
    private MethodSpec write(StructureShape structure, ClassName type) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("write")
                .addModifiers(Modifier.STATIC)
                .addParameter(type, "value")
                .addParameter(RuntimeTypes.JSON_GENERATOR, "out")
                .addStatement("out.writeStartObject()");
        List<Property> properties = Property.of(structure, context.model(), context.names(), context.types());
        for (BoundMember bound : context.wire().structure(structure.id()).body()) {
            properties.stream()
                    .filter(property -> property.member().equals(bound.member()))
                    .forEach(property -> method.addCode(writeMember(property, bound)));
        }
        return method.addStatement("out.writeEndObject()").build();
    }

    private CodeBlock writeMember(Property property, BoundMember bound) {
        String name = ((WireBinding.Body) bound.binding()).name();
        CodeBlock value = CodeBlock.of("value.$N()", property.name());
        CodeBlock write = values.writeProperty(name, property.target(), value, bound.timestampFormat());
        if (property.neverNull()) {
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

    // static ViewPort read(JsonParser in) {
    //     ViewPort.Builder builder = ViewPort.builder().width(0).height(0);
    //     … the loop …
    //     return builder.build();
    // }
    private MethodSpec read(StructureShape structure, ClassName type) {
        return MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.STATIC)
                .returns(type)
                .addParameter(RuntimeTypes.JSON_PARSER, "in")
                .addStatement("$T builder = $L", type.nestedClass("Builder"), presets.builder(structure))
                .addCode(loop(structure))
                .addStatement("return builder.build()")
                .build();
    }

    // static void read(JsonParser in, InvokeBrowserResponse.Builder builder) { … the loop … }
    private MethodSpec readInto(StructureShape structure, ClassName type) {
        return MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.STATIC)
                .addParameter(RuntimeTypes.JSON_PARSER, "in")
                .addParameter(type.nestedClass("Builder"), "builder")
                .addCode(loop(structure))
                .build();
    }

    // static ValidationException read(ErrorReader error) {
    //     ValidationException.Builder builder = ValidationException.builder().details(error.details());
    //     JsonParser in = error.json();
    //     … the loop …
    //     return builder.build();
    // }
    private MethodSpec readError(StructureShape structure, ClassName type) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.STATIC)
                .returns(type)
                .addParameter(RuntimeTypes.ERROR_READER, "error");
        CodeBlock details = ErrorsEmitter.details(structure);
        CodeBlock builder = presets.builder(structure);
        if (Property.of(structure, context.model(), context.names(), context.types())
                .isEmpty()) {
            return method.addStatement("return $L.details($L).build()", builder, details)
                    .build();
        }
        method.addStatement("$T builder = $L.details($L)", type.nestedClass("Builder"), builder, details);
        method.addCode(new HeaderReads(context).read(structure, "error"));
        if (hasBodyProperties(structure)) {
            method.addStatement("$T in = error.json()", RuntimeTypes.JSON_PARSER)
                    .addCode(loop(structure));
        }
        return method.addStatement("return builder.build()").build();
    }

    private boolean hasBodyProperties(StructureShape structure) {
        return context.wire().structure(structure.id()).body().stream()
                .anyMatch(bound -> !isErrorMessage(structure, bound.member()));
    }

    private boolean isErrorMessage(StructureShape structure, Member member) {
        return structure.role() == Role.ERROR && Property.isMessage(member, context.model());
    }

    private CodeBlock loop(StructureShape structure) {
        JsonReadLoop loop = new JsonReadLoop();
        for (BoundMember bound : context.wire().structure(structure.id()).body()) {
            if (!isErrorMessage(structure, bound.member())) {
                Shape target = context.model().shape(bound.member().target());
                String name = context.names().member(structure.id(), bound.member());
                loop.property(
                        ((WireBinding.Body) bound.binding()).name(),
                        CodeBlock.of("builder.$N($L)", name, values.read(target)));
            }
        }
        return loop.build();
    }
}
