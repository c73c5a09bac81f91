package dev.whittle.codegen.diff;

import dev.whittle.codegen.harness.Javac;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Asks javac about type arguments. japicmp misses some changes of them, such as from {@code part(Consumer<Part.Builder>)} to {@code
 * part(Consumer<Piece.Builder>)}.
 */
final class Probe {
    private Probe() {}

    /** Adds the elements with other type arguments of which javac proves that a use no longer compiles. */
    static int addProven(
            List<ApiChange> changes,
            Map<String, byte[]> before,
            Map<String, byte[]> after,
            Collection<String> incompatible) {
        int proven = 0;
        for (ApiChange change : changes) {
            for (JavaChange each : change.elements()) {
                if (each.kind() == JavaChange.Kind.TYPE_ARGUMENTS
                        && !incompatible.contains(each.element())
                        && isBroken(each, before, after)) {
                    incompatible.add(each.element());
                    proven++;
                }
            }
        }
        return proven;
    }

    /** A method that passes its arguments on, and returns the result, compiles against the old client only. */
    private static boolean isBroken(JavaChange change, Map<String, byte[]> before, Map<String, byte[]> after) {
        String declaration = String.valueOf(change.before());
        int end = declaration.indexOf(change.member() + "(");
        String returned = declaration.substring(0, end).trim();
        String parameter = declaration.substring(declaration.indexOf('(', end) + 1, declaration.lastIndexOf(')'));
        Map<String, String> source = Map.of("Probe.java", """
                import com.example.tiny.*;
                import com.example.tiny.model.*;
                import dev.whittle.runtime.paginate.*;
                import java.time.*;
                import java.util.*;
                import java.util.function.*;

                final class Probe {
                    static %s use(%s owner%s) {
                        return owner.%s(%s);
                    }
                }
                """.formatted(
                        returned,
                        change.type(),
                        parameter.isEmpty() ? "" : ", " + parameter + " argument",
                        change.member(),
                        parameter.isEmpty() ? "" : "argument"));
        return Javac.against(before, source).messages().isEmpty()
                && !Javac.against(after, source).messages().isEmpty();
    }
}
