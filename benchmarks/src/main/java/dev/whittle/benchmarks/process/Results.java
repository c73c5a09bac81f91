package dev.whittle.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The results on disk: one JSON file for each command, so that one can be measured again without the others. */
final class Results {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;

    Results(Path folder) {
        this.folder = folder;
    }

    /** Reads any JSON file. */
    static JsonNode read(Path file) {
        return JSON.readTree(file);
    }

    /** Writes the rows of a command, and what they were measured on. */
    void write(String command, List<Row> rows) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("command", command);
        root.put("measured", Machine.now());
        root.put("machine", Machine.describe());
        ArrayNode array = root.putArray("rows");
        for (Row row : rows) {
            ObjectNode node = array.addObject();
            node.put("group", row.group());
            node.put("name", row.name());
            node.put("unit", row.unit());
            if (row.at() != null) {
                node.put("at", row.at());
            }
            for (Impl impl : Impl.values()) {
                Double figure = row.figure(impl);
                if (figure != null) {
                    node.put(impl.id(), figure);
                }
            }
            if (!row.goals().isEmpty()) {
                ArrayNode goals = node.putArray("goals");
                row.goals().forEach(goal -> write(goal, goals.addObject()));
            }
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(command + ".json"), JSON.writeValueAsString(root) + "\n");
    }

    private static void write(Goal goal, ObjectNode node) {
        if (goal.against() != null) {
            node.put("against", goal.against().id());
        }
        node.put(goal.atLeast() ? "atLeast" : "atMost", goal.bound());
        if (goal.aim() != null) {
            write(goal.aim(), node.putObject("aim"));
        }
    }

    /** Everything that was measured so far, the commands in the order of the page. */
    List<JsonNode> all() throws IOException {
        List<JsonNode> files = new ArrayList<>();
        for (String command : Commands.ORDER) {
            Path file = folder.resolve(command + ".json");
            if (Files.exists(file)) {
                files.add(read(file));
            }
        }
        return files;
    }

    /** The rows of one file. */
    static Stream<Row> rows(JsonNode file) {
        return file.get("rows").valueStream().map(Results::row);
    }

    private static Row row(JsonNode node) {
        Row row = Row.of(
                node.get("group").asString(),
                node.get("name").asString(),
                node.get("unit").asString(),
                null);
        if (node.has("goals")) {
            for (JsonNode each : node.get("goals")) {
                row = row.and(goal(each));
            }
        }
        if (node.has("at")) {
            row = row.at(node.get("at").asDouble());
        }
        for (Impl impl : Impl.values()) {
            JsonNode figure = node.get(impl.id());
            if (figure != null) {
                row.with(impl, figure.asDouble());
            }
        }
        return row;
    }

    private static Goal goal(JsonNode node) {
        boolean atLeast = node.has("atLeast");
        Impl against = null;
        for (Impl impl : Impl.values()) {
            if (node.has("against") && impl.id().equals(node.get("against").asString())) {
                against = impl;
            }
        }
        double bound = node.get(atLeast ? "atLeast" : "atMost").asDouble();
        JsonNode aim = node.get("aim");
        return new Goal(against, bound, atLeast, aim == null ? null : goal(aim));
    }
}
