package dev.whittle.runtime.http;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/** The socket factory of one lane, see {@link Lanes}; it can have its sockets closed while somebody writes to them. */
final class LaneSocketFactory extends SSLSocketFactory {
    private final SSLSocketFactory original;

    /** What may still be open; the JDK has the sockets. Guarded by this. */
    private final List<WeakReference<Socket>> sockets = new ArrayList<>();

    LaneSocketFactory(SSLSocketFactory original) {
        this.original = original;
    }

    SSLSocketFactory original() {
        return original;
    }

    private synchronized Socket kept(Socket socket) {
        for (Iterator<WeakReference<Socket>> each = sockets.iterator(); each.hasNext(); ) {
            Socket other = each.next().get();
            if (other == null || other.isClosed()) {
                each.remove();
            }
        }
        sockets.add(new WeakReference<>(socket));
        return socket;
    }

    /**
     * Has the sockets close at once from now on. Without that, to close one says goodbye first, which waits for whoever
     * writes to it, and so for ever if the other side does not read. It holds for all sockets of the lane, as nothing
     * tells whose connection has which.
     */
    synchronized void closeAtOnce() {
        for (WeakReference<Socket> each : sockets) {
            Socket socket = each.get();
            if (socket != null && !socket.isClosed()) {
                closeAtOnce(socket);
            }
        }
    }

    private static void closeAtOnce(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException e) {
            // It has just been closed.
            return;
        }
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return original.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return original.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
        return kept(original.createSocket());
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        return kept(original.createSocket(socket, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return kept(original.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return kept(original.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return kept(original.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return kept(original.createSocket(host, port, local, localPort));
    }
}
