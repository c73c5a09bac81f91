package dev.whittle.runtime.http;

import java.io.IOException;

/** Asks a proxy for a way through to a server. */
final class Tunnel {
    private Tunnel() {}

    static void open(Connection connection, Route route, HttpProxy proxy) throws IOException {
        connection.buffer = Buffers.take();
        HeadWriter writer = new HeadWriter(Buffers.take());
        writer.connect(route.host + ":" + route.port, proxy);
        int status;
        try {
            connection.write(writer.bytes, 0, writer.size);
            HeadReader head = HeadReader.read(connection);
            while (head.status() < 200) {
                head = HeadReader.read(connection);
            }
            status = head.status();
        } catch (IOException e) {
            throw connection.ended(
                    new IOException("the proxy " + proxy + " did not open a tunnel: " + e.getMessage(), e));
        }
        if (status >= 300) {
            String hint = status == 407 ? ", which asks for a login" : "";
            throw new IOException("the proxy " + proxy + " refused a tunnel with status " + status + hint);
        }
        if (connection.position < connection.limit) {
            throw new IOException("the proxy " + proxy + " sent data before the server could");
        }
        Buffers.give(connection.buffer);
        Buffers.give(writer.bytes);
        connection.buffer = Buffers.NONE;
        connection.position = connection.limit = 0;
    }
}
