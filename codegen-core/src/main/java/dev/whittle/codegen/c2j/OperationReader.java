package dev.whittle.codegen.c2j;

import dev.whittle.codegen.json.JsonPointers;
import dev.whittle.codegen.parsed.ParsedAuth;
import dev.whittle.codegen.parsed.ParsedChecksum;
import dev.whittle.codegen.parsed.ParsedHttp;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.Reference;
import dev.whittle.codegen.problem.Quote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an operation. */
final class OperationReader {
    private static final int OK = 200;
    private static final String RESPONSE_CODE = "responseCode";

    private final Fields fields;
    private final String owner;

    private OperationReader(Fields fields) {
        this.fields = fields;
        this.owner = "operation " + Quote.shortened(fields.key());
    }

    static ParsedOperation read(Fields fields, ParsedAuth service) {
        return new OperationReader(fields).read(service);
    }

    private ParsedOperation read(ParsedAuth service) {
        fields.checked(Place.OPERATION, owner);
        Fields endpoint = fields.object("endpoint");
        if (endpoint != null) {
            endpoint.checked(Place.HOST, "the endpoint of " + owner);
        }
        String name = fields.string("name");
        return new ParsedOperation(
                fields.key(),
                name == null ? fields.key() : name,
                fields.pointer(),
                fields.text("documentation"),
                http(fields.object("http")),
                reference(fields.object("input"), "the input of " + owner),
                reference(fields.object("output"), "the output of " + owner),
                resultWrapper(fields.object("output")),
                false,
                errors(),
                fields.flag("readonly"),
                fields.flag("idempotent"),
                AuthReader.ofOperation(fields, service),
                checksum(),
                isCompressible(),
                fields.deprecated(),
                endpoint == null ? null : endpoint.parsedText("hostPrefix"),
                ContextParameterReader.ofOperation(fields),
                ContextParameterReader.pathsOfOperation(fields),
                List.of());
    }

    private @Nullable ParsedHttp http(@Nullable Fields http) {
        if (http == null) {
            return null;
        }
        http.checked(Place.HTTP, "the HTTP trait of " + owner);
        return new ParsedHttp(
                http.requiredText("method", owner),
                http.requiredText("requestUri", owner),
                http.integer(RESPONSE_CODE, OK),
                JsonPointers.child(http.pointer(), RESPONSE_CODE));
    }

    /** Reads {@code httpChecksum}, or the older {@code httpChecksumRequired}. */
    private @Nullable ParsedChecksum checksum() {
        Fields checksum = fields.object("httpChecksum");
        if (checksum != null) {
            checksum.checked(Place.CHECKSUM, "the checksum of " + owner);
            return new ParsedChecksum(
                    checksum.parsedText("requestAlgorithmMember"),
                    checksum.flag("requestChecksumRequired"),
                    false,
                    checksum.parsedText("requestValidationModeMember"),
                    checksum.strings("responseAlgorithms"));
        }
        return fields.flag("httpChecksumRequired") ? new ParsedChecksum(null, true, true, null, List.of()) : null;
    }

    private boolean isCompressible() {
        Fields compression = fields.object("requestcompression");
        return compression != null && compression.strings("encodings").contains("gzip");
    }

    private List<Reference> errors() {
        List<Reference> errors = new ArrayList<>();
        for (Fields error : fields.objects("errors")) {
            Reference reference = reference(error, "an error of " + owner);
            if (reference != null) {
                errors.add(reference);
            }
        }
        return errors;
    }

    private static @Nullable String resultWrapper(@Nullable Fields output) {
        return output == null ? null : output.string("resultWrapper");
    }

    private static @Nullable Reference reference(@Nullable Fields use, String owner) {
        String shape = use == null ? null : use.checked(Place.REFERENCE, owner).requiredString("shape", owner);
        return use == null || shape == null ? null : new Reference(shape, use.pointer(), XmlReader.read(use, owner));
    }
}
