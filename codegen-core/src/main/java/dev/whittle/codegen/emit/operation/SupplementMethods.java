package dev.whittle.codegen.emit.operation;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.Overrides;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.MemberSupplement.RegionOfStructure;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.WireBinding;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What an operation does with members of its input beyond the model: {@code MemberSupplement}. */
final class SupplementMethods {
    private final EmitContext context;
    private final Operation operation;

    SupplementMethods(EmitContext context, Operation operation) {
        this.context = context;
        this.operation = operation;
    }

    void addTo(TypeSpec.Builder spec) {
        for (BoundMember bound : context.wire().structure(operation.input()).members()) {
            switch (bound.member().supplement().use()) {
                case ENDPOINT -> spec.addMethod(endpoint(bound.member()));
                case TREE_HASH -> {
                    if (bound.binding() instanceof WireBinding.Header header) {
                        spec.addMethod(treeHashHeader(header.name()));
                    }
                }
                case NONE -> {}
            }
        }
    }

    // @Override
    // public Endpoint endpoint(PredictRequest input, Endpoint client) {
    //     return MemberEndpoint.of("Predict", "PredictEndpoint", input.predictEndpoint(), client);
    // }
    private MethodSpec endpoint(Member member) {
        return Overrides.overriding("endpoint", Modifier.PUBLIC)
                .returns(RuntimeTypes.ENDPOINT)
                .addParameter(context.names().type(operation.input()), "input")
                .addParameter(RuntimeTypes.ENDPOINT, "client")
                .addStatement(
                        "return $T.of($S, $S, $L, client)",
                        RuntimeTypes.MEMBER_ENDPOINT,
                        operation.name(),
                        member.name(),
                        accessor(member))
                .build();
    }

    // @Override
    // public String treeHashHeader() {
    //     return "x-amz-sha256-tree-hash";
    // }
    private static MethodSpec treeHashHeader(String header) {
        return Overrides.overriding("treeHashHeader", Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return $S", header)
                .build();
    }

    /** What {@code write} begins with, so that the rest of it sees the members that are sent. */
    CodeBlock changedMembers() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Member member : context.model().structure(operation.input()).members()) {
            code.add(whenAbsent(member)).add(withoutPrefix(member)).add(region(member));
        }
        return code.build();
    }

    // if (input.accountId() == null || input.accountId().isEmpty()) {
    //     input = input.toBuilder().accountId("-").build();
    // }
    private CodeBlock whenAbsent(Member member) {
        String text = member.supplement().whenAbsent();
        return text == null
                ? CodeBlock.of("")
                : CodeBlock.builder()
                        .beginControlFlow("if ($1L == null || $1L.isEmpty())", accessor(member))
                        .addStatement("input = input.toBuilder().$N($S).build()", name(member), text)
                        .endControlFlow()
                        .build();
    }

    // input = input.toBuilder().id(MemberText.withoutPrefix(input.id(), "/hostedzone/")).build();
    private CodeBlock withoutPrefix(Member member) {
        CodeBlock prefixes = member.supplement().droppedPrefixes().stream()
                .map(prefix -> CodeBlock.of("$S", prefix))
                .collect(CodeBlock.joining(", "));
        return prefixes.isEmpty()
                ? prefixes
                : CodeBlock.builder()
                        .addStatement(
                                "input = input.toBuilder().$N($T.withoutPrefix($L, $L)).build()",
                                name(member),
                                RuntimeTypes.MEMBER_TEXT,
                                accessor(member),
                                prefixes)
                        .build();
    }

    // String region = out.regionOutsideOf("us-east-1");
    // Placement placed = input.placement();
    // if (region != null && (placed == null || placed.place() == null)) {
    //     Placement.Builder regional = placed == null ? Placement.builder() : placed.toBuilder();
    //     input = input.toBuilder().placement(regional.place(Place.of(region)).build()).build();
    // }
    private CodeBlock region(Member member) {
        RegionOfStructure rule = member.supplement().region();
        if (rule == null) {
            return CodeBlock.of("");
        }
        StructureShape structure = context.model().structure(member.target());
        List<CodeBlock> unset = new ArrayList<>();
        CodeBlock set = CodeBlock.of("");
        for (Member inner : structure.members()) {
            String innerName = context.names().member(structure.id(), inner);
            if (inner.name().equals(rule.member())) {
                unset.add(0, isNull(innerName));
                set = CodeBlock.of("$N($L)", innerName, regionAs(inner));
            } else if (rule.unlessSet().contains(inner.name())) {
                unset.add(isNull(innerName));
            }
        }
        CodeBlock allUnset = unset.stream().collect(CodeBlock.joining(" && "));
        TypeName type = context.names().type(structure.id());
        return CodeBlock.builder()
                .addStatement("$T region = out.regionOutsideOf($S)", String.class, rule.except())
                .addStatement("$T placed = $L", type, accessor(member))
                .beginControlFlow(
                        unset.size() == 1
                                ? "if (region != null && (placed == null || $L))"
                                : "if (region != null && (placed == null || ($L)))",
                        allUnset)
                .addStatement("$1T.Builder regional = placed == null ? $1T.builder() : placed.toBuilder()", type)
                .addStatement("input = input.toBuilder().$N(regional.$L.build()).build()", name(member), set)
                .endControlFlow()
                .build();
    }

    private static CodeBlock isNull(String name) {
        return CodeBlock.of("placed.$N() == null", name);
    }

    private CodeBlock regionAs(Member member) {
        return context.model().shape(member.target()) instanceof EnumShape
                ? CodeBlock.of("$T.of(region)", context.names().type(member.target()))
                : CodeBlock.of("region");
    }

    private CodeBlock accessor(Member member) {
        return CodeBlock.of("input.$N()", name(member));
    }

    private String name(Member member) {
        return context.names().member(operation.input(), member);
    }
}
