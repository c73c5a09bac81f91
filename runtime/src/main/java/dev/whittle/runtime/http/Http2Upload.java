package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.OutputStream;

/** Sends the body of a request, on a thread of its own, as far as the server takes it. */
final class Http2Upload extends OutputStream implements Runnable {
    private final Http2Stream stream;
    private final RequestBody body;

    /** A piece of the body, with room before it for the header of a frame. */
    private final byte[] buffer = new byte[Http2Writer.HEADER + Http2Writer.PAYLOAD_LIMIT];

    private int filled = Http2Writer.HEADER;

    /** How many bytes are to come; negative if that is not known. */
    private long left;

    private final boolean sized;
    private boolean broken;

    Http2Upload(Http2Stream stream, RequestBody body) {
        this.stream = stream;
        this.body = body;
        this.left = body.size();
        this.sized = left >= 0;
    }

    @Override
    public void run() {
        if (!stream.window.begin(Thread.currentThread())) {
            return;
        }
        try {
            body.writeTo(this);
            finish(body.trailers());
        } catch (IOException | RuntimeException | Error e) {
            if (broken) {
                stream.unwritable();
            } else {
                IOException failure = new IOException("the body of the request could not be sent", e);
                stream.end(failure, true, Http2Exception.NO_ERROR);
            }
        } finally {
            stream.window.release();
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        if (sized) {
            left -= length;
            if (left < 0) {
                throw new IOException("the body of the request is longer than its announced length");
            }
        }
        int from = offset;
        int rest = length;
        while (rest > 0) {
            if (filled == buffer.length) {
                flush();
            }
            int count = Math.min(rest, buffer.length - filled);
            System.arraycopy(source, from, buffer, filled, count);
            filled += count;
            from += count;
            rest -= count;
        }
    }

    /** Sends what has been written so far, as soon as the server takes it. */
    @Override
    public void flush() throws IOException {
        int from = Http2Writer.HEADER;
        while (from < filled) {
            int size = stream.window.reserve(filled - from);
            // The header of a further frame takes the place of bytes that were sent.
            send(from, size, false);
            from += size;
        }
        filled = Http2Writer.HEADER;
    }

    private void finish(HttpHeaders trailers) throws IOException {
        if (sized && left > 0) {
            throw new IOException("the body of the request is " + left + " bytes shorter than its announced length");
        }
        byte[] block = trailers.size() == 0 ? null : HpackEncoder.trailers(trailers);
        flush();
        // Before the last frame, because the response to it must find the request complete.
        stream.sent();
        if (block == null) {
            send(Http2Writer.HEADER, 0, true);
            return;
        }
        broken = true;
        stream.writer.trailers(block);
        broken = false;
    }

    private void send(int from, int size, boolean isEnd) throws IOException {
        broken = true;
        stream.writer.data(buffer, from, size, isEnd);
        broken = false;
    }
}
