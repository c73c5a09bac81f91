package dev.whittle.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Callable;

/** What a stream has that can be opened again and again. */
final class ReopenedBody extends RequestBody {
    private final Callable<? extends InputStream> opening;
    private final long size;

    ReopenedBody(Callable<? extends InputStream> opening, long size) {
        this.opening = opening;
        this.size = size;
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
        try (InputStream in = open()) {
            StreamBody.copy(in, size, out);
        }
    }

    private InputStream open() throws IOException {
        InputStream opened;
        try {
            opened = opening.call();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the body of the request cannot be opened: " + e, e);
        }
        if (opened == null) {
            throw new IOException("the body of the request cannot be opened: its stream is null");
        }
        return opened;
    }
}
