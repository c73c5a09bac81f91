package dev.whittle.codegen.protocol.wire;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An operation on the wire: its request line, its fixed query parameters and headers, and its body.
 *
 * @param method the HTTP method, in upper case
 * @param hostPrefix the prefix of the host name, piece by piece; empty for none
 * @param path the path, piece by piece; without text for the path {@code /}
 * @param queryParameters query parameters that are the same in each request; they come before all others
 * @param headers headers that are the same in each request
 * @param requestBody the body of the request
 * @param resultWrapper the element inside the root of a response that has the output's members, {@code null} for none
 * @param status the status of a successful response
 */
public record WireOperation(
        String method,
        List<UriPart> hostPrefix,
        List<UriPart> path,
        List<Fixed> queryParameters,
        List<Fixed> headers,
        WireBody requestBody,
        @Nullable String resultWrapper,
        int status) {
    public WireOperation {
        hostPrefix = List.copyOf(hostPrefix);
        path = List.copyOf(path);
        queryParameters = List.copyOf(queryParameters);
        headers = List.copyOf(headers);
    }

    /** A query parameter or header that is the same in each request; the value is empty where the model gives none. */
    public record Fixed(String name, String value) {}

    /** The same operation with more fixed headers. */
    public WireOperation withHeaders(List<Fixed> more) {
        return new WireOperation(
                method,
                hostPrefix,
                path,
                queryParameters,
                Stream.concat(headers.stream(), more.stream()).toList(),
                requestBody,
                resultWrapper,
                status);
    }

    /** The path with its labels in braces. */
    public String pathText() {
        String text = path.stream().map(UriPart::text).collect(Collectors.joining());
        return text.isEmpty() ? "/" : text;
    }

    /** Whether the path is {@code /}. */
    public boolean isRoot() {
        return pathText().equals("/");
    }
}
