package dev.whittle.maven.scaffold;

import dev.whittle.codegen.GenerationRequest;
import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.Models;
import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.problem.Suggestions;
import dev.whittle.maven.generation.Console;
import dev.whittle.maven.generation.GenerationFailedException;
import dev.whittle.maven.generation.Generator;
import dev.whittle.maven.generation.ModelLoader;
import dev.whittle.maven.generation.Verdict;
import dev.whittle.maven.request.ClientsRequest;
import dev.whittle.maven.request.InitRequest;
import dev.whittle.maven.request.MisconfigurationException;
import dev.whittle.maven.request.ModelRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/** Starts a project: reads its model, picks a first call, and writes files that build at once. */
public final class Scaffolding {
    private final ModelLoader models;
    private final Generator generator;
    private final Console console;
    private final String version;

    /**
     * What it works with.
     *
     * @param version the version of the plugin and the runtime that the project will use
     */
    public Scaffolding(ModelLoader models, Generator generator, Console console, String version) {
        this.models = models;
        this.generator = generator;
        this.console = console;
        this.version = version;
    }

    /**
     * Starts a project.
     *
     * @param here where the user stands
     * @throws MisconfigurationException if the model is missing or not the only one, or the folder is in use
     * @throws GenerationFailedException if the model is faulty; what was wrong has been printed, and nothing was written
     * @throws IOException if the disk refuses
     */
    public void run(InitRequest request, Path here) throws GenerationFailedException, IOException {
        ServiceRequest service = service(request);
        new Verdict(console, false)
                .on(
                        generator
                                .generate(new GenerationRequest(List.of(service), null))
                                .problems(),
                        "nothing was written.");
        LinkedService linked = Objects.requireNonNull(Models.load(service).service());
        FirstCall call = FirstCall.of(linked, request.packageName());
        String artifactId = request.artifactId() == null ? call.serviceName() + "-app" : request.artifactId();
        Path directory = request.directory() == null ? here.resolve(artifactId) : request.directory();
        SortedMap<String, byte[]> files = new Project(request, artifactId, version, call).files(service.model());
        new NewFolder(directory).fill(files);
        if (request.operations().isEmpty() && !call.others().isEmpty()) {
            console.info("No operation was named, so the client has " + call.operation()
                    + " alone; -Doperations names others: " + Suggestions.list(call.others()));
        }
        console.info("Wrote " + String.join(", ", files.keySet()) + " to " + directory);
        console.info("Build it and make the first call there: " + Project.COMMAND);
    }

    private ServiceRequest service(InitRequest request) throws IOException {
        OperationFilter operations = new OperationFilter(request.operations(), List.of());
        ModelRequest model =
                new ModelRequest(request.origin(), null, operations, null, null, request.service(), List.of());
        List<ServiceRequest> found =
                models.load(new ClientsRequest(List.of(model), null)).services();
        if (found.size() > 1) {
            throw new MisconfigurationException(found.size() + " models were found: "
                    + Suggestions.list(found.stream()
                            .map(ServiceRequest::model)
                            .map(ModelSource::displayName)
                            .toList())
                    + "; name one of them with -DmodelEntry or -DmodelFile");
        }
        return found.get(0);
    }
}
