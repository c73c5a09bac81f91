package dev.whittle.codegen.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The protocols that are supported. */
public final class Protocols {
    private static final List<Protocol> ALL = List.of(new RestJson());

    private Protocols() {}

    /** The protocol to use: the first that the service prefers and that is supported; {@code null} if there is none. */
    public static @Nullable Protocol choose(List<String> preferred) {
        for (String id : preferred) {
            for (Protocol protocol : ALL) {
                if (protocol.id().equals(id)) {
                    return protocol;
                }
            }
        }
        return null;
    }

    /** The ids of all protocols that are supported. */
    public static List<String> ids() {
        return ALL.stream().map(Protocol::id).toList();
    }
}
