package dev.whittle.codegen.names;

import java.util.Set;

/**
 * Names that generated code cannot or must not give to something of a model.
 *
 * <p>A reserved name gets an underscore behind it. So does a name that is a reserved one followed by underscores, which
 * keeps the escape reversible: two names never become the same by escaping, and no escape depends on what else is in
 * the model.
 */
final class ReservedNames {
    /** How a method begins that tells whether a collection is set. */
    static final String PRESENCE = "has";

    /** How the method for the pages of an operation ends. */
    static final String PAGINATOR = "Paginator";

    private static final Set<String> KEYWORDS = Set.of(
            "_",
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while",
            "yield");

    /**
     * Types of {@code java.lang} that generated code names, or that a reader would take them for, and what generated
     * classes hold inside, which no class around it can share its name with.
     */
    private static final Set<String> TYPES = Set.of(
            "Builder",
            "Unknown",
            "Object",
            "String",
            "Integer",
            "Long",
            "Short",
            "Byte",
            "Float",
            "Double",
            "Boolean",
            "Character",
            "Number",
            "Void",
            "Math",
            "Override",
            "Deprecated",
            "SafeVarargs",
            "SuppressWarnings",
            "FunctionalInterface",
            "Class",
            "Enum",
            "Record",
            "Iterable",
            "Comparable",
            "CharSequence",
            "StringBuilder",
            "AutoCloseable",
            "Throwable",
            "Exception",
            "RuntimeException",
            "Error",
            "IllegalArgumentException",
            "IllegalStateException",
            "NullPointerException",
            "UnsupportedOperationException",
            "System",
            "Thread");

    /** Methods without parameters that every object has, and those that every generated class has. */
    private static final Set<String> METHODS = Set.of(
            "getClass",
            "hashCode",
            "equals",
            "toString",
            "notify",
            "notifyAll",
            "wait",
            "clone",
            "finalize",
            "builder",
            "toBuilder",
            "build");

    /** What exceptions inherit beside that, and a field that Java gives a meaning. */
    private static final Set<String> EXCEPTION_METHODS = Set.of(
            "getMessage",
            "getLocalizedMessage",
            "getCause",
            "initCause",
            "printStackTrace",
            "fillInStackTrace",
            "getStackTrace",
            "setStackTrace",
            "addSuppressed",
            "getSuppressed",
            "details",
            "statusCode",
            "errorCode",
            "serviceMessage",
            "requestId",
            "isRetryable",
            "isThrottling",
            "attempts",
            "rawBody",
            "serialVersionUID");

    private static final Set<String> CLIENT_METHODS = Set.of("close", "create");

    /** What the builders of clients inherit. */
    private static final Set<String> CLIENT_BUILDER_METHODS = Set.of(
            "self",
            "region",
            "endpoint",
            "fips",
            "dualStack",
            "defaultEndpoint",
            "endpointParameter",
            "endpointParameters",
            "credentials",
            "tokens",
            "authScheme",
            "transport",
            "connectTimeout",
            "attemptTimeout",
            "callTimeout",
            "idleTimeout",
            "maxResponseSize",
            "hostPrefixes",
            "retry",
            "retries",
            "compressRequestsFrom",
            "interceptor",
            "observer",
            "clock",
            "idempotencyTokens",
            "userAgent",
            "environment",
            "pipeline",
            "describe",
            "regionOrDefault");

    private ReservedNames() {}

    static String type(String name) {
        return escape(name, KEYWORDS, TYPES);
    }

    /** Within an enum's class stands one that is called {@code Value}. */
    static String enumType(String name) {
        return escape(type(name), Set.of("Value"), Set.of());
    }

    /** A member of a structure: collections among them have methods that tell whether they are set. */
    static String structureMember(String name) {
        String escaped = member(name);
        boolean isPresence = name.startsWith(PRESENCE)
                && name.length() > PRESENCE.length()
                && Character.isUpperCase(name.charAt(PRESENCE.length()));
        return isPresence ? escaped + "_" : escaped;
    }

    /** A member of an output that has a stream, which its method {@code close} closes. */
    static String streamedMember(String name) {
        return escape(structureMember(name), Set.of("close"), Set.of());
    }

    /** A member of a union, or what has no more methods than its accessor. */
    static String member(String name) {
        return escape(name, KEYWORDS, METHODS);
    }

    static String exceptionMember(String name) {
        return escape(structureMember(name), EXCEPTION_METHODS, Set.of());
    }

    /** The method for an operation; operations that come in pages have one more, which ends with {@link #PAGINATOR}. */
    static String operation(String name) {
        int end = bareEnd(name);
        boolean isPaginator = name.substring(0, end).endsWith(PAGINATOR);
        return isPaginator ? name + "_" : escape(member(name), CLIENT_METHODS, Set.of());
    }

    static String clientParameter(String name) {
        return escape(member(name), CLIENT_BUILDER_METHODS, Set.of());
    }

    static boolean isKeyword(String name) {
        return KEYWORDS.contains(name);
    }

    private static int bareEnd(String name) {
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) == '_') {
            end--;
        }
        return end;
    }

    private static String escape(String name, Set<String> reserved, Set<String> more) {
        int end = bareEnd(name);
        String bare = end == 0 ? "_" : name.substring(0, end);
        return reserved.contains(bare) || more.contains(bare) ? name + "_" : name;
    }
}
