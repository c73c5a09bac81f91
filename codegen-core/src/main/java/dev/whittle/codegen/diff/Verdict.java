package dev.whittle.codegen.diff;

/** How safe a change is, from the safest. */
public enum Verdict {
    /** Every use continues to work. */
    COMPATIBLE,
    /** Ordinary uses continue to work; some uses or some values do not. */
    RISKY,
    /** Uses of what changed fail. */
    BREAKING
}
