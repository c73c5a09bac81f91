package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedService;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service speaks at least one protocol that is supported. */
public final class ProtocolRule implements Rule {
    private static final List<String> SUPPORTED = List.of("aws.protocols#restJson1");

    /** The protocol to use: the first that the service prefers and that is supported; {@code null} if there is none. */
    public static @Nullable String supported(ParsedService service) {
        for (String protocol : service.protocols()) {
            if (SUPPORTED.contains(protocol)) {
                return protocol;
            }
        }
        return null;
    }

    /** Whether members travel in parts of an HTTP message that the model names; in other protocols all are the body. */
    static boolean bindsMembersToHttp(ParsedService service) {
        return supported(service) != null;
    }

    @Override
    public void check(Selection selection, Problems problems) {
        ParsedService service = selection.model().service();
        if (supported(service) != null) {
            return;
        }
        List<String> words =
                service.protocols().stream().map(problems.dialect()::protocol).toList();
        String message = service.protocols().isEmpty()
                ? "the model does not say which protocol the service speaks"
                : "the protocol " + Quote.of(words.get(0)) + " is not supported yet";
        problems.error(
                ProblemCode.PROTOCOL_UNSUPPORTED,
                service.pointers().service(),
                message,
                "supported: "
                        + String.join(
                                ", ",
                                SUPPORTED.stream()
                                        .map(problems.dialect()::protocol)
                                        .toList()));
    }
}
