package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.ClientGenerator;
import dev.whittle.codegen.GeneratedSources;
import dev.whittle.codegen.GenerationRequest;
import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** A model that a page shows in pieces: each is merged into those before it. */
final class GrowingModel {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String packageName;
    private final ObjectNode model = JSON.createObjectNode();
    private @Nullable String paginators;

    GrowingModel(String packageName) {
        this.packageName = packageName;
    }

    void add(CodeBlock block) {
        if (block.kind().equals("paginators")) {
            paginators = block.text();
        } else {
            merge(model, JSON.readTree(block.text()));
        }
        assertThat(generate().problems()).as(block.place()).isEmpty();
    }

    /** The client of the model as it is now, compiled with one file more. */
    Compiled compile(Path folder, String name, String source) throws Exception {
        Map<String, String> files = new TreeMap<>(generate().files());
        files.put(name, source);
        return Compiled.of(files, folder);
    }

    private GeneratedSources generate() {
        ModelSource source = new ModelSource(
                "service-2.json",
                JSON.writeValueAsBytes(model),
                paginators == null ? null : paginators.getBytes(StandardCharsets.UTF_8),
                null,
                null);
        ServiceRequest request = new ServiceRequest(source, packageName, OperationFilter.ALL);
        return ClientGenerator.generate(new GenerationRequest(List.of(request), null));
    }

    private static void merge(ObjectNode into, JsonNode piece) {
        for (Map.Entry<String, JsonNode> entry : piece.properties()) {
            if (into.get(entry.getKey()) instanceof ObjectNode known
                    && entry.getValue().isObject()) {
                merge(known, entry.getValue());
            } else {
                into.set(entry.getKey(), entry.getValue());
            }
        }
    }
}
