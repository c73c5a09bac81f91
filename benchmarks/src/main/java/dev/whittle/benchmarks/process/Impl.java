package dev.whittle.benchmarks.process;

import java.util.List;

/** What is compared, in the order of the page's columns. */
enum Impl {
    /** AWS's client over its lightest HTTP client. */
    AWS("aws", "AWS", "AWS", "Aws"),
    /** AWS's client over the HTTP client that it resolves by default. */
    AWS_DEFAULT("aws-as-resolved", "AWS, default", "AWS, default", "Aws"),
    /** The call written by hand over HttpURLConnection. */
    FLOOR("floor", "Floor", "floor", "Floor"),
    /** The call written by hand over a plain socket. */
    SOCKET("socket", "Socket", "socket", "Floor"),
    /** The generated client over Apache's HttpClient. */
    APACHE("apache", "Apache", "Apache", "Whittle"),
    /** The generated client. */
    WHITTLE("whittle", "Whittle", "Whittle", "Whittle");

    /** What most figures compare. */
    static final List<Impl> USUAL = List.of(AWS, FLOOR, WHITTLE);

    private final String id;
    private final String column;
    private final String base;
    private final String suffix;

    Impl(String id, String column, String base, String suffix) {
        this.id = id;
        this.column = column;
        this.base = base;
        this.suffix = suffix;
    }

    /** As it is written in arguments and results. */
    String id() {
        return id;
    }

    /** As it is written above figures. */
    String column() {
        return column;
    }

    /** As it is written where another figure is a multiple of its. */
    String base() {
        return base;
    }

    /** As it is written for readers. */
    String title() {
        return this == AWS ? "AWS SDK" : column;
    }

    /** The end of the names of classes that belong to it. */
    String suffix() {
        return suffix;
    }
}
