package dev.whittle.benchmarks.child;

import dev.whittle.codegen.ClientGenerator;
import dev.whittle.codegen.GeneratedSources;
import dev.whittle.codegen.GenerationRequest;
import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Generates a client and writes its sources. */
public final class Generate {
    private Generate() {}

    /** Arguments: the model file, the folder to write to, and operations, if not all. */
    public static void main(String[] args) throws IOException {
        run(
                ModelSource.ofFile(Path.of(args[0])),
                "com.example.browser",
                Path.of(args[1]),
                List.of(args).subList(2, args.length));
    }

    /** Does it, and says how many files and operations came out. */
    public static void run(ModelSource model, String packageName, Path output, List<String> operations)
            throws IOException {
        OperationFilter wanted =
                operations.isEmpty() ? OperationFilter.ALL : new OperationFilter(operations, List.of());
        GeneratedSources sources = ClientGenerator.generate(
                new GenerationRequest(List.of(new ServiceRequest(model, packageName, wanted)), null));
        if (sources.failed()) {
            throw new IllegalStateException(sources.problems().toString());
        }
        Set<Path> folders = new HashSet<>();
        for (Map.Entry<String, String> file : sources.files().entrySet()) {
            Path path = output.resolve(file.getKey());
            Path folder = path.resolveSibling("");
            if (folders.add(folder)) {
                Files.createDirectories(folder);
            }
            Files.writeString(path, file.getValue());
        }
        System.out.println("result " + sources.files().size() + " "
                + sources.services().get(0).operations());
    }
}
