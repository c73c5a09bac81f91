package dev.whittle.codegen.diff;

import static dev.whittle.codegen.diff.ChangeCode.*;

/** Changes of members of structures. */
final class MemberKinds extends ChangesOfModel {
    MemberKinds() {
        inputs();
        outputs();
    }

    private void inputs() {
        kind("an input gains an optional member")
                .change("\"size\":", "\"extra\":{\"shape\":\"Texts\"},\"size\":")
                .found(MEMBER_ADDED)
                .verdicts("CCCR")
                .use(GET)
                .now(GET)
                .now("return client.get(r -> r.id(\"i\").extra(\"x\")).name();");
        kind("an input gains a required member")
                .change("\"required\":\\[\"id\"\\]", "\"required\":[\"id\",\"extra\"]")
                .change("\"size\":", "\"extra\":{\"shape\":\"Text\"},\"size\":")
                .found(REQUIRED_MEMBER_ADDED)
                .verdicts("RBBR")
                .use(GET)
                .wire(BODY, wire -> wire.body().contains("extra"))
                .now("return client.get(r -> r.id(\"i\").extra(\"x\")).name();")
                .neverWorks("every request has the member, and the strict service ignores none");
        kind("a member of an input becomes required")
                .change("\"required\":\\[\"id\"\\]", "\"required\":[\"id\",\"size\"]")
                .found(MEMBER_NOW_REQUIRED)
                .verdicts("RRRC")
                .use(GET)
                .use("return client.get(r -> r.id(\"i\")).name();")
                .now(GET);
        kind("a member of an input becomes optional")
                .change("\"required\":\\[\"id\"\\],", "")
                .found(MEMBER_NOW_OPTIONAL)
                .verdicts("CCCR")
                .use(GET)
                .now(GET)
                .now("return client.get(r -> r.size(1)).name();");
        kind("an input loses an optional member")
                .change("\"size\":\\{\"shape\":\"Number\"\\},", "")
                .found(MEMBER_REMOVED)
                .verdicts("BBRC")
                .use(GET)
                .now("return client.get(r -> r.id(\"i\")).name();");
        kind("an input loses a required member")
                .change("\"required\":\\[\"id\"\\],", "")
                .change("\"id\":\\{\"shape\":\"Text\"\\},", "")
                .found(MEMBER_REMOVED)
                .verdicts("BBRB")
                .use(GET)
                .now("return client.get(r -> r.size(1)).name();");
        kind("a member has another name on the wire")
                .change("\"size\":\\{", "\"size\":{\"locationName\":\"limit\",")
                .found(MEMBER_WIRE_NAME_CHANGED)
                .verdicts("CCBB")
                .use(GET)
                .wire(BODY, wire -> wire.body().contains("limit"));
        kind("a member moves to the query")
                .change("\"size\":\\{", "\"size\":{\"location\":\"querystring\",\"locationName\":\"size\",")
                .found(MEMBER_MOVED)
                .verdicts("CCBB")
                .use(GET)
                .wire(BODY, wire -> wire.line().endsWith("?size=1"));
        kind("a member moves to a header")
                .change("\"size\":\\{", "\"size\":{\"location\":\"header\",\"locationName\":\"x-size\",")
                .found(MEMBER_MOVED)
                .verdicts("CCBB")
                .use(GET)
                .wire(BODY, wire -> wire.header("x-size") != null);
        kind("the client fills in a required member")
                .change("\"id\":\\{", "\"id\":{\"idempotencyToken\":true,")
                .found(IDEMPOTENCY_TOKEN_CHANGED)
                .use(GET)
                .now("return client.get(r -> r.size(1)).name();");
        kind("the client fills in an optional member")
                .change("\"tag\":\\{", "\"tag\":{\"idempotencyToken\":true,")
                .found(IDEMPOTENCY_TOKEN_CHANGED)
                .use(GET);
        kind("the client no longer fills in a required member")
                .change(",\"idempotencyToken\":true", "")
                .found(IDEMPOTENCY_TOKEN_CHANGED)
                .verdicts("RRRC")
                .use("client.put(r -> r.box(b -> b.width(1)).key(\"k\")); return \"\";")
                .use(PUT)
                .now("client.put(r -> r.box(b -> b.width(1)).key(\"k\")); return \"\";");
        kind("an int of an input becomes a long")
                .change("\"size\":\\{\"shape\":\"Number\"\\}", "\"size\":{\"shape\":\"Long\"}")
                .change("\"Flag\":", "\"Long\":{\"type\":\"long\"},\"Flag\":")
                .found(MEMBER_TYPE_CHANGED)
                .verdicts("BBCR")
                .use(GET)
                .now("return client.get(r -> r.id(\"i\").size(1L)).name();")
                .now("return client.get(r -> r.id(\"i\").size(1L << 40)).name();");
        kind("an input's string becomes a number")
                .change("\"id\":\\{\"shape\":\"Text\"\\}", "\"id\":{\"shape\":\"Number\"}")
                .found(MEMBER_TYPE_CHANGED)
                .verdicts("BBBB")
                .use(GET)
                .now("return client.get(r -> r.id(1)).name();");
        kind("a number that is sent becomes optional")
                .change(
                        "\"Box\":\\{\"type\":\"structure\",\"required\":\\[\"width\"\\],",
                        "\"Box\":{\"type\":\"structure\",")
                .found(MEMBER_NOW_OPTIONAL)
                .verdicts("RBRR")
                .use(PUT)
                .use("client.put(r -> r.box(b -> b.width((short) 1))); return \"\";")
                .now(PUT)
                .now("client.put(r -> r.box(b -> {})); return \"\";");
    }

