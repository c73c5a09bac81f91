package dev.whittle.runtime.client;

import dev.whittle.runtime.codec.CborReader;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.http.HttpHeaders;

/**
 * Errors with a body in CBOR, as Smithy's protocol rpcv2Cbor defines them.
 *
 * <p>The code is in the body's {@code __type}, without its namespace, and the message in its {@code message} or {@code
 * Message}. A service that had the protocol awsQuery before sends its former code in the header {@code
 * x-amzn-query-error}: that is the code for callers, but the other one chooses the exception.
 *
 * @see <a href="https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html#operation-error-serialization">Smithy RPC v2
 *     CBOR</a>
 */
public final class CborErrors extends ErrorFormat {
    /** The one instance. */
    public static final ErrorFormat INSTANCE = new CborErrors();

    private CborErrors() {}

    @Override
    ErrorFields read(HttpHeaders headers, byte[] body) {
        String type = null;
        String message = null;
        boolean whole = false;
        CborReader in = new CborReader(body);
        try {
            for (String name = in.first(); name != null; name = in.next()) {
                if (!in.isString()) {
                    in.skip();
                } else if (name.equals("__type")) {
                    type = in.string();
                } else if (name.equals("message") || (message == null && name.equals("Message"))) {
                    message = in.string();
                }
            }
            whole = in.hasValue();
        } catch (MalformedResponseException e) {
            // A page of a proxy, say: what was found up to there counts.
        }
        String code = bare(type);
        String queryCode = queryCode(headers.first("x-amzn-query-error"));
        return new ErrorFields(code, !code.isEmpty() || !queryCode.isEmpty(), queryCode, message, whole);
    }

    /** The body as JSON; as it is if it is not CBOR, because something on the way to the service may have sent it. */
    @Override
    String text(byte[] body, int limit) {
        if (body.length == 0) {
            return "";
        }
        try {
            String json = String.valueOf(new CborReader(body).document());
            return json.substring(0, Math.min(json.length(), limit));
        } catch (MalformedResponseException e) {
            return super.text(body, limit);
        }
    }
}
