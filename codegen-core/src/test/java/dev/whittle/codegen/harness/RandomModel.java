package dev.whittle.codegen.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;

/**
 * A model in which every structure is the input and the output of an operation, and members, elements, map values and members
 * of unions have any shape, errors as well; and values of its shapes as JSON.
 */
public final class RandomModel {
    private static final int STRUCTURES = 8;

    /** Names that lie near those that generated code needs. */
    private static final List<String> NAMES = List.of(
            "Thing",
            "ThingList",
            "ThingMap",
            "ListOfThing",
            "ThingOf",
            "Value",
            "Gone",
            "Error",
            "Known",
            "Item",
            "Things",
            "MemberOfEither",
            "Name",
            "Blob",
            "In",
            "Builder");

    private static final List<String> MEMBERS = List.of(
            "name",
            "nameValue",
            "name2",
            "value",
            "value2",
            "in",
            "inValue",
            "builder",
            "error",
            "hasItems",
            "items",
            "hasHasItems",
            "other",
            "that",
            "hash",
            "message",
            "code",
            "wait",
            "list",
            "map",
            "item",
            "payload",
            "body",
            "details",
            "out");

    private final Random random;
    private final List<Structure> structures = new ArrayList<>();
    private final Map<String, Map<String, String>> unions = new LinkedHashMap<>();
    private final TinyModel model = new TinyModel();

    /**
     * A structure of the model.
     *
     * @param members the shape of each member by its name
     * @param required the members that are required
     */
    public record Structure(String name, boolean isError, Map<String, String> members, List<String> required) {
        /** The operation whose input and output it is. */
        public String echo() {
            return "Echo" + name;
        }

        /** An operation whose output it is, without an input. */
        public String read() {
            return "Read" + name;
        }

        /** The class of the exception. */
        public String exceptionName() {
            return name.equals("Error") || name.equals("Builder") ? name + "_" : name;
        }
    }

    /** The model of a seed. */
    public RandomModel(long seed) {
        this.random = new Random(seed);
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        List<String> all = names.subList(0, STRUCTURES);
        for (int i = 0; i < STRUCTURES; i++) {
            structures.add(structure(all, i));
        }
        for (int i = 0; i < 2; i++) {
            Map<String, String> members = members(all, 1 + random.nextInt(4));
            members.put("text", "Text");
            unions.put("Either" + i, members);
        }
        write();
    }

    /** The text of the model. */
    public String text() {
        return model.text();
    }

    public List<Structure> structures() {
        return structures;
    }

    private Structure structure(List<String> names, int place) {
        Map<String, String> members = members(names, 1 + random.nextInt(8));
        List<String> required = new ArrayList<>();
        members.forEach((member, target) -> {
            int of = names.indexOf(target);
            // What a structure requires stands before it, so that nothing requires itself.
            if (random.nextInt(3) == 0 && of < place && !target.startsWith("Either")) {
                required.add(member);
            }
        });
        return new Structure(names.get(place), random.nextInt(2) == 0, members, required);
    }

    private Map<String, String> members(List<String> names, int count) {
        List<String> own = new ArrayList<>(MEMBERS);
        Collections.shuffle(own, random);
        Map<String, String> members = new LinkedHashMap<>();
        for (String member : own.subList(0, count)) {
            String structure = names.get(random.nextInt(names.size()));
            members.put(
                    member,
                    switch (random.nextInt(9)) {
                        case 0, 1, 2 -> structure;
                        case 3 -> "All" + structure;
                        case 4 -> "By" + structure;
                        case 5 -> "Either" + random.nextInt(2);
                        case 6 -> "Level";
                        case 7 -> "Number";
                        default -> "Text";
                    });
        }
        return members;
    }

    private void write() {
        StringJoiner errors = new StringJoiner(",", "[", "]");
        structures.stream()
                .filter(Structure::isError)
                .forEach(error -> errors.add("{\"shape\":\"" + error.name() + "\"}"));
        for (Structure structure : structures) {
            String name = structure.name();
            model.operation(
                    structure.echo(),
                    "\"http\":{\"method\":\"POST\",\"requestUri\":\"/" + name + "\"},\"input\":{\"shape\":\"" + name
                            + "\"},\"output\":{\"shape\":\"" + name + "\"},\"errors\":" + errors);
            model.operation(
                    "Read" + name,
                    "\"http\":{\"method\":\"GET\",\"requestUri\":\"/" + name + "\"},\"output\":{\"shape\":\"" + name
                            + "\"},\"errors\":" + errors);
            StringJoiner required = new StringJoiner("\",\"", "[\"", "\"]").setEmptyValue("[]");
            structure.required().forEach(required::add);
            model.shape(
                    name,
                    "\"type\":\"structure\"," + (structure.isError() ? "\"exception\":true," : "") + "\"required\":"
                            + required + "," + shapes(structure.members()));
            model.list("All" + name, name);
            model.shape(
                    "By" + name,
                    "\"type\":\"map\",\"key\":{\"shape\":\"Text\"},\"value\":{\"shape\":\"" + name + "\"}");
        }
        unions.forEach(
                (name, members) -> model.shape(name, "\"type\":\"structure\",\"union\":true," + shapes(members)));
        model.enumeration("Level", List.of("LOW", "HIGH")).shape("Number", "\"type\":\"integer\"");
    }

    private static String shapes(Map<String, String> members) {
        StringJoiner all = new StringJoiner(",", "\"members\":{", "}");
        members.forEach((member, target) -> all.add("\"" + member + "\":{\"shape\":\"" + target + "\"}"));
        return all.toString();
    }

    /** A value of a structure as JSON, with its members in the order of the model. */
    public String json(Structure structure) {
        return json(structure, 4);
    }

    private String json(Structure structure, int levels) {
        StringJoiner members = new StringJoiner(",", "{", "}");
        structure.members().forEach((member, target) -> {
            boolean required = structure.required().contains(member);
            if (required || (levels > 0 && random.nextInt(4) > 0)) {
                members.add("\"" + member + "\":" + json(target, levels - 1));
            }
        });
        return members.toString();
    }

    private String json(String target, int levels) {
        if (target.equals("Text")) {
            return "\"t" + random.nextInt(100) + "\"";
        } else if (target.equals("Number")) {
            return Integer.toString(random.nextInt(100));
        } else if (target.equals("Level")) {
            return random.nextBoolean() ? "\"HIGH\"" : "\"OTHER\"";
        } else if (target.startsWith("All")) {
            return levels > 0 ? "[" + json(target.substring(3), levels) + "]" : "[]";
        } else if (target.startsWith("By")) {
            return levels > 0 ? "{\"k\":" + json(target.substring(2), levels) + "}" : "{}";
        } else if (unions.containsKey(target)) {
            List<String> tags = new ArrayList<>(unions.get(target).keySet());
            String tag = levels > 0 ? tags.get(random.nextInt(tags.size())) : "new";
            return "{\"" + tag + "\":" + (levels > 0 ? json(unions.get(target).get(tag), levels - 1) : "1") + "}";
        }
        for (Structure structure : structures) {
            if (structure.name().equals(target)) {
                return json(structure, levels);
            }
        }
        throw new AssertionError(target);
    }
}
