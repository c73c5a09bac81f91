package dev.whittle.codegen.emit.shape;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.JavaMember;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Deprecations;
import dev.whittle.codegen.emit.doc.DocLinks;
import dev.whittle.codegen.emit.doc.Javadoc;
import dev.whittle.codegen.emit.doc.MemberTexts;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.emit.java.Parts;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Shape.Role;
import dev.whittle.codegen.model.Shape.StructureShape;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class of a structure: final, immutable, with a builder. */
public final class StructureEmitter {
    private final EmitContext context;

    public StructureEmitter(EmitContext context) {
        this.context = context;
    }

    // @WhittleGenerated
    // public final class ViewPort { … }
    public TypeSpec emit(StructureShape structure) {
        ClassName type = context.names().type(structure.id());
        List<JavaMember> properties = JavaMember.of(structure, context.model(), context.names(), context.types());
        DocLinks links = context.links().in(type, JavaMember.accessors(properties));
        MemberTexts texts = new MemberTexts(links);
        Builders builders = new Builders(type, properties, context.types(), texts);
        Assignments assignments = new Assignments(type, properties, context.names());
        Javadoc javadoc = documentation(structure, links);
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(type).addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        Deprecations.mark(spec, javadoc, structure.deprecated());
        Deprecations.suppress(spec, context.model(), structure);
        spec.addJavadoc(javadoc.build());
        properties.forEach(property -> spec.addField(Accessors.field(property)));
        spec.addMethod(assignments.constructor()).addMethods(assignments.parts());
        boolean isRead = context.isRead(structure);
        properties.forEach(property -> Accessors.addTo(spec, property, texts, context.names(), isRead));
        if (structure.role() == Role.OUTPUT) {
            CloseMethod.addTo(spec, properties);
        }
        Parts copies = builders.copies();
        TypeSpec builder = builders.type()
                .addMethod(builders.copyConstructor(copies))
                .addMethod(builders.build())
                .build();
        spec.addMethod(builders.factory()).addMethod(builders.toBuilder()).addMethods(copies.methods());
        ValueMethods.addTo(spec, type, properties, structure.sensitive(), context.model());
        return spec.addType(builder).build();
    }

    /** The documentation of the model, or else the operation that a request or response belongs to. */
    private Javadoc documentation(StructureShape structure, DocLinks links) {
        Javadoc javadoc = Javadoc.ofModel(links, structure.documentation());
        boolean isInput = structure.role() == Role.INPUT;
        if (!structure.documentation().isBlank() || !(isInput || structure.role() == Role.OUTPUT)) {
            return javadoc;
        }
        for (Operation operation : context.model().operations()) {
            if (structure.id().equals(isInput ? operation.input() : operation.output())) {
                javadoc.paragraph(
                        "The $L of {@link $L#$N}.",
                        isInput ? "request" : "response",
                        context.names().client().canonicalName(),
                        context.names().method(operation));
            }
        }
        return javadoc;
    }
}
