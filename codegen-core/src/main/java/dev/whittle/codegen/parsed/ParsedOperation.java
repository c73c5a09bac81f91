package dev.whittle.codegen.parsed;

import dev.whittle.codegen.parsed.ParsedEndpointRules.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation as written.
 *
 * @param name its name
 * @param wireName the name that requests have of it
 * @param pointer where it is defined: a JSON pointer
 * @param documentation HTML; empty where the model says nothing
 * @param http how it uses HTTP, {@code null} where the model says nothing
 * @param input its input, {@code null} where it has none
 * @param output its output, {@code null} where it has none
 * @param resultWrapper the element inside the root of a response that has the output's members, {@code null} where the model
 *     says nothing
 * @param unwrappedOutput whether the root of a response is the output's only member
 * @param errors the errors that are listed for it
 * @param readOnly whether the model says that it changes nothing
 * @param idempotent whether the model says that repeating it has no further effect
 * @param auth how its requests are authenticated
 * @param checksum what it says of checksums, {@code null} for nothing
 * @param gzip whether the service takes its requests compressed
 * @param deprecated why it should not be used, empty without a reason, {@code null} when it is not deprecated
 * @param hostPrefix what goes before the endpoint's host, {@code null} for nothing
 * @param staticParameters what it gives to the rules for endpoints whatever its input is, by name
 * @param contextPaths the paths into its input to what it gives to them, by the names of the parameters
 * @param examples calls of it
 */
public record ParsedOperation(
        String name,
        String wireName,
        String pointer,
        String documentation,
        @Nullable ParsedHttp http,
        @Nullable Reference input,
        @Nullable Reference output,
        @Nullable String resultWrapper,
        boolean unwrappedOutput,
        List<Reference> errors,
        boolean readOnly,
        boolean idempotent,
        ParsedAuth auth,
        @Nullable ParsedChecksum checksum,
        boolean gzip,
        @Nullable String deprecated,
        @Nullable ParsedText hostPrefix,
        Map<String, Value> staticParameters,
        Map<String, ParsedText> contextPaths,
        List<ParsedExample> examples) {
    public ParsedOperation {
        errors = List.copyOf(errors);
        examples = List.copyOf(examples);
        staticParameters = Collections.unmodifiableMap(new LinkedHashMap<>(staticParameters));
        contextPaths = Collections.unmodifiableMap(new LinkedHashMap<>(contextPaths));
    }
}
