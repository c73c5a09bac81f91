package dev.whittle.codegen;

import dev.whittle.codegen.harness.Evolution;
import dev.whittle.codegen.harness.Evolution.Response;
import dev.whittle.codegen.harness.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Changes of one model, by what the page for publishers calls them. */
final class EvolutionCases {
    private static final String MODEL = """
            {"version":"2.0","metadata":{"apiVersion":"2026-01-31","endpointPrefix":"tiny","protocol":"rest-json",
            "serviceFullName":"Tiny Service","serviceId":"Tiny","signatureVersion":"v4"},
            "operations":{
            "Get":{"name":"Get","http":{"method":"POST","requestUri":"/get"},"input":{"shape":"GetInput"},
            "output":{"shape":"GetOutput"},"errors":[{"shape":"Gone"}]},
            "Put":{"name":"Put","http":{"method":"POST","requestUri":"/put"},"input":{"shape":"PutInput"},"errors":[{"shape":"Gone"}]}},
            "shapes":{
            "GetInput":{"type":"structure","required":["id"],"members":{"id":{"shape":"Text"},"size":{"shape":"Number"},
            "token":{"shape":"Text"}}},
            "GetOutput":{"type":"structure","required":["name","count","flag","labels","level","target","part","last"],"members":{
            "name":{"shape":"Text"},"count":{"shape":"Number"},"flag":{"shape":"Flag"},"labels":{"shape":"Texts"},
            "level":{"shape":"Level"},"target":{"shape":"Target"},"part":{"shape":"Part"},"note":{"shape":"Text"},
            "amount":{"shape":"Number"},"texts":{"shape":"Texts"},"box":{"shape":"Box"},"last":{"shape":"Text"}}},
            "PutInput":{"type":"structure","required":["box"],"members":{"box":{"shape":"Box"},"level":{"shape":"Level"},
            "target":{"shape":"Target"}}},
            "Part":{"type":"structure","members":{"width":{"shape":"Number"}}},
            "Box":{"type":"structure","required":["width"],"members":{"width":{"shape":"Number"}}},
            "Gone":{"type":"structure","exception":true,"members":{"message":{"shape":"Text"},"why":{"shape":"Text"}}},
            "Level":{"type":"string","enum":["LOW","HIGH"]},
            "Target":{"type":"structure","union":true,"members":{"host":{"shape":"Text"},"port":{"shape":"Number"}}},
            "Texts":{"type":"list","member":{"shape":"Text"}},"Text":{"type":"string"},"Number":{"type":"integer"},
            "Flag":{"type":"boolean"}}}
            """;

    private static final String BODY = """
            {"name":"abc","count":7,"flag":true,"labels":["l"],"level":"HIGH","target":{"host":"h"},"part":{"width":1},
            "note":"n","amount":8,"texts":["t"],"box":{"width":2}}
            """;

    private static final String CALL = "GetResponse got = client.get(r -> r.id(\"i\").size(1));";

    static final Map<String, List<Evolution>> ALL = cases();

    private EvolutionCases() {}

    private static Map<String, List<Evolution>> cases() {
        Map<String, List<Evolution>> cases = new LinkedHashMap<>();
        operations(cases);
        inputs(cases);
        outputs(cases);
        members(cases);
        values(cases);
        return cases;
    }

