package dev.whittle.codegen.smithy;

import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.ServiceShape;

/** Finds the service that is wanted among those of a model. */
final class ServiceChoice {
    private ServiceChoice() {}

    /**
     * The service that is wanted, {@code null} after reporting that there is none.
     *
     * @param wanted its name or its whole id, {@code null} for the only one
     */
    static @Nullable ServiceShape choose(Model model, @Nullable String wanted, Problems problems) {
        List<ServiceShape> all = model.getServiceShapes().stream().sorted().toList();
        List<ServiceShape> found = wanted == null
                ? all
                : all.stream().filter(service -> isCalled(service, wanted)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        List<String> ids =
                all.stream().map(service -> service.getId().toString()).toList();
        if (all.isEmpty()) {
            problems.error(ProblemCode.SERVICE_CHOICE, "", "the model defines no service", null);
        } else if (found.isEmpty()) {
            String name = String.valueOf(wanted);
            String message = "the model defines no service " + Quote.of(name);
            problems.error(ProblemCode.SERVICE_CHOICE, "", message, "services are " + Suggestions.list(ids));
        } else {
            String message = "the model defines " + found.size() + " services";
            problems.error(
                    ProblemCode.SERVICE_CHOICE,
                    "",
                    wanted == null ? message : message + " called " + Quote.of(wanted),
                    "name one of them as the service: " + Suggestions.list(ids));
        }
        return null;
    }

    private static boolean isCalled(ServiceShape service, String wanted) {
        return service.getId().toString().equals(wanted)
                || service.getId().getName().equals(wanted);
    }
}
