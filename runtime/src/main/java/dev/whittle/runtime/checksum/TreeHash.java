package dev.whittle.runtime.checksum;

import dev.whittle.runtime.http.RequestBody;
import java.io.UncheckedIOException;
import java.util.HexFormat;

/**
 * The two hashes of a body that Amazon S3 Glacier wants: the SHA-256 tree hash, which combines the hashes of pieces of 1 MiB
 * in pairs until one is left, and the SHA-256 of the whole. Clients compute both for uploads. To complete a multipart
 * upload, compute the tree hash of the whole archive with {@link #of}.
 *
 * @see <a href="https://docs.aws.amazon.com/amazonglacier/latest/dev/checksum-calculations.html">Computing checksums</a>
 */
public final class TreeHash {
    private final String value;
    private final String contentHash;

    private TreeHash(String value, String contentHash) {
        this.value = value;
        this.contentHash = contentHash;
    }

    /**
     * Hashes a body, in one pass. That of an empty body is the SHA-256 of no bytes.
     *
     * @throws UncheckedIOException if its bytes cannot be read
     */
    public static TreeHash of(RequestBody body) {
        TreeDigest digest = new TreeDigest();
        body.update(digest);
        HexFormat hex = HexFormat.of();
        String contentHash = hex.formatHex(digest.content());
        return new TreeHash(hex.formatHex(digest.digest()), contentHash);
    }

    /** The tree hash, in 64 lower-case hexadecimal digits. */
    public String value() {
        return value;
    }

    /** The SHA-256 of all bytes, in 64 lower-case hexadecimal digits. */
    public String contentHash() {
        return contentHash;
    }

    @Override
    public String toString() {
        return value;
    }
}
