package dev.whittle.codegen.diff;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The changes of elements that no change of the model explains yet. Each is claimed once. */
final class Claims {
    private final Set<JavaChange> open;

    Claims(List<JavaChange> changes) {
        this.open = new LinkedHashSet<>(changes);
    }

    /** Everything about a class and those in it. */
    List<JavaChange> type(ClassName type) {
        String name = type.canonicalName();
        return take(change -> isIn(change, name));
    }

    /** The elements of these names in a class and those in it. */
    List<JavaChange> members(ClassName type, String... names) {
        String name = type.canonicalName();
        Set<String> wanted = new HashSet<>(List.of(names));
        return take(change -> change.member() != null && wanted.contains(change.member()) && isIn(change, name));
    }

    /** What is left. */
    List<JavaChange> rest() {
        return take(change -> true);
    }

    private static boolean isIn(JavaChange change, String type) {
        return change.type().equals(type) || change.type().startsWith(type + ".");
    }

    private List<JavaChange> take(Predicate<JavaChange> wanted) {
        List<JavaChange> taken = new ArrayList<>();
        for (Iterator<JavaChange> all = open.iterator(); all.hasNext(); ) {
            JavaChange change = all.next();
            if (wanted.test(change)) {
                taken.add(change);
                all.remove();
            }
        }
        return taken;
    }
}
