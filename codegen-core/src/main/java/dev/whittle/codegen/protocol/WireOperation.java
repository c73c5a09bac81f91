package dev.whittle.codegen.protocol;

import java.util.List;

/**
 * The request line of an operation.
 *
 * @param path the path, piece by piece
 * @param query literal query parameters, which come before all others
 * @param host the prefix of the host name, piece by piece; empty for none
 */
public record WireOperation(List<UriPart> path, List<LiteralParameter> query, List<UriPart> host) {
    public WireOperation {
        path = List.copyOf(path);
        query = List.copyOf(query);
        host = List.copyOf(host);
    }

    /** A query parameter that the model writes out; its value is empty where the model gives none. */
    public record LiteralParameter(String name, String value) {}
}
