package dev.whittle.benchmarks.jmh;

import dev.whittle.codegen.ClientGenerator;
import dev.whittle.codegen.GeneratedSources;
import dev.whittle.codegen.GenerationRequest;
import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Generation in a warm process, of the model file that the system property {@code whittle.model} names. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class Generation {
    private final Path model = Path.of(System.getProperty(
            "whittle.model", "../model/src/main/resources/META-INF/service-model/bedrock-agentcore/service-2.json"));

    /** From the file to the texts of the sources. */
    @Benchmark
    public GeneratedSources generate() {
        return ClientGenerator.generate(new GenerationRequest(
                List.of(new ServiceRequest(ModelSource.ofFile(model), "com.example.browser", OperationFilter.ALL)),
                null));
    }
}
