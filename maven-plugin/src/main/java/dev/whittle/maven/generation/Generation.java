package dev.whittle.maven.generation;

import static dev.whittle.maven.generation.Verdict.count;

import dev.whittle.codegen.GeneratedService;
import dev.whittle.codegen.GeneratedSources;
import dev.whittle.codegen.GenerationRequest;
import dev.whittle.codegen.write.OutputConflictException;
import dev.whittle.codegen.write.SyncResult;
import dev.whittle.maven.request.MisconfigurationException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** Generates clients, unless the last run has left nothing to do. */
public final class Generation {
    private final ModelLoader models;
    private final Generator generator;
    private final Console console;

    /** What it works with. */
    public Generation(ModelLoader models, Generator generator, Console console) {
        this.models = models;
        this.generator = generator;
        this.console = console;
    }

    /**
     * Carries out a task.
     *
     * @return whether any file changed
     * @throws MisconfigurationException if a model is missing or cannot be read
     * @throws GenerationFailedException if a model is faulty, or files that are not ours stand in the way; what was
     *     wrong has been printed, and nothing was written
     * @throws IOException if the disk refuses
     */
    public boolean run(Task task) throws GenerationFailedException, IOException {
        long start = System.nanoTime();
        GenerationRequest request = models.load(task.clients());
        LastRun lastRun = new LastRun(task.outputDirectory(), task.statusDirectory(), task.fileList());
        String fingerprint =
                Fingerprint.of(request, task.generatorIdentity() + " failOnWarning=" + task.failOnWarning());
        String reason = task.skipUnchanged() ? lastRun.reasonToRun(fingerprint) : "it is asked for in any case";
        if (reason == null) {
            console.info("Nothing to generate, models and configuration are unchanged.");
            return false;
        }
        if (console.isDetailed()) {
            Details.beforeGenerating(console, request, reason);
        }
        GeneratedSources sources = generator.generate(request);
        new Verdict(console, task.failOnWarning()).on(sources.problems(), "nothing was generated.");
        if (console.isDetailed()) {
            Details.beforeWriting(console, task, sources);
        }
        SyncResult result = write(lastRun, fingerprint, sources.files());
        summarize(sources.services(), result, System.nanoTime() - start);
        return result.changedAnything();
    }

    private static SyncResult write(LastRun lastRun, String fingerprint, SortedMap<String, String> files)
            throws GenerationFailedException, IOException {
        try {
            return lastRun.replace(fingerprint, files);
        } catch (OutputConflictException e) {
            throw new GenerationFailedException(e.getMessage() + "\nNothing was generated.");
        }
    }

    private void summarize(List<GeneratedService> services, SyncResult result, long nanos) {
        String files = count(result.files(), "file") + ": " + result.written() + " written, " + result.unchanged()
                + " unchanged, " + result.removed() + " removed";
        String time = String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
        if (services.size() == 1) {
            console.info(sentence(services.get(0)) + " (" + files + ") in " + time);
        } else {
            services.forEach(service -> console.info(sentence(service)));
            console.info(count(services.size(), "service") + " (" + files + ") in " + time);
        }
    }

    private static String sentence(GeneratedService service) {
        return Validation.contents(service) + " → " + service.packageName();
    }
}
