package dev.whittle.codegen.parsed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operation says of checksums over its messages.
 *
 * @param requestAlgorithmMember the member of the input that chooses the algorithm, {@code null} for none
 * @param requestRequired whether a request must have one
 * @param legacy whether the older trait says so, which means MD5
 * @param validationModeMember the member of the input that asks for checksums in responses, {@code null} for none
 * @param responseAlgorithms the names of those that responses can have, the preferred one first
 */
public record ParsedChecksum(
        @Nullable ParsedText requestAlgorithmMember,
        boolean requestRequired,
        boolean legacy,
        @Nullable ParsedText validationModeMember,
        List<String> responseAlgorithms) {
    public ParsedChecksum {
        responseAlgorithms = List.copyOf(responseAlgorithms);
    }
}
