package dev.whittle.codegen.render;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How each class is called in one file: the shortest name that means it where it stands.
 *
 * <p>A class is imported when its name is first met. Where that turns out to have been rash, because the file needs the
 * simple name for something else, {@link #isFinal()} says so, and the file is to be written again with
 * {@link #settled()}. JavaPoet, whose rules these are, writes every file twice.
 */
final class TypeNames {
    private final String packageName;
    private final Set<String> alwaysQualified;
    private final boolean settled;
    private final Map<String, ClassName> imports;
    private final Set<String> ofPackage = new HashSet<>();
    private final List<Scope> scopes = new ArrayList<>();
    private final Map<String, String> known = new HashMap<>();

    private TypeNames(
            String packageName, Set<String> alwaysQualified, boolean settled, Map<String, ClassName> imports) {
        this.packageName = packageName;
        this.alwaysQualified = alwaysQualified;
        this.settled = settled;
        this.imports = imports;
    }

    /** A type that is being written: its name, and the names that are known inside of it. */
    private record Scope(String canonicalName, String simpleName, Set<String> nested) {}

    /** The names of a file that has not been written yet. */
    static TypeNames of(String packageName, TypeSpec type) {
        return new TypeNames(packageName, type.alwaysQualifiedNames(), false, new HashMap<>());
    }

    /** Whether the names that were given are right. */
    boolean isFinal() {
        return ofPackage.stream().noneMatch(imports::containsKey);
    }

    /** The names for writing the file once more. */
    TypeNames settled() {
        Map<String, ClassName> kept = new HashMap<>(imports);
        kept.keySet().removeAll(ofPackage);
        return new TypeNames(packageName, alwaysQualified, true, kept);
    }

    /** The classes to import, sorted, without those that need no import. */
    SortedMap<String, ClassName> imports() {
        SortedMap<String, ClassName> sorted = new TreeMap<>();
        for (ClassName type : imports.values()) {
            if (!type.packageName().equals("java.lang") || alwaysQualified.contains(type.simpleName())) {
                sorted.put(type.canonicalName(), type);
            }
        }
        return sorted;
    }

    /** Enters a type; its header does not know the types nested in it. */
    void enter(TypeSpec type, boolean header) {
        String outer = scopes.isEmpty() ? packageName : scopes.get(scopes.size() - 1).canonicalName;
        String name = type.name() == null ? "" : type.name();
        String canonical = outer.isEmpty() ? name : outer + "." + name;
        scopes.add(new Scope(canonical, name, header ? Set.of() : type.nestedTypesSimpleNames()));
        known.clear();
    }

    /** Leaves the type that was entered last. */
    void leave() {
        scopes.remove(scopes.size() - 1);
        known.clear();
    }

    /** The name of a class here. */
    String of(ClassName type) {
        String name = known.get(type.canonicalName());
        if (name == null) {
            name = find(type);
            known.put(type.canonicalName(), name);
        }
        return name;
    }

    private String find(ClassName type) {
        boolean taken = false;
        for (ClassName c = type; c != null; c = c.enclosingClassName()) {
            String meant = meaning(c.simpleName());
            taken = meant != null;
            if (c.canonicalName().equals(meant)) {
                return suffix(type, c);
            }
        }
        ClassName top = type.topLevelClassName();
        boolean here = packageName.equals(type.packageName());
        if (here && (!taken || imports.containsKey(top.simpleName()))) {
            ofPackage.add(top.simpleName());
        }
        if (taken) {
            return type.canonicalName();
        }
        if (here) {
            return suffix(type, top);
        }
        if (settled || type.packageName().isEmpty() || alwaysQualified.contains(type.simpleName())) {
            return type.canonicalName();
        }
        imports.put(top.simpleName(), top);
        return suffix(type, top);
    }

    /** The class that a simple name means here, {@code null} where it means none yet. */
    private @Nullable String meaning(String simpleName) {
        for (int i = scopes.size() - 1; i >= 0; i--) {
            Scope scope = scopes.get(i);
            if (scope.nested.contains(simpleName)) {
                return scope.canonicalName + "." + simpleName;
            }
        }
        if (!scopes.isEmpty() && scopes.get(0).simpleName.equals(simpleName)) {
            return scopes.get(0).canonicalName;
        }
        ClassName imported = imports.get(simpleName);
        return imported == null ? null : imported.canonicalName();
    }

    /** The part of a class's name that begins with one of the classes around it. */
    private static String suffix(ClassName type, ClassName from) {
        String full = type.canonicalName();
        return full.substring(from.canonicalName().length() - from.simpleName().length());
    }
}
