package dev.whittle.codegen.emit.doc;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.names.Names;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What code words in documentation mean: {@code ViewPort} is a type, {@code GetBrowserSession} a method of the client, and a
 * member of the shape that is documented an accessor.
 */
public final class DocLinks {
    /** No links. */
    public static final DocLinks NONE = new DocLinks(Map.of(), Map.of(), null);

    private final Map<String, CodeBlock> targets;
    private final Map<String, String> members;
    private final @Nullable ClassName self;

    private DocLinks(Map<String, CodeBlock> targets, Map<String, String> members, @Nullable ClassName self) {
        this.targets = targets;
        this.members = members;
        this.self = self;
    }

    /** The types and operations of a service. */
    public static DocLinks of(ServiceModel model, Names names) {
        Map<String, CodeBlock> targets = new HashMap<>();
        for (Shape shape : model.shapes().values()) {
            if (shape instanceof StructureShape || shape instanceof UnionShape || shape instanceof EnumShape) {
                targets.put(shape.id().name(), CodeBlock.of("$T", names.type(shape.id())));
            }
        }
        for (Operation operation : model.operations()) {
            targets.put(operation.name(), CodeBlock.of("$T#$N", names.client(), names.method(operation)));
        }
        return new DocLinks(targets, Map.of(), null);
    }

    /** The same in the documentation of a class, which never links to itself. */
    public DocLinks in(ClassName type) {
        return new DocLinks(targets, Map.of(), type);
    }

    /** The same in the documentation of a class with members, which have these names in the model and these in Java. */
    public DocLinks in(ClassName type, Map<String, String> accessors) {
        return new DocLinks(targets, accessors, type);
    }

    // {@link ViewPort}, {@link BedrockAgentCoreClient#getBrowserSession}, {@link #viewPort}
    /** The link that a code word becomes, {@code null} for none. */
    @Nullable
    CodeBlock link(String word) {
        String accessor = members.get(word);
        if (accessor != null) {
            return CodeBlock.of("{@link #$N}", accessor);
        }
        CodeBlock target = targets.get(word);
        return target == null || target.equals(CodeBlock.of("$T", self)) ? null : CodeBlock.of("{@link $L}", target);
    }
}
