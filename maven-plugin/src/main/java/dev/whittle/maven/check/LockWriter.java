package dev.whittle.maven.check;

import dev.whittle.codegen.GenerationRequest;
import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.Models;
import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.lock.ApiLock;
import dev.whittle.codegen.lock.LockedService;
import dev.whittle.codegen.model.Operation;
import dev.whittle.maven.generation.Console;
import dev.whittle.maven.generation.Fingerprint;
import dev.whittle.maven.generation.ModelLoader;
import dev.whittle.maven.request.ClientsRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the lock file: the API that is in use. */
public final class LockWriter {
    private final ModelLoader models;
    private final Console console;

    /** What it works with. */
    public LockWriter(ModelLoader models, Console console) {
        this.models = models;
        this.console = console;
    }

    /**
     * Writes the file, unless it is up to date.
     *
     * @param clients the clients; their models have no errors
     * @throws IOException if the disk refuses
     */
    public void write(ClientsRequest clients, ProjectFacts project, Path file) throws IOException {
        GenerationRequest request = models.load(clients);
        List<LockedService> services = new ArrayList<>();
        for (ServiceRequest each : request.services()) {
            services.add(locked(each, request));
        }
        String name = project.shortened(file);
        String text = new ApiLock(project.version(), request.extras(), services).print();
        if (Files.exists(file) && Files.readString(file).equals(text)) {
            console.info("The lock file " + name + " is up to date.");
            return;
        }
        Files.createDirectories(file.getParent());
        Path whole = Files.createTempFile(file.getParent(), ".whittle", ".lock");
        try {
            Files.writeString(whole, text);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
        console.info("Wrote the lock file " + name + ".");
    }

    private static LockedService locked(ServiceRequest request, GenerationRequest all) {
        LinkedService service = Models.load(request).service();
        if (service == null) {
            throw new IllegalArgumentException("only models without errors can be locked");
        }
        Set<String> operations =
                service.model().operations().stream().map(Operation::name).collect(Collectors.toSet());
        return new LockedService(
                service.model().service().serviceId(),
                service.names().packageName(),
                request.defaultEndpoint(),
                request.protocol(),
                Fingerprint.of(request, all.extras()),
                LockedService.trim(request.model(), request.service(), operations));
    }
}
