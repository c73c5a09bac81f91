package dev.whittle.codegen.harness;

import dev.whittle.codegen.ClientGenerator;
import dev.whittle.codegen.GeneratedSources;
import dev.whittle.codegen.GenerationRequest;
import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.LoadedModel;
import dev.whittle.codegen.Models;
import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.model.Extra;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.Severity;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Generates clients from models that are texts. */
public final class Generation {
    /** The package of clients that are generated here. */
    public static final String PACKAGE = "com.example.tiny";

    private Generation() {}

    /** Everything that comes of a model, into {@link #PACKAGE}. */
    public static GeneratedSources of(String model) {
        return of(model.getBytes(StandardCharsets.UTF_8), PACKAGE);
    }

    /** Everything that comes of a model. */
    public static GeneratedSources of(byte[] model, @Nullable String packageName) {
        return of(new ModelSource("service-2.json", model, null, null, null), packageName);
    }

    /** Everything that can come of a model and its siblings. */
    public static GeneratedSources of(ModelSource source, @Nullable String packageName) {
        return of(source, packageName, EnumSet.allOf(Extra.class));
    }

    private static GeneratedSources of(ModelSource source, @Nullable String packageName, Set<Extra> extras) {
        return ClientGenerator.generate(new GenerationRequest(
                List.of(new ServiceRequest(source, packageName, OperationFilter.ALL)), null, extras));
    }

    /** The files of a model in which nothing is wrong. */
    public static SortedMap<String, String> files(String model) {
        return files(new ModelSource("service-2.json", model.getBytes(StandardCharsets.UTF_8), null, null, null));
    }

    /** The files of a model and its siblings in which nothing is wrong. */
    public static SortedMap<String, String> files(ModelSource source) {
        return files(source, EnumSet.allOf(Extra.class));
    }

    /** The same, with nothing but these extras. */
    public static SortedMap<String, String> files(ModelSource source, Set<Extra> extras) {
        GeneratedSources sources = of(source, PACKAGE, extras);
        if (sources.failed()) {
            throw new AssertionError(String.join("\n", errors(sources)));
        }
        return sources.files();
    }

    /** A service in whose model nothing is wrong. */
    public static LinkedService linked(ModelSource source) {
        return linked(source, null);
    }

    /** The same with one of its protocols, {@code null} for the best. */
    public static LinkedService linked(ModelSource source, @Nullable String protocol) {
        LoadedModel loaded =
                Models.load(new ServiceRequest(source, PACKAGE, OperationFilter.ALL, null, protocol, null));
        LinkedService service = loaded.service();
        if (service == null) {
            throw new AssertionError(loaded.problems().all().toString());
        }
        return service;
    }

    /** The texts of the errors. */
    public static List<String> errors(GeneratedSources sources) {
        return sources.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::text)
                .toList();
    }
}
