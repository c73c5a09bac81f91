package dev.whittle.codegen.diff;

import static dev.whittle.codegen.diff.ChangeCode.*;

/** Changes of protocols and bodies, and changes of services whose operations share a path. */
final class ProtocolKinds extends ChangesOfModel {
    /** All requests are a POST to the root; a header names the operation. */
    private static final String JSON = MODEL.replace(
            "\"protocol\":\"rest-json\"", "\"protocol\":\"json\",\"jsonVersion\":\"1.1\",\"targetPrefix\":\"Tiny\"");

    /** Two operations with the path of the root, which their methods tell apart. */
    private static final String ROOT = MODEL.replace("\"/put\"", "\"/\"").replace("\"/load\"", "\"/\"");

    /** An operation whose body has one member. */
    private static final String SEND = MODEL.replace(
                    "\"Load\":{",
                    "\"Send\":{\"name\":\"Send\",\"http\":{\"method\":\"POST\",\"requestUri\":\"/send\"},\"input\":{\"shape\":\"SendInput\"}},\"Load\":{")
            .replace(
                    "\"Flag\":",
                    "\"SendInput\":{\"type\":\"structure\",\"members\":{\"box\":{\"shape\":\"Box\"}}},\"Flag\":");

    ProtocolKinds() {
        protocols();
        requests();
        renames();
    }

    private void protocols() {
        kind("the service speaks another protocol")
                .change(
                        "\"protocol\":\"rest-json\"",
                        "\"protocol\":\"json\",\"jsonVersion\":\"1.1\",\"targetPrefix\":\"Tiny\"")
                .found(PROTOCOL_CHANGED)
                .verdicts("CCBB")
                .use(PUT);
        kind("the service speaks another version of its protocol", JSON)
                .change("\"jsonVersion\":\"1.1\"", "\"jsonVersion\":\"1.0\"")
                .found(PROTOCOL_CHANGED)
                .verdicts("CCBB")
                .use(PUT);
        kind("the service speaks a better protocol too")
                .change(
                        "\"protocol\":\"rest-json\"",
                        "\"protocol\":\"rest-json\",\"protocols\":[\"json\",\"rest-json\"],\"jsonVersion\":\"1.1\",\"targetPrefix\":\"Tiny\"")
                .found(PROTOCOL_CHANGED)
                .verdicts("CCCB")
                .use(PUT);
    }

    private void requests() {
        kind("the body becomes the value of its only member", SEND)
                .change(
                        "\"SendInput\":\\{\"type\":\"structure\",",
                        "\"SendInput\":{\"type\":\"structure\",\"payload\":\"box\",")
                .found(BODY_CHANGED, MEMBER_MOVED)
                .verdicts("CCBB")
                .use("client.send(r -> r.box(b -> b.width(1))); return \"\";")
                .wire(BODY, wire -> wire.body().equals("{\"width\":1}"));
        kind("a successful response has another status")
                .change(
                        "\"method\":\"POST\",\"requestUri\":\"/put\"",
                        "\"method\":\"POST\",\"requestUri\":\"/put\",\"responseCode\":201")
                .use(PUT)
                .services(201, BODY, BODY);
        kind(
                        "an operation no longer requires a checksum",
                        MODEL.replace(
                                "\"Put\":{\"name\":\"Put\"", "\"Put\":{\"name\":\"Put\",\"httpChecksumRequired\":true"))
                .change(",\"httpChecksumRequired\":true", "")
                .found(CHECKSUM_CHANGED)
                .verdicts("CCCB")
                .use(PUT);
    }

    private void renames() {
        kind("an operation that a header names is renamed", JSON)
                .change("\"Put\":\\{\"name\":\"Put\"", "\"Store\":{\"name\":\"Store\"")
                .found(OPERATION_ADDED, OPERATION_REMOVED)
                .verdicts("BBBR")
                .use(PUT)
                .wire(BODY, wire -> "Tiny.Store".equals(wire.header("x-amz-target")))
                .now(GET)
                .now("client.store(r -> r.box(b -> b.width(1))); return \"\";");
        kind("a member of an operation that a header names is renamed", JSON)
                .change("\"size\":\\{", "\"limit\":{\"locationName\":\"size\",")
                .found(MEMBER_RENAMED)
                .verdicts("BBCC")
                .use(GET)
                .wire(BODY, wire -> wire.body().contains("\"size\":1"))
                .now("return client.get(r -> r.id(\"i\").limit(1)).name();");
        kind("an operation at the root is renamed", ROOT)
                .change("\"Put\":\\{\"name\":\"Put\"", "\"Store\":{\"name\":\"Store\"")
                .found(OPERATION_RENAMED)
                .verdicts("BBCC")
                .use(PUT)
                .wire(BODY, wire -> wire.line().equals("POST /"))
                .now("client.store(r -> r.box(b -> b.width(1))); return \"\";");
        kind("an operation is renamed and its output changes")
                .change("\"Load\":\\{\"name\":\"Load\"", "\"Fetch\":{\"name\":\"Fetch\"")
                .change(
                        "\"members\":\\{\"body\":\\{\"shape\":\"Bytes\"\\}\\},\"payload\":\"body\"",
                        "\"members\":{\"body\":{\"shape\":\"Text\"},\"size\":{\"shape\":\"Number\"}}")
                .found(OPERATION_RENAMED, MEMBER_ADDED, MEMBER_TYPE_CHANGED, MEMBER_MOVED)
                .verdicts("BBBB")
                .use(
                        "if (!client.load(r -> {}).body().asUtf8().equals(\"b\")) { throw new IllegalStateException(); } return \"\";")
                .answers(200, "b")
                .services(200, "b", "{\"body\":\"b\"}")
                .now("return client.fetch(r -> {}).body().trim();");
    }
}
