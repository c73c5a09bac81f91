package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.problem.Severity;
import dev.whittle.codegen.testkit.Generation;
import dev.whittle.codegen.testkit.Javac;
import dev.whittle.codegen.testkit.TinyModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Models that no decent service would publish. Each is either refused, with the place of the fault, or becomes code that
 * compiles without a warning and holds the model's text as data: nothing is executed, nothing lies outside of the client's
 * packages.
 */
class HostileModelsTest {
    /** What an intruder would like to have executed; it tells by a system property. */
    private static final String CODE = "static { System.setProperty(\"whittle.test.intruder\", \"in\"); }";

    private static final List<String> DOCUMENTATIONS = List.of(
            "*/ " + CODE + " /*",
            "*<b></b>/ " + CODE + " /<i></i>*",
            "*<x>/</x> " + CODE + " /*",
            "<p>*</p>/ " + CODE + " /*",
            "<code>*</code>/ " + CODE,
            "\\u002a/ " + CODE + " /*",
            "\\u002a\\u002f \\uuuu002a/ \\u",
            "<code>\\u002a/</code> C:\\users",
            "{@code never closed",
            "{@link java.lang.Nothing} {@linkplain #no} {@inheritDoc} {@value}",
            "@param nothing is here\n@return nothing\n@deprecated never\n @author me",
            "<p>@see #nothing</p><p>@since 1</p>",
            "<script>alert(1)</script>after<style>x</style><iframe src='x'></iframe>",
            "<p>one<ul><li>two<b>three<p>four<table><tr>five",
            "</p></ul></code>closed only",
            "<a href=\"javascript:alert(1)\">x</a><a href='https://e.com/\"><script>'>y</a><a href=\"https://e.com/*/\">z</a>",
            "<a href=\"https://example.com/{a}\\u002a/\">brace</a><a href=\"https://example.com/?a=1&b=@2\">query</a>",
            "<b>".repeat(10_000) + "deep" + "</b>".repeat(10_000),
            "<ul><li>".repeat(3_000) + "deep",
            "<div>".repeat(10_000) + "*/" + "</div>".repeat(10_000),
            "nul \u0000 bell \u0007 escape \u001b vertical \u000b form \f next \u0085 separator \u2028\u2029",
            "lone \ud800 and \udc00 surrogates, paired \ud83d\ude00",
            "bidi \u202e\u2066 controls \u2069\u202c \u200f and \ufeff and \u200b",
            "&lt;script&gt; &#42;&#47; &#x2a;/ &amp;lt; &nbsp; &bogus; &",
            "<!-- */ --> <![CDATA[ */ ]]> <?x */ ?> <!DOCTYPE x>",
            "$T $L $S $$ $[ $] $> $< %n %s %d \\n",
            "/** /* // */ */",
            "<p>  </p><code></code><ul></ul><li></li><a href=''></a><b> </b>",
            "<code><b>*</b></code><code>/</code>",
            "<ul><li><ul><li></li></ul></li></ul>",
            "<ul>text<li>item</li>text</ul><ol><p>x</p></ol><dl><dt>*<dd>/</dl>",
            "x".repeat(5_000));

    private static final List<String> MEMBERS = List.of(
            "class",
            "builder",
            "build",
            "toBuilder",
            "hashCode",
            "toString",
            "equals",
            "wait",
            "notify",
            "getClass",
            "clone",
            "finalize",
            "other",
            "that",
            "hash",
            "value",
            "out",
            "in",
            "name",
            "input",
            "item",
            "element",
            "entry",
            "list",
            "map",
            "type",
            "this",
            "null",
            "true",
            "int",
            "String",
            "object",
            "record",
            "sealed",
            "permits",
            "yield",
            "var",
            "_",
            "hasItems",
            "items",
            "has",
            "get",
            "of",
            "known",
            "values",
            "Unknown",
            "tag",
            "body",
            "payload",
            "details",
            "message",
            "cause",
            "statusCode",
            "error",
            "serialVersionUID",
            "EMPTY",
            "read",
            "write",
            "a_c",
            "ABCs",
            "readList",
            "INSTANCE",
            "pipeline",
            "request",
            "options");

