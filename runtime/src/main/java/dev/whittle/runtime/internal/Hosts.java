package dev.whittle.runtime.internal;

/** Tells by its name alone whether a host is this machine: a name that has to be looked up may lead anywhere. */
public final class Hosts {
    private Hosts() {}

    /** Whether an authority of a URL, with or without a port, is {@code localhost} or a loopback address. */
    public static boolean isLoopback(String authority) {
        int end = authority.startsWith("[") ? authority.indexOf(']') + 1 : authority.indexOf(':');
        String host = end > 0 ? authority.substring(0, end) : authority;
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || isLoopbackAddress(host);
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
