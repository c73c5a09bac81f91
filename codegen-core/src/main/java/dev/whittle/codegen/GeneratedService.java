package dev.whittle.codegen;

import java.util.List;

/**
 * What was generated for one service.
 *
 * @param serviceId its id
 * @param packageName the package of its client
 * @param operations how many operations the client has
 * @param shapes how many shapes those operations reach
 * @param leftOut operations that were left out because they are not supported yet
 */
public record GeneratedService(String serviceId, String packageName, int operations, int shapes, List<String> leftOut) {
    public GeneratedService {
        leftOut = List.copyOf(leftOut);
    }

    static GeneratedService of(LinkedService service) {
        return new GeneratedService(
                service.model().service().serviceId(),
                service.names().packageName(),
                service.model().operations().size(),
                service.model().shapes().size(),
                service.leftOut());
    }
}
