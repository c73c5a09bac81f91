package dev.whittle.codegen.problem;

/** How much a problem weighs. */
public enum Severity {
    /** Nothing is generated. */
    ERROR,
    /** Something is left out or doubtful; the rest is generated. */
    WARNING
}
