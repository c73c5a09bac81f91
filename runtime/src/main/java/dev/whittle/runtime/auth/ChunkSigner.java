package dev.whittle.runtime.auth;

import org.jspecify.annotations.Nullable;

/**
 * Signs the chunks of one body, one after the other, and then its trailer. Each signature covers the one before it.
 * {@link SigV4Signer#signChunks} makes it. Used by one thread at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html">Signature calculations
 *     for requests in chunks with trailers</a>
 */
public final class ChunkSigner {
    private static final String TRAILER = "AWS4-HMAC-SHA256-TRAILER";
    private static final byte[] NOTHING = {};

    private final SignatureChain chain;
    private final SigningDate date;

    ChunkSigner(SignatureChain chain, SigningDate date) {
        this.chain = chain;
        this.date = date;
    }

    /** Signs the next chunk, which is empty at the end, and returns the signature in hexadecimal. */
    public String sign(byte[] chunk, int offset, int length) {
        return next(SignatureChain.PAYLOAD, NOTHING, chunk, offset, length);
    }

    /**
     * Signs the trailer.
     *
     * @param fields the fields, each as {@code name:value} and a line feed, the name in lower case
     * @return the signature in hexadecimal
     */
    public String signTrailer(byte[] fields) {
        return next(TRAILER, null, fields, 0, fields.length);
    }

    private String next(String algorithm, byte @Nullable [] prefix, byte[] data, int offset, int length) {
        SigningWorkspace workspace = SigV4Signer.take();
        String signature = chain.next(workspace, algorithm, date, prefix, data, offset, length);
        SigV4Signer.give(workspace);
        return signature;
    }
}
