package dev.whittle.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The entries of the jar as a consumer reads them: from the class path. */
final class ModelJar {
    private static final String FOLDER = "/META-INF/service-model/bedrock-agentcore/";
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static final JsonNode SERVICE = json("service-2.json");

    private ModelJar() {}

    static byte[] bytes(String entry) {
        try (InputStream in = ModelJar.class.getResourceAsStream(FOLDER + entry)) {
            if (in == null) {
                throw new AssertionError("no entry " + FOLDER + entry);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parses an entry; a duplicate key or anything after the root value is an error. */
    static JsonNode json(String entry) {
        return STRICT.readTree(bytes(entry));
    }

    static Set<Map.Entry<String, JsonNode>> operations() {
        return SERVICE.required("operations").properties();
    }

    static Set<Map.Entry<String, JsonNode>> shapes() {
        return SERVICE.required("shapes").properties();
    }

    static JsonNode operation(String name) {
        return SERVICE.required("operations").required(name);
    }

    static JsonNode shape(String name) {
        return SERVICE.required("shapes").required(name);
    }

    /** The names of the shapes that a shape refers to by its members, elements, keys and values. */
    static List<String> shapesReferredToBy(JsonNode shape) {
        List<String> names = new ArrayList<>();
        shape.path("members").forEach(member -> names.add(target(member)));
        for (String role : List.of("member", "key", "value")) {
            if (shape.has(role)) {
                names.add(target(shape.required(role)));
            }
        }
        return names;
    }

    /** Every shape that an operation needs, directly or not. */
    static Set<String> shapesReachableFromOperations() {
        Deque<String> open = new ArrayDeque<>();
        operations().forEach(operation -> {
            JsonNode definition = operation.getValue();
            open.add(target(definition.required("input")));
            open.add(target(definition.required("output")));
            definition.required("errors").forEach(error -> open.add(target(error)));
        });
        Set<String> reached = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            String name = open.remove();
            if (reached.add(name)) {
                open.addAll(shapesReferredToBy(shape(name)));
            }
        }
        return reached;
    }

    static String target(JsonNode reference) {
        return reference.required("shape").stringValue();
    }

    static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }
}
