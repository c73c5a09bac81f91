package dev.whittle.runtime.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** An HTTP proxy, with the login that it is given. */
final class HttpProxy {
    private final String host;
    private final int port;
    private final @Nullable String authorization;

    HttpProxy(String host, int port, @Nullable String authorization) {
        this.host = host;
        this.port = port;
        this.authorization = authorization;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    /** The value of {@code Proxy-Authorization}; null for no login. */
    @Nullable
    String authorization() {
        return authorization;
    }

    /** The value of {@code Proxy-Authorization} for a name and a password. */
    static String basic(String user, String password) {
        byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic ".concat(Base64.getEncoder().encodeToString(login));
    }

    /** Host and port, never the login. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
