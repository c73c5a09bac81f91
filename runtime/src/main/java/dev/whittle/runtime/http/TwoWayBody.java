package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The body of the response of a two-way stream. Closing it, from any thread, ends the exchange and never fails. */
final class TwoWayBody extends InputStream {
    private final Http2Stream stream;

    TwoWayBody(Http2Stream stream) {
        this.stream = stream;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        return length == 0 ? 0 : stream.read(target, offset, length);
    }

    @Override
    public int available() {
        return stream.available();
    }

    HttpHeaders trailers() {
        return stream.trailers();
    }

    @Override
    public void close() {
        stream.close();
    }
}
