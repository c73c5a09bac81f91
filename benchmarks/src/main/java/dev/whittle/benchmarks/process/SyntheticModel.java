package dev.whittle.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A made-up model of any size, the same for the same number of operations. For each operation there are five shapes and a
 * half, as in the models of large services: input, output, a structure that may hold an earlier one, its list, and an enum
 * or a union for every other one.
 */
final class SyntheticModel {
    /** Chosen once; another gives other models of the same kind. */
    static final long SEED = 20_261_122;

    private static final String[] SCALARS = {"Text", "Number", "Count", "Flag", "Moment", "Ratio", "Names", "Labels"};
    private static final String[] WORDS = ("the a of for with one each name value time state region account resource"
                    + " policy limit route target group rule when created changed deleted listed known unique")
            .split(" ", -1);

    private final Random random = new Random(SEED);
    private final ObjectNode model = JsonMapper.shared().createObjectNode();
    private final ObjectNode shapes = model.objectNode();

    private SyntheticModel() {}

    /** Writes a model with so many operations into a folder. */
    static Path write(Path folder, int operations) throws IOException {
        Path file = folder.resolve("service-2.json");
        Files.writeString(file, new SyntheticModel().of(operations).toPrettyString());
        return file;
    }

    private ObjectNode of(int operations) {
        model.put("version", "2.0");
        model.putObject("metadata")
                .put("serviceId", "Synthetic")
                .put("serviceFullName", "Synthetic")
                .put("uid", "synthetic-2026-11-22")
                .put("apiVersion", "2026-11-22")
                .put("protocol", "rest-json")
                .put("endpointPrefix", "synthetic")
                .put("signatureVersion", "v4");
        ObjectNode all = model.putObject("operations");
        scalars();
        for (int i = 0; i < operations; i++) {
            thing(i);
            operation(all, i);
        }
        model.set("shapes", shapes);
        return model;
    }

    private void scalars() {
        shapes.putObject("Text").put("type", "string");
        shapes.putObject("Number").put("type", "integer");
        shapes.putObject("Count").put("type", "long");
        shapes.putObject("Flag").put("type", "boolean");
        shapes.putObject("Moment").put("type", "timestamp");
        shapes.putObject("Ratio").put("type", "double");
        shapes.putObject("Names").put("type", "list").putObject("member").put("shape", "Text");
        ObjectNode labels = shapes.putObject("Labels").put("type", "map");
        labels.putObject("key").put("shape", "Text");
        labels.putObject("value").put("shape", "Text");
        ObjectNode missing = structure("MissingException", 0);
        missing.putObject("error").put("httpStatusCode", 404);
        missing.put("exception", true);
    }

    /** A structure, the list of it, and for every other one an enum or a union. */
    private void thing(int i) {
        ObjectNode members = members(structure("Thing" + i, 2 + random.nextInt(6)));
        if (i > 0 && random.nextBoolean()) {
            member(members, "earlier", "Thing" + random.nextInt(i));
        }
        shapes.putObject("Thing" + i + "List")
                .put("type", "list")
                .putObject("member")
                .put("shape", "Thing" + i);
        if (i % 4 == 0) {
            ArrayNode values =
                    shapes.putObject("State" + i).put("type", "string").putArray("enum");
            for (int j = 2 + random.nextInt(8); j > 0; j--) {
                values.add("STATE_" + j);
            }
            member(members, "state", "State" + i);
        } else if (i % 4 == 2) {
            ObjectNode choices = members(structure("Choice" + i, 0).put("union", true));
            member(choices, "text", "Text");
            member(choices, "names", "Names");
            member(members, "choice", "Choice" + i);
        }
    }

    private void operation(ObjectNode all, int i) {
        ObjectNode input = structure("Change" + i + "Request", 2 + random.nextInt(5));
        member(members(input), "id", "Text").put("location", "uri").put("locationName", "id");
        member(members(input), "thing", "Thing" + i);
        input.putArray("required").add("id");
        ObjectNode output = members(structure("Change" + i + "Response", 2 + random.nextInt(5)));
        member(output, "things", "Thing" + i + "List");
        ObjectNode operation = all.putObject("Change" + i);
        operation.put("name", "Change" + i);
        operation.putObject("http").put("method", "POST").put("requestUri", "/things" + i + "/{id}");
        operation.putObject("input").put("shape", "Change" + i + "Request");
        operation.putObject("output").put("shape", "Change" + i + "Response");
        operation.putArray("errors").addObject().put("shape", "MissingException");
        operation.put("documentation", documentation());
    }

    private ObjectNode structure(String name, int scalars) {
        ObjectNode shape = shapes.putObject(name).put("type", "structure");
        ObjectNode members = shape.putObject("members");
        for (int j = 0; j < scalars; j++) {
            member(members, "member" + j, SCALARS[random.nextInt(SCALARS.length)]);
        }
        return shape.put("documentation", documentation());
    }

    private static ObjectNode members(ObjectNode structure) {
        return (ObjectNode) structure.get("members");
    }

    private ObjectNode member(ObjectNode members, String name, String shape) {
        return members.putObject(name).put("shape", shape).put("documentation", documentation());
    }

    private String documentation() {
        StringBuilder text = new StringBuilder("<p>");
        for (int j = 8 + random.nextInt(24); j > 0; j--) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(j == 1 ? "." : " ");
        }
        return text.append("</p>").toString();
    }
}
