package dev.whittle.runtime.checksum;

import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/** The body of a response, compared with the checksum that came with it when its end is read. */
public final class CheckedBody extends InputStream {
    private final InputStream body;
    private final ChecksumAlgorithm algorithm;
    private final String expected;
    private final boolean isDecimal;
    private final @Nullable Checksum cyclic;
    private final @Nullable MessageDigest digest;
    private boolean ended;

    private CheckedBody(InputStream body, ChecksumAlgorithm algorithm, String expected, boolean isDecimal) {
        this.body = body;
        this.algorithm = algorithm;
        this.expected = expected;
        this.isDecimal = isDecimal;
        this.cyclic = algorithm.cyclic();
        this.digest = cyclic == null ? algorithm.digest() : null;
    }

    /**
     * The same response, whose body is checked while it is read; the response itself if it has none of the checksums. That of
     * an object in parts, which has a hyphen and a number behind it, says nothing about the bytes that came.
     *
     * @param algorithms which checksums to look for, in this order
     */
    public static HttpResponse of(HttpResponse response, List<ChecksumAlgorithm> algorithms) {
        for (ChecksumAlgorithm algorithm : algorithms) {
            String expected = response.headers().first(algorithm.header());
            if (expected != null && expected.indexOf('-') < 0) {
                return checked(response, algorithm, expected, false);
            }
        }
        return response;
    }

    /**
     * The same response, whose body is checked while it is read.
     *
     * @param expected the CRC-32 of the body in decimal digits
     */
    public static HttpResponse ofDecimalCrc32(HttpResponse response, String expected) {
        return checked(response, ChecksumAlgorithm.CRC32, expected, true);
    }

    private static HttpResponse checked(
            HttpResponse response, ChecksumAlgorithm algorithm, String expected, boolean isDecimal) {
        CheckedBody body = new CheckedBody(response.body(), algorithm, expected.trim(), isDecimal);
        return new HttpResponse(response.status(), response.headers(), body);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /**
     * Reads on.
     *
     * @throws MalformedResponseException at the end of a body whose checksum is another
     */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = body.read(bytes, offset, length);
        if (count < 0) {
            compare();
        } else if (cyclic != null) {
            cyclic.update(bytes, offset, count);
        } else if (digest != null) {
            digest.update(bytes, offset, count);
        }
        return count;
    }

    /**
     * Compares the checksum of what was read, once.
     *
     * @throws MalformedResponseException if it is another
     */
    public void compare() {
        if (ended) {
            return;
        }
        ended = true;
        String actual = actual();
        if (!actual.equals(expected)) {
            throw new MalformedResponseException(
                    "the body's " + algorithm.name() + " checksum is not the one that the response states", null);
        }
        if (body instanceof CheckedBody other) {
            other.compare();
        }
    }

    private String actual() {
        if (cyclic != null && isDecimal) {
            return Long.toString(cyclic.getValue());
        }
        byte[] bytes = cyclic != null ? algorithm.bytes(cyclic) : digest != null ? digest.digest() : new byte[0];
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * Reads what is left, so that the checksum is compared even if the output does not need the end of the body.
     *
     * @throws MalformedResponseException if the checksum is another
     */
    public void finish() throws IOException {
        byte[] rest = new byte[1024];
        int count;
        do {
            count = read(rest, 0, rest.length);
        } while (count >= 0);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
