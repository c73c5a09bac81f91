package dev.whittle.codegen.smithy;

import dev.whittle.codegen.json.JsonPointers;
import dev.whittle.codegen.parsed.ParsedChecksum;
import dev.whittle.codegen.parsed.ParsedHttp;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.parsed.Reference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.aws.traits.HttpChecksumTrait;
import software.amazon.smithy.aws.traits.customizations.S3UnwrappedXmlOutputTrait;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.EndpointTrait;
import software.amazon.smithy.model.traits.HttpChecksumRequiredTrait;
import software.amazon.smithy.model.traits.HttpTrait;
import software.amazon.smithy.model.traits.IdempotentTrait;
import software.amazon.smithy.model.traits.ReadonlyTrait;
import software.amazon.smithy.model.traits.RequestCompressionTrait;
import software.amazon.smithy.model.traits.UnitTypeTrait;

/** Reads an operation. */
final class OperationReader {
    private static final String GZIP = "gzip";

    private final ServiceShape service;
    private final ShapeNames names;
    private final AuthReader auth;

    OperationReader(ServiceShape service, ShapeNames names, AuthReader auth) {
        this.service = service;
        this.names = names;
        this.auth = auth;
    }

    ParsedOperation read(OperationShape operation) {
        return new ParsedOperation(
                names.of(operation.getId()),
                operation.getId().getName(),
                Pointers.of(operation),
                Traits.documentation(operation),
                http(operation),
                reference(operation, operation.getInputShape()),
                reference(operation, operation.getOutputShape()),
                null,
                operation.hasTrait(S3UnwrappedXmlOutputTrait.class),
                errors(operation),
                operation.hasTrait(ReadonlyTrait.class),
                operation.hasTrait(IdempotentTrait.class),
                auth.ofOperation(operation),
                checksum(operation),
                isCompressible(operation),
                Traits.deprecated(operation),
                hostPrefix(operation),
                ContextParameterReader.ofOperation(operation),
                ContextParameterReader.pathsOfOperation(operation),
                ExampleReader.read(operation, names));
    }

    private static @Nullable ParsedHttp http(OperationShape operation) {
        HttpTrait http = Traits.get(operation, HttpTrait.class);
        if (http == null) {
            return null;
        }
        String pointer = Pointers.ofTrait(operation, HttpTrait.ID);
        return new ParsedHttp(
                new ParsedText(http.getMethod(), JsonPointers.child(pointer, "method")),
                new ParsedText(http.getUri().toString(), JsonPointers.child(pointer, "uri")),
                http.getCode(),
                JsonPointers.child(pointer, "code"));
    }

    private @Nullable Reference reference(OperationShape operation, ShapeId shape) {
        return shape.equals(UnitTypeTrait.UNIT) ? null : new Reference(names.of(shape), Pointers.of(operation));
    }

    /** The errors of the operation, then those that every operation of the service has. */
    private List<Reference> errors(OperationShape operation) {
        List<Reference> errors = new ArrayList<>();
        for (ShapeId error : operation.getErrors(service)) {
            errors.add(new Reference(names.of(error), Pointers.of(operation)));
        }
        return errors;
    }

    private static @Nullable ParsedChecksum checksum(OperationShape operation) {
        HttpChecksumTrait checksum = Traits.get(operation, HttpChecksumTrait.class);
        if (checksum != null) {
            return new ParsedChecksum(
                    member(operation, checksum.getRequestAlgorithmMember().orElse(null), "requestAlgorithmMember"),
                    checksum.isRequestChecksumRequired(),
                    false,
                    member(
                            operation,
                            checksum.getRequestValidationModeMember().orElse(null),
                            "requestValidationModeMember"),
                    checksum.getResponseAlgorithms());
        }
        return operation.hasTrait(HttpChecksumRequiredTrait.class)
                ? new ParsedChecksum(null, true, true, null, List.of())
                : null;
    }

    private static @Nullable ParsedText member(OperationShape operation, @Nullable String name, String key) {
        return name == null ? null : new ParsedText(name, Pointers.ofTrait(operation, HttpChecksumTrait.ID, key));
    }

    private static boolean isCompressible(OperationShape operation) {
        RequestCompressionTrait compression = Traits.get(operation, RequestCompressionTrait.class);
        return compression != null && compression.getEncodings().contains(GZIP);
    }

    private static @Nullable ParsedText hostPrefix(OperationShape operation) {
        EndpointTrait endpoint = Traits.get(operation, EndpointTrait.class);
        return endpoint == null
                ? null
                : new ParsedText(
                        endpoint.getHostPrefix().toString(),
                        Pointers.ofTrait(operation, EndpointTrait.ID, "hostPrefix"));
    }
}
