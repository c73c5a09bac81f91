package dev.whittle.bedrockagentcore.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that the service on this machine keeps, in memory and in the JSON that it responds with.
 *
 * <p>It plays a service that is newer than the client: every session has a kind of proxy that the client's model does not
 * have.
 */
public final class Sessions {
    /** The only browser. */
    public static final String BROWSER = "aws.browser.v1";

    /** How often a session must still be looked up until it is READY. Not a member of responses. */
    private static final String GETS_LEFT = "getsLeft";

    /** A PNG of one white pixel, in base64. */
    private static final String PICTURE =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==";

    private final Map<String, Map<String, Object>> sessions = new LinkedHashMap<>();

    private final Map<String, String> idsByToken = new HashMap<>();
    private final Streams streams;
    private volatile int getsUntilReady;
    private volatile Function<Map<String, Object>, Map<String, Object>> actions = Sessions::succeed;

    /** The sessions of a service that is newer than the client. */
    Sessions() {
        this(Streams.ofNewerService());
    }

    /** Sessions with these streams. One session exists from the start, and has ended. */
    public Sessions(Streams streams) {
        this.streams = streams;
        Instant yesterday = now().minus(1, ChronoUnit.DAYS);
        Map<String, Object> session = session(newId(), yesterday);
        session.put("name", "nightly-report");
        session.put("status", "TERMINATED");
        session.put("lastUpdatedAt", yesterday.plus(15, ChronoUnit.MINUTES));
        keep(session);
    }

    synchronized Map<String, Object> start(String browser, Map<String, Object> input) throws ServiceFault {
        checkBrowser(browser);
        String id = newId();
        if (input.get("clientToken") instanceof String token) {
            // A token keeps its session, also once that has ended.
            id = idsByToken.computeIfAbsent(token, unknown -> newId());
        }
        Map<String, Object> session = sessions.get(id);
        if (session == null) {
            session = session(id, now());
            session.put("sessionTimeoutSeconds", 3600);
            session.putAll(input);
            session.remove("clientToken");
            session.put("status", getsUntilReady > 0 ? "STARTING" : "READY");
            session.put("sessionReplayArtifact", "s3://acme-browser-recordings/" + browser + "/" + id + "/");
            session.put("lastUpdatedAt", session.get("createdAt"));
            session.put("streams", streams(id, streams.automationStatus()));
            session.put("proxyConfiguration", withManagedProxy(input.get("proxyConfiguration")));
            session.put(GETS_LEFT, getsUntilReady);
            keep(session);
        }
        return select(session, "browserIdentifier", "sessionId", "createdAt", "streams");
    }

    synchronized Map<String, Object> get(String browser, String id) throws ServiceFault {
        Map<String, Object> session = find(browser, id);
        if ("STARTING".equals(session.get("status"))) {
            int left = (int) session.get(GETS_LEFT) - 1;
            session.put(GETS_LEFT, left);
            if (left <= 0) {
                session.put("status", "READY");
            }
        }
        Map<String, Object> output = new LinkedHashMap<>(session);
        output.remove(GETS_LEFT);
        return output;
    }

    /** Lets sessions that start from now on be READY only when they were looked up so many times. */
    public void readyAfter(int gets) {
        getsUntilReady = gets;
    }

    /** Responds to actions from now on with what this makes of them; both have one member, named like the action. */
    public void onAction(Function<Map<String, Object>, Map<String, Object>> result) {
        actions = result;
    }

    /** Sets a member of a session, or removes it with null. */
    public synchronized void set(String id, String member, @Nullable Object value) {
        Map<String, Object> session = sessions.get(id);
        if (session == null) {
            throw new IllegalArgumentException("no session " + id);
        }
        if (value == null) {
            session.remove(member);
        } else {
            session.put(member, value);
        }
    }

    /** The identifiers of the sessions that have not ended. */
    public synchronized Set<String> running() {
        Set<String> ids = new LinkedHashSet<>();
        sessions.forEach((id, session) -> {
            if (!"TERMINATED".equals(session.get("status"))) {
                ids.add(id);
            }
        });
        return ids;
    }

    synchronized Map<String, Object> update(String browser, String id, Map<String, Object> input) throws ServiceFault {
        Map<String, Object> session = findRunning(browser, id);
        if (input.get("streamUpdate") instanceof Map<?, ?> update
                && update.get("automationStreamUpdate") instanceof Map<?, ?> change
                && change.get("streamStatus") instanceof String status) {
            session.put("streams", streams(id, status));
        }
        session.put("updatedAt", now());
        return select(session, "browserIdentifier", "sessionId", "streams", "updatedAt");
    }

    Map<String, Object> invoke(String browser, String id, Map<String, Object> input) throws ServiceFault {
        findRunning(browser, id);
        Map<String, Object> action = new LinkedHashMap<>();
        if (input.get("action") instanceof Map<?, ?> members) {
            members.forEach((name, arguments) -> action.put(String.valueOf(name), arguments));
        }
        return Map.of("result", actions.apply(action));
    }

    synchronized Map<String, Object> save(String profile, Map<String, Object> input) throws ServiceFault {
        Map<String, Object> session =
                findRunning(String.valueOf(input.get("browserIdentifier")), String.valueOf(input.get("sessionId")));
        Map<String, Object> output = select(session, "browserIdentifier", "sessionId");
        output.put("profileIdentifier", profile);
        output.put("lastUpdatedAt", now());
        return output;
    }

    private static Map<String, Object> succeed(Map<String, Object> action) {
        Map<String, Object> result = new LinkedHashMap<>();
        for (String name : action.keySet()) {
            result.put(
                    name,
                    name.equals("screenshot")
                            ? Map.of("status", "SUCCESS", "data", PICTURE)
                            : Map.of("status", "SUCCESS"));
        }
        return result;
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

    private synchronized Map<String, Object> findRunning(String browser, String id) throws ServiceFault {
        Map<String, Object> session = find(browser, id);
        if ("TERMINATED".equals(session.get("status"))) {
            throw ServiceFault.validation("session " + id + " has ended");
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

    private Map<String, Object> streams(String id, String status) {
        return Map.of(
                "automationStream",
                Map.of("streamEndpoint", streams.automation(id), "streamStatus", status),
                "liveViewStream",
                Map.of("streamEndpoint", streams.liveView(id)));
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
