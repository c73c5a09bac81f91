package dev.whittle.runtime.checksum;

import dev.whittle.runtime.http.RequestBody;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * The checksums of Smithy's trait {@code aws.protocols#httpChecksum}. The constants are named as the values of the
 * members that choose among them.
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
    SHA256("x-amz-checksum-sha256");

    private final String header;

    ChecksumAlgorithm(String header) {
        this.header = header;
    }

    /** The header that carries it. */
    public String header() {
        return header;
    }

    /** The checksum of a body as its header has it: in base64, the number's highest byte first. */
    public String of(RequestBody body) {
        return Base64.getEncoder().encodeToString(bytes(body));
    }

    private byte[] bytes(RequestBody body) {
        return switch (this) {
            case CRC32 -> cyclic(new CRC32(), body, 4);
            case CRC32C -> cyclic(new CRC32C(), body, 4);
            case CRC64NVME -> cyclic(new Crc64Nvme(), body, 8);
            case SHA1 -> digest("SHA-1", body);
            case SHA256 -> digest("SHA-256", body);
        };
    }

    private static byte[] cyclic(Checksum checksum, RequestBody body, int length) {
        body.update(checksum);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (checksum.getValue() >>> ((length - 1 - i) * 8));
        }
        return bytes;
    }

    private static byte[] digest(String algorithm, RequestBody body) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            body.update(digest);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
