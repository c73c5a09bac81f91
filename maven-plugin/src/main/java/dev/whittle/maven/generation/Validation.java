package dev.whittle.maven.generation;

import static dev.whittle.maven.generation.Verdict.count;

import dev.whittle.codegen.GeneratedService;
import dev.whittle.codegen.GeneratedSources;
import dev.whittle.maven.request.ClientsRequest;
import dev.whittle.maven.request.MisconfigurationException;
import java.io.IOException;

/** Checks models as far as generating from them, and writes nothing. */
public final class Validation {
    private final ModelLoader models;
    private final Generator generator;
    private final Console console;

    /** What it works with. */
    public Validation(ModelLoader models, Generator generator, Console console) {
        this.models = models;
        this.generator = generator;
        this.console = console;
    }

    /**
     * Checks the models of a request.
     *
     * @throws MisconfigurationException if a model is missing or cannot be read
     * @throws GenerationFailedException if a model is faulty; what is wrong has been printed
     * @throws IOException if the disk refuses
     */
    public void run(ClientsRequest clients, boolean failOnWarning) throws GenerationFailedException, IOException {
        GeneratedSources sources = generator.generate(models.load(clients));
        new Verdict(console, failOnWarning).on(sources.problems(), "the model is not valid.");
        String verdict = sources.problems().isEmpty() ? ", no problems" : ", no errors";
        for (GeneratedService service : sources.services()) {
            console.info(contents(service) + verdict);
        }
    }

    /** {@code Shop: 2 operations, 5 shapes}. */
    static String contents(GeneratedService service) {
        return service.serviceId() + ": " + count(service.operations(), "operation") + ", "
                + count(service.shapes(), "shape");
    }
}
