package dev.whittle.codegen.report;

/** What a change means for the build. */
public enum Standing {
    /** It fails the build. */
    FAILS,
    /** It would fail the build, but it is accepted. */
    ACCEPTED,
    /** It does not fail the build. */
    PASSES
}
