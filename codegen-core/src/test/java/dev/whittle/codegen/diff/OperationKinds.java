package dev.whittle.codegen.diff;

import static dev.whittle.codegen.diff.ChangeCode.*;

/** Changes of services, operations and errors. */
final class OperationKinds extends ChangesOfModel {
    OperationKinds() {
        services();
        operations();
        errors();
    }

    private void services() {
        kind("the service is renamed")
                .change("\"serviceId\":\"Tiny\"", "\"serviceId\":\"Little\"")
                .found(SERVICE_RENAMED)
                .verdicts("BBCC")
                .use(GET)
                .now(GET);
        kind("the endpoint prefix changes")
                .change("\"endpointPrefix\":\"tiny\"", "\"endpointPrefix\":\"small\"")
                .found(ENDPOINT_CHANGED)
                .verdicts("CCRR")
                .use(GET)
                .neverWorks("a strict service has the host of its model only");
        kind("the signing name changes")
                .change("\"signingName\":\"tiny\"", "\"signingName\":\"small\"")
                .found(SIGNING_NAME_CHANGED)
                .verdicts("CCBB")
                .use(GET);
    }

    private void operations() {
        kind("an operation is added")
                .change(
                        "\"Load\":\\{",
                        "\"Add\":{\"name\":\"Add\",\"http\":{\"method\":\"GET\",\"requestUri\":\"/add\"}},\"Load\":{")
                .found(OPERATION_ADDED)
                .verdicts("CCCR")
                .use(GET)
                .now(GET)
                .now("client.add(r -> {}); return \"\";");
        kind("an operation is removed")
                .change("\"Load\":\\{.*?\\}\\},\n", "")
                .found(OPERATION_REMOVED)
                .verdicts("BBBC")
                .use("return \"\" + client.load(r -> {}).body();")
                .now(GET);
        kind("an operation is renamed")
                .change("\"Put\":\\{\"name\":\"Put\"", "\"Store\":{\"name\":\"Store\"")
                .found(OPERATION_RENAMED)
                .verdicts("BBCC")
                .use(PUT)
                .wire(BODY, wire -> wire.line().equals("POST /put"))
                .now("client.store(r -> r.box(b -> b.width(1))); return \"\";");
        kind("an operation gets another path")
                .change("\"/put\"", "\"/things\"")
                .found(REQUEST_CHANGED)
                .verdicts("CCBB")
                .use(PUT)
                .wire(BODY, wire -> wire.line().equals("POST /things"));
        kind("an operation gets another method")
                .change("\"POST\",\"requestUri\":\"/put\"", "\"PUT\",\"requestUri\":\"/put\"")
                .found(REQUEST_CHANGED)
                .verdicts("CCBB")
                .use(PUT)
                .wire(BODY, wire -> wire.line().startsWith("PUT"));
        kind("an operation gets a host prefix")
                .change(
                        "\"Put\":\\{\"name\":\"Put\"",
                        "\"Put\":{\"name\":\"Put\",\"endpoint\":{\"hostPrefix\":\"data.\"}")
                .found(REQUEST_CHANGED)
                .verdicts("CCBB")
                .use(PUT)
                .wire(BODY, wire -> wire.host().startsWith("data."));
        kind("an operation gets a fixed query parameter")
                .change("\"/put\"", "\"/put?mode=fast\"")
                .found(REQUEST_CHANGED)
                .verdicts("CCBB")
                .use(PUT)
                .wire(BODY, wire -> wire.line().endsWith("?mode=fast"));
        kind("an operation needs no signature")
                .change("\"Put\":\\{\"name\":\"Put\"", "\"Put\":{\"name\":\"Put\",\"authtype\":\"none\"")
                .found(AUTH_CHANGED)
                .verdicts("BBRB")
                .use("return \"\" + (client.presigner().put(PutRequest.builder().box(b -> b.width(1)).build(),"
                        + " java.time.Duration.ofMinutes(1)) != null);")
                .now(PUT);
        kind("an operation requires a checksum")
                .change("\"Put\":\\{\"name\":\"Put\"", "\"Put\":{\"name\":\"Put\",\"httpChecksumRequired\":true")
                .found(CHECKSUM_CHANGED)
                .verdicts("CCBC")
                .use(PUT);
        kind("requests are compressed")
                .change(
                        "\"Put\":\\{\"name\":\"Put\"",
                        "\"Put\":{\"name\":\"Put\",\"requestcompression\":{\"encodings\":[\"gzip\"]}")
                .found(COMPRESSION_CHANGED)
                .verdicts("CCCR")
                .use(PUT)
                .now(PUT)
                .now("client.put(r -> r.box(b -> b.width(1)).target(Target.host(\"h\".repeat(20_000)))); return \"\";");
        kind("an operation becomes idempotent")
                .change("\"Put\":\\{\"name\":\"Put\"", "\"Put\":{\"name\":\"Put\",\"idempotent\":true")
                .found(REPETITION_CHANGED)
                .use(PUT);
        kind("an operation gains a paginator")
                .change("\"found\":", "\"nextToken\":{\"shape\":\"Text\"},\"found\":")
                .found(PAGINATOR_ADDED, MEMBER_ADDED)
                .use(GET)
                .now(
                        "for (FindResponse page : client.findPaginator(r -> r.place(\"p\"))) { return \"\" + page.found(); } return \"\";");
        kind("an operation loses its paginator")
                .change("\"members\":\\{\"nextToken\":\\{\"shape\":\"Text\"\\},", "\"members\":{")
                .found(PAGINATOR_REMOVED, MEMBER_REMOVED)
                .verdicts("BBRC")
                .use(
                        "for (ListResponse page : client.listPaginator(r -> {})) { return \"\" + page.items(); } return \"\";")
                .answers(200, "{\"items\":[\"a\"]}")
                .now("return \"\" + client.list(r -> {}).items();");
        kind("another list ends an inferred paginator")
                .change("\"items\":", "\"others\":{\"shape\":\"Texts\"},\"items\":")
                .found(PAGINATOR_REMOVED, MEMBER_ADDED)
                .verdicts("BBCC")
                .use(
                        "for (ListResponse page : client.listPaginator(r -> {})) { return \"\" + page.items(); } return \"\";")
                .answers(200, "{\"items\":[\"a\"]}")
                .now("return \"\" + client.list(r -> {}).items();");
        kind("a label is renamed")
                .change("\\{place\\}", "{spot}")
                .change("\\[\"place\"\\]", "[\"spot\"]")
                .change("\"place\":(\\{.*?)\"place\"", "\"spot\":$1\"spot\"")
                .found(MEMBER_RENAMED)
                .verdicts("BBCC")
                .use("return \"\" + client.find(r -> r.place(\"p\")).found();")
                .wire("{}", wire -> wire.line().equals("GET /find/p"))
                .now("return \"\" + client.find(r -> r.spot(\"p\")).found();");
        kind("the items of a paginator are others")
                .change("\"items\":\\{\"shape\":\"Texts\"\\}", "\"items\":{\"shape\":\"Numbers\"}")
                .change(
                        "\"Texts\":\\{",
                        "\"Numbers\":{\"type\":\"list\",\"member\":{\"shape\":\"Number\"}},\"Texts\":{")
                .found(PAGINATOR_CHANGED, MEMBER_TYPE_CHANGED)
                .verdicts("BBBB")
                .use("for (String item : client.list(r -> {}).items()) { return item; } return \"\";")
                .answers(200, "{\"items\":[\"7\"]}")
                .services(200, "{\"items\":[\"seven\"]}", "{\"items\":[7]}")
                .now("int first = client.list(r -> {}).items().get(0); return \"\" + first;");
        kind("a waiter is added").waiters("""
                        {"waiters":{"Ready":{"operation":"Get","delay":1,"maxAttempts":1,"acceptors":[
                        {"matcher":"status","expected":200,"state":"success"}]}}}
                        """).found(WAITER_ADDED).use(GET);
    }

