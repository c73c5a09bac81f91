package dev.whittle.runtime.http;

import dev.whittle.runtime.internal.Buffers;
import java.io.IOException;

/** Asks a proxy for a way through to a server. */
final class Tunnel {
    private Tunnel() {}

    static void open(Connection connection, Route route, HttpProxy proxy) throws IOException {
        connection.buffer = Buffers.HTTP.take();
        HeadWriter writer = new HeadWriter(Buffers.HTTP.take());
        writer.connect(route.host + ":" + route.port, proxy);
        int status;
        try {
            connection.write(writer.bytes, 0, writer.size);
            HeadReader head = HeadReader.read(connection);
            for (int provisional = 0; head.status() < 200; provisional++) {
                SocketExchange.checkProvisional(head, provisional);
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
        Buffers.HTTP.give(connection.buffer);
        Buffers.HTTP.give(writer.bytes);
        connection.buffer = Connection.NO_BUFFER;
        connection.position = connection.limit = 0;
    }
}