    private static void operations(Map<String, List<Evolution>> cases) {
        String put = "client.put(r -> r.box(b -> b.width(1))); return \"done\";";
        cases.put(
                "an operation is added",
                List.of(user(CALL + "return got.name();")
                        .changed(
                                "\"Put\":\\{",
                                "\"List\":{\"name\":\"List\",\"http\":{\"method\":\"GET\",\"requestUri\":\"/\"}},\"Put\":{")
                        .build()));
        cases.put(
                "an operation is removed",
                List.of(user(put)
                        .changed(",\n\"Put\":\\{\"name\":\"Put\",.*?\\}\\]\\}\\},", "},")
                        .response(404, "{}")
                        .build()));
        cases.put(
                "an operation is renamed, its HTTP request stays",
                List.of(user(put)
                        .changed("\"Put\":\\{\"name\":\"Put\"", "\"Store\":{\"name\":\"Store\"")
                        .build()));
        cases.put(
                "an operation gets another method or path",
                List.of(
                        user(put)
                                .changed("\"requestUri\":\"/put\"", "\"requestUri\":\"/things\"")
                                .accepted(wire -> wire.line().equals("POST /things"))
                                .build(),
                        user(put)
                                .changed("\"POST\",\"requestUri\":\"/put\"", "\"PUT\",\"requestUri\":\"/put\"")
                                .accepted(wire -> wire.line().startsWith("PUT"))
                                .build()));
        cases.put(
                "an operation gains an error",
                List.of(user("try {" + CALL + "return got.name();} catch (TinyException e) { return e.errorCode(); }")
                        .changed("\"Gone\"\\}\\]\\},\n\"Put\"", "\"Gone\"},{\"shape\":\"Busy\"}]},\n\"Put\"")
                        .changed(
                                "\"Gone\":\\{\"type\"",
                                "\"Busy\":{\"type\":\"structure\",\"exception\":true,\"members\":{}},\"Gone\":{\"type\"")
                        .response(409, "{\"__type\":\"Busy\"}")
                        .build()));
        cases.put(
                "an operation loses an error",
                List.of(user("try {" + CALL + "return got.name();} catch (Gone e) { return e.why(); }")
                        .changed(",\"errors\":\\[\\{\"shape\":\"Gone\"\\}\\]", "")
                        .first(404, "{\"__type\":\"Gone\",\"why\":\"x\"}")
                        .build()));
        cases.put(
                "an error that another operation still has is taken from an operation",
                List.of(user("try {" + CALL + "return got.name();} catch (Gone e) { return e.why(); }")
                        .changed("\"PutInput\"\\},\"errors\":\\[\\{\"shape\":\"Gone\"\\}\\]", "\"PutInput\"}")
                        .build()));
        cases.put(
                "an operation gets a paginator or a waiter",
                List.of(
                        user(CALL + "return got.name();").waiters("""
                                        {"waiters":{"Ready":{"operation":"Get","delay":1,"maxAttempts":1,"acceptors":[
                                        {"matcher":"status","expected":200,"state":"success"}]}}}
                                        """).build(),
                        user(CALL + "return got.name();")
                                .changed(
                                        "\"note\":\\{\"shape\":\"Text\"\\}",
                                        "\"note\":{\"shape\":\"Text\"},\"token\":{\"shape\":\"Text\"}")
                                .build()));
        cases.put(
                "documentation changes",
                List.of(user(CALL + "return got.name();")
                        .changed("\"type\":\"structure\"", "\"documentation\":\"New.\",\"type\":\"structure\"")
                        .build()));
    }

    private static void inputs(Map<String, List<Evolution>> cases) {
        String use = CALL + "return got.name();";
        cases.put(
                "an input gains an optional member",
                List.of(user(use)
                        .changed("\"size\":", "\"extra\":{\"shape\":\"Texts\"},\"size\":")
                        .build()));
        cases.put(
                "an input gains a required member",
                List.of(user(use)
                        .changed("\"required\":\\[\"id\"\\]", "\"required\":[\"id\",\"extra\"]")
                        .changed("\"size\":", "\"extra\":{\"shape\":\"Text\"},\"size\":")
                        .accepted(wire -> wire.body().contains("extra"))
                        .build()));
        cases.put(
                "an input's member becomes required",
                List.of(user("return client.get(r -> r.id(\"i\")).name();")
                        .changed("\"required\":\\[\"id\"\\]", "\"required\":[\"id\",\"size\"]")
                        .accepted(wire -> wire.body().contains("size"))
                        .build()));
        cases.put(
                "an input's member is no longer required",
                List.of(
                        user(use).changed("\"required\":\\[\"id\"\\],", "").build(),
                        user("client.put(r -> r.box(Box.builder().width(1).build())); return \"\";")
                                .changed("\"required\":\\[\"box\"\\],", "")
                                .build()));
        cases.put(
                "a number that is required in a structure that is sent becomes optional",
                List.of(user("client.put(r -> r.box(b -> b.width(1))); return \"\";")
                        .changed(
                                "\"Box\":\\{\"type\":\"structure\",\"required\":\\[\"width\"\\],",
                                "\"Box\":{\"type\":\"structure\",")
                        .build()));
        cases.put(
                "a member is removed from an input",
                List.of(user(use)
                        .changed("\"size\":\\{\"shape\":\"Number\"\\},", "")
                        .build()));
    }

