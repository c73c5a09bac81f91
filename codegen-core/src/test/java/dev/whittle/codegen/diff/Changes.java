package dev.whittle.codegen.diff;

import java.util.List;
import java.util.stream.Stream;

/** Every kind of change. */
final class Changes {
    static final List<Change> ALL = Stream.of(
                    new OperationKinds(), new ProtocolKinds(), new MemberKinds(), new TypeKinds())
            .flatMap(kinds -> kinds.all().stream())
            .toList();

    private Changes() {}
}
