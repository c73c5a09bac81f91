package dev.whittle.runtime.http;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/** Takes the bytes of a body for a digest, or for a checksum. */
final class DigestSink extends OutputStream {
    private final @Nullable MessageDigest digest;
    private final @Nullable Checksum checksum;

    DigestSink(@Nullable MessageDigest digest, @Nullable Checksum checksum) {
        this.digest = digest;
        this.checksum = checksum;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (digest != null) {
            digest.update(bytes, offset, length);
        }
        if (checksum != null) {
            checksum.update(bytes, offset, length);
        }
    }
}
