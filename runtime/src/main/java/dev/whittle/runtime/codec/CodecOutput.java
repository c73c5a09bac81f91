package dev.whittle.runtime.codec;

import dev.whittle.runtime.internal.Buffers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Collects a body in a borrowed buffer, and hands it over to a stream when the buffer is full. */
abstract class CodecOutput {
    /** How many characters are written without looking for room. */
    static final int RUN = 1024;

    final OutputStream stream;
    byte[] bytes;
    int size;

    CodecOutput(OutputStream stream) {
        this.stream = stream;
        this.bytes = Buffers.CODEC.take();
    }

    /** Hands over what was written, and gives the buffer back. */
    final void close() {
        flush();
        Buffers.CODEC.give(bytes);
        bytes = new byte[0];
    }

    private void flush() {
        try {
            stream.write(bytes, 0, size);
            size = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes room for as many bytes, which must not be more than the buffer has. */
    final void room(int more) {
        if (bytes.length - size < more) {
            flush();
        }
    }

    /** A byte of the format itself. */
    final void sign(int b) {
        room(1);
        bytes[size++] = (byte) b;
    }
}