    private void outputs() {
        kind("an output gains an optional member")
                .change("\"note\":", "\"extra\":{\"shape\":\"Texts\"},\"note\":")
                .found(MEMBER_ADDED)
                .use(GET)
                .wire(BODY.replace("\"note\"", "\"extra\":[\"x\"],\"note\""), wire -> true)
                .now(CALL + "return \"\" + got.extra();");
        kind("a structure that is received gains a required member")
                .change(
                        "\"Part\":\\{\"type\":\"structure\",\"members\":\\{",
                        "\"Part\":{\"type\":\"structure\",\"required\":[\"extra\"],\"members\":{\"extra\":{\"shape\":\"Text\"},")
                .found(REQUIRED_MEMBER_ADDED)
                .verdicts("RRCR")
                .use(GET)
                .use("return \"\" + Part.builder().width(1).build().width();")
                .services(200, BODY, BODY.replace("\"width\":1", "\"width\":1,\"extra\":\"e\""))
                .now(CALL + "return \"\" + got.part().width();")
                .now(CALL + "return got.part().extra().substring(1);");
        kind("an object of an output becomes optional")
                .change("\"required\":\\[\"name\",", "\"required\":[")
                .found(MEMBER_NOW_OPTIONAL)
                .verdicts("RRRC")
                .use(CALL + "return \"\" + (got.name() == null ? 0 : got.name().length());")
                .use(CALL + "return \"\" + got.name().length();")
                .answers(200, BODY.replace("\"name\":\"abc\",", ""))
                .now(CALL + "return \"\" + (got.name() == null ? 0 : got.name().length());");
        kind("a number of an output becomes optional")
                .change("\"count\",\"flag\",", "\"flag\",")
                .found(MEMBER_NOW_OPTIONAL)
                .verdicts("RBRC")
                .use(CALL + "int count = got.count(); return \"\" + count;")
                .use(CALL + "return \"\" + (byte) got.count();");
        kind("a boolean of an output becomes optional")
                .change("\"flag\",\"labels\"", "\"labels\"")
                .found(MEMBER_NOW_OPTIONAL)
                .verdicts("RBRC")
                .use(CALL + "return got.flag() ? \"1\" : \"0\";");
        kind("a collection of an output becomes optional")
                .change("\"labels\",\"level\"", "\"level\"")
                .found(MEMBER_NOW_OPTIONAL)
                .verdicts("CCRC")
                .use(CALL + "return \"\" + got.labels();");
        kind("an object that is received becomes required")
                .change(
                        "\"Part\":\\{\"type\":\"structure\",",
                        "\"Part\":{\"type\":\"structure\",\"required\":[\"label\"],")
                .found(MEMBER_NOW_REQUIRED)
                .verdicts("RRCR")
                .use(CALL + "return \"\" + got.part().label();")
                .use("return \"\" + Part.builder().width(1).build().width();")
                .services(200, BODY.replace(",\"label\":\"x\"", ""), BODY)
                .now(CALL + "return \"\" + got.part().width();")
                .now(CALL + "return got.part().label().substring(1);");
        kind("a number of an output becomes required")
                .change("\"required\":\\[\"name\",", "\"required\":[\"amount\",\"name\",")
                .found(MEMBER_NOW_REQUIRED)
                .verdicts("BBCR")
                .use(CALL + "return got.amount() == null ? \"\" : \"\" + got.amount();")
                .services(200, BODY.replace("\"amount\":8,", ""), BODY)
                .now(CALL + "return \"\" + got.amount();")
                .now(CALL + "return \"\" + 1 / got.amount();");
        kind("a collection of an output becomes required")
                .change("\"required\":\\[\"name\",", "\"required\":[\"texts\",\"name\",")
                .found(MEMBER_NOW_REQUIRED)
                .verdicts("BBCR")
                .use(CALL + "return got.hasTexts() ? got.texts().get(0) : \"\";")
                .services(200, BODY.replace("\"texts\":[\"t\"],", ""), BODY)
                .now(CALL + "return \"\" + got.texts();")
                .now(CALL + "return got.texts().get(0);");
        kind("an output loses an optional member")
                .change("\"note\":\\{\"shape\":\"Text\"\\},", "")
                .found(MEMBER_REMOVED)
                .verdicts("BBRC")
                .use(CALL + "return got.note();")
                .now(CALL + "return \"\" + got.count();");
        kind("an output loses a required member")
                .change("\"required\":\\[\"name\",", "\"required\":[")
                .change("\"name\":\\{\"shape\":\"Text\"\\},", "")
                .found(MEMBER_REMOVED)
                .verdicts("BBRC")
                .use(GET)
                .now(CALL + "return \"\" + got.count();");
        kind("a member is renamed")
                .change(
                        "\"note\":\\{\"shape\":\"Text\"\\}",
                        "\"remark\":{\"shape\":\"Text\",\"locationName\":\"note\"}")
                .found(MEMBER_RENAMED)
                .verdicts("BBCC")
                .use(CALL + "return got.note();")
                .now(CALL + "return got.remark().trim();");
        kind("a string becomes an enum")
                .change("\"note\":\\{\"shape\":\"Text\"\\}", "\"note\":{\"shape\":\"Level\"}")
                .found(MEMBER_TYPE_CHANGED)
                .verdicts("BBCC")
                .use(CALL + "return got.note().trim();")
                .now(CALL + "return got.note().value();");
        kind("an enum becomes a string")
                .change(
                        "\"level\":\\{\"shape\":\"Level\"\\},\"target\":\\{\"shape\":\"Target\"\\},\"part\"",
                        "\"level\":{\"shape\":\"Text\"},\"target\":{\"shape\":\"Target\"},\"part\"")
                .found(MEMBER_TYPE_CHANGED)
                .verdicts("BBCC")
                .use(CALL + "return got.level().value();")
                .now(CALL + "return got.level().trim();");
        kind("a number becomes a string")
                .change("\"amount\":\\{\"shape\":\"Number\"\\}", "\"amount\":{\"shape\":\"Text\"}")
                .found(MEMBER_TYPE_CHANGED)
                .verdicts("BBBB")
                .use(CALL + "int amount = got.amount(); return \"\" + amount;")
                .wire(BODY.replace("\"amount\":8", "\"amount\":\"8\""), wire -> true)
                .now(CALL + "return got.amount().trim();");
        kind("a timestamp becomes a string")
                .change("\"at\":\\{\"shape\":\"Time\"\\}", "\"at\":{\"shape\":\"Text\"}")
                .found(MEMBER_TYPE_CHANGED)
                .verdicts("BBBB")
                .use(CALL + "return \"\" + got.at().getEpochSecond();")
                .services(200, BODY, BODY.replace("\"at\":7", "\"at\":\"noon\""))
                .now(CALL + "return got.at().trim();");
        kind("a blob becomes a string")
                .change("\"data\":\\{\"shape\":\"Bytes\"\\}", "\"data\":{\"shape\":\"Text\"}")
                .found(MEMBER_TYPE_CHANGED)
                .verdicts("BBBB")
                .use(CALL + "return got.data() == null ? \"\" : \"\" + got.data().size();")
                .services(
                        200,
                        BODY.replace("\"at\":7", "\"at\":7,\"data\":\"AAAA\""),
                        BODY.replace("\"at\":7", "\"at\":7,\"data\":\"a text\""))
                .now(
                        CALL
                                + "if (!got.data().equals(\"a text\")) { throw new IllegalStateException(got.data()); } return \"\";");
        kind("the elements of a list become enums")
                .change("\"texts\":\\{\"shape\":\"Texts\"\\}", "\"texts\":{\"shape\":\"Levels\"}")
                .change("\"Map\":", "\"Levels\":{\"type\":\"list\",\"member\":{\"shape\":\"Level\"}},\"Map\":")
                .found(MEMBER_TYPE_CHANGED)
                .verdicts("BBCC")
                .use(CALL + "return got.texts().get(0).trim();")
                .now(CALL + "return got.texts().get(0).value();");
        kind("the values of a map become enums")
                .change("\"Map\":(.*?)\"value\":\\{\"shape\":\"Text\"\\}", "\"Map\":$1\"value\":{\"shape\":\"Level\"}")
                .found(MEMBER_TYPE_CHANGED)
                .verdicts("BRCC")
                .use(CALL + "return \"\" + got.map().get(\"k\").length();")
                .use(CALL + "return \"\" + got.map().size();")
                .now(CALL + "return got.map().get(\"k\").value();");
        kind("a map may hold nulls")
                .change("\"Map\":\\{", "\"Map\":{\"sparse\":true,")
                .found(ELEMENTS_NULLABLE_CHANGED)
                .verdicts("RRRC")
                .use(GET)
                .use(CALL + "return \"\" + got.map();")
                .answers(200, BODY.replace("{\"k\":\"v\"}", "{\"k\":null}"));
        kind("a timestamp that is sent has another format")
                .change(
                        "\"since\":\\{\"shape\":\"Time\"\\}",
                        "\"since\":{\"shape\":\"Time\",\"timestampFormat\":\"iso8601\"}")
                .found(MEMBER_WIRE_TYPE_CHANGED)
                .verdicts("CCBB")
                .use("client.put(r -> r.box(b -> b.width(1)).since(java.time.Instant.EPOCH)); return \"\";")
                .wire(BODY, wire -> wire.body().contains("T00"));
        kind("timestamps in a list that is sent have another format")
                .change(
                        "\"Times\":\\{\"type\":\"list\",\"member\":\\{",
                        "\"Times\":{\"type\":\"list\",\"member\":{\"timestampFormat\":\"iso8601\",")
                .found(MEMBER_WIRE_TYPE_CHANGED)
                .verdicts("CCBB")
                .use("client.put(r -> r.box(b -> b.width(1)).times(java.time.Instant.EPOCH)); return \"\";")
                .wire(BODY, wire -> wire.body().contains("T00"));
        kind("a timestamp that is received has another format")
                .change(
                        "\"at\":\\{\"shape\":\"Time\"\\}",
                        "\"at\":{\"shape\":\"Time\",\"timestampFormat\":\"iso8601\"}")
                .found(MEMBER_WIRE_TYPE_CHANGED)
                .use(CALL + "return got.name();")
                .wire(BODY.replace("\"at\":7", "\"at\":\"2026-01-01T00:00:00Z\""), wire -> true)
                .now(CALL + "return \"\" + got.at().getEpochSecond();");
        kind("bytes are streamed")
                .change("\"body\":\\{\"shape\":\"Bytes\"", "\"body\":{\"shape\":\"Bytes\",\"streaming\":true")
                .found(MEMBER_TYPE_CHANGED)
                .verdicts("BBCC")
                .use("return \"\" + client.load(r -> {}).body().size();")
                .now(
                        "try (LoadResponse got = client.load(r -> {})) { return \"\" + got.body().readAllBytes().length; } catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); }");
    }
}
