package dev.whittle.runtime.auth;

import dev.whittle.runtime.checksum.RunningChecksum;
import dev.whittle.runtime.internal.Ascii;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Takes a content and writes it in chunks of one size, of which only the last is shorter. */
final class AwsChunks extends OutputStream {
    /** As large as those of AWS's own SDKs; 8 KiB are the least. */
    static final int CHUNK_SIZE = 128 * 1024;

    private static final String SIGNATURE = ";chunk-signature=";
    private static final String TRAILER_SIGNATURE = "x-amz-trailer-signature:";
    private static final int SIGNATURE_LENGTH = 64;

    private final OutputStream out;
    private final RunningChecksum checksum;
    private final @Nullable ChunkSigner signer;
    private final Ascii head = new Ascii();
    private byte[] chunk = {};
    private int size;
    private long total;

    AwsChunks(OutputStream out, RunningChecksum checksum, @Nullable ChunkSigner signer) {
        this.out = out;
        this.checksum = checksum;
        this.signer = signer;
    }

    /**
     * The number of bytes that a content becomes.
     *
     * @param fieldLength the number of characters of the field in the trailer
     */
    static long size(long contentSize, int fieldLength, boolean isSigned) {
        int signature = isSigned ? SIGNATURE.length() + SIGNATURE_LENGTH : 0;
        long whole = contentSize / CHUNK_SIZE;
        int rest = (int) (contentSize % CHUNK_SIZE);
        long size = contentSize + whole * (digits(CHUNK_SIZE) + signature + 4);
        if (rest > 0) {
            size += digits(rest) + signature + 4;
        }
        size += 1 + signature + 2 + fieldLength + 2;
        if (isSigned) {
            size += TRAILER_SIGNATURE.length() + SIGNATURE_LENGTH + 2;
        }
        return size + 2;
    }

    private static int digits(int number) {
        return (35 - Integer.numberOfLeadingZeros(number)) / 4;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        checksum.update(bytes, offset, length);
        total += length;
        int at = offset;
        int end = offset + length;
        while (at < end) {
            if (size == 0 && end - at >= CHUNK_SIZE) {
                chunk(bytes, at, CHUNK_SIZE);
                at += CHUNK_SIZE;
                continue;
            }
            if (chunk.length == 0) {
                chunk = new byte[CHUNK_SIZE];
            }
            int count = Math.min(end - at, CHUNK_SIZE - size);
            System.arraycopy(bytes, at, chunk, size, count);
            at += count;
            size += count;
            if (size == CHUNK_SIZE) {
                chunk(chunk, 0, size);
                size = 0;
            }
        }
    }

    private void chunk(byte[] bytes, int offset, int length) throws IOException {
        head.add(Integer.toHexString(length));
        if (signer != null) {
            head.add(SIGNATURE).add(signer.sign(bytes, offset, length));
        }
        head.add("\r\n");
        out.write(head.array(), 0, head.size());
        out.write(bytes, offset, length);
        head.clear();
        if (length > 0) {
            // Sent with what follows: there is always something.
            head.add("\r\n");
        }
    }

    /**
     * Writes what is left, and the trailer.
     *
     * @param name the name of the field with the checksum, in lower case
     * @param announced the size that the content should have had; -1 if any is right
     */
    void finish(String name, long announced) throws IOException {
        if (announced >= 0 && total != announced) {
            throw new IOException("the body has " + total + " bytes, but it announced " + announced);
        }
        if (size > 0) {
            chunk(chunk, 0, size);
        }
        chunk(chunk, 0, 0);
        String field = name + ":" + checksum.value();
        head.add(field).add("\r\n");
        if (signer != null) {
            byte[] signed = (field + "\n").getBytes(StandardCharsets.US_ASCII);
            head.add(TRAILER_SIGNATURE).add(signer.signTrailer(signed)).add("\r\n");
        }
        head.add("\r\n");
        out.write(head.array(), 0, head.size());
    }
}
