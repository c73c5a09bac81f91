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
 * What code words in documentation mean: {@code ViewPort} is a type, {@code GetBrowserSession} is a method of the client, and
 * a member of the documented shape is an accessor.
 */
public final class DocLinks {
    /** No links. */
    public static final DocLinks NONE = new DocLinks(Map.of(), Map.of(), null);

    private final Map<String, Target> targets;
    private final Map<String, String> accessors;
    private final @Nullable ClassName self;

    private DocLinks(Map<String, Target> targets, Map<String, String> accessors, @Nullable ClassName self) {
        this.targets = targets;
        this.accessors = accessors;
        this.self = self;
    }

    private record Target(ClassName type, @Nullable String method) {}

    /** The types and operations of a service. */
    public static DocLinks of(ServiceModel model, Names names) {
        Map<String, Target> targets = new HashMap<>();
        for (Shape shape : model.shapes().values()) {
            if (shape instanceof StructureShape || shape instanceof UnionShape || shape instanceof EnumShape) {
                targets.put(shape.id().name(), new Target(names.type(shape.id()), null));
            }
        }
        for (Operation operation : model.operations()) {
            targets.put(operation.name(), new Target(names.client(), names.method(operation)));
        }
        return new DocLinks(targets, Map.of(), null);
    }

    /** These links for the documentation of a class, without links to the class itself. */
    public DocLinks in(ClassName type) {
        return new DocLinks(targets, Map.of(), type);
    }

    /**
     * These links for the documentation of a class and its members.
     *
     * @param members the accessors by the names of the members in the model
     */
    public DocLinks in(ClassName type, Map<String, String> members) {
        return new DocLinks(targets, members, type);
    }

    /** The link that a code word becomes, {@code null} for none. */
    // {@link ViewPort}, {@link com.example.BedrockAgentCoreClient#getBrowserSession}, {@link #viewPort}
    @Nullable
    CodeBlock link(String word) {
        String accessor = accessors.get(word);
        if (accessor != null) {
            return CodeBlock.of("{@link #$N}", accessor);
        }
        Target target = targets.get(word);
        if (target == null) {
            return null;
        }
        boolean here = target.type().equals(self);
        if (target.method() == null) {
            return here ? null : CodeBlock.of("{@link $T}", target.type());
        }
        return here
                ? CodeBlock.of("{@link #$N}", target.method())
                : CodeBlock.of("{@link $L#$N}", named(target.type()), target.method());
    }

    /** A class of another package is named in full: the model must not import the client for its documentation. */
    private Object named(ClassName type) {
        return self == null || self.packageName().equals(type.packageName())
                ? CodeBlock.of("$T", type)
                : type.canonicalName();
    }
}
