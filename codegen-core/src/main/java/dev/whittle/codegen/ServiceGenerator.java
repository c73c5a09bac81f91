package dev.whittle.codegen;

import com.palantir.javapoet.ClassName;
import dev.whittle.codegen.emit.ServiceEmitter;
import dev.whittle.codegen.emit.ServiceEmitter.Artefact;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.PackageTexts;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.names.Names;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.render.JavaSources;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the sources of a service's client: emits, and renders. */
final class ServiceGenerator {
    private final ServiceModel model;
    private final Names names;
    private final List<Artefact> artefacts;

    ServiceGenerator(LinkedService service, GenerationRequest request) {
        this.model = service.model();
        this.names = service.names();
        this.artefacts = ServiceEmitter.artefacts(
                EmitContext.of(model, service.wire(), names, request.extras(), request.requestIdHeaders()));
    }

    /** Some disks do not tell names apart that differ only in case. */
    void check(Problems problems) {
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

    /** The text of each file by its path. */
    SortedMap<String, String> render() {
        SortedMap<String, String> files = new TreeMap<>(artefacts.parallelStream()
                .collect(Collectors.toConcurrentMap(
                        artefact -> JavaSources.path(
                                artefact.name().packageName(), artefact.name().simpleName()),
                        artefact -> JavaSources.text(
                                artefact.name().packageName(), artefact.emit().get()))));
        PackageTexts.of(model, names)
                .forEach((name, text) ->
                        files.put(JavaSources.packageInfoPath(name), JavaSources.packageInfo(name, text)));
        return files;
    }
}
