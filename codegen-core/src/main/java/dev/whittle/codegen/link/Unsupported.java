package dev.whittle.codegen.link;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedModel;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.Reference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows which operations need what is not supported yet. */
final class Unsupported {
    private final Set<String> withStream;
    private final Set<String> withEvents;

    private Unsupported(Set<String> withStream, Set<String> withEvents) {
        this.withStream = withStream;
        this.withEvents = withEvents;
    }

    static Unsupported in(ParsedModel model) {
        Map<String, List<String>> users = new HashMap<>();
        Set<String> streams = new HashSet<>();
        Set<String> events = new HashSet<>();
        for (ParsedShape shape : model.shapes().values()) {
            if (shape.flags().eventStream()) {
                events.add(shape.name());
            }
            if (shape.flags().streaming()) {
                streams.add(shape.name());
            }
            for (ParsedMember member : shape.members()) {
                users.computeIfAbsent(member.target(), target -> new ArrayList<>(2))
                        .add(shape.name());
                if (member.flags().streaming()) {
                    streams.add(shape.name());
                }
            }
        }
        return new Unsupported(andUsers(streams, users), andUsers(events, users));
    }

    /** Shapes and all that reach them, found backwards so that every shape is visited once. */
    private static Set<String> andUsers(Set<String> shapes, Map<String, List<String>> users) {
        Deque<String> open = new ArrayDeque<>(shapes);
        while (!open.isEmpty()) {
            for (String user : users.getOrDefault(open.pop(), List.of())) {
                if (shapes.add(user)) {
                    open.push(user);
                }
            }
        }
        return shapes;
    }

    /** Why an operation is not supported, to follow its name in a sentence; {@code null} when it is. */
    @Nullable
    String reason(ParsedOperation operation) {
        if (isIn(withEvents, operation.input()) || isIn(withEvents, operation.output())) {
            return "has an event stream";
        }
        if (isIn(withStream, operation.input()) || isIn(withStream, operation.output())) {
            return "has a stream as its body";
        }
        return operation.auth().schemes().isEmpty() ? "needs a signature that is not known" : null;
    }

    private static boolean isIn(Set<String> shapes, @Nullable Reference use) {
        return use != null && shapes.contains(use.shape());
    }
}
