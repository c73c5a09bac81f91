package dev.whittle.codegen.diff;

import static dev.whittle.codegen.diff.ChangeCode.*;

/** Changes of types and constants, and changes without an effect. */
final class TypeKinds extends ChangesOfModel {
    TypeKinds() {
        types();
        values();
        harmless();
    }

    private void types() {
        kind("a structure is renamed")
                .change("\"Part\"", "\"Piece\"")
                .found(TYPE_RENAMED, MEMBER_TYPE_CHANGED)
                .verdicts("BBCC")
                .use(CALL + "Part part = got.part(); return \"\" + part.width();")
                .now(CALL + "Piece part = got.part(); return \"\" + part.width();");
        kind("a union is renamed")
                .change("\"Target\"", "\"Aim\"")
                .found(TYPE_RENAMED, MEMBER_TYPE_CHANGED, MEMBER_TYPE_CHANGED)
                .verdicts("BBCC")
                .use(CALL + "return got.target() instanceof Target.HostMember host ? host.host() : \"\";")
                .now(CALL + "return ((Aim.HostMember) got.target()).host();");
        kind("an enum is renamed")
                .change("\"Level\"", "\"Rank\"")
                .found(TYPE_RENAMED, MEMBER_TYPE_CHANGED, MEMBER_TYPE_CHANGED)
                .verdicts("BBCC")
                .use(CALL + "return got.level() == Level.HIGH ? \"high\" : \"other\";")
                .now(CALL + "if (got.level() != Rank.HIGH) { throw new IllegalStateException(); } return \"\";");
        kind("an exception is renamed and keeps its code")
                .change("\"shape\":\"Lost\"", "\"shape\":\"Missing\"")
                .change(
                        "\"Lost\":\\{\"type\":\"structure\",",
                        "\"Missing\":{\"type\":\"structure\",\"error\":{\"code\":\"Lost\"},")
                .found(ERROR_ADDED, ERROR_REMOVED, TYPE_RENAMED)
                .verdicts("BBCC")
                .use("try {" + PUT + "} catch (Lost e) { return e.getMessage(); }")
                .answers(404, "{\"__type\":\"Lost\",\"message\":\"m\"}")
                .now("try {" + PUT + "} catch (Missing e) { return e.getMessage(); }");
        kind("a structure becomes a union")
                .change("\"Part\":\\{\"type\":\"structure\",", "\"Part\":{\"type\":\"structure\",\"union\":true,")
                .found(TYPE_KIND_CHANGED, MEMBER_TYPE_CHANGED)
                .verdicts("BBBB")
                .use(CALL + "int width = got.part().width(); return \"\" + width;")
                .answers(200, BODY.replace(",\"label\":\"x\"", ""))
                .services(200, BODY, BODY.replace("\"width\":1,", ""))
                .now(CALL + "return ((Part.LabelMember) got.part()).label();");
        kind("a structure becomes an enum")
                .change("\"Part\":\\{.*?\\}\\}\\}", "\"Part\":{\"type\":\"string\",\"enum\":[\"a\"]}")
                .found(TYPE_KIND_CHANGED, MEMBER_TYPE_CHANGED)
                .verdicts("BBBB")
                .use(CALL + "return \"\" + got.part().width();")
                .services(200, BODY, BODY.replace("{\"width\":1,\"label\":\"x\"}", "\"a\""))
                .now(CALL + "return got.part().value();");
        kind("a structure is no longer used")
                .change("\"box\":\\{\"shape\":\"Box\"\\},\"at\"", "\"at\"")
                .found(MEMBER_REMOVED)
                .verdicts("BBRC")
                .use(CALL + "return \"\" + got.box();")
                .now(GET);
    }

