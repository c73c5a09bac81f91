package dev.whittle.runtime.internal;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Tells by its name alone what a host is: a name that has to be looked up may lead anywhere. */
public final class Hosts {
    private Hosts() {}

    /**
     * The host of a URL, also one with an underscore, which many private networks have and {@link URI#getHost} knows
     * nothing of; null if there is none.
     */
    public static @Nullable String of(URI uri) {
        String host = uri.getHost();
        String authority = uri.getRawAuthority();
        if (host != null || authority == null) {
            return host;
        }
        int colon = authority.indexOf(':');
        int end = colon < 0 ? authority.length() : colon;
        for (int i = 0; i < authority.length(); i++) {
            char c = authority.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!digit && (i > end || !(letter || c == '-' || c == '_' || c == '.' || i == colon))) {
                return null;
            }
        }
        return end == 0 || port(uri) > 65535 ? null : authority.substring(0, end);
    }

    /** The port of a URL that has a host; -1 if there is none. */
    public static int port(URI uri) {
        String authority = uri.getRawAuthority();
        if (uri.getHost() != null || authority == null) {
            return uri.getPort();
        }
        int port = -1;
        for (int i = authority.indexOf(':') + 1; i > 0 && i < authority.length(); i++) {
            port = Math.min(Math.max(port, 0) * 10 + authority.charAt(i) - '0', 65536);
        }
        return port;
    }

    /**
     * Whether an authority of a URL, with or without a port, is {@code localhost} or a loopback address: a name that has to
     * be looked up may lead anywhere.
     */
    public static boolean isLoopback(String authority) {
        String host = host(authority);
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || isLoopbackAddress(host);
    }

    private static String host(String authority) {
        int end = authority.startsWith("[") ? authority.indexOf(']') + 1 : authority.indexOf(':');
        return end > 0 ? authority.substring(0, end) : authority;
    }

    /**
     * Whether an authority of a URL is {@code localhost} or an IP address of either version, so that
     * nothing can be put before it to form a name. As in URLs of browsers, a last label that is a number makes the host an address.
     */
    public static boolean isAddressOrLocalhost(String authority) {
        String host = host(authority);
        if (host.startsWith("[") || host.equalsIgnoreCase("localhost") || host.equalsIgnoreCase("localhost.")) {
            return true;
        }
        int end = host.endsWith(".") ? host.length() - 1 : host.length();
        int start = host.lastIndexOf('.', end - 1) + 1;
        for (int i = start; i < end; i++) {
            if (host.charAt(i) < '0' || host.charAt(i) > '9') {
                return false;
            }
        }
        return start < end;
    }

    /** Whether a text is four numbers with dots between them, of which the first is 127. */
    private static boolean isLoopbackAddress(String host) {
        if (!host.startsWith("127.")) {
            return false;
        }
        int dots = 0;
        int number = -1;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c == '.' && number >= 0) {
                dots++;
                number = -1;
            } else if (c >= '0' && c <= '9') {
                number = Math.max(number, 0) * 10 + c - '0';
            } else {
                return false;
            }
            if (number > 255) {
                return false;
            }
        }
        return dots == 3 && number >= 0;
    }
}
