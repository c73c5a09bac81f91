package dev.whittle.codegen.protocol.wire;

import java.util.List;

/**
 * An operation on the wire: what its request is besides the members of the input, and what the bodies are.
 *
 * @param method the HTTP method, in upper case
 * @param host the prefix of the host name, piece by piece; empty for none
 * @param path the path, piece by piece
 * @param query literal query parameters, which come before all others
 * @param headers literal headers
 * @param request the body of the request
 * @param status the status of a successful response
 * @param response the body of a successful response
 */
public record WireOperation(
        String method,
        List<UriPart> host,
        List<UriPart> path,
        List<Literal> query,
        List<Literal> headers,
        WireBody request,
        int status,
        WireBody response) {
    public WireOperation {
        host = List.copyOf(host);
        path = List.copyOf(path);
        query = List.copyOf(query);
        headers = List.copyOf(headers);
    }

    /** A query parameter or header that is the same in each request; the value is empty where the model gives none. */
    public record Literal(String name, String value) {}

    /** Whether the path differs from that of other operations, or from one request to another. */
    public boolean hasPath() {
        return path.size() != 1
                || !(path.get(0) instanceof UriPart.Literal literal)
                || !literal.text().equals("/");
    }
}
