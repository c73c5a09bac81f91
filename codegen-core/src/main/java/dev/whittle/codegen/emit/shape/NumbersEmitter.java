package dev.whittle.codegen.emit.shape;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.DocLinks;
import dev.whittle.codegen.emit.doc.Javadoc;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.model.KnownNumber;
import dev.whittle.codegen.model.Shape.SimpleShape;
import javax.lang.model.element.Modifier;

/** The constants of an integer with known values. Members have the type {@code int}, so that values can be added. */
public final class NumbersEmitter {
    private final EmitContext context;

    public NumbersEmitter(EmitContext context) {
        this.context = context;
    }

    // public final class Priority {
    //     public static final int LOW = 1;
    // }
    public TypeSpec emit(SimpleShape shape) {
        ClassName type = context.names().type(shape.id());
        DocLinks links = context.links().in(type);
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(type)
                .addJavadoc(Javadoc.ofModel(links, shape.documentation())
                        .paragraph("The values that this client knows; the service may add values.")
                        .build())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        for (KnownNumber number : shape.numbers()) {
            spec.addField(FieldSpec.builder(
                            int.class,
                            context.names().constant(shape.id(), number.name()),
                            Modifier.PUBLIC,
                            Modifier.STATIC,
                            Modifier.FINAL)
                    .addJavadoc(Javadoc.ofModel(links, number.documentation()).build())
                    .initializer("$L", number.value())
                    .build());
        }
        return spec.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build();
    }
}
