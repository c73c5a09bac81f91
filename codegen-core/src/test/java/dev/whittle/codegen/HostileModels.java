package dev.whittle.codegen;

import dev.whittle.codegen.harness.TinyModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Models that hold hostile texts, or are out of all proportion. */
final class HostileModels {
    private HostileModels() {}

    static TinyModel documented() {
        TinyModel model = new TinyModel();
        List<String> members = new ArrayList<>();
        for (int i = 0; i < HostileTexts.DOCUMENTATIONS.size(); i++) {
            String documentation = TinyModel.quote(HostileTexts.DOCUMENTATIONS.get(i));
            model.shape(
                    "Part" + i,
                    "\"type\":\"structure\",\"deprecated\":true,\"deprecatedMessage\":" + documentation
                            + ",\"documentation\":" + documentation
                            + ",\"members\":{\"m\":{\"shape\":\"Text\",\"deprecated\":true,\"deprecatedMessage\":"
                            + documentation + ",\"documentation\":" + documentation + "}}");
            model.shape(
                    "Choice" + i,
                    "\"type\":\"structure\",\"union\":true,\"documentation\":" + documentation
                            + ",\"members\":{\"m\":{\"shape\":\"Text\",\"documentation\":" + documentation + "}}");
            model.shape("Level" + i, "\"type\":\"string\",\"enum\":[\"A\"],\"documentation\":" + documentation);
            model.shape(
                    "Fault" + i,
                    "\"type\":\"structure\",\"exception\":true,\"members\":{},\"documentation\":" + documentation);
            model.shape(
                    "In" + i,
                    "\"type\":\"structure\",\"documentation\":" + documentation
                            + ",\"members\":{\"part\":{\"shape\":\"Part" + i
                            + "\"},\"choice\":{\"shape\":\"Choice" + i + "\"},\"level\":{\"shape\":\"Level" + i
                            + "\"}}");
            model.operation(
                    "Get" + i,
                    "\"http\":{\"method\":\"POST\",\"requestUri\":\"/" + i
                            + "\"},\"deprecated\":true,\"deprecatedMessage\":"
                            + documentation + ",\"documentation\":" + documentation + ",\"input\":{\"shape\":\"In" + i
                            + "\"},\"errors\":[{\"shape\":\"Fault" + i + "\"}]");
        }
        return model.documentation(String.join("", HostileTexts.DOCUMENTATIONS.subList(0, 10)))
                .metadata("serviceFullName", "Tiny */ {@code " + HostileTexts.CODE + " \\u002a/");
    }

    private static String[] members() {
        return HostileTexts.MEMBERS.stream()
                .flatMap(name ->
                        Stream.of(name, name.equals("items") ? "Texts" : name.length() % 2 == 0 ? "Text" : "Part"))
                .toArray(String[]::new);
    }

    static TinyModel withMembers() {
        return new TinyModel()
                .echo("In")
                .structure("In", "in", "Inner")
                .structure("Inner", members())
                .structure("Part", "value", "Part")
                .list("Texts", "Text");
    }

    static TinyModel withUnionMembers() {
        return new TinyModel()
                .echo("In")
                .structure("In", "in", "Inner")
                .union("Inner", members())
                .structure("Part", "value", "Part")
                .list("Texts", "Text");
    }

    static TinyModel withErrorMembers() {
        List<String> fields = new ArrayList<>();
        String[] members = members();
        for (int i = 0; i < members.length; i += 2) {
            fields.add(TinyModel.quote(members[i]) + ":{\"shape\":\"" + members[i + 1] + "\"}");
        }
        return new TinyModel()
                .operation(
                        "Get", "\"http\":{\"method\":\"POST\",\"requestUri\":\"/\"},\"errors\":[{\"shape\":\"Fault\"}]")
                .shape(
                        "Fault",
                        "\"type\":\"structure\",\"exception\":true,\"members\":{" + String.join(",", fields) + "}")
                .structure("Part", "value", "Part")
                .list("Texts", "Text");
    }

