package dev.whittle.maven.generation;

import dev.whittle.codegen.GeneratedService;
import dev.whittle.codegen.GeneratedSources;
import dev.whittle.codegen.GenerationRequest;
import dev.whittle.codegen.ServiceRequest;

/** What a run says only to those who want to know everything. A class of its own, so that other runs do not load it. */
final class Details {
    private Details() {}

    /** What is read, and why anything is to be done at all. */
    static void beforeGenerating(Console console, GenerationRequest request, String reason) {
        console.detail("Generating, since " + reason);
        for (ServiceRequest service : request.services()) {
            console.detail("Model " + service.model().displayName());
            console.detail(
                    "  package: " + (service.packageName() == null ? "by the service's id" : service.packageName()));
            console.detail("  operations: include " + service.operations().include() + ", exclude "
                    + service.operations().exclude());
        }
        if (request.moduleName() != null) {
            console.detail("Module " + request.moduleName());
        }
        if (!request.extras().isEmpty()) {
            console.detail("Besides: " + request.extras());
        }
        if (!request.requestIdHeaders().isEmpty()) {
            console.detail("Request ids in " + request.requestIdHeaders());
        }
    }

    /** Every file, and where it goes. */
    static void beforeWriting(Console console, Task task, GeneratedSources sources) {
        for (GeneratedService service : sources.services()) {
            console.detail("Left out of " + service.serviceId() + ": " + service.leftOut());
        }
        console.detail("Bringing up to date " + task.outputDirectory() + ", record in " + task.statusDirectory());
        for (String path : sources.files().keySet()) {
            console.detail("  " + path);
        }
    }
}
