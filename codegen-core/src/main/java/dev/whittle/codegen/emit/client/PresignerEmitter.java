package dev.whittle.codegen.emit.client;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Deprecations;
import dev.whittle.codegen.emit.doc.Javadoc;
import dev.whittle.codegen.emit.java.GeneratedTypes;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.protocol.wire.WireBody;
import java.time.Duration;
import javax.lang.model.element.Modifier;

/** What signs requests for others to send: methods for each operation that takes Signature Version 4. */
public final class PresignerEmitter {
    private final EmitContext context;

    public PresignerEmitter(EmitContext context) {
        this.context = context;
    }

    // public final class BedrockAgentCorePresigner {
    //     private final Presigning presigning;
    //
    //     BedrockAgentCorePresigner(Presigning presigning) {
    //         this.presigning = presigning;
    //     }
    //     …
    // }
    public TypeSpec emit() {
        TypeSpec.Builder spec = GeneratedTypes.classBuilder(context.names().presigner())
                .addJavadoc(Javadoc.of(
                                "Signs requests of $L in their URLs, so that others can send them, without credentials, until"
                                        + " they expire.",
                                Javadoc.inline(context.model().service().fullName()))
                        .paragraph(
                                "A method sends nothing. It writes the request as {@link $T} would, for the same endpoint, and"
                                        + " signs it with the same credentials. The resulting URL is a secret.",
                                context.names().client())
                        .build())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(RuntimeTypes.PRESIGNING, "presigning", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(RuntimeTypes.PRESIGNING, "presigning")
                        .addStatement("this.presigning = presigning")
                        .build());
        Deprecations.suppressAny(spec, ClientImplementationEmitter.messages(context), context.model());
        for (Operation operation : context.model().operations()) {
            if (context.canBePresigned(operation)) {
                spec.addMethod(presign(operation)).addMethod(presignWithOptions(operation));
            }
        }
        return spec.addMethod(streamSigner()).addMethod(streamSignerOfDomain()).build();
    }

    // public StreamSigner streamSigner() {
    //     return presigning.streamSigner();
    // }
    private static MethodSpec streamSigner() {
        return MethodSpec.methodBuilder("streamSigner")
                .addModifiers(Modifier.PUBLIC)
                .returns(RuntimeTypes.STREAM_SIGNER)
                .addJavadoc(Javadoc.of("A signer for addresses that the service returns, such as those of streams.")
                        .paragraph(
                                "It signs for hosts of the client's endpoint and of the region's standard endpoint only.")
                        .throwing(RuntimeTypes.CONFIGURATION_EXCEPTION, "if there is no region or no endpoint")
                        .build())
                .addStatement("return presigning.streamSigner()")
                .build();
    }

    // public StreamSigner streamSigner(String domain) {
    //     return presigning.streamSigner(domain);
    // }
    private static MethodSpec streamSignerOfDomain() {
        return MethodSpec.methodBuilder("streamSigner")
                .addModifiers(Modifier.PUBLIC)
                .returns(RuntimeTypes.STREAM_SIGNER)
                .addParameter(String.class, "domain")
                .addJavadoc(Javadoc.of("The same as {@link #streamSigner()}, for hosts that you choose.")
                        .param("domain", "a host, or a domain whose hosts are signed for, such as {@code example.com}")
                        .throwing(IllegalArgumentException.class, "if it is empty or starts with a dot")
                        .build())
                .addStatement("return presigning.streamSigner(domain)")
                .build();
    }

    // public PresignedRequest getBrowserSession(GetBrowserSessionRequest request, Duration validFor) {
    //     return presigning.presign(GetBrowserSessionOperation.INSTANCE, request, validFor, null);
    // }
    private MethodSpec presign(Operation operation) {
        Javadoc javadoc = Javadoc.of(
                "Signs {@link $T#$N($T)}.",
                context.names().client(),
                context.names().method(operation),
                context.names().type(operation.input()));
        boolean isStreamed = context.wire().operation(operation).requestBody() instanceof WireBody.Stream;
        if (operation.auth().unsignedPayload() || isStreamed) {
            javadoc.paragraph("The signature does not cover the body: anyone with the URL can send any body.");
        }
        javadoc.param("validFor", "one second to seven days; fractions of a second are dropped")
                .throwing(IllegalArgumentException.class, "if the time is out of range")
                .throwing(RuntimeTypes.MISSING_CREDENTIALS, "if there are no credentials to sign with");
        return begin(operation, javadoc)
                .addStatement(
                        "return presigning.presign($T.INSTANCE, request, validFor, null)",
                        context.names().operation(operation))
                .build();
    }

    // public PresignedRequest getBrowserSession(
    //         GetBrowserSessionRequest request, Duration validFor, RequestOptions options) {
    //     return presigning.presign(GetBrowserSessionOperation.INSTANCE, request, validFor, options);
    // }
    private MethodSpec presignWithOptions(Operation operation) {
        Javadoc javadoc = Javadoc.of(
                        "The same as {@link #$N($T, $T)}, with an endpoint, credentials or headers for this request only.",
                        context.names().method(operation),
                        context.names().type(operation.input()),
                        Duration.class)
                .param("options", "override the settings of the client; their headers are signed too");
        return begin(operation, javadoc)
                .addParameter(RuntimeTypes.REQUEST_OPTIONS, "options")
                .addStatement(
                        "return presigning.presign($T.INSTANCE, request, validFor, options)",
                        context.names().operation(operation))
                .build();
    }

    private MethodSpec.Builder begin(Operation operation, Javadoc javadoc) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(context.names().method(operation))
                .addModifiers(Modifier.PUBLIC)
                .returns(RuntimeTypes.PRESIGNED_REQUEST)
                .addParameter(context.names().type(operation.input()), "request")
                .addParameter(Duration.class, "validFor");
        if (operation.deprecated() != null) {
            javadoc.deprecated(operation.deprecated());
            method.addAnnotation(Deprecated.class);
        }
        return method.addJavadoc(javadoc.build());
    }
}
