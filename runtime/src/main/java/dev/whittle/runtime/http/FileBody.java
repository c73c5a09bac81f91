package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What a file has. It is opened for each time that its bytes are wanted. */
final class FileBody extends RequestBody {
    private static final int PIECE = 64 * 1024;

    private final Path file;
    private final long size;

    private FileBody(Path file, long size) {
        this.file = file;
        this.size = size;
    }

    static FileBody open(Path file) {
        try {
            long size = Files.size(file);
            if (!Files.isRegularFile(file)) {
                throw new IOException("it is not a regular file");
            }
            return new FileBody(file, size);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("the file " + file + " for the body of a request does not exist", e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the file " + file + " for the body of a request cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (SeekableByteChannel in = Files.newByteChannel(file)) {
            byte[] piece = new byte[(int) Math.max(1, Math.min(size, PIECE))];
            ByteBuffer buffer = ByteBuffer.wrap(piece);
            long left = size;
            while (left > 0) {
                buffer.clear().limit((int) Math.min(left, piece.length));
                int count = in.read(buffer);
                if (count < 0) {
                    throw changed();
                }
                out.write(piece, 0, count);
                left -= count;
            }
            if (in.size() != size) {
                throw changed();
            }
        }
    }

    private IOException changed() {
        return new IOException("the file " + file + " has changed: it had " + size + " bytes when the body was made");
    }
}
