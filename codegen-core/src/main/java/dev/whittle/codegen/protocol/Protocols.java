package dev.whittle.codegen.protocol;

import dev.whittle.codegen.problem.Dialect;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The protocols that are supported. */
public final class Protocols {
    private static final List<Protocol> ALL = List.of(new RestJson(), new AwsJson("1.0"), new AwsJson("1.1"));

    private Protocols() {}

    /** The protocol to use: the first that the service prefers and that is supported; {@code null} if there is none. */
    private static @Nullable Protocol choose(List<String> preferred) {
        for (String id : preferred) {
            for (Protocol protocol : ALL) {
                if (protocol.id().equals(id)) {
                    return protocol;
                }
            }
        }
        return null;
    }

    /** The protocol to use, {@code null} after reporting that none is supported. */
    public static @Nullable Protocol choose(List<String> preferred, String pointer, Problems problems) {
        Protocol protocol = choose(preferred);
        if (protocol == null) {
            Dialect dialect = problems.dialect();
            String message = preferred.isEmpty()
                    ? "the model does not say which protocol the service speaks"
                    : "the protocol " + Quote.of(dialect.protocol(preferred.get(0))) + " is not supported yet";
            String supported = ids().stream().map(dialect::protocol).distinct().collect(Collectors.joining(", "));
            problems.error(ProblemCode.PROTOCOL_UNSUPPORTED, pointer, message, "supported: " + supported);
        }
        return protocol;
    }

    /** The ids of all protocols that are supported. */
    private static List<String> ids() {
        return ALL.stream().map(Protocol::id).toList();
    }
}
