package dev.whittle.codegen.names;

import java.util.Set;

/** Checks names that a user gives, and makes names that nobody sees. */
public final class JavaNames {
    /** Locals of the generated code itself. */
    private static final Set<String> OWN_LOCALS = Set.of("in", "found", "client", "input");

    private JavaNames() {}

    /** Whether a text is a qualified name, such as that of a package or module. */
    public static boolean isQualified(String name) {
        for (String part : name.split("\\.", -1)) {
            if (!isIdentifier(part)) {
                return false;
            }
        }
        return true;
    }

    /** A local variable for a value that a model names in letters, digits and underscores. */
    public static String local(String name) {
        String camel = JavaCase.lowerCamel(name);
        return ReservedNames.isKeyword(camel) || OWN_LOCALS.contains(camel) ? camel + "_" : camel;
    }

    private static boolean isIdentifier(String part) {
        if (part.isEmpty() || ReservedNames.isKeyword(part) || !Character.isJavaIdentifierStart(part.charAt(0))) {
            return false;
        }
        return part.chars().allMatch(c -> Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }
}
