package dev.whittle.runtime.http;

import dev.whittle.runtime.internal.ByteSink;
import dev.whittle.runtime.internal.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.zip.Checksum;

/**
 * The body of a request, of any size. A body that {@link #isRepeatable} can be hashed before it is sent, and sent again after
 * a failure. A body over a stream or a channel is sent at most once.
 *
 * <p>Subclasses may produce the bytes in other ways. No more than a piece of the body is in memory at a time.
 */
public abstract class RequestBody {
    /** Called by subclasses. */
    protected RequestBody() {}

    /** A body with no bytes. */
    public static RequestBody empty() {
        return ArrayBody.EMPTY;
    }

    /** A body with a copy of these bytes. */
    public static RequestBody of(byte[] bytes) {
        return new ArrayBody(bytes.clone(), 0, bytes.length);
    }

    /**
     * A body with the UTF-8 form of a text.
     *
     * @throws IllegalArgumentException if the text holds half of a surrogate pair
     */
    public static RequestBody utf8(String text) {
        byte[] bytes = Utf8.bytes(text);
        return new ArrayBody(bytes, 0, bytes.length);
    }

    /** A body over a part of an array, without a copy: the caller must not change it until the call has ended. */
    public static RequestBody unsafe(byte[] bytes, int offset, int size) {
        return new ArrayBody(bytes, offset, size);
    }

    /**
     * A body with the content of a file, which is opened whenever it is sent or hashed. Its size is the current size of the
     * file.
     *
     * @throws UncheckedIOException if there is no such file, or it is a directory
     */
    public static RequestBody of(Path file) {
        return FileBody.open(file);
    }

    /** A body with what is left of a stream, sent in chunks and once. The call closes the stream. */
    public static RequestBody of(InputStream stream) {
        return new StreamBody(Objects.requireNonNull(stream, "stream must not be null"), -1);
    }

    /**
     * A body with the next bytes of a stream, sent once. The call closes the stream.
     *
     * @param size the number of bytes; a stream that has fewer fails the call, and more are not read
     * @throws IllegalArgumentException if the size is negative
     */
    public static RequestBody of(InputStream stream, long size) {
        return new StreamBody(Objects.requireNonNull(stream, "stream must not be null"), checked(size));
    }

    /** A body with what is left of a channel, sent in chunks and once. The call closes the channel. */
    public static RequestBody of(ReadableByteChannel channel) {
        return of(Channels.newInputStream(channel));
    }

    /** A body with the next bytes of a channel, sent once, as that of a stream. The call closes the channel. */
    public static RequestBody of(ReadableByteChannel channel, long size) {
        return of(Channels.newInputStream(channel), size);
    }

    /**
     * A body with the bytes of a stream that can be had again and again, and is closed each time.
     *
     * @param opening opens the stream at its beginning
     * @param size the number of bytes that each stream has; -1 if it is not known
     * @throws IllegalArgumentException if the size is below -1
     */
    public static RequestBody repeatable(Callable<? extends InputStream> opening, long size) {
        return new ReopenedBody(
                Objects.requireNonNull(opening, "opening must not be null"), size == -1 ? size : checked(size));
    }

    private static long checked(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("size must not be negative, but is " + size);
        }
        return size;
    }

    /** The number of bytes; -1 if it is not known before they are written. Such a body is sent in chunks. */
    public abstract long size();

    /** Whether the bytes can be written more than once; a body that is signed or retried must be repeatable. */
    public abstract boolean isRepeatable();

    /** Whether all of it is in memory, so that to hash and to copy it costs little. */
    public boolean isInMemory() {
        return false;
    }

    /**
     * Writes the bytes.
     *
     * @throws IOException if {@code out} throws it, or if the bytes cannot be read
     */
    public abstract void writeTo(OutputStream out) throws IOException;

    /** The fields that follow a body of unknown size, asked for after the bytes are written; none by default. */
    public HttpHeaders trailers() {
        return HttpHeaders.empty();
    }

    /**
     * Hands the bytes to a digest.
     *
     * @throws UncheckedIOException if they cannot be read
     */
    public void update(MessageDigest digest) {
        writeTo(new DigestSink(digest, null), "hashed");
    }

    /**
     * Hands the bytes to a checksum.
     *
     * @throws UncheckedIOException if they cannot be read
     */
    public void update(Checksum checksum) {
        writeTo(new DigestSink(null, checksum), "hashed");
    }

    /**
     * A copy of the bytes.
     *
     * @throws UncheckedIOException if they cannot be read
     */
    public byte[] toByteArray() {
        ByteSink sink = new ByteSink();
        writeTo(sink, "copied");
        return Arrays.copyOf(sink.array(), sink.size());
    }

    private void writeTo(OutputStream sink, String what) {
        try {
            writeTo(sink);
        } catch (IOException e) {
            throw new UncheckedIOException("the body of the request cannot be " + what + ": " + e.getMessage(), e);
        }
    }
}
