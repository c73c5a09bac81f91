package dev.whittle.codegen.diff;

import dev.whittle.codegen.model.XmlTraits;
import dev.whittle.codegen.protocol.wire.UriPart;
import dev.whittle.codegen.protocol.wire.WireBody;
import dev.whittle.codegen.protocol.wire.WireOperation;
import dev.whittle.codegen.protocol.wire.XmlRoot;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fixed parts of an operation's requests, as text. */
final class RequestLine {
    /** A label; one that takes several segments ends with a plus. */
    private static final Pattern LABEL = Pattern.compile("\\{[^}+]*");

    private RequestLine() {}

    /** Method, host prefix, path, query, headers, and what is the same in each form. */
    static String of(WireOperation operation) {
        StringBuilder text = new StringBuilder(operation.method()).append(' ');
        if (!operation.hostPrefix().isEmpty()) {
            text.append("//");
            operation.hostPrefix().forEach(part -> text.append(part.text()));
        }
        text.append(operation.pathText());
        char separator = '?';
        for (WireOperation.Fixed parameter : operation.queryParameters()) {
            text.append(separator).append(parameter.name()).append('=').append(parameter.value());
            separator = '&';
        }
        for (WireOperation.Fixed header : operation.headers()) {
            text.append(", ").append(header.name()).append(": ").append(header.value());
        }
        if (operation.requestBody() instanceof WireBody.Members members) {
            for (WireOperation.Fixed parameter : members.parameters()) {
                text.append(", ").append(parameter.name()).append('=').append(parameter.value());
            }
        }
        return text.toString();
    }

    /** The names of the labels in their order, as the service does not see them. */
    static List<String> labels(WireOperation operation) {
        return Stream.concat(operation.hostPrefix().stream(), operation.path().stream())
                .filter(UriPart.Label.class::isInstance)
                .map(part -> ((UriPart.Label) part).member().member().name())
                .toList();
    }

    /** Whether requests have the same line and headers. A label may have another name, but may not trade places. */
    static boolean isSame(WireOperation old, WireOperation now) {
        if (!LABEL.matcher(of(old))
                .replaceAll("{")
                .equals(LABEL.matcher(of(now)).replaceAll("{"))) {
            return false;
        }
        List<String> before = labels(old);
        List<String> after = labels(now);
        for (int i = 0; i < before.size(); i++) {
            String name = before.get(i);
            if (!name.equals(after.get(i)) && (after.contains(name) || before.contains(after.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** What a body is, without the names of members. */
    static String body(WireBody body) {
        if (body instanceof WireBody.Members members) {
            return "members as " + members.contentType() + root(members.root());
        }
        if (body instanceof WireBody.Payload payload) {
            return "one member as " + payload.contentType() + root(payload.root());
        }
        if (body instanceof WireBody.Stream stream) {
            return "one member as " + stream.contentType();
        }
        return body instanceof WireBody.Events ? "events" : "none";
    }

    private static String root(@Nullable XmlRoot root) {
        if (root == null) {
            return "";
        }
        XmlTraits.Namespace namespace = root.namespace();
        return " in <" + root.name() + (namespace == null ? "" : " xmlns=\"" + namespace.uri() + "\"") + ">";
    }
}
