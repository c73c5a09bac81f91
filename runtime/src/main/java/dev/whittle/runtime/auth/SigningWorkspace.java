package dev.whittle.runtime.auth;

import dev.whittle.runtime.http.RequestBody;
import dev.whittle.runtime.internal.Ascii;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What signing one request needs, used by one thread at a time: a buffer, a digest and its latest result. */
final class SigningWorkspace {
    /** A buffer that an unusual request made larger is not kept. */
    private static final int KEPT_CAPACITY = 16 * 1024;

    private final Ascii buffer = new Ascii();
    private final CanonicalHeaders headers = new CanonicalHeaders();
    private final MessageDigest sha256;
    private final byte[] hash = new byte[32];

    SigningWorkspace() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    Ascii buffer() {
        return buffer;
    }

    CanonicalHeaders headers() {
        return headers;
    }

    boolean isWorthKeeping() {
        return buffer.capacity() <= KEPT_CAPACITY;
    }

    /** The latest hash or MAC, to be read before the next. */
    byte[] hash() {
        return hash;
    }

    /** Hashes a body. */
    void hash(RequestBody body) {
        body.update(sha256);
        finish();
    }

    /** Hashes a part of the buffer. */
    void hash(int start, int end) {
        sha256.update(buffer.array(), start, end - start);
        finish();
    }

    /** Hashes a part of an array. */
    void hash(byte[] bytes, int offset, int length) {
        sha256.update(bytes, offset, length);
        finish();
    }

    /** Hashes bytes, into an array of their own. */
    byte[] hashOf(byte[] bytes) {
        return sha256.digest(bytes);
    }

    /** Authenticates a part of the buffer. */
    void mac(SigningKey key, int start, int end) {
        mac(key.innerPad(), key.outerPad(), buffer.array(), start, end - start);
    }

    /** HMAC-SHA256, by hand: the JCE's takes a new process some 40 ms to load, and a call longer to set up. */
    void mac(byte[] innerPad, byte[] outerPad, byte[] data, int offset, int length) {
        sha256.update(innerPad);
        sha256.update(data, offset, length);
        finish();
        sha256.update(outerPad);
        sha256.update(hash);
        finish();
    }

    private void finish() {
        try {
            sha256.digest(hash, 0, hash.length);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }
}
