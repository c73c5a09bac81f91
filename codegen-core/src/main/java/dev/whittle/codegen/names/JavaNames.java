package dev.whittle.codegen.names;

/** Checks names that a user gives, and makes names that nobody sees. */
public final class JavaNames {
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

    /** What to call a local variable for a value that a model names in letters, digits and underscores. */
    public static String local(String name) {
        String camel = JavaCase.lowerCamel(name);
        return ReservedNames.isKeyword(camel) ? camel + "_" : camel;
    }

    private static boolean isIdentifier(String part) {
        if (part.isEmpty() || ReservedNames.isKeyword(part) || !Character.isJavaIdentifierStart(part.charAt(0))) {
            return false;
        }
        return part.chars().allMatch(c -> Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }
}
