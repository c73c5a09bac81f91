package dev.whittle.benchmarks.call;

import java.nio.ByteBuffer;
import java.util.Base64;

/** A CRC-32 as headers and trailers have it. */
public final class ChecksumText {
    private ChecksumText() {}

    /** The number's four bytes in base64. */
    public static String of(long crc) {
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(4).putInt((int) crc).array());
    }
}
