package dev.whittle.runtime.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/** Another socket factory under a name of its own; see {@link Lanes}. */
final class LaneSocketFactory extends SSLSocketFactory {
    private final SSLSocketFactory original;

    LaneSocketFactory(SSLSocketFactory original) {
        this.original = original;
    }

    SSLSocketFactory original() {
        return original;
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
        return original.createSocket();
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        return original.createSocket(socket, host, port, autoClose);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return original.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return original.createSocket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return original.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return original.createSocket(host, port, local, localPort);
    }
}
