package dev.whittle.runtime.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** An HTTP proxy, with the login that it is given. */
record HttpProxy(String host, int port, @Nullable String authorization) {
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
