package dev.whittle.maven.check;

import dev.whittle.codegen.GenerationRequest;
import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.LoadedModel;
import dev.whittle.codegen.Models;
import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.diff.ChangeCode;
import dev.whittle.codegen.json.ModelUnreadableException;
import dev.whittle.codegen.lock.ApiLock;
import dev.whittle.codegen.lock.LockedService;
import dev.whittle.codegen.model.Extra;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.Severity;
import dev.whittle.maven.generation.Console;
import dev.whittle.maven.generation.Fingerprint;
import dev.whittle.maven.generation.GenerationFailedException;
import dev.whittle.maven.generation.ModelLoader;
import dev.whittle.maven.request.ClientsRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
     * @throws dev.whittle.maven.request.MisconfigurationException if the file is a folder, or cannot be written
     * @throws GenerationFailedException if the lock file would not stand for the clients; the old file stays
     * @throws IOException if the disk refuses
     */
    public void write(ClientsRequest clients, ProjectFacts project, Path file)
            throws GenerationFailedException, IOException {
        GenerationRequest request = models.load(clients);
        List<LockedService> services = new ArrayList<>();
        List<LinkedService> present = new ArrayList<>();
        for (ServiceRequest each : request.services()) {
            LinkedService client = linked(each);
            present.add(client);
            services.add(locked(each, client, request));
        }
        String name = project.shortened(file);
        String text = new ApiLock(project.version(), request.extras(), services).print();
        String fault = fault(text, name, request, present);
        if (fault != null) {
            throw new GenerationFailedException("the lock file " + name + " was not written, because " + fault
                    + "; this is a fault of Whittle, please report it");
        }
        boolean isWritten = new UserFile(file, "lock file " + name).update(text);
        console.info(isWritten ? "Wrote the lock file " + name + "." : "The lock file " + name + " is up to date.");
    }

    /** Why a text does not stand for the clients, {@code null} if it does. Only the next comparison would notice it. */
    private static @Nullable String fault(
            String text, String name, GenerationRequest request, List<LinkedService> present) {
        ApiLock lock;
        try {
            lock = ApiLock.read(name, text.getBytes(StandardCharsets.UTF_8));
        } catch (ModelUnreadableException e) {
            return "it cannot be read: " + e.getMessage();
        }
        for (int i = 0; i < request.services().size(); i++) {
            LoadedModel locked =
                    Models.load(BaselineLoader.request(lock.services().get(i)));
            String fault = fault(locked, present.get(i), request.extras());
            if (fault != null) {
                return "its part of " + request.services().get(i).model().displayName() + " " + fault;
            }
        }
        return null;
    }

    private static @Nullable String fault(LoadedModel locked, LinkedService present, Set<Extra> extras) {
        if (locked.service() == null) {
            return "has errors: "
                    + locked.problems().all().stream()
                            .filter(problem -> problem.severity() == Severity.ERROR)
                            .map(Problem::message)
                            .collect(Collectors.joining("; "));
        }
        return present.changesTo(locked.service(), extras).stream()
                .filter(change -> change.code() != ChangeCode.DOCUMENTATION_CHANGED)
                .findFirst()
                .map(change -> "makes another client: " + change.message())
                .orElse(null);
    }

    private static LockedService locked(ServiceRequest request, LinkedService service, GenerationRequest all) {
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

    private static LinkedService linked(ServiceRequest request) {
        LinkedService service = Models.load(request).service();
        if (service == null) {
            throw new IllegalArgumentException("only models without errors can be locked");
        }
        return service;
    }
}
