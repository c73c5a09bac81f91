package dev.whittle.bedrockagentcore.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that the service on this machine keeps, in memory and in the JSON that it responds with.
 *
 * <p>It plays a service that is newer than the client: every session has a kind of proxy and a stream status that the
 * client's model does not have.
 */
final class Sessions {
    private static final String BROWSER = "aws.browser.v1";

    private final Map<String, Map<String, Object>> sessions = new LinkedHashMap<>();

    /** One session is there from the beginning, and over. */
    Sessions() {
        Instant yesterday = now().minus(1, ChronoUnit.DAYS);
        Map<String, Object> session = session(newId(), yesterday);
        session.put("name", "nightly-report");
        session.put("status", "TERMINATED");
        session.put("lastUpdatedAt", yesterday.plus(15, ChronoUnit.MINUTES));
        keep(session);
    }

    synchronized Map<String, Object> start(String browser, Map<String, Object> input) throws ServiceFault {
        checkBrowser(browser);
        Map<String, Object> session = session(newId(), now());
        session.putAll(input);
        session.remove("clientToken");
        session.put("status", "READY");
        session.put("streams", streams((String) session.get("sessionId")));
        session.put("proxyConfiguration", withManagedProxy(input.get("proxyConfiguration")));
        keep(session);
        return select(session, "browserIdentifier", "sessionId", "createdAt", "streams");
    }

    synchronized Map<String, Object> get(String browser, String id) throws ServiceFault {
        return new LinkedHashMap<>(find(browser, id));
    }

    synchronized Map<String, Object> list(String browser, Map<String, Object> input) throws ServiceFault {
        checkBrowser(browser);
        List<Object> items = new ArrayList<>();
        for (Map<String, Object> session : sessions.values()) {
            if (!input.containsKey("status") || input.get("status").equals(session.get("status"))) {
                items.add(select(
                        session, "browserIdentifier", "sessionId", "name", "status", "createdAt", "lastUpdatedAt"));
            }
        }
        return page(items, input);
    }

    /** The token of a page is the number of items before it. */
    private static Map<String, Object> page(List<Object> items, Map<String, Object> input) {
        int from = input.get("nextToken") instanceof String token ? Integer.parseInt(token) : 0;
        int limit = input.get("maxResults") instanceof Number number ? number.intValue() : items.size();
        int to = Math.min(from + limit, items.size());
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", items.subList(from, to));
        if (to < items.size()) {
            page.put("nextToken", Integer.toString(to));
        }
        return page;
    }

    synchronized Map<String, Object> stop(String browser, String id) throws ServiceFault {
        Map<String, Object> session = find(browser, id);
        session.put("status", "TERMINATED");
        session.put("lastUpdatedAt", now());
        session.remove("streams");
        return select(session, "browserIdentifier", "sessionId", "lastUpdatedAt");
    }

    private Map<String, Object> find(String browser, String id) throws ServiceFault {
        checkBrowser(browser);
        Map<String, Object> session = sessions.get(id);
        if (session == null) {
            throw ServiceFault.notFound("browser " + browser + " has no session " + id);
        }
        return session;
    }

    private static void checkBrowser(String browser) throws ServiceFault {
        if (!browser.equals(BROWSER)) {
            throw ServiceFault.notFound("there is no browser " + browser);
        }
    }

    private void keep(Map<String, Object> session) {
        sessions.put((String) session.get("sessionId"), session);
    }

    private static Map<String, Object> session(String id, Instant createdAt) {
        Map<String, Object> session = new LinkedHashMap<>();
        session.put("browserIdentifier", BROWSER);
        session.put("sessionId", id);
        session.put("createdAt", createdAt);
        return session;
    }

    private static Map<String, Object> streams(String id) {
        String path = "/browser-streams/" + BROWSER + "/sessions/" + id;
        return Map.of(
                "automationStream",
                Map.of("streamEndpoint", "wss://localhost" + path + "/automation", "streamStatus", "CONNECTING"),
                "liveViewStream",
                Map.of("streamEndpoint", "https://localhost" + path + "/live-view"));
    }

    private static Map<Object, Object> withManagedProxy(@Nullable Object configuration) {
        Map<Object, Object> result = new LinkedHashMap<>();
        List<Object> proxies = new ArrayList<>();
        if (configuration instanceof Map<?, ?> members) {
            result.putAll(members);
            if (members.get("proxies") instanceof List<?> given) {
                proxies.addAll(given);
            }
        }
        proxies.add(Map.of("managedProxy", Map.of("pool", "eu")));
        result.put("proxies", proxies);
        return result;
    }

    private static Map<String, Object> select(Map<String, Object> session, String... members) {
        Map<String, Object> selected = new LinkedHashMap<>(session);
        selected.keySet().retainAll(List.of(members));
        return selected;
    }

    private static String newId() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 26).toUpperCase(Locale.ROOT);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