    private static void outputs(Map<String, List<Evolution>> cases) {
        cases.put(
                "an output, error or structure in an output gains a member, optional or required",
                List.of(
                        user(CALL + "return got.name();")
                                .changed("\"name\":\\{", "\"extra\":{\"shape\":\"Texts\"},\"name\":{")
                                .response(BODY.replace("\"name\"", "\"extra\":[\"x\"],\"name\""))
                                .build(),
                        user(CALL + "return got.name();")
                                .changed("\"required\":\\[\"name\",", "\"required\":[\"extra\",\"name\",")
                                .changed("\"name\":\\{", "\"extra\":{\"shape\":\"Part\"},\"name\":{")
                                .build(),
                        user(CALL + "return \"\" + got.part().width();")
                                .changed(
                                        "\"Part\":\\{\"type\":\"structure\",\"members\":\\{",
                                        "\"Part\":{\"type\":\"structure\",\"required\":[\"h\"],\"members\":{\"h\":{\"shape\":\"Number\"},")
                                .response(BODY.replace("\"width\":1", "\"width\":1,\"h\":1"))
                                .build(),
                        user("try {" + CALL + "return got.name();} catch (Gone e) { return e.why(); }")
                                .changed("\"why\":", "\"extra\":{\"shape\":\"Text\"},\"why\":")
                                .response(404, "{\"__type\":\"Gone\",\"extra\":\"x\"}")
                                .build()));
        relaxed(
                cases,
                "an output's object that was required becomes optional",
                Map.of(
                        "name", "return \"\" + got.name().length();",
                        "level", "return got.level().value();",
                        "target", "return got.target() instanceof Target.HostMember host ? host.host() : \"\";",
                        "part", "return \"\" + got.part().width();"));
        relaxed(
                cases,
                "an output's number or boolean that was required becomes optional",
                Map.of("count", "return \"\" + (got.count() + 1);", "flag", "return got.flag() ? \"1\" : \"0\";"));
        relaxed(
                cases,
                "an output's collection that was required becomes optional",
                Map.of("labels", "return \"\" + got.labels().size();"));
        required(
                cases,
                "an output's object becomes required",
                Map.of("note", "return got.note() == null ? \"\" : got.note();", "box", "return \"\" + got.box();"));
        required(
                cases,
                "an output's number or boolean becomes required",
                Map.of("amount", "return got.amount() == null ? \"\" : \"\" + got.amount();"));
        required(
                cases,
                "an output's collection becomes required",
                Map.of("texts", "return got.hasTexts() ? got.texts().get(0) : \"\";"));
        cases.put(
                "a member is removed from an output",
                List.of(
                        user(CALL + "return got.name();")
                                .changed("\"required\":\\[\"name\",", "\"required\":[")
                                .changed("\"name\":\\{\"shape\":\"Text\"\\},", "")
                                .response(BODY.replace("\"name\":\"abc\",", ""))
                                .build(),
                        user(CALL + "return got.note();")
                                .changed("\"note\":\\{\"shape\":\"Text\"\\},", "")
                                .response(BODY.replace("\"note\":\"n\",", ""))
                                .build()));
    }

    private static void relaxed(Map<String, List<Evolution>> cases, String change, Map<String, String> uses) {
        cases.put(
                change,
                uses.entrySet().stream()
                        .map(use -> user(CALL + use.getValue())
                                .changed("(?<=\\[|,)\"" + use.getKey() + "\",(?=.*\"last\"\\])", "")
                                .response(
                                        BODY.replaceFirst("\"" + use.getKey() + "\":(\\{.*?\\}|\\[.*?\\]|[^,]*),", ""))
                                .build())
                        .toList());
    }

    private static void required(Map<String, List<Evolution>> cases, String change, Map<String, String> uses) {
        cases.put(
                change,
                uses.entrySet().stream()
                        .map(use -> user(CALL + use.getValue())
                                .changed(
                                        "\"required\":\\[\"name\",", "\"required\":[\"" + use.getKey() + "\",\"name\",")
                                .build())
                        .toList());
    }

