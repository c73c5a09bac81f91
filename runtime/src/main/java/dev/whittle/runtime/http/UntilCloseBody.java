package dev.whittle.runtime.http;

import java.io.IOException;

/** A body that ends where the server closes the connection. */
final class UntilCloseBody extends ResponseBody {
    UntilCloseBody(Connection connection, HeadReader head) {
        super(connection, head, false);
    }

    @Override
    int next(Connection from, byte[] target, int offset, int length) throws IOException {
        int count = take(from, target, offset, length);
        if (count < 0) {
            if (from.isTruncated()) {
                throw new IOException(
                        "the connection was closed without the close message of TLS: the response may be cut off");
            }
            finish(from);
        }
        return count;
    }

    @Override
    long left() {
        return Long.MAX_VALUE;
    }
}
