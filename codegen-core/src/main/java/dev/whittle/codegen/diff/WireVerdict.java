package dev.whittle.codegen.diff;

/**
 * What a change means for messages.
 *
 * @param oldClient what it means for clients of the model before the change, with the service after it
 * @param newClient what it means for clients of the model after the change, with the service before it
 */
public record WireVerdict(Judgement oldClient, Judgement newClient) {
    /** Messages are the same. */
    public static final WireVerdict COMPATIBLE = new WireVerdict(Judgement.COMPATIBLE, Judgement.COMPATIBLE);

    /** Both fail for the same reason. */
    static WireVerdict breaking(String reason) {
        return new WireVerdict(Judgement.breaking(reason), Judgement.breaking(reason));
    }

    /** Both may fail for the same reason. */
    static WireVerdict risky(String reason) {
        return new WireVerdict(Judgement.risky(reason), Judgement.risky(reason));
    }

    /** The worse of two, in each direction. */
    WireVerdict or(WireVerdict other) {
        return new WireVerdict(oldClient.or(other.oldClient), newClient.or(other.newClient));
    }

    /** The worse one of its verdicts. */
    public Verdict worst() {
        return oldClient.or(newClient).verdict();
    }
}