    private void values() {
        kind("an enum gains a value")
                .change("\"LOW\",\"HIGH\"", "\"LOW\",\"HIGH\",\"TOP\"")
                .found(ENUM_VALUE_ADDED)
                .verdicts("CCRR")
                .use(
                        CALL
                                + "return switch (got.level().value()) { case Level.Value.LOW -> \"low\"; default -> \"other\"; };")
                .wire(BODY.replace("HIGH", "TOP"), wire -> true)
                .now("client.put(r -> r.box(b -> b.width(1)).level(Level.LOW)); return \"\";")
                .now("client.put(r -> r.box(b -> b.width(1)).level(Level.TOP)); return \"\";");
        kind("an enum loses a value")
                .change("\"LOW\",\"HIGH\"", "\"HIGH\"")
                .found(ENUM_VALUE_REMOVED)
                .verdicts("BBRR")
                .use(CALL + "return got.level() == Level.LOW ? \"low\" : \"other\";")
                .services(200, BODY.replace("HIGH", "LOW"), BODY)
                .now(GET)
                .now(CALL + "if (got.level() != Level.HIGH) { throw new IllegalStateException(); } return \"\";");
        kind("a constant stands for another value")
                .change("\"LOW\",\"HIGH\"", "\"LOW\",\"high\"")
                .found(ENUM_CONSTANT_CHANGED)
                .verdicts("RRRR")
                .use(CALL + "return got.name() + Level.Value.HIGH;")
                .use("return Level.HIGH.value();")
                .now(GET)
                .now("client.put(r -> r.box(b -> b.width(1)).level(Level.HIGH)); return \"\";");
        kind("a value gets another constant")
                .change("\"LOW\",\"HIGH\"", "\"low\",\"LOW\",\"HIGH\"")
                .found(ENUM_VALUE_ADDED, ENUM_CONSTANT_CHANGED)
                .verdicts("RRRR")
                .use(GET)
                .use("return Level.LOW.value();")
                .now(GET)
                .now("client.put(r -> r.box(b -> b.width(1)).level(Level.LOW)); return \"\";");
        kind("a union gains a member")
                .change("\"port\":", "\"path\":{\"shape\":\"Text\"},\"port\":")
                .found(UNION_MEMBER_ADDED)
                .verdicts("CCRR")
                .use(CALL + "return got.target() instanceof Target.HostMember host ? host.host() : \"other\";")
                .wire(BODY.replace("{\"host\":\"h\"}", "{\"path\":\"p\"}"), wire -> true)
                .now("client.put(r -> r.box(b -> b.width(1)).target(Target.host(\"h\"))); return \"\";")
                .now("client.put(r -> r.box(b -> b.width(1)).target(Target.path(\"p\"))); return \"\";");
        kind("a union loses a member")
                .change(",\"port\":\\{\"shape\":\"Number\"\\}", "")
                .found(UNION_MEMBER_REMOVED)
                .verdicts("BBRR")
                .use("client.put(r -> r.box(b -> b.width(1)).target(Target.port(1))); return \"\";")
                .services(200, BODY.replace("{\"host\":\"h\"}", "{\"port\":1}"), BODY)
                .now(CALL + "return \"\" + got.target();")
                .now(CALL + "return ((Target.HostMember) got.target()).host();");
        kind("a member of a union has another type")
                .change("\"port\":\\{\"shape\":\"Number\"\\}", "\"port\":{\"shape\":\"Text\"}")
                .found(UNION_MEMBER_TYPE_CHANGED)
                .verdicts("BBBB")
                .use("client.put(r -> r.box(b -> b.width(1)).target(Target.port(1))); return \"\";")
                .now("client.put(r -> r.box(b -> b.width(1)).target(Target.port(\"1\"))); return \"\";");
        kind("a member of a union has another name on the wire")
                .change("\"host\":\\{", "\"host\":{\"locationName\":\"name\",")
                .found(UNION_MEMBER_WIRE_CHANGED)
                .verdicts("CCBB")
                .use("client.put(r -> r.box(b -> b.width(1)).target(Target.host(\"h\"))); return \"\";")
                .services(200, BODY, BODY.replace("{\"host\"", "{\"name\""));
        kind("an event stream gains an event")
                .change("\"tock\":", "\"tuck\":{\"shape\":\"Tock\"},\"tock\":")
                .found(UNION_MEMBER_ADDED)
                .verdicts("CCRC")
                .use(GET)
                .now(GET);
        kind("an event stream loses an event")
                .change(",\"tock\":\\{\"shape\":\"Tock\"\\}", "")
                .found(TYPE_REMOVED, UNION_MEMBER_REMOVED)
                .verdicts("BBCR")
                .use("Events event = Events.tock(Tock.builder().at(1).build()); return event.toString();")
                .now(GET)
                .alwaysWorks("the services that are played here answer with texts, and events are binary");
    }

    private void harmless() {
        kind("a list is renamed").change("\"Texts\"", "\"Strings\"").use(CALL + "return \"\" + got.texts();");
        kind("a string is renamed").change("\"Text\"", "\"Words\"").use(GET);
        kind("constraints change")
                .change(
                        "\"Text\":\\{\"type\":\"string\"\\}",
                        "\"Text\":{\"type\":\"string\",\"max\":5,\"min\":1,\"pattern\":\"a*\"}")
                .use(GET);
        kind("members change their order")
                .change(
                        "\"id\":\\{\"shape\":\"Text\"\\},\"size\":\\{\"shape\":\"Number\"\\}",
                        "\"size\":{\"shape\":\"Number\"},\"id\":{\"shape\":\"Text\"}")
                .use(GET);
        kind("a member has another shape of the same type")
                .change("\"note\":\\{\"shape\":\"Text\"\\}", "\"note\":{\"shape\":\"Name\"}")
                .change("\"Flag\":", "\"Name\":{\"type\":\"string\"},\"Flag\":")
                .use(CALL + "return got.note();");
        kind("values of an enum change their order")
                .change("\"LOW\",\"HIGH\"", "\"HIGH\",\"LOW\"")
                .use(GET);
        kind("documentation changes")
                .change("\"note\":\\{", "\"note\":{\"documentation\":\"New.\",")
                .found(DOCUMENTATION_CHANGED)
                .use(CALL + "return got.note();");
        kind("documentation of an operation changes")
                .change("\"Put\":\\{\"name\":\"Put\"", "\"Put\":{\"name\":\"Put\",\"documentation\":\"New.\"")
                .found(DOCUMENTATION_CHANGED)
                .use(PUT);
        kind("a member is deprecated")
                .change("\"note\":\\{", "\"note\":{\"deprecated\":true,")
                .found(DEPRECATED)
                .use(CALL + "return got.note();");
        kind("an operation is deprecated")
                .change("\"Put\":\\{\"name\":\"Put\"", "\"Put\":{\"name\":\"Put\",\"deprecated\":true")
                .found(DEPRECATED)
                .use(PUT);
        kind("a structure is sensitive")
                .change("\"Part\":\\{", "\"Part\":{\"sensitive\":true,")
                .found(SENSITIVITY_CHANGED, SENSITIVITY_CHANGED)
                .use(GET);
    }
}
