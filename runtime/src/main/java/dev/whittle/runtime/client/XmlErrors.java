package dev.whittle.runtime.client;

import dev.whittle.runtime.codec.XmlReader;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Errors with a body in XML, as AWS's protocols restXml, awsQuery and ec2Query define them.
 *
 * <p>The members of an error are in the element {@code Error}, which is the document itself, or is in an {@code
 * ErrorResponse}, or in the {@code Errors} of a {@code Response}. The code is its {@code Code}, and the message its {@code
 * Message} or {@code message}. The request's id is in it or beside it. A document of another name without such an element,
 * but with the request's id, is itself the error, and its name the code if the service has such an error: Route 53 reports
 * an {@code InvalidChangeBatch} in this way, with {@code Messages}.
 */
public final class XmlErrors extends ErrorFormat {
    /** The one instance. */
    public static final ErrorFormat INSTANCE = new XmlErrors();

    private XmlErrors() {}

    /** Goes to the element with the members of the error; false when there is none. */
    static boolean enter(XmlReader in) {
        if (!in.hasValue()) {
            return false;
        }
        return switch (in.elementName()) {
            case "Error" -> true;
            case "Response" -> in.enter("Errors") && in.enter("Error");
            default -> in.enter("Error");
        };
    }

    @Override
    ErrorFields read(HttpHeaders headers, byte[] body) {
        Fields fields = new Fields();
        try {
            fields.read(new XmlReader(body));
        } catch (MalformedResponseException e) {
            // A page of a proxy, say: what was found up to there counts.
            fields.isWhole = false;
        }
        return fields.isNamedByDocument()
                ? new ErrorFields(fields.document, false, "", messages(body), fields.requestId, true)
                : new ErrorFields(
                        fields.code, !fields.code.isEmpty(), "", fields.message, fields.requestId, fields.isWhole);
    }

    /** What a document that is an error says; null if that is nothing, or no text. */
    private static @Nullable String messages(byte[] body) {
        XmlReader in = new XmlReader(body);
        StringBuilder all = new StringBuilder();
        try {
            for (String name = in.first(); name != null; name = in.next()) {
                if (name.equalsIgnoreCase("Message")) {
                    return in.string();
                }
                if (name.equals("Messages")) {
                    for (String each = in.first(); each != null; each = in.next()) {
                        all.append(all.isEmpty() ? "" : ", ").append(in.string());
                    }
                }
            }
        } catch (MalformedResponseException e) {
            return null;
        }
        return all.isEmpty() ? null : all.toString();
    }

    private static final class Fields {
        String code = "";

        /** The name of a document that was read to its end; else empty. */
        String document = "";

        @Nullable
        String message;

        @Nullable
        String requestId;

        boolean isWhole;

        void read(XmlReader in) {
            if (!in.hasValue()) {
                return;
            }
            String root = in.elementName();
            if (root.equals("Error")) {
                readError(in);
                return;
            }
            for (String name = in.first(); name != null; name = in.next()) {
                if (name.equals("Error") || (name.equals("Errors") && in.enter("Error"))) {
                    readError(in);
                } else if (isRequestId(name)) {
                    requestId = in.string();
                }
            }
            document = root;
        }

        /** Whether nothing is in the document that the wire formats have for errors, but the request's id is. */
        boolean isNamedByDocument() {
            return !isWhole
                    && requestId != null
                    && !document.isEmpty()
                    && !document.equals("ErrorResponse")
                    && !document.equals("Response");
        }

        private void readError(XmlReader in) {
            isWhole = true;
            for (String name = in.first(); name != null; name = in.next()) {
                if (name.equals("Code")) {
                    code = in.string().trim();
                } else if (name.equals("Message") || (message == null && name.equals("message"))) {
                    message = in.string();
                } else if (isRequestId(name)) {
                    requestId = in.string();
                }
            }
        }

        private static boolean isRequestId(String name) {
            return name.equalsIgnoreCase("RequestId");
        }
    }
}
