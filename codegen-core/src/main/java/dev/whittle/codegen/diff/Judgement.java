package dev.whittle.codegen.diff;

/**
 * A verdict with its reason.
 *
 * @param verdict the verdict
 * @param reason what fails, and when; empty if nothing does
 */
public record Judgement(Verdict verdict, String reason) {
    /** Nothing fails. */
    public static final Judgement COMPATIBLE = new Judgement(Verdict.COMPATIBLE, "");

    /** Something may fail. */
    static Judgement risky(String reason) {
        return new Judgement(Verdict.RISKY, reason);
    }

    /** Something fails. */
    static Judgement breaking(String reason) {
        return new Judgement(Verdict.BREAKING, reason);
    }

    /** The worse of two; this one if they are equally bad. */
    Judgement or(Judgement other) {
        return other.verdict.compareTo(verdict) > 0 ? other : this;
    }

    /** Whether nothing fails. */
    public boolean isCompatible() {
        return verdict == Verdict.COMPATIBLE;
    }

    @Override
    public String toString() {
        return reason.isEmpty() ? verdict.toString() : verdict + ": " + reason;
    }
}
