package dev.whittle.codegen.link.endpoint;

import dev.whittle.codegen.model.EndpointRules.Condition;
import dev.whittle.codegen.model.EndpointRules.Endpoint;
import dev.whittle.codegen.model.EndpointRules.Expression;
import dev.whittle.codegen.model.EndpointRules.Header;
import dev.whittle.codegen.model.EndpointRules.Rule;
import dev.whittle.codegen.model.EndpointRules.Signing;
import dev.whittle.codegen.model.EndpointRules.Template;
import dev.whittle.codegen.model.EndpointRules.TextLiteral;
import dev.whittle.codegen.model.EndpointType;
import dev.whittle.codegen.parsed.ParsedEndpointRules;
import dev.whittle.codegen.parsed.ParsedEndpointRules.AuthScheme;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Value;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links endpoints: their URLs, headers and ways of signing. */
public final class Ends {
    private final Problems problems;
    private final Expressions expressions;

    Ends(Problems problems, Expressions expressions) {
        this.problems = problems;
        this.expressions = expressions;
    }

    @Nullable
    Rule endpoint(ParsedEndpointRules.Endpoint endpoint, List<Condition> conditions, Scope scope) {
        Value url = endpoint.url();
        Expression linked = url == null ? null : expressions.ofType(EndpointType.TEXT, url, scope, "the URL");
        if (url == null || linked == null) {
            return null;
        }
        checkUrl(linked, url.pointer());
        List<Header> headers = new ArrayList<>();
        endpoint.headers().forEach((name, values) -> values.forEach(value -> addHeader(headers, name, value, scope)));
        return new Endpoint(conditions, linked, headers, signing(endpoint.authSchemes(), scope));
    }

    /** What is known of a URL now must not wait for the first call. */
    private void checkUrl(Expression url, String pointer) {
        Expression first = url instanceof Template template ? template.parts().get(0) : url;
        if (first instanceof TextLiteral literal
                && !literal.text().startsWith("https://")
                && !literal.text().startsWith("http://")) {
            problems.error(
                    ProblemCode.ENDPOINT_URL,
                    pointer,
                    "the URL " + Quote.of(literal.text()) + " begins with neither https:// nor http://",
                    null);
        }
    }

    private void addHeader(List<Header> headers, String name, Value value, Scope scope) {
        Expression linked = expressions.ofType(EndpointType.TEXT, value, scope, "a value of header " + Quote.of(name));
        if (!isToken(name)) {
            String message = Quote.of(name) + " is not the name of a header";
            problems.error(ProblemCode.ENDPOINT_VALUE, value.pointer(), message, null);
        } else if (linked != null) {
            headers.add(new Header(name, linked));
        }
    }

    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c >= 127 || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** The first scheme that clients have; {@code null} where it says nothing new. */
    private @Nullable Signing signing(List<AuthScheme> schemes, Scope scope) {
        String unsupported = null;
        for (AuthScheme scheme : schemes) {
            String known = scheme.name();
            if (known != null && (known.equals(Signing.SIGV4) || known.equals(Signing.SIGV4_SESSION))) {
                Expression name = part(scheme.signingName(), scope, "the signing name");
                Expression region = part(scheme.signingRegion(), scope, "the signing region");
                Signing signing = new Signing(known, name, region, scheme.disableDoubleEncoding());
                return signing.isPlain() ? null : signing;
            }
            unsupported = unsupported == null ? scheme.name() : unsupported;
        }
        return unsupported == null ? null : new Signing(unsupported, null, null, false);
    }

    private @Nullable Expression part(@Nullable Value value, Scope scope, String what) {
        return value == null ? null : expressions.ofType(EndpointType.TEXT, value, scope, what);
    }
}
