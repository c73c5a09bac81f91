package dev.whittle.codegen.emit.operation;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.Overrides;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Operation.Checksum;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.WireBinding;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The methods of an operation that say what is done to bodies as a whole: checksums and compression. */
final class ChecksumMethods {
    /** What the runtime can check; responses with others are taken unchecked. */
    private static final Set<String> CHECKED = Set.of("CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256");

    private final EmitContext context;
    private final Operation operation;

    ChecksumMethods(EmitContext context, Operation operation) {
        this.context = context;
        this.operation = operation;
    }

    void addTo(TypeSpec.Builder spec) {
        Checksum checksum = operation.checksum();
        if (checksum != null) {
            Member chosen = member(checksum.requestAlgorithmMember());
            if (chosen != null || checksum.requestRequired()) {
                spec.addMethod(requestChecksum(checksum, chosen));
            }
            if (chosen != null && !checksum.requestRequired()) {
                spec.addMethod(Overrides.overriding("isRequestChecksumRequired", Modifier.PUBLIC)
                        .returns(boolean.class)
                        .addStatement("return false")
                        .build());
            }
            String header = chosen == null ? null : header(chosen);
            if (header != null) {
                spec.addMethod(Overrides.overriding("checksumAlgorithmHeader", Modifier.PUBLIC)
                        .returns(String.class)
                        .addStatement("return $S", header)
                        .build());
            }
            List<CodeBlock> algorithms = checksum.responseAlgorithms().stream()
                    .filter(CHECKED::contains)
                    .map(ChecksumMethods::algorithm)
                    .toList();
            if (!algorithms.isEmpty()) {
                spec.addMethod(responseChecksums(algorithms));
            }
            Member mode = member(checksum.validationModeMember());
            String modeHeader = mode == null ? null : header(mode);
            if (modeHeader != null && !algorithms.isEmpty()) {
                spec.addMethod(Overrides.overriding("checksumModeHeader", Modifier.PUBLIC)
                        .returns(String.class)
                        .addStatement("return $S", modeHeader)
                        .build());
            }
        }
        if (operation.gzip()) {
            spec.addMethod(Overrides.overriding("isRequestCompressible", Modifier.PUBLIC)
                    .returns(boolean.class)
                    .addStatement("return true")
                    .build());
        }
    }

    // @Override
    // public @Nullable ChecksumAlgorithm requestChecksum(PutObjectRequest input) {
    //     return ChecksumAlgorithm.chosen(input.checksumAlgorithm() == null ? null :
    // input.checksumAlgorithm().value());
    // }
    private MethodSpec requestChecksum(Checksum checksum, @Nullable Member chosen) {
        MethodSpec.Builder method = Overrides.overriding("requestChecksum", Modifier.PUBLIC)
                .addParameter(context.names().type(operation.input()), "input");
        if (chosen == null) {
            return method.returns(RuntimeTypes.CHECKSUM_ALGORITHM)
                    .addStatement("return $L", algorithm(checksum.legacy() ? "MD5" : "CRC32"))
                    .build();
        }
        CodeBlock value = accessor(chosen);
        CodeBlock text = context.model().shape(chosen.target()) instanceof EnumShape
                ? CodeBlock.of("$L == null ? null : $L.value()", value, value)
                : value;
        return method.returns(JavaTypes.nullable(RuntimeTypes.CHECKSUM_ALGORITHM))
                .addStatement("return $T.chosen($L)", RuntimeTypes.CHECKSUM_ALGORITHM, text)
                .build();
    }

    // @Override
    // public List<ChecksumAlgorithm> responseChecksums() {
    //     return List.of(ChecksumAlgorithm.CRC32, ChecksumAlgorithm.SHA256);
    // }
    private static MethodSpec responseChecksums(List<CodeBlock> algorithms) {
        return Overrides.overriding("responseChecksums", Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.CHECKSUM_ALGORITHM))
                .addStatement("return $T.of($L)", List.class, CodeBlock.join(algorithms, ", "))
                .build();
    }

    private static CodeBlock algorithm(String name) {
        return CodeBlock.of("$T.$L", RuntimeTypes.CHECKSUM_ALGORITHM, name);
    }

    private CodeBlock accessor(Member member) {
        return CodeBlock.of("input.$N()", context.names().member(operation.input(), member));
    }

    private @Nullable Member member(@Nullable String name) {
        for (Member member : context.model().structure(operation.input()).members()) {
            if (member.name().equals(name)) {
                return member;
            }
        }
        return null;
    }

    /** The header that a member travels in, {@code null} where it is none. */
    private @Nullable String header(Member member) {
        for (BoundMember bound : context.wire().structure(operation.input()).outsideBody()) {
            if (bound.member().equals(member) && bound.binding() instanceof WireBinding.Header header) {
                return header.name();
            }
        }
        return null;
    }
}
