package dev.whittle.runtime.auth;

import dev.whittle.runtime.checksum.ChecksumAlgorithm;
import dev.whittle.runtime.checksum.RunningChecksum;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.RequestBody;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A body in the content encoding {@code aws-chunked}: chunks with their sizes, and behind them the checksum of all. The
 * content is read once while it is sent, because nothing of it must be known before.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html">Signature calculations
 *     for requests in chunks with trailers</a>
 */
public final class AwsChunkedBody extends RequestBody {
    private static final String UNSIGNED = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    private static final String DECODED_LENGTH = "x-amz-decoded-content-length";

    private final RequestBody content;
    private final ChecksumAlgorithm algorithm;
    private final @Nullable ChunkSigner signer;

    private AwsChunkedBody(RequestBody content, ChecksumAlgorithm algorithm, @Nullable ChunkSigner signer) {
        this.content = content;
        this.algorithm = algorithm;
        this.signer = signer;
    }

    /**
     * A body whose chunks are not signed, as it is sent over TLS.
     *
     * @throws IllegalArgumentException for MD5, which no trailer has
     */
    public static AwsChunkedBody unsigned(RequestBody content, ChecksumAlgorithm algorithm) {
        if (algorithm == ChecksumAlgorithm.MD5) {
            throw new IllegalArgumentException("a trailer cannot have an MD5 checksum");
        }
        return new AwsChunkedBody(content, algorithm, null);
    }

    /**
     * The same content with signed chunks. It can be written once, because each signature covers the one before it.
     *
     * @param chunkSigner what {@link SigV4Signer#signChunks} returned for the request
     */
    public AwsChunkedBody signedBy(ChunkSigner chunkSigner) {
        return new AwsChunkedBody(content, algorithm, chunkSigner);
    }

    /**
     * Makes this the body of a request that is not signed yet, and adds the headers that describe it: the encoding, the
     * trailer, the length of the content if it is known, and {@code x-amz-content-sha256} for unsigned chunks, which
     * {@link SigV4Signer#signChunks} changes. Has the same effect when it is called again.
     */
    public void addTo(HttpRequest.Builder request) {
        request.body(this);
        String encoding = request.headers().first("Content-Encoding");
        if (encoding == null) {
            request.headers().set("Content-Encoding", "aws-chunked");
        } else if (!encoding.endsWith("aws-chunked")) {
            request.headers().set("Content-Encoding", encoding + ",aws-chunked");
        }
        request.headers().set("x-amz-trailer", name()).set("x-amz-content-sha256", UNSIGNED);
        if (content.size() >= 0) {
            request.headers().set(DECODED_LENGTH, Long.toString(content.size()));
        }
    }

    private String name() {
        return algorithm.header().toLowerCase(Locale.ROOT);
    }

    /** The number of bytes with all that is around the content; -1 if the size of the content is not known. */
    @Override
    public long size() {
        if (content.size() < 0) {
            return -1;
        }
        int checksumSize = new RunningChecksum(algorithm).value().length();
        return AwsChunks.size(content.size(), name().length() + 1 + checksumSize, signer != null);
    }

    /** Whether the content is repeatable, and its chunks are not signed. */
    @Override
    public boolean isRepeatable() {
        return signer == null && content.isRepeatable();
    }

    /**
     * Writes the content in chunks.
     *
     * @throws IOException if {@code out} throws it, or if the content has another size than it has announced
     */
    @Override
    public void writeTo(OutputStream out) throws IOException {
        AwsChunks chunks = new AwsChunks(out, new RunningChecksum(algorithm), signer);
        content.writeTo(chunks);
        chunks.finish(name(), content.size());
    }
}
