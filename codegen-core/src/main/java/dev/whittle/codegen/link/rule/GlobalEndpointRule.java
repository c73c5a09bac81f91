package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.model.ServerUrls;
import dev.whittle.codegen.parsed.ParsedService;
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
        String endpoint = service.globalEndpoint();
        return endpoint == null || endpoint.contains("://") ? endpoint : "https://" + endpoint;
    }

    @Override
    public void check(Selection selection, Problems problems) {
        ParsedService service = selection.model().service();
        String url = service.aws() ? null : url(service);
        String fault = url == null ? null : ServerUrls.fault(url);
        if (url != null && fault != null) {
            problems.error(
                    ProblemCode.ENDPOINT_URL,
                    service.pointer() + "/globalEndpoint",
                    "'globalEndpoint' is " + Quote.of(String.valueOf(service.globalEndpoint())) + ", which " + fault,
                    ServerUrls.EXAMPLE);
        }
    }
}
