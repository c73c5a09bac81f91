package dev.whittle.runtime.stream;

import dev.whittle.runtime.error.ResponseTooLargeException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The body of a response, read as it arrives. It keeps its connection until its end is read or it is closed. If it is
 * forgotten, the client closes it when the garbage collector finds it, and logs a warning. Closing it early does not wait for
 * the rest.
 *
 * <p>If the body breaks off, or makes no progress for longer than the call's {@code idleTimeout}, the read that notices it
 * throws an {@link IOException}; an incomplete body never looks like a complete one. If a checksum does not match, the read
 * that reaches the end throws a {@link dev.whittle.runtime.error.MalformedResponseException}.
 *
 * <p>One thread may read at a time. Any thread may call {@link #close}.
 */
public final class ResponseStream extends InputStream {
    private final InputStream body;
    private final String operation;
    private final long contentLength;

    /**
     * Makes the stream of a response.
     *
     * @param operation the operation's name, for messages
     * @param contentLength the number of bytes; -1 if it is not known
     */
    public ResponseStream(InputStream body, String operation, long contentLength) {
        this.body = body;
        this.operation = operation;
        this.contentLength = contentLength;
    }

    /** How many bytes the body has in all, as the response says; -1 if it does not. */
    public long contentLength() {
        return contentLength;
    }

    @Override
    public int read() throws IOException {
        return body.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return body.read(target, offset, length);
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    /**
     * Reads to the end, and closes the stream.
     *
     * @param limit the most bytes that there may be
     * @throws ResponseTooLargeException if there are more
     * @throws IllegalArgumentException if the limit is negative
     */
    public byte[] readBytes(int limit) throws IOException {
        if (limit < 0) {
            throw new IllegalArgumentException("limit must not be negative, but is " + limit);
        }
        try (InputStream all = body) {
            if (contentLength > limit) {
                throw ResponseTooLargeException.ofStream(operation, limit);
            }
            byte[] bytes = all.readNBytes(limit);
            if (bytes.length == limit && all.read() >= 0) {
                throw ResponseTooLargeException.ofStream(operation, limit);
            }
            return bytes;
        }
    }

    /**
     * Reads to the end as UTF-8, and closes the stream. Malformed input becomes U+FFFD.
     *
     * @param limit the most bytes that there may be
     * @throws ResponseTooLargeException if there are more
     */
    public String readUtf8(int limit) throws IOException {
        return new String(readBytes(limit), StandardCharsets.UTF_8);
    }

    /**
     * Reads to the end into a file, and closes the stream. The bytes go to a temporary file in the same folder, which is
     * renamed when it is complete. An existing file is replaced at that moment, and stays unchanged if anything fails.
     *
     * @return the file
     * @throws IOException if the response breaks off, or the file cannot be written
     */
    public Path saveTo(Path file) throws IOException {
        try (InputStream all = body) {
            Path folder = file.toAbsolutePath().getParent();
            Path name = file.getFileName();
            if (folder == null || name == null) {
                throw new IOException("'" + file + "' is not the name of a file");
            }
            String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
            Path part = folder.resolve("." + name + "-" + random + ".part");
            boolean moved = false;
            try {
                try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
                    copy(all, out);
                }
                move(part, file);
                moved = true;
            } finally {
                if (!moved) {
                    Files.deleteIfExists(part);
                }
            }
            return file;
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] piece = new byte[64 * 1024];
        for (int count = in.read(piece, 0, piece.length); count >= 0; count = in.read(piece, 0, piece.length)) {
            out.write(piece, 0, count);
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Reads the body as server-sent events, for responses with the content type {@code text/event-stream}. */
    public ServerSentEvents serverSentEvents() {
        return new ServerSentEvents(this);
    }

    /** Ends the response. If more than a few KiB are left, the connection is closed instead of read to the end. */
    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            // A connection is lost, which matters to the transport only.
            return;
        }
    }

    /** The number of bytes, if it is known: content may be secret. */
    @Override
    public String toString() {
        return contentLength < 0 ? "ResponseStream" : "ResponseStream[" + contentLength + " bytes]";
    }
}
