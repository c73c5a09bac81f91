package dev.whittle.codegen.emit.operation;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.java.Overrides;
import dev.whittle.codegen.model.Operation.Auth;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods of an operation that say how its requests are authenticated, where that is not as for most. */
final class AuthMethods {
    private final Auth auth;

    AuthMethods(Auth auth) {
        this.auth = auth;
    }

    void addTo(TypeSpec.Builder operation) {
        CodeBlock first = type(auth.schemes().get(0));
        if (!first.equals(CodeBlock.of("$T.SIGV4", RuntimeTypes.AUTH_TYPE))) {
            operation.addMethod(authType(first));
        }
        if (auth.schemes().size() > 1) {
            operation.addMethod(otherAuthTypes());
        }
    }

    // @Override
    // public AuthType authType() {
    //     return AuthType.HTTP_BEARER;
    // }
    private static MethodSpec authType(CodeBlock first) {
        return Overrides.overriding("authType", Modifier.PUBLIC)
                .returns(RuntimeTypes.AUTH_TYPE)
                .addStatement("return $L", first)
                .build();
    }

    // @Override
    // public List<AuthType> otherAuthTypes() {
    //     return List.of(AuthType.SIGV4, AuthType.NONE);
    // }
    private MethodSpec otherAuthTypes() {
        List<CodeBlock> others = auth.schemes().stream().skip(1).map(this::type).toList();
        return Overrides.overriding("otherAuthTypes", Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.AUTH_TYPE))
                .addStatement("return $T.of($L)", List.class, CodeBlock.join(others, ", "))
                .build();
    }

    private CodeBlock type(String scheme) {
        String constant = switch (scheme) {
            case Auth.SIGV4 -> auth.unsignedPayload() ? "SIGV4_UNSIGNED_PAYLOAD" : "SIGV4";
            case "smithy.api#noAuth" -> "NONE";
            case "smithy.api#httpBearerAuth" -> "HTTP_BEARER";
            case "smithy.api#httpBasicAuth" -> "HTTP_BASIC";
            case "smithy.api#httpApiKeyAuth" -> "HTTP_API_KEY";
            default -> "";
        };
        return constant.isEmpty()
                ? CodeBlock.of("$T.of($S)", RuntimeTypes.AUTH_TYPE, scheme)
                : CodeBlock.of("$T.$L", RuntimeTypes.AUTH_TYPE, constant);
    }
}
