package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.model.ServerUrls;
import dev.whittle.codegen.parsed.ParsedService;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import org.jspecify.annotations.Nullable;

/**
 * The one endpoint that a model names is a host, or the URL of a server. AWS's own models name one for some services
 * whose endpoints depend on the region; there it is ignored.
 */
public final class GlobalEndpointRule implements Rule {
    /** The URL of the endpoint that a model names, {@code null} where it names none. */
    public static @Nullable String url(ParsedService service) {
        ParsedText endpoint = service.globalEndpoint();
        if (endpoint == null) {
            return null;
        }
        return endpoint.text().contains("://") ? endpoint.text() : "https://" + endpoint.text();
    }

    @Override
    public void check(Selection selection, Problems problems) {
        ParsedService service = selection.model().service();
        ParsedText endpoint = service.globalEndpoint();
        String url = service.aws() ? null : url(service);
        String fault = url == null ? null : ServerUrls.fault(url);
        if (endpoint != null && fault != null) {
            problems.error(
                    ProblemCode.ENDPOINT_URL,
                    endpoint.pointer(),
                    problems.dialect().globalEndpoint() + " is " + Quote.of(endpoint.text()) + ", which " + fault,
                    ServerUrls.EXAMPLE);
        }
    }
}
