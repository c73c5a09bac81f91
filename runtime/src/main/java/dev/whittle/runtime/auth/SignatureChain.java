package dev.whittle.runtime.auth;

import dev.whittle.runtime.internal.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * The signatures of the parts of a body, each of which covers the signature before it; the first one covers that of the
 * request. Used by one thread at a time.
 */
final class SignatureChain {
    /** The algorithm of parts with a payload. */
    static final String PAYLOAD = "AWS4-HMAC-SHA256-PAYLOAD";

    private final SigningKeys keys;
    private final Credentials credentials;
    private final String scopeEnd;
    private String last;

    /**
     * Makes the chain of a request.
     *
     * @param scopeEnd the credential scope behind the date, with a slash before
     * @param seed the signature of the request, in hexadecimal
     */
    SignatureChain(SigningKeys keys, Credentials credentials, String scopeEnd, String seed) {
        this.keys = keys;
        this.credentials = credentials;
        this.scopeEnd = scopeEnd;
        this.last = seed;
    }

    /**
     * Signs the next part. The signature is in the hash of the workspace too.
     *
     * @param prefix what is hashed before the data, separately; null if the algorithm has no such thing
     * @return the signature in hexadecimal
     */
    String next(
            SigningWorkspace workspace,
            String algorithm,
            SigningDate date,
            byte @Nullable [] prefix,
            byte[] data,
            int offset,
            int length) {
        Ascii out = workspace.buffer();
        out.clear();
        out.add(algorithm).add('\n').add(date.dateTime()).add('\n');
        out.add(date.date()).add(scopeEnd).add('\n').add(last).add('\n');
        if (prefix != null) {
            workspace.hash(prefix, 0, prefix.length);
            out.hex(workspace.hash()).add('\n');
        }
        workspace.hash(data, offset, length);
        out.hex(workspace.hash());
        workspace.mac(keys.get(credentials, date, workspace), 0, out.size());
        int start = out.size();
        last = out.hex(workspace.hash()).text(start);
        return last;
    }
}
