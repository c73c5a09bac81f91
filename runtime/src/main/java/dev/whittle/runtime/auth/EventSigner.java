package dev.whittle.runtime.auth;

import java.time.Clock;

/**
 * Signs the events of one request, one after the other. Each signature covers the one before it, so that events can
 * neither be changed nor left out. {@link SigV4Signer#signEvents} makes it. Used by one thread at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/transcribe/latest/dg/streaming-setting-up.html">Event stream encoding</a>
 */
public final class EventSigner {
    private final SignatureChain chain;
    private final Clock clock;

    EventSigner(SignatureChain chain, Clock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    /** The time to date the next event by, in milliseconds since 1970. */
    public long epochMillis() {
        return clock.millis();
    }

    /**
     * Signs the next event.
     *
     * @param epochMillis the time that the event is dated by
     * @param headers the encoded headers of the message around the event, without that of the signature
     * @param event the encoded event; empty for the end of the stream
     * @return the 32 bytes of the signature
     */
    public byte[] sign(long epochMillis, byte[] headers, byte[] event) {
        SigningWorkspace workspace = SigV4Signer.take();
        SigningDate date = SigningDate.at(Math.floorDiv(epochMillis, 1000L));
        chain.next(workspace, SignatureChain.PAYLOAD, date, headers, event, 0, event.length);
        byte[] signature = workspace.hash().clone();
        SigV4Signer.give(workspace);
        return signature;
    }
}
