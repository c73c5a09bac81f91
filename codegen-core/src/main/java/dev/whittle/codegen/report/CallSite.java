package dev.whittle.codegen.report;

import java.util.Comparator;

/**
 * A place in compiled code that uses a changed element.
 *
 * @param className the name of the class, as {@link Class#getName} returns it
 * @param method the name of the method, empty if the class itself uses the element: as a supertype, or in a field
 * @param file the name of the source file, empty if the class does not say
 * @param line the line, 0 if the class does not say
 * @param element the element that it uses
 */
public record CallSite(String className, String method, String file, int line, String element)
        implements Comparable<CallSite> {
    private static final Comparator<CallSite> ORDER = Comparator.comparing(CallSite::className)
            .thenComparing(CallSite::line)
            .thenComparing(CallSite::method)
            .thenComparing(CallSite::element);

    @Override
    public int compareTo(CallSite other) {
        return ORDER.compare(this, other);
    }

    /** {@code com.example.Shop.open(Shop.java:17)}, the form of a stack trace, which IDEs turn into a link. */
    @Override
    public String toString() {
        String place = file.isEmpty() ? "Unknown Source" : line == 0 ? file : file + ":" + line;
        return className + (method.isEmpty() ? "" : "." + method) + "(" + place + ")";
    }
}
