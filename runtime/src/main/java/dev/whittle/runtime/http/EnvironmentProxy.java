package dev.whittle.runtime.http;

import dev.whittle.runtime.internal.Hosts;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads proxies from environment variables, as curl and most other programs do. */
final class EnvironmentProxy {
    private EnvironmentProxy() {}

    /**
     * The proxy of the environment for a server; null if there is none.
     *
     * @throws IOException if a variable is set to what is no proxy
     */
    static @Nullable HttpProxy find(Route route, Map<String, String> environment) throws IOException {
        String name = route.isSecure() ? "https_proxy" : "http_proxy";
        String value = value(environment, name);
        if (value == null && !route.isSecure() && environment.get("REQUEST_METHOD") == null) {
            // In capitals only outside of CGI, where it is the header "Proxy" of a request.
            value = notBlank(environment.get("HTTP_PROXY"));
        } else if (value == null && route.isSecure()) {
            value = notBlank(environment.get("HTTPS_PROXY"));
        }
        // What runs on this machine, such as a stand-in for tests, is out of a proxy's reach.
        if (value == null || Hosts.isLoopback(route.authority)) {
            return null;
        }
        String exceptions = value(environment, "no_proxy");
        if (exceptions == null) {
            exceptions = notBlank(environment.get("NO_PROXY"));
        }
        return exceptions != null && isExcepted(route, exceptions) ? null : parsed(name, value);
    }

    private static @Nullable String value(Map<String, String> environment, String name) {
        return notBlank(environment.get(name));
    }

    private static @Nullable String notBlank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.trim();
    }

    // Neither the value nor what the parser says of it is quoted, because there may be a password in it.
    @SuppressWarnings("UnusedException")
    private static HttpProxy parsed(String name, String value) throws IOException {
        URI uri;
        try {
            uri = new URI(value.contains("://") ? value : "http://" + value);
        } catch (URISyntaxException e) {
            throw new IOException("the environment variable " + name + " is not the URL of a proxy");
        }
        String host = Hosts.of(uri);
        if (host == null || !"http".equalsIgnoreCase(uri.getScheme())) {
            throw new IOException("the environment variable " + name + " must be the http:// URL of a proxy");
        }
        String login = uri.getUserInfo();
        int colon = login == null ? -1 : login.indexOf(':');
        String authorization = login == null
                ? null
                : colon < 0
                        ? HttpProxy.basic(login, "")
                        : HttpProxy.basic(login.substring(0, colon), login.substring(colon + 1));
        int port = Hosts.port(uri);
        return new HttpProxy(host, port < 0 ? 80 : port, authorization);
    }

    /** Whether a server is in a list such as {@code localhost,.example.com,10.0.0.1,other:8080}. */
    static boolean isExcepted(Route route, String exceptions) {
        String host = route.host.toLowerCase(Locale.ROOT);
        int start = 0;
        while (start <= exceptions.length()) {
            int comma = exceptions.indexOf(',', start);
            int end = comma < 0 ? exceptions.length() : comma;
            String entry = exceptions.substring(start, end).trim().toLowerCase(Locale.ROOT);
            if (isMatch(host, route.port, entry)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private static boolean isMatch(String host, int port, String entry) {
        if (entry.equals("*")) {
            return true;
        }
        String name = entry;
        int colon = entry.lastIndexOf(':');
        // Not within an IPv6 address, which has a port only behind brackets.
        if (colon > entry.lastIndexOf(']') && (entry.startsWith("[") || entry.indexOf(':') == colon)) {
            if (!entry.substring(colon + 1).equals(Integer.toString(port))) {
                return false;
            }
            name = entry.substring(0, colon);
        }
        if (name.startsWith("*.")) {
            name = name.substring(1);
        }
        if (name.isEmpty()) {
            return false;
        }
        if (name.startsWith(".")) {
            return host.endsWith(name) || host.equals(name.substring(1));
        }
        return host.equals(name) || host.endsWith("." + name) || host.equals("[" + name + "]");
    }
}
