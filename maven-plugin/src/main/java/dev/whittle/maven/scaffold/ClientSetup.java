package dev.whittle.maven.scaffold;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a client must be given before it can make its call: an endpoint, a region, something that authenticates it. Secrets
 * come from environment variables; a test makes them up.
 */
final class ClientSetup {
    private static final String AUTH = "dev.whittle.runtime.auth";
    private static final ClassName CREDENTIALS = ClassName.get(AUTH, "Credentials");
    private static final ClassName CREDENTIALS_PROVIDER = ClassName.get(AUTH, "CredentialsProvider");
    private static final ClassName AUTH_SCHEME = ClassName.get(AUTH, "AuthScheme");
    private static final ClassName AUTH_TYPE = ClassName.get("dev.whittle.runtime.client", "AuthType");

    /** Where a service is that the model gives no address for. */
    static final String LOCAL = "http://localhost:8080";

    private final FirstCall call;
    private final String prefix;

    ClientSetup(FirstCall call) {
        this.call = call;
        String name = call.serviceName().replace('-', '_').toUpperCase(Locale.ROOT);
        this.prefix = Character.isDigit(name.charAt(0)) ? "SERVICE_" + name : name;
    }

    /** The calls to the builder in the program, each with its dot. */
    List<CodeBlock> ofProgram() {
        List<CodeBlock> calls = new ArrayList<>();
        if (call.needsEndpoint()) {
            calls.add(CodeBlock.of(".endpoint($T.create($S))", URI.class, LOCAL));
        }
        addRegion(calls);
        add(calls, authentication(false));
        return calls;
    }

    /** The calls to the builder in a test, each with its dot; the test has a variable {@code endpoint}. */
    List<CodeBlock> ofTest() {
        List<CodeBlock> calls = new ArrayList<>();
        calls.add(CodeBlock.of(".endpoint(endpoint)"));
        addRegion(calls);
        if (call.isSigned()) {
            calls.add(CodeBlock.of(
                    ".credentials($T.of($T.of($S, $S)))", CREDENTIALS_PROVIDER, CREDENTIALS, "id", "secret"));
        }
        add(calls, authentication(true));
        return calls;
    }

    private void addRegion(List<CodeBlock> calls) {
        if (call.needsRegion()) {
            calls.add(CodeBlock.of(".region($S)", "us-east-1"));
        }
    }

    private static void add(List<CodeBlock> calls, @Nullable CodeBlock code) {
        if (code != null) {
            calls.add(code);
        }
    }

    /** The environment variables that the program reads. */
    List<String> variables() {
        return switch (call.scheme()) {
            case "smithy.api#httpBearerAuth" -> List.of(prefix + "_TOKEN");
            case "smithy.api#httpBasicAuth" -> List.of(prefix + "_USER", prefix + "_PASSWORD");
            case "smithy.api#httpApiKeyAuth" -> List.of(prefix + "_API_KEY");
            case FirstCall.SIGV4, FirstCall.NO_AUTH -> List.of();
            default -> List.of(prefix + "_AUTHORIZATION");
        };
    }

    private @Nullable CodeBlock authentication(boolean isTest) {
        List<CodeBlock> values = variables().stream()
                .map(name -> isTest ? CodeBlock.of("$S", "secret") : CodeBlock.of("setting($S)", name))
                .toList();
        return switch (call.scheme()) {
            case "smithy.api#httpBearerAuth" -> CodeBlock.of(".tokens(() -> $L)", values.get(0));
            case "smithy.api#httpBasicAuth" ->
                CodeBlock.of(
                        ".authScheme($T.HTTP_BASIC, $T.basic($L, $L))",
                        AUTH_TYPE,
                        AUTH_SCHEME,
                        values.get(0),
                        values.get(1));
            case "smithy.api#httpApiKeyAuth" ->
                CodeBlock.of(
                        ".authScheme($T.HTTP_API_KEY, $T.apiKeyHeader($S, $L))",
                        AUTH_TYPE,
                        AUTH_SCHEME,
                        "X-Api-Key",
                        values.get(0));
            case FirstCall.SIGV4, FirstCall.NO_AUTH -> null;
            default ->
                CodeBlock.of(
                        ".authScheme($T.of($S), (request, now) -> request.headers().set($S, $L))",
                        AUTH_TYPE,
                        call.scheme(),
                        "Authorization",
                        values.get(0));
        };
    }

    /** What a reader has to know before the first call, in sentences. */
    String text() {
        StringBuilder text = new StringBuilder();
        if (call.needsEndpoint()) {
            text.append("The model names no endpoint. The program calls `").append(LOCAL);
            text.append("`; put the address of the service there.");
        }
        if (call.isSigned()) {
            text.append(text.isEmpty() ? "" : " ");
            text.append(
                    "The client looks for credentials where the AWS SDK looks for them; if there are none, the program"
                            + " names every place.");
        }
        List<String> variables = variables();
        if (!variables.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ").append("The program reads `");
            text.append(String.join("` and `", variables)).append("` from the environment");
            text.append(call.scheme().equals("smithy.api#httpApiKeyAuth") ? " and sends it in `X-Api-Key`." : ".");
        }
        if (call.scheme().equals(FirstCall.NO_AUTH)) {
            text.append(text.isEmpty() ? "" : " ").append("The call needs no authentication.");
        }
        return text.toString();
    }
}
