package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedService;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import org.jspecify.annotations.Nullable;

/** A service has an id, after which its client is named, and one of AWS an endpoint prefix, by which it is reached. */
final class ServiceNamesRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        ParsedService service = selection.model().service();
        check(service, service.serviceId(), problems.dialect().noServiceId(), "the client is named after it", problems);
        if (service.aws() || service.endpointPrefix() != null) {
            check(
                    service,
                    service.endpointPrefix(),
                    problems.dialect().noEndpointPrefix(),
                    "the host name begins with it",
                    problems);
        }
    }

    private static void check(
            ParsedService service, @Nullable String value, String message, String hint, Problems problems) {
        if (value == null || value.isBlank()) {
            problems.error(ProblemCode.SERVICE_NAME_MISSING, service.pointers().service(), message, hint);
        }
    }
}
