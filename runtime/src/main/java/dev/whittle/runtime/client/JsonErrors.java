package dev.whittle.runtime.client;

import dev.whittle.runtime.http.HttpHeaders;

/**
 * Errors with a body in JSON, as AWS's protocols restJson1, awsJson1.0 and awsJson1.1 define them.
 *
 * <p>The code is in the header {@code x-amzn-errortype}, else in the body's {@code code}, else in its {@code __type}; its
 * namespace and its URI are cut off. The message is in the body's {@code message}, {@code Message} or {@code
 * errorMessage}. A service that had the protocol awsQuery before sends its former code in the header {@code
 * x-amzn-query-error}: that is the code for callers, but the other one chooses the exception.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#aws-protocols-awsquerycompatible-trait">The
 *     trait awsQueryCompatible</a>
 */
public final class JsonErrors extends ErrorFormat {
    /** The one instance. */
    public static final ErrorFormat INSTANCE = new JsonErrors();

    private JsonErrors() {}

    @Override
    ErrorFields read(HttpHeaders headers, byte[] body) {
        JsonErrorBody json = JsonErrorBody.read(body);
        String inHeader = bare(headers.first("x-amzn-errortype"));
        String type = bare(json.type());
        String queryCode = queryCode(headers.first("x-amzn-query-error"));
        String code = inHeader;
        if (code.isEmpty()) {
            code = bare(json.code());
        }
        if (code.isEmpty()) {
            code = type;
        }
        boolean codeIsFinal = !inHeader.isEmpty() || !type.isEmpty() || !queryCode.isEmpty();
        return new ErrorFields(code, codeIsFinal, queryCode, json.message(), json.isWhole());
    }
}
