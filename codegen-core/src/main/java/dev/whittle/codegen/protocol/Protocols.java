package dev.whittle.codegen.protocol;

import dev.whittle.codegen.problem.Dialect;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The protocols that are supported. */
public final class Protocols {
    /**
     * The best first: of a service that speaks several, the one with the smallest messages. AWS's SDKs have the same order,
     * and ignore that of the model too.
     */
    private static final List<Protocol> ALL = List.of(
            new RpcV2Cbor(),
            new AwsJson("1.0"),
            new AwsJson("1.1"),
            new RestJson(),
            new RestXml(),
            new AwsQuery(),
            new Ec2Query());

    private Protocols() {}

    /**
     * The protocol to use, {@code null} after reporting that there is none.
     *
     * @param spoken the ids of those that the service speaks
     * @param pointer where the model says so
     * @param wanted the protocol that is configured, {@code null} for the best that the service speaks
     */
    public static @Nullable Protocol choose(
            List<String> spoken, String pointer, @Nullable String wanted, Problems problems) {
        Dialect dialect = problems.dialect();
        if (wanted != null && !isAmong(wanted, spoken, dialect)) {
            problems.error(
                    ProblemCode.PROTOCOL_UNSUPPORTED,
                    pointer,
                    "the service does not speak the protocol " + Quote.of(wanted) + " that is configured",
                    spoken.isEmpty() ? null : "it speaks " + words(spoken.stream(), dialect));
            return null;
        }
        for (Protocol protocol : ALL) {
            if (spoken.contains(protocol.id()) && (wanted == null || isCalled(wanted, protocol.id(), dialect))) {
                return protocol;
            }
        }
        String message = spoken.isEmpty()
                ? "the model does not say which protocol the service speaks"
                : "the protocol " + Quote.of(wanted == null ? dialect.protocol(spoken.get(0)) : wanted)
                        + " is not supported yet";
        problems.error(
                ProblemCode.PROTOCOL_UNSUPPORTED,
                pointer,
                message,
                "supported: " + words(ALL.stream().map(Protocol::id).sorted(), dialect));
        return null;
    }

    private static boolean isAmong(String name, List<String> ids, Dialect dialect) {
        return ids.stream().anyMatch(id -> isCalled(name, id, dialect));
    }

    /** Whether a name means a protocol: {@code aws.protocols#restJson1}, {@code restJson1} or {@code rest-json}. */
    private static boolean isCalled(String name, String id, Dialect dialect) {
        return name.equals(id) || name.equals(id.substring(id.indexOf('#') + 1)) || name.equals(dialect.protocol(id));
    }

    private static String words(Stream<String> ids, Dialect dialect) {
        return ids.map(dialect::protocol).distinct().collect(Collectors.joining(", "));
    }
}
