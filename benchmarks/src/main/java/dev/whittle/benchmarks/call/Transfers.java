package dev.whittle.benchmarks.call;

import java.io.IOException;

/** Moves bodies of any size and receives events, in one way or another. */
public interface Transfers {
    /** Receives so many bytes, and compares their CRC-32 with the one that the response states. */
    void down(long bytes) throws IOException;

    /** Sends so many bytes, with their CRC-32 behind them, every piece hashed by SHA-256. */
    void up(long bytes) throws IOException;

    /** Asks for an event, and returns how many nanoseconds after it was written it was there. */
    long event() throws IOException;
}
