package dev.whittle.bedrockagentcore.demo;

import dev.whittle.runtime.document.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a service newer than the client: it says of a session what the client's model does not know. */
final class NewerService {
    private NewerService() {}

    /** What the service says of a session, with another kind of proxy, another stream status and a recording. */
    static Document describe(Document session) {
        Document proxies = at(session, "proxyConfiguration", "proxies");
        List<Document> more = new ArrayList<>(proxies.isList() ? proxies.asList() : List.of());
        more.add(Document.map(Map.of("managedProxy", DemoBrowser.strings("pool", "eu"))));
        Document described = with(session, Document.list(more), "proxyConfiguration", "proxies");
        described = with(
                described,
                Document.of("s3://acme-browser-recordings/"
                        + session.get("browserIdentifier").asString() + "/"
                        + session.get("sessionId").asString() + "/"),
                "sessionReplayArtifact");
        Document status = at(session, "streams", "automationStream", "streamStatus");
        return status.equals(Document.of("ENABLED"))
                ? with(described, Document.of("CONNECTING"), "streams", "automationStream", "streamStatus")
                : described;
    }

    private static Document at(Document document, String... path) {
        Document found = document;
        for (String name : path) {
            found = found.isMap() ? found.get(name) : Document.NULL;
        }
        return found;
    }

    /** The same document with another value at a path. */
    private static Document with(Document document, Document value, String... path) {
        if (path.length == 0) {
            return value;
        }
        Map<String, Document> members = new LinkedHashMap<>(document.isMap() ? document.asMap() : Map.of());
        String[] rest = List.of(path).subList(1, path.length).toArray(String[]::new);
        members.put(path[0], with(members.getOrDefault(path[0], Document.NULL), value, rest));
        return Document.map(members);
    }
}
