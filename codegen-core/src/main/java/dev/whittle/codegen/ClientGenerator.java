package dev.whittle.codegen;

import dev.whittle.codegen.model.ServerUrls;
import dev.whittle.codegen.names.JavaNames;
import dev.whittle.codegen.problem.Location;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Severity;
import dev.whittle.codegen.render.JavaSources;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Turns service models into the sources of their clients. Touches no disk. */
public final class ClientGenerator {
    private ClientGenerator() {}

    /** All sources, or all problems: after an error in one service nothing of any other comes out. */
    public static GeneratedSources generate(GenerationRequest request) {
        return run(request, true);
    }

    /** The same problems and the same services, but no sources. */
    public static GeneratedSources check(GenerationRequest request) {
        return run(request, false);
    }

    private static GeneratedSources run(GenerationRequest request, boolean renders) {
        List<Problem> problems = new ArrayList<>();
        List<GeneratedService> services = new ArrayList<>();
        SortedMap<String, String> files = new TreeMap<>();
        checkNames(request, problems);
        for (ServiceRequest each : request.services()) {
            LoadedModel loaded = Models.load(each);
            LinkedService service = loaded.service();
            if (service != null) {
                ServiceGenerator generator = new ServiceGenerator(service, request);
                generator.check(loaded.problems());
                services.add(GeneratedService.of(service));
                if (renders && !loaded.problems().hasErrors()) {
                    files.putAll(generator.render());
                }
            }
            problems.addAll(loaded.problems().all());
        }
        checkPackages(request, services, problems);
        if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
            return new GeneratedSources(new TreeMap<>(), List.of(), problems);
        }
        if (renders && request.moduleName() != null) {
            files.put("module-info.java", JavaSources.moduleInfo(request.moduleName(), exported(services)));
        }
        return new GeneratedSources(files, services, problems);
    }

    private static void checkNames(GenerationRequest request, List<Problem> problems) {
        for (ServiceRequest service : request.services()) {
            if (service.packageName() != null && !JavaNames.isQualified(service.packageName())) {
                String message = "'" + service.packageName() + "' is not the name of a package";
                problems.add(error(ProblemCode.NAME_PACKAGE, service, message, "for example com.example.orders"));
            }
        }
        for (ServiceRequest service : request.services()) {
            String url = service.defaultEndpoint();
            String fault = url == null ? null : ServerUrls.fault(url);
            if (fault != null) {
                String message = "the default endpoint '" + url + "' " + fault;
                problems.add(error(ProblemCode.ENDPOINT_URL, service, message, ServerUrls.EXAMPLE));
            }
        }
        String module = request.moduleName();
        if (module != null
                && !JavaNames.isQualified(module)
                && !request.services().isEmpty()) {
            String message = "'" + module + "' is not the name of a module";
            problems.add(error(
                    ProblemCode.NAME_MODULE, request.services().get(0), message, "for example com.example.orders"));
        }
    }

    private static void checkPackages(
            GenerationRequest request, List<GeneratedService> services, List<Problem> problems) {
        if (services.size() != request.services().size()) {
            return;
        }
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < services.size(); i++) {
            String packageName = services.get(i).packageName();
            if (!taken.add(packageName)) {
                problems.add(error(
                        ProblemCode.NAME_PACKAGE,
                        request.services().get(i),
                        "another service is generated into the package " + packageName + " too",
                        "give each service a packageName of its own"));
            }
        }
    }

    private static Problem error(ProblemCode code, ServiceRequest service, String message, String hint) {
        return new Problem(
                Severity.ERROR, code, message, Location.ofFile(service.model().displayName()), hint);
    }

    private static Set<String> exported(List<GeneratedService> services) {
        Set<String> exported = new TreeSet<>();
        for (GeneratedService service : services) {
            exported.add(service.packageName());
            exported.add(service.packageName() + ".model");
        }
        return exported;
    }
}