    private void errors() {
        kind("an operation gains a new error")
                .change("\\[\\{\"shape\":\"Gone\"\\}\\]", "[{\"shape\":\"Gone\"},{\"shape\":\"Busy\"}]")
                .change("\"Gone\":\\{\"type\"", BUSY + "\"Gone\":{\"type\"")
                .found(ERROR_ADDED, TYPE_ADDED)
                .verdicts("CCRC")
                .use("try {" + GET + "} catch (TinyException e) { return e.errorCode(); }");
        kind("an operation gains an error of another operation")
                .change("\\[\\{\"shape\":\"Gone\"\\}\\]", "[{\"shape\":\"Gone\"},{\"shape\":\"Lost\"}]")
                .found(ERROR_ADDED)
                .use("try {" + GET + "} catch (TinyException e) { return e.errorCode(); }");
        kind("an operation loses an error that another operation has")
                .change("\\[\\{\"shape\":\"Gone\"\\},", "[")
                .found(ERROR_REMOVED)
                .use("try {" + PUT + "} catch (Gone e) { return e.why(); }");
        kind("an error is removed")
                .change(",\\{\"shape\":\"Lost\"\\}\\]", "]")
                .found(ERROR_REMOVED, TYPE_REMOVED)
                .verdicts("BBCR")
                .use("try {" + PUT + "} catch (Lost e) { return e.getMessage(); }")
                .answers(404, "{\"__type\":\"Lost\",\"message\":\"m\"}")
                .now("try {" + PUT + "} catch (TinyException e) { return e.errorCode(); }")
                .alwaysWorks("code for the new client cannot name the exception that is removed");
        kind("an error has another code")
                .change(
                        "\"Lost\":\\{\"type\":\"structure\",",
                        "\"Lost\":{\"type\":\"structure\",\"error\":{\"code\":\"Missing\"},")
                .found(ERROR_CODE_CHANGED)
                .verdicts("CCBB")
                .use("try {" + PUT + "} catch (Lost e) { return \"lost\"; }")
                .services(404, "{\"__type\":\"Lost\"}", "{\"__type\":\"Missing\"}");
        kind("an error is retried")
                .change(
                        "\"Lost\":\\{\"type\":\"structure\",",
                        "\"Lost\":{\"type\":\"structure\",\"retryable\":{\"throttling\":true},")
                .found(ERROR_RETRY_CHANGED)
                .use(PUT);
        kind("an error gains a member")
                .change("\"why\":", "\"extra\":{\"shape\":\"Text\"},\"why\":")
                .found(MEMBER_ADDED)
                .use("try {" + GET + "} catch (Gone e) { return e.why(); }")
                .answers(404, "{\"__type\":\"Gone\",\"why\":\"x\"}");
        kind("an error loses a member")
                .change(",\"why\":\\{\"shape\":\"Text\"\\}", "")
                .found(MEMBER_REMOVED)
                .verdicts("BBRC")
                .use("try {" + GET + "} catch (Gone e) { return e.why(); }")
                .answers(404, "{\"__type\":\"Gone\",\"why\":\"x\"}")
                .now("try {" + GET + "} catch (Gone e) { return e.errorCode(); }");
        kind("an error loses its message")
                .change("(\"Lost\":\\{\"type.*?)\"message\":\\{\"shape\":\"Text\"\\}", "$1")
                .use(PUT);
    }
}
