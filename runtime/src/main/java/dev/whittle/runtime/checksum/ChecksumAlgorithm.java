package dev.whittle.runtime.checksum;

import dev.whittle.runtime.http.RequestBody;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/**
 * The checksums of Smithy's trait {@code aws.protocols#httpChecksum}. The constants are named as the values of the
 * members that choose among them; {@link #MD5} is the one of the older trait {@code smithy.api#httpChecksumRequired}.
 */
public enum ChecksumAlgorithm {
    /** The CRC of zip files, 32 bits. */
    CRC32("x-amz-checksum-crc32"),
    /** Castagnoli's CRC, 32 bits. */
    CRC32C("x-amz-checksum-crc32c"),
    /** The CRC of NVM Express, 64 bits. */
    CRC64NVME("x-amz-checksum-crc64nvme"),
    /** SHA-1, 160 bits. */
    SHA1("x-amz-checksum-sha1"),
    /** SHA-256. */
    SHA256("x-amz-checksum-sha256"),
    /** MD5, 128 bits (RFC 1864). */
    MD5("Content-MD5");

    private final String header;

    ChecksumAlgorithm(String header) {
        this.header = header;
    }

    /** The header that carries it. */
    public String header() {
        return header;
    }

    /**
     * The algorithm that a caller chose by its name: CRC32 if there is none, as AWS's own SDKs do it; null for an
     * algorithm that is not here, whose checksum the caller must send along.
     */
    public static @Nullable ChecksumAlgorithm chosen(@Nullable String name) {
        if (name == null) {
            return CRC32;
        }
        for (ChecksumAlgorithm algorithm : values()) {
            if (algorithm != MD5 && algorithm.name().equalsIgnoreCase(name)) {
                return algorithm;
            }
        }
        return null;
    }

    /** The checksum of a body as its header has it: in base64, the number's highest byte first. */
    public String of(RequestBody body) {
        return Base64.getEncoder().encodeToString(bytes(body));
    }

    private byte[] bytes(RequestBody body) {
        Checksum cyclic = cyclic();
        if (cyclic != null) {
            body.update(cyclic);
            return bytes(cyclic);
        }
        MessageDigest digest = digest();
        body.update(digest);
        return digest.digest();
    }

    /** The running checksum; null for a digest. */
    @Nullable
    Checksum cyclic() {
        // Not a switch, whose table would be a class of its own in the jar.
        return this == CRC32 ? new CRC32() : this == CRC32C ? new CRC32C() : this == CRC64NVME ? new Crc64Nvme() : null;
    }

    /** The bytes of a running checksum, the highest first. */
    byte[] bytes(Checksum checksum) {
        byte[] bytes = new byte[this == CRC64NVME ? 8 : 4];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (checksum.getValue() >>> ((bytes.length - 1 - i) * 8));
        }
        return bytes;
    }

    /** The running digest of an algorithm that is one. */
    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(this == SHA256 ? "SHA-256" : this == SHA1 ? "SHA-1" : "MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, SHA-1 and MD5", e);
        }
    }
}
