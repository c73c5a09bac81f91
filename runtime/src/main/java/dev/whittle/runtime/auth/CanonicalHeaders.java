package dev.whittle.runtime.auth;

import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.internal.Ascii;

/**
 * The canonical form of a request's headers: those that are signed, in the order of their small-lettered names, the
 * values of equal names joined. The host is signed with them although the transport adds it.
 */
final class CanonicalHeaders {
    private int[] order = new int[24];
    private int count;
    private int namesStart;
    private int namesEnd;

    /** Chooses what is signed, and sorts it. The number of the headers stands for the host. */
    void select(HttpHeaders.Builder headers) {
        int size = headers.size();
        if (size >= order.length) {
            order = new int[size * 2];
        }
        count = 0;
        insert(size, headers);
        for (int i = 0; i < size; i++) {
            if (isSigned(headers.name(i))) {
                insert(i, headers);
            }
        }
    }

    private void insert(int index, HttpHeaders.Builder headers) {
        String name = name(index, headers);
        int at = count++;
        while (at > 0 && name(order[at - 1], headers).compareToIgnoreCase(name) > 0) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = index;
    }

    /** Writes each name and its values as one line. */
    void writeFields(Ascii out, HttpHeaders.Builder headers, String host) {
        for (int i = 0; i < count; i++) {
            if (order[i] == headers.size()) {
                out.add("host:").add(host).add('\n');
                continue;
            }
            if (i > 0 && isSameName(i, headers)) {
                out.replaceLast(',');
            } else {
                out.lowerCase(headers.name(order[i])).add(':');
            }
            out.collapsed(headers.value(order[i])).add('\n');
        }
    }

    /** Writes the names, with semicolons between them. */
    void writeNames(Ascii out, HttpHeaders.Builder headers) {
        namesStart = out.size();
        for (int i = 0; i < count; i++) {
            if (i > 0 && isSameName(i, headers)) {
                continue;
            }
            if (i > 0) {
                out.add(';');
            }
            out.lowerCase(name(order[i], headers));
        }
        namesEnd = out.size();
    }

    /** Writes the names once more, into the same buffer. */
    void repeatNames(Ascii out) {
        out.repeat(namesStart, namesEnd);
    }

    private boolean isSameName(int at, HttpHeaders.Builder headers) {
        return name(order[at], headers).equalsIgnoreCase(name(order[at - 1], headers));
    }

    private static String name(int index, HttpHeaders.Builder headers) {
        return index == headers.size() ? "host" : headers.name(index);
    }

    // What proxies and transports may change or add is not signed. The length sorts out nearly every name.
    private static boolean isSigned(String name) {
        return switch (name.length()) {
            case 4 -> !name.equalsIgnoreCase("host");
            case 6 -> !name.equalsIgnoreCase("expect");
            case 10 -> !name.equalsIgnoreCase("user-agent") && !name.equalsIgnoreCase("connection");
            case 13 -> !name.equalsIgnoreCase("authorization");
            case 15 -> !name.equalsIgnoreCase("x-amzn-trace-id") && !name.equalsIgnoreCase("x-forwarded-for");
            case 17 -> !name.equalsIgnoreCase("transfer-encoding");
            default -> true;
        };
    }
}