    private static void members(Map<String, List<Evolution>> cases) {
        String text = "\"note\":\\{\"shape\":\"Text\"\\}";
        cases.put(
                "a member is renamed and keeps its name on the wire with `locationName`",
                List.of(user(CALL + "return got.note();")
                        .changed(text, "\"remark\":{\"shape\":\"Text\",\"locationName\":\"note\"}")
                        .build()));
        cases.put(
                "a member gets another name on the wire",
                List.of(user(CALL + "return got.name();")
                        .changed("\"size\":\\{", "\"size\":{\"locationName\":\"limit\",")
                        .accepted(wire -> wire.body().contains("limit"))
                        .build()));
        cases.put(
                "a member moves between body, header and query",
                List.of(
                        user(CALL + "return got.name();")
                                .changed(
                                        "\"size\":\\{",
                                        "\"size\":{\"location\":\"querystring\",\"locationName\":\"size\",")
                                .accepted(wire -> wire.line().endsWith("?size=1"))
                                .build(),
                        user(CALL + "return got.name();")
                                .changed(
                                        "\"size\":\\{",
                                        "\"size\":{\"location\":\"header\",\"locationName\":\"x-size\",")
                                .accepted(wire -> wire.header("x-size") != null)
                                .build()));
        cases.put(
                "a member gets another type",
                List.of(user(CALL + "int amount = got.amount(); return \"\" + amount;")
                        .changed("\"amount\":\\{\"shape\":\"Number\"\\}", "\"amount\":{\"shape\":\"Text\"}")
                        .response(BODY.replace("\"amount\":8", "\"amount\":\"8\""))
                        .build()));
        cases.put(
                "a string becomes an enum",
                List.of(user(CALL + "return got.note().trim();")
                        .changed(text, "\"note\":{\"shape\":\"Level\"}")
                        .build()));
        cases.put(
                "a member is deprecated",
                List.of(user(CALL + "return got.note();")
                        .changed(text, "\"note\":{\"shape\":\"Text\",\"deprecated\":true}")
                        .build()));
        cases.put(
                "a structure, union or enum is renamed",
                List.of(
                        user(CALL + "Part part = got.part(); return \"\" + part.width();")
                                .changed("\"Part\"", "\"Piece\"")
                                .build(),
                        user(CALL + "return got.target() instanceof Target.HostMember host ? host.host() : \"\";")
                                .changed("\"Target\"", "\"Aim\"")
                                .build(),
                        user(CALL + "return got.level() == Level.HIGH ? \"high\" : \"other\";")
                                .changed("\"Level\"", "\"Rank\"")
                                .build()));
        cases.put(
                "a structure, union or enum becomes sensitive",
                List.of(user(CALL + "return got.part().width() + got.level().value();")
                        .changed("\"(Part|Target|Level)\":\\{\"type\"", "\"$1\":{\"sensitive\":true,\"type\"")
                        .build()));
    }

    private static void values(Map<String, List<Evolution>> cases) {
        cases.put(
                "an enum gains a value, at the end of its list",
                List.of(
                        user(CALL + "return switch (got.level().value()) {"
                                        + "case Level.Value.LOW -> \"low\"; case Level.Value.HIGH -> \"high\"; default -> got.level().value(); };")
                                .changed("\"LOW\",\"HIGH\"", "\"LOW\",\"HIGH\",\"TOP\",\"high\"")
                                .response(BODY.replace("HIGH", "TOP"))
                                .build(),
                        user(CALL + "return got.level() == Level.HIGH ? \"high\" : \"other\" + Level.of(\"TOP\");")
                                .changed("\"LOW\",\"HIGH\"", "\"LOW\",\"HIGH\",\"TOP\",\"high\"")
                                .response(BODY.replace("HIGH", "TOP"))
                                .build()));
        cases.put(
                "an enum loses a value",
                List.of(user(CALL + "return got.level() == Level.LOW ? \"low\" : \"other\";")
                        .changed("\"LOW\",\"HIGH\"", "\"HIGH\"")
                        .build()));
        String union = CALL + "if (got.target() instanceof Target.HostMember host) { return host.host(); }"
                + "return got.target() instanceof Target.PortMember port ? \"\" + port.port() : \"other\";";
        cases.put(
                "a union gains a member",
                List.of(user(union)
                        .changed("\"port\":", "\"path\":{\"shape\":\"Text\"},\"port\":")
                        .response(BODY.replace("{\"host\":\"h\"}", "{\"path\":\"p\"}"))
                        .build()));
        cases.put(
                "a union loses a member",
                List.of(user("client.put(r -> r.box(b -> b.width(1)).target(Target.port(1))); return \"\";")
                        .changed(",\"port\":\\{\"shape\":\"Number\"\\}", "")
                        .build()));
    }

    private static Change user(String use) {
        return new Change(use);
    }

    /** Builds a case. */
    private static final class Change {
        private final String use;
        private String after = MODEL;
        private @Nullable String waiters;
        private Response first = new Response(200, BODY);
        private Response response = first;
        private Predicate<Wire> accepted = wire -> true;

        Change(String use) {
            this.use = use;
        }

        Change changed(String pattern, String replacement) {
            String changed =
                    Pattern.compile(pattern, Pattern.DOTALL).matcher(after).replaceAll(replacement);
            if (changed.equals(after)) {
                throw new AssertionError(pattern);
            }
            after = changed;
            return this;
        }

        Change waiters(String text) {
            waiters = text;
            return this;
        }

        Change first(int status, String body) {
            first = new Response(status, body);
            return this;
        }

        Change response(String body) {
            return response(200, body);
        }

        Change response(int status, String body) {
            response = new Response(status, body);
            return this;
        }

        Change accepted(Predicate<Wire> test) {
            accepted = test;
            return this;
        }

        Evolution build() {
            return new Evolution(MODEL, after, waiters, use, first, response, accepted);
        }
    }
}
