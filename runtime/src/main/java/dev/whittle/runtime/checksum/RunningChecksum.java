package dev.whittle.runtime.checksum;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/** The checksum of bytes that come in pieces. Used by one thread at a time. */
public final class RunningChecksum {
    private final ChecksumAlgorithm algorithm;
    private final @Nullable Checksum cyclic;
    private final @Nullable MessageDigest digest;

    /** Makes the checksum of no bytes. */
    public RunningChecksum(ChecksumAlgorithm algorithm) {
        this.algorithm = algorithm;
        this.cyclic = algorithm.cyclic();
        this.digest = cyclic == null ? algorithm.digest() : null;
    }

    /** Adds bytes. */
    public void update(byte[] bytes, int offset, int length) {
        if (cyclic != null) {
            cyclic.update(bytes, offset, length);
        } else if (digest != null) {
            digest.update(bytes, offset, length);
        }
    }

    /** The checksum as its header has it: in base64, the number's highest byte first. Nothing can be added then. */
    public String value() {
        byte[] bytes = cyclic != null ? algorithm.bytes(cyclic) : digest != null ? digest.digest() : new byte[0];
        return Base64.getEncoder().encodeToString(bytes);
    }
}
