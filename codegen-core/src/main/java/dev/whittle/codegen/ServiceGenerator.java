package dev.whittle.codegen;

import com.palantir.javapoet.ClassName;
import dev.whittle.codegen.c2j.C2jReader;
import dev.whittle.codegen.emit.ServiceEmitter;
import dev.whittle.codegen.emit.ServiceEmitter.Artefact;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.json.ModelLocator;
import dev.whittle.codegen.link.LinkResult;
import dev.whittle.codegen.link.Linker;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.names.JavaLimits;
import dev.whittle.codegen.names.NameAssigner;
import dev.whittle.codegen.names.Names;
import dev.whittle.codegen.parsed.ParsedModel;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.protocol.Protocol;
import dev.whittle.codegen.protocol.Protocols;
import dev.whittle.codegen.render.JavaSources;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes one service through the pipeline: read, link, name, bind, emit, render. */
final class ServiceGenerator {
    private final ServiceRequest request;
    private final GenerationRequest generation;
    private final Problems problems;

    ServiceGenerator(ServiceRequest request, GenerationRequest generation) {
        this.request = request;
        this.generation = generation;
        this.problems = new Problems(new ModelLocator(request.model()));
    }

    /** The client of a service, or problems; after an error there are no files. */
    Outcome generate() {
        ParsedModel parsed = C2jReader.read(request.model(), problems);
        LinkResult linked = parsed == null ? null : Linker.link(parsed, request.operations(), problems);
        if (linked == null || linked.model() == null || problems.hasErrors()) {
            return new Outcome(null, new TreeMap<>(), problems);
        }
        String defaultEndpoint = request.defaultEndpoint();
        ServiceModel model =
                defaultEndpoint == null ? linked.model() : linked.model().withDefaultEndpoint(defaultEndpoint);
        Protocol protocol = Objects.requireNonNull(
                Protocols.choose(List.of(model.service().protocol())), model.service()::protocol);
        Names names = NameAssigner.assign(model, request.packageName(), problems);
        JavaLimits.check(model, names, problems);
        if (problems.hasErrors()) {
            return new Outcome(null, new TreeMap<>(), problems);
        }
        EmitContext context =
                EmitContext.of(model, protocol.bind(model), names, generation.extras(), generation.requestIdHeaders());
        List<Artefact> artefacts = ServiceEmitter.artefacts(context);
        checkFiles(artefacts);
        SortedMap<String, String> files = problems.hasErrors() ? new TreeMap<>() : render(artefacts, names);
        return new Outcome(summary(model, names, linked.leftOut()), files, problems);
    }

    /**
     * What became of a service.
     *
     * @param service what was generated, {@code null} after an error
     * @param files the text of each file by its path
     * @param problems what was found
     */
    record Outcome(@Nullable GeneratedService service, SortedMap<String, String> files, Problems problems) {}

    /** Some disks do not tell names apart that differ only in case. */
    private void checkFiles(List<Artefact> artefacts) {
        Map<String, ClassName> taken = new HashMap<>();
        for (Artefact artefact : artefacts) {
            ClassName name = artefact.name();
            ClassName other = taken.putIfAbsent(name.canonicalName().toLowerCase(Locale.ROOT), name);
            if (other != null) {
                problems.error(
                        ProblemCode.NAME_FILE,
                        "",
                        "classes " + other + " and " + name + " would be written to the same file",
                        "leave out the operations that use one of them");
            }
        }
    }

    private static SortedMap<String, String> render(List<Artefact> artefacts, Names names) {
        SortedMap<String, String> files = new TreeMap<>(artefacts.parallelStream()
                .collect(Collectors.toConcurrentMap(
                        artefact -> JavaSources.path(
                                artefact.name().packageName(), artefact.name().simpleName()),
                        artefact -> JavaSources.text(
                                artefact.name().packageName(), artefact.emit().get()))));
        describe(files, names.packageName(), "The client.");
        describe(files, names.modelPackage(), "Requests, responses, and their structures, unions and enums.");
        describe(files, names.internalPackage(), "Codecs and operations, for the client only.");
        return files;
    }

    private static void describe(Map<String, String> files, String packageName, String documentation) {
        files.put(JavaSources.packageInfoPath(packageName), JavaSources.packageInfo(packageName, documentation));
    }

    private static GeneratedService summary(ServiceModel model, Names names, List<String> leftOut) {
        return new GeneratedService(
                model.service().serviceId(),
                names.packageName(),
                model.operations().size(),
                model.shapes().size(),
                leftOut);
    }
}