    /** Every name at once, so that they also meet each other. */
    static TinyModel withTypes(String kind) {
        TinyModel model = new TinyModel().echo("In");
        List<String> members = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        for (String name : HostileTexts.TYPES) {
            int i = HostileTexts.TYPES.indexOf(name);
            switch (kind) {
                case "structure" ->
                    model.structure(name, "s", "Text", "n", "Number", "l", "Texts", "u", "Either", "self", name);
                case "union" -> model.union(name, "s", "Text", "n", "Number", "l", "Texts", "e", "Level", "item", name);
                case "enum" -> model.enumeration(name, List.of("A", "B"));
                default -> {
                    model.shape(
                            name,
                            "\"type\":\"structure\",\"exception\":true,\"members\":{\"s\":{\"shape\":\"Text\"},\"l\":{\"shape\":\"Texts\"}}");
                    errors.add("{\"shape\":" + TinyModel.quote(name) + "}");
                    continue;
                }
            }
            model.list("All" + i, name);
            members.addAll(List.of("m" + i, name, "all" + i, "All" + i));
        }
        if (!errors.isEmpty()) {
            model.operation("Get", "\"http\":{\"method\":\"POST\",\"requestUri\":\"/\"},\"errors\":" + errors);
        }
        return model.structure("In", members.toArray(String[]::new))
                .shape("Number", "\"type\":\"integer\"")
                .list("Texts", "Text")
                .union("Either", "text", "Text")
                .enumeration("Level", List.of("LOW"));
    }

    static TinyModel withValues(List<String> values) {
        return new TinyModel().echo("In").structure("In", "e", "Hostile").enumeration("Hostile", values);
    }

    static List<String> numbered(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    static TinyModel withCount(int count) {
        return new TinyModel()
                .echo("In")
                .structure("In", "big", "Big")
                .structure("Big", countedMembers(count))
                .list("Texts", "Text");
    }

    static TinyModel withUnionCount(int count) {
        return new TinyModel()
                .echo("In")
                .structure("In", "big", "Big")
                .union("Big", countedMembers(count))
                .list("Texts", "Text");
    }

    private static String[] countedMembers(int count) {
        return IntStream.range(0, count)
                .boxed()
                .flatMap(i -> Stream.of("member" + i, i % 3 == 0 ? "Texts" : "Text"))
                .toArray(String[]::new);
    }

    static TinyModel withName(String name) {
        return new TinyModel().echo("In").structure("In", "m", name).structure(name, "a", "Text");
    }

    static TinyModel withWireNames() {
        TinyModel model = new TinyModel().echo("In");
        List<String> members = new ArrayList<>();
        for (String name : List.of(
                "a\"b",
                "$T$L$S",
                "%n%s",
                "*/",
                "a\nb",
                "\\u0022",
                "\ud83d\ude00",
                "",
                " ",
                "{",
                "\u0000",
                HostileTexts.CODE)) {
            members.add(
                    "\"m" + members.size() + "\":{\"shape\":\"Text\",\"locationName\":" + TinyModel.quote(name) + "}");
        }
        return model.shape("In", "\"type\":\"structure\",\"members\":{" + String.join(",", members) + "}");
    }

    static TinyModel withOperations() {
        TinyModel model = new TinyModel();
        for (String name : List.of(
                "close",
                "builder",
                "create",
                "class",
                "Wait",
                "NotifyAll",
                "HashCode",
                "ToString",
                "Finalize",
                "GetClass",
                "Equals",
                "Clone",
                "New",
                "Builder",
                "Tiny",
                "Default",
                "Operation")) {
            if (!name.equals("Builder")) {
                model.operation(
                        name,
                        "\"http\":{\"method\":\"GET\",\"requestUri\":\"/" + name.toLowerCase(Locale.ROOT) + "\"}");
            }
        }
        return model;
    }

    static TinyModel caseTwins() {
        return new TinyModel()
                .echo("In")
                .structure("In", "a", "Foo", "b", "FOO", "c", "foo")
                .structure("Foo", "a", "Text")
                .structure("FOO", "a", "Text")
                .structure("foo", "a", "Text");
    }

    static TinyModel nestedLists(int depth) {
        TinyModel model = new TinyModel().echo("In").structure("In", "l", "L0").list("L" + depth, "Text");
        for (int i = 0; i < depth; i++) {
            model.list("L" + i, "L" + (i + 1));
        }
        return model;
    }

    static TinyModel nestedStructures(int depth) {
        TinyModel model = new TinyModel().echo("In").structure("In", "s", "S0").structure("S" + depth);
        for (int i = 0; i < depth; i++) {
            model.shape(
                    "S" + i,
                    "\"type\":\"structure\",\"required\":[\"s\"],\"members\":{\"s\":{\"shape\":\"S" + (i + 1) + "\"}}");
        }
        return model;
    }
}
