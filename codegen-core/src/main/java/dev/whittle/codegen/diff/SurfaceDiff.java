package dev.whittle.codegen.diff;

import dev.whittle.codegen.diff.JavaChange.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the public classes of two clients, element by element. */
final class SurfaceDiff {
    private static final Map<String, String> BOXES = Map.of(
            "boolean", "java.lang.Boolean",
            "byte", "java.lang.Byte",
            "short", "java.lang.Short",
            "int", "java.lang.Integer",
            "long", "java.lang.Long",
            "float", "java.lang.Float",
            "double", "java.lang.Double");

    private final List<JavaChange> changes = new ArrayList<>();

    private SurfaceDiff() {}

    /** All differences, sorted by class and element. */
    static List<JavaChange> of(SortedMap<String, JavaType> before, SortedMap<String, JavaType> after) {
        SurfaceDiff diff = new SurfaceDiff();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            diff.compare(name, before.get(name), after.get(name));
        }
        return diff.changes;
    }

    private void compare(String name, @Nullable JavaType before, @Nullable JavaType after) {
        if (before == null || after == null) {
            String simple = TypeTexts.simple(name);
            add(
                    before == null ? Kind.ADDED : Kind.REMOVED,
                    name,
                    null,
                    name,
                    before == null ? null : simple,
                    after == null ? null : simple);
            return;
        }
        if (!before.declaration().equals(after.declaration())) {
            add(Kind.DECLARATION, name, null, name, before.declaration(), after.declaration());
        }
        if (!before.supertypes().equals(after.supertypes())) {
            Judgement verdict = after.supertypes().containsAll(before.supertypes())
                    ? Judgement.COMPATIBLE
                    : Judgement.breaking("it is no longer a subtype of the same types");
            changes.add(new JavaChange(
                    Kind.DECLARATION, name, null, name, supertypes(before), supertypes(after), verdict, verdict));
        }
        TreeSet<String> keys = new TreeSet<>(before.elements().keySet());
        keys.addAll(after.elements().keySet());
        for (String key : keys) {
            compare(name, before, after, key);
        }
    }

    private static String supertypes(JavaType type) {
        return TypeTexts.simple(String.join(", ", type.supertypes()));
    }

    private void compare(String type, JavaType before, JavaType after, String key) {
        JavaElement old = before.elements().get(key);
        JavaElement now = after.elements().get(key);
        String element = type + "." + key;
        if (old == null && now != null) {
            add(Kind.ADDED, type, now.name(), element, null, now.declaration());
        } else if (now == null && old != null) {
            JavaElement successor = successor(old, after.elements().values());
            changes.add(new JavaChange(
                    Kind.REMOVED,
                    type,
                    old.name(),
                    element,
                    old.declaration(),
                    successor == null ? null : successor.declaration(),
                    removed(old, successor),
                    Judgement.breaking("compiled code does not find it")));
        } else if (now != null && old != null && !old.isSame(now)) {
            compare(type, element, old, now);
        }
    }

    /** The overload that takes boxes instead of primitives, or the other way round. */
    private static @Nullable JavaElement successor(JavaElement old, Collection<JavaElement> all) {
        for (JavaElement each : all) {
            if (each.name().equals(old.name())
                    && each.parameters().size() == 1
                    && old.parameters().size() == 1
                    && isBox(each.parameters().get(0), old.parameters().get(0))) {
                return each;
            }
        }
        return null;
    }

    private static boolean isBox(String one, String other) {
        return one.equals(BOXES.get(other)) || other.equals(BOXES.get(one));
    }

    private static Judgement removed(JavaElement old, @Nullable JavaElement successor) {
        if (successor == null) {
            return Judgement.breaking("it does not exist");
        }
        return BOXES.containsKey(old.parameters().get(0))
                ? Judgement.risky("a value of a narrower primitive type is no longer widened")
                : Judgement.breaking("null is no longer a value");
    }

    private void compare(String type, String element, JavaElement old, JavaElement now) {
        String was = old.declaration();
        String is = now.declaration();
        if (!old.modifiers().equals(now.modifiers())) {
            add(Kind.DECLARATION, type, old.name(), element, was + old.modifiers(), is + now.modifiers());
        } else if (!old.erased().equals(now.erased())) {
            changes.add(new JavaChange(
                    Kind.TYPE,
                    type,
                    old.name(),
                    element,
                    was,
                    is,
                    returned(old.erased(), now.erased()),
                    Judgement.breaking("compiled code does not find it with that type")));
        } else if (!old.signature().equals(now.signature())) {
            changes.add(new JavaChange(
                    Kind.TYPE_ARGUMENTS,
                    type,
                    old.name(),
                    element,
                    was,
                    is,
                    Judgement.breaking("its type arguments are others"),
                    Judgement.COMPATIBLE));
        } else if (old.constant() != null && !old.constant().equals(now.constant())) {
            changes.add(new JavaChange(
                    Kind.CONSTANT,
                    type,
                    old.name(),
                    element,
                    was,
                    is,
                    Judgement.COMPATIBLE,
                    Judgement.risky("compiled code keeps the old value, which the compiler copied into it")));
        } else if (!old.annotated().equals(now.annotated())) {
            changes.add(new JavaChange(
                    Kind.NULLNESS,
                    type,
                    old.name(),
                    element,
                    TypeTexts.simple(old.annotated()),
                    TypeTexts.simple(now.annotated()),
                    Judgement.COMPATIBLE,
                    Judgement.COMPATIBLE));
        }
    }

    private static Judgement returned(String old, String now) {
        return now.equals(BOXES.get(old))
                ? Judgement.risky("it may be null, and a cast to another primitive type or a comparison by == fails")
                : Judgement.breaking("it has another type");
    }

    private void add(
            Kind kind,
            String type,
            @Nullable String member,
            String element,
            @Nullable String before,
            @Nullable String after) {
        Judgement verdict = switch (kind) {
            case ADDED -> Judgement.COMPATIBLE;
            case REMOVED -> Judgement.breaking("it does not exist");
            default -> Judgement.breaking("it is declared in another way");
        };
        changes.add(new JavaChange(kind, type, member, element, before, after, verdict, verdict));
    }
}