    private static final List<String> TYPES = List.of(
            "Object",
            "String",
            "List",
            "Map",
            "Builder",
            "Known",
            "Unknown",
            "Document",
            "Blob",
            "Override",
            "Deprecated",
            "TinyClient",
            "DefaultTinyClient",
            "TinyException",
            "TinyService",
            "TinyErrors",
            "UndeclaredMember",
            "JsonReads",
            "JsonWrites",
            "JsonParser",
            "JsonGenerator",
            "JsonToken",
            "Consumer",
            "Nullable",
            "Objects",
            "Arrays",
            "Collection",
            "ArrayList",
            "LinkedHashMap",
            "Instant",
            "BigDecimal",
            "BigInteger",
            "Integer",
            "Boolean",
            "Copies",
            "Printer",
            "Required",
            "WhittleGenerated",
            "SuppressWarnings",
            "Operation",
            "RequestWriter",
            "ResponseReader",
            "ErrorReader",
            "ServiceException",
            "ServiceInfo",
            "CallPipeline",
            "ClientBuilder",
            "RequestOptions",
            "ErrorDetails",
            "HeaderList",
            "Entry",
            "Record",
            "Enum",
            "Class",
            "Iterable",
            "AutoCloseable",
            "UnsupportedOperationException",
            "Exception",
            "Error",
            "Throwable",
            "Void",
            "Math",
            "System",
            "Character",
            "lowerCase",
            "under_score",
            "Item_",
            "Members",
            "Com",
            "Example",
            "Module",
            "Package",
            "Process",
            "Runtime",
            "StrictMath",
            "Comparable",
            "Thread",
            "Runnable",
            "Iterator",
            "MissingMemberException",
            "TransportException",
            "Text0");

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "\"",
            "\\",
            "\\u0022",
            "\n",
            "\r",
            "*/",
            "/*",
            "UNKNOWN",
            "unknown",
            "VALUES_",
            "Known",
            "value",
            "class",
            "null",
            "a\"+" + CODE + "+\"b",
            "$T",
            "%n",
            "\u0000",
            "\u00e4",
            "\ud83d\ude00",
            "\u202e",
            "1",
            "-1",
            "_",
            "__",
            "a b",
            "a-b",
            "a.b",
            "A_B",
            "\t",
            "'",
            "${x}",
            "\\N{DASH}",
            "\ufeff",
            "x".repeat(300));

    @ParameterizedTest
    @MethodSource("acceptable")
    void becomesCode(TinyModel model) {
        GeneratedSources sources = Generation.of(model.text());
        assertThat(Generation.errors(sources)).isEmpty();
        assertHarmless(sources);
    }

    @ParameterizedTest
    @MethodSource("doubtful")
    void isRefusedOrBecomesCode(TinyModel model) {
        GeneratedSources sources = Generation.of(model.text());
        if (!sources.failed()) {
            assertHarmless(sources);
            return;
        }
        assertThat(sources.files()).isEmpty();
        sources.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .forEach(problem -> {
                    assertThat(problem.location().file()).isEqualTo("service-2.json");
                    assertThat(problem.message()).isNotBlank();
                    assertThat(problem.text().lines().count()).isLessThanOrEqualTo(2);
                });
    }

    @Test
    void enumsHoldTheirValues() throws ReflectiveOperationException {
        GeneratedSources sources = Generation.of(withValues(VALUES).text());
        assertThat(Generation.errors(sources)).isEmpty();
        Class<?> type = Javac.compile(sources.files()).load(Generation.PACKAGE + ".model.Hostile");
        List<String> held = new ArrayList<>();
        for (Object value : (List<?>) type.getMethod("values").invoke(null)) {
            held.add((String) type.getMethod("value").invoke(value));
        }
        assertThat(held).isEqualTo(VALUES);
    }

    static Stream<Named<TinyModel>> acceptable() {
        List<Named<TinyModel>> models = new ArrayList<>();
        models.add(Named.of("documentation in all places", documented()));
        models.add(Named.of("names of members of a structure", withMembers()));
        models.add(Named.of("names of members of an error", withErrorMembers()));
        models.add(Named.of("names of members of a union", withUnionMembers()));
        for (String kind : List.of("structure", "union", "enum", "error")) {
            models.add(Named.of("names of types: " + kind, withTypes(kind)));
        }
        models.add(Named.of("enum values", withValues(VALUES)));
        models.add(Named.of("an enum with as many values as may be", withValues(numbered("m5.", 2_500))));
        models.add(Named.of("a structure with as many members as may be", withCount(500)));
        models.add(Named.of("a union with as many members as may be", withUnionCount(500)));
        models.add(Named.of("names on the wire", withWireNames()));
        models.add(Named.of("names of operations", withOperations()));
        models.add(Named.of("names of 150 letters", withName("N".repeat(150))));
        return models.stream();
    }

    static Stream<Named<TinyModel>> doubtful() {
        List<Named<TinyModel>> models = new ArrayList<>();
        for (String name : List.of(
                "../../x",
                "a/b",
                "C:\\x",
                "",
                " ",
                "a\"b",
                "*/",
                "a\nb",
                "$T",
                "a.b.c",
                "\u202ex",
                "\ud800",
                "N".repeat(251),
                "N".repeat(300),
                "\u00e4",
                "1",
                "-",
                "x*/" + CODE)) {
            String shown = name.length() > 20 ? name.length() + " letters" : TinyModel.quote(name);
            models.add(Named.of("structure " + shown, withName(name)));
            models.add(Named.of(
                    "union " + shown,
                    new TinyModel().echo("In").structure("In", "m", name).union(name, "a", "Text")));
            models.add(Named.of(
                    "member " + shown,
                    new TinyModel()
                            .echo("In")
                            .structure("In", name, "Text", "u", "U")
                            .union("U", name, "Text")));
            models.add(Named.of(
                    "operation " + shown,
                    new TinyModel().operation(name, "\"http\":{\"method\":\"POST\",\"requestUri\":\"/x\"}")));
            models.add(Named.of(
                    "service " + shown,
                    new TinyModel().echo("In").structure("In").metadata("serviceId", name)));
            models.add(Named.of(
                    "the rest of the metadata " + shown,
                    new TinyModel()
                            .echo("In")
                            .structure("In")
                            .documentation(name)
                            .metadata("serviceFullName", name)
                            .metadata("apiVersion", name)
                            .metadata("endpointPrefix", name)
                            .metadata("signingName", name)));
            models.add(Named.of(
                    "URI " + shown,
                    new TinyModel()
                            .operation(
                                    "Get",
                                    "\"http\":{\"method\":\"GET\",\"requestUri\":"
                                            + TinyModel.quote("/" + name + "?" + name)
                                            + "},\"endpoint\":{\"hostPrefix\":" + TinyModel.quote(name + ".") + "}")));
            models.add(Named.of(
                    "method " + shown,
                    new TinyModel()
                            .operation(
                                    "Get",
                                    "\"http\":{\"method\":" + TinyModel.quote(name) + ",\"requestUri\":\"/\"}")));
        }
        models.add(Named.of("names that differ in case only", caseTwins()));
        models.add(Named.of(
                "members that differ in case only",
                new TinyModel().echo("In").structure("In", "aB", "Text", "AB", "Text", "a-b", "Text")));
        models.add(Named.of(
                "members of a union that differ in case only",
                new TinyModel().echo("In").structure("In", "u", "U").union("U", "ab", "Text", "aB", "Text")));
        models.add(Named.of("a line separator in a value", withValues(List.of("a", "\u2028"))));
        models.add(Named.of("half a surrogate pair in a value", withValues(List.of("\ud800", "\udc00"))));
        models.add(Named.of(
                "a member with the name of its union",
                new TinyModel().echo("In").structure("In", "u", "ItemMember").union("ItemMember", "item", "Text")));
        models.add(Named.of("an enum of 5,000 values", withValues(numbered("v", 5_000))));

        models.add(Named.of("a structure with 1,000 members", withCount(1_000)));
        models.add(Named.of("a structure with 3,000 members", withCount(3_000)));
        models.add(Named.of("a union with 1,000 members", withUnionCount(1_000)));
        models.add(Named.of("a value of 70,000 letters", withValues(List.of("v".repeat(70_000)))));
        models.add(Named.of(
                "a header of 70,000 letters",
                new TinyModel()
                        .echo("In")
                        .shape(
                                "In",
                                "\"type\":\"structure\",\"members\":{\"a\":{\"shape\":\"Text\",\"location\":\"header\",\"locationName\":\""
                                        + "H".repeat(70_000) + "\"}}")));
        models.add(Named.of(
                "a list of itself",
                new TinyModel().echo("In").structure("In", "l", "L").list("L", "L")));
        models.add(Named.of("lists nested 100 deep", nestedLists(100)));
        models.add(Named.of("structures nested 300 deep", nestedStructures(300)));
        return models.stream();
    }

    private static void assertHarmless(GeneratedSources sources) {
        assertThat(sources.files().keySet())
                .allMatch(path -> path.matches("com/example/tiny/((model|internal)/)?[A-Za-z0-9_]+\\.java")
                        || path.endsWith("package-info.java"));
        Javac.Result compiled = Javac.compile(
                sources.files(),
                "-Xdoclint:all/protected",
                "-Xdoclint/package:com.example.tiny.*",
                "-XDshould-stop.ifError=FLOW");
        assertThat(compiled.messages()).isEmpty();
        for (String name : compiled.classes().keySet()) {
            String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
            assertThat(file.getBytes(StandardCharsets.UTF_8)).as(file).hasSizeLessThanOrEqualTo(255);
        }
        compiled.loadAll();
        assertThat(System.getProperty("whittle.test.intruder")).isNull();
    }

    private static TinyModel documented() {
        TinyModel model = new TinyModel();
        List<String> members = new ArrayList<>();
        for (int i = 0; i < DOCUMENTATIONS.size(); i++) {
            String documentation = TinyModel.quote(DOCUMENTATIONS.get(i));
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
        return model.documentation(String.join("", DOCUMENTATIONS.subList(0, 10)))
                .metadata("serviceFullName", "Tiny */ {@code " + CODE + " \\u002a/");
    }

    private static String[] members() {
        return MEMBERS.stream()
                .flatMap(name ->
                        Stream.of(name, name.equals("items") ? "Texts" : name.length() % 2 == 0 ? "Text" : "Part"))
                .toArray(String[]::new);
    }

    private static TinyModel withMembers() {
        return new TinyModel()
                .echo("In")
                .structure("In", "in", "Inner")
                .structure("Inner", members())
                .structure("Part", "value", "Part")
                .list("Texts", "Text");
    }

    private static TinyModel withUnionMembers() {
        return new TinyModel()
                .echo("In")
                .structure("In", "in", "Inner")
                .union("Inner", members())
                .structure("Part", "value", "Part")
                .list("Texts", "Text");
    }

    private static TinyModel withErrorMembers() {
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
    private static TinyModel withTypes(String kind) {
        TinyModel model = new TinyModel().echo("In");
        List<String> members = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        for (String name : TYPES) {
            int i = TYPES.indexOf(name);
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

    private static TinyModel withValues(List<String> values) {
        return new TinyModel().echo("In").structure("In", "e", "Hostile").enumeration("Hostile", values);
    }

    private static List<String> numbered(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    private static TinyModel withCount(int count) {
        return new TinyModel()
                .echo("In")
                .structure("In", "big", "Big")
                .structure("Big", countedMembers(count))
                .list("Texts", "Text");
    }

    private static TinyModel withUnionCount(int count) {
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

    private static TinyModel withName(String name) {
        return new TinyModel().echo("In").structure("In", "m", name).structure(name, "a", "Text");
    }

    private static TinyModel withWireNames() {
        TinyModel model = new TinyModel().echo("In");
        List<String> members = new ArrayList<>();
        for (String name : List.of(
                "a\"b", "$T$L$S", "%n%s", "*/", "a\nb", "\\u0022", "\ud83d\ude00", "", " ", "{", "\u0000", CODE)) {
            members.add(
                    "\"m" + members.size() + "\":{\"shape\":\"Text\",\"locationName\":" + TinyModel.quote(name) + "}");
        }
        return model.shape("In", "\"type\":\"structure\",\"members\":{" + String.join(",", members) + "}");
    }

    private static TinyModel withOperations() {
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

    private static TinyModel caseTwins() {
        return new TinyModel()
                .echo("In")
                .structure("In", "a", "Foo", "b", "FOO", "c", "foo")
                .structure("Foo", "a", "Text")
                .structure("FOO", "a", "Text")
                .structure("foo", "a", "Text");
    }

    private static TinyModel nestedLists(int depth) {
        TinyModel model = new TinyModel().echo("In").structure("In", "l", "L0").list("L" + depth, "Text");
        for (int i = 0; i < depth; i++) {
            model.list("L" + i, "L" + (i + 1));
        }
        return model;
    }

    private static TinyModel nestedStructures(int depth) {
        TinyModel model = new TinyModel().echo("In").structure("In", "s", "S0").structure("S" + depth);
        for (int i = 0; i < depth; i++) {
            model.shape(
                    "S" + i,
                    "\"type\":\"structure\",\"required\":[\"s\"],\"members\":{\"s\":{\"shape\":\"S" + (i + 1) + "\"}}");
        }
        return model;
    }
}
