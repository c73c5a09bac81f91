package dev.whittle.runtime.http;

import java.io.IOException;

/** A body of a length that the head has told; there is at least one byte. */
final class LengthBody extends ResponseBody {
    private long left;

    LengthBody(Connection connection, HeadReader head, boolean kept) {
        super(connection, head, kept);
        this.left = head.length();
    }

    @Override
    int next(Connection from, byte[] target, int offset, int length) throws IOException {
        int count = take(from, target, offset, (int) Math.min(left, length));
        if (count < 0) {
            throw new IOException("the connection was closed " + left + " bytes before the end of the response");
        }
        left -= count;
        if (left == 0) {
            finish(from);
        }
        return count;
    }

    @Override
    long left() {
        return left;
    }
}
