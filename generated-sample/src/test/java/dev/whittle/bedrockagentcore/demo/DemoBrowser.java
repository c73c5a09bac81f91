package dev.whittle.bedrockagentcore.demo;

import dev.whittle.runtime.codec.JsonReader;
import dev.whittle.runtime.document.Document;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Plays a browser, so that a machine without Chromium can run the demo. Each of its pages is a {@link DemoPage}. DevTools
 * plug behind any WebSocket server: hand each message to {@link #respond} and send what that returns. {@link #perform}
 * has a mouse, a keyboard and a screen.
 */
public final class DemoBrowser {
    private static final Document NOTHING = Document.map(Map.of());

    private final Consumer<String> events;
    private final Map<String, DemoPage> pages = new LinkedHashMap<>();
    private final Map<String, String> sessions = new LinkedHashMap<>();
    private int ids;

    /**
     * Starts with one empty page.
     *
     * @param events receives each event to send, as a message
     */
    public DemoBrowser(Consumer<String> events) {
        this.events = events;
        createPage();
    }

    /** The response to one message. */
    public synchronized String respond(String message) {
        Document command = new JsonReader(message.getBytes(StandardCharsets.UTF_8)).document();
        Map<String, Document> response = new LinkedHashMap<>();
        response.put("id", command.get("id"));
        if (!command.get("sessionId").isNull()) {
            response.put("sessionId", command.get("sessionId"));
        }
        try {
            response.put("result", result(command));
        } catch (Refusal e) {
            response.put(
                    "error", Document.map(Map.of("code", Document.of(e.code), "message", Document.of(e.getMessage()))));
        }
        return Document.map(response).toString();
    }

    private Document result(Document command) throws Refusal {
        String method = command.get("method").asString();
        Document params = command.get("params");
        if (command.get("sessionId").isNull()) {
            return ofBrowser(method, params);
        }
        DemoPage page = pages.get(sessions.get(command.get("sessionId").asString()));
        if (page == null) {
            throw new Refusal(-32001, "Session with given id not found.");
        }
        return ofPage(page, method, params);
    }

    private Document ofBrowser(String method, Document params) throws Refusal {
        return switch (method) {
            case "Browser.getVersion" ->
                strings("protocolVersion", "1.3", "product", "WhittleDemo/1.0", "userAgent", "WhittleDemo/1.0");
            case "Target.getTargets" ->
                Document.map(Map.of(
                        "targetInfos",
                        Document.list(pages.keySet().stream().map(this::info).toList())));
            case "Target.createTarget" -> strings("targetId", createPage());
            case "Target.attachToTarget" -> attach(targetId(params));
            case "Target.detachFromTarget" -> {
                sessions.remove(params.get("sessionId").asString());
                yield NOTHING;
            }
            case "Target.closeTarget" -> {
                close(targetId(params));
                yield Document.map(Map.of("success", Document.of(true)));
            }
            default -> throw unknown(method);
        };
    }

    private static Document ofPage(DemoPage page, String method, Document params) throws Refusal {
        return switch (method) {
            case "Page.enable", "Runtime.enable" -> NOTHING;
            case "Page.navigate" -> page.navigate(params.get("url").asString());
            case "Runtime.evaluate" -> page.evaluate(params.get("expression").asString());
            case "Input.insertText" -> {
                page.insert(params.get("text").asString());
                yield NOTHING;
            }
            case "Input.dispatchMouseEvent" -> {
                if (params.get("type").asString().equals("mouseReleased")) {
                    page.click(params.get("x").asDouble(), params.get("y").asDouble());
                }
                yield NOTHING;
            }
            case "Page.captureScreenshot" -> data(DemoPicture.png(page));
            case "Page.printToPDF" -> data(DemoPicture.pdf(page));
            default -> throw unknown(method);
        };
    }

    /**
     * Carries out an action of {@code InvokeBrowser} on the newest page.
     *
     * @param action one member, named like the action
     * @return the result: one member of the same name
     */
    synchronized Map<String, Object> perform(Map<String, Object> action) {
        Map<String, Object> result = new LinkedHashMap<>();
        action.forEach((name, arguments) -> result.put(name, perform(name, (Map<?, ?>) arguments)));
        return result;
    }

    private Map<String, Object> perform(String name, Map<?, ?> arguments) {
        DemoPage page = List.copyOf(pages.values()).get(pages.size() - 1);
        switch (name) {
            case "mouseClick" ->
                page.click(((Number) arguments.get("x")).doubleValue(), ((Number) arguments.get("y")).doubleValue());
            case "keyType" -> page.insert((String) arguments.get("text"));
            case "keyPress" -> {
                if ("enter".equals(arguments.get("key"))) {
                    page.pressEnter();
                }
            }
            case "keyShortcut" -> {
                // Such as ctrl+a: typing replaces a text anyway.
            }
            case "screenshot" -> {
                return Map.of("status", "SUCCESS", "data", Base64.getEncoder().encodeToString(DemoPicture.png(page)));
            }
            default -> {
                return Map.of("status", "FAILED", "error", "the demo browser has no " + name);
            }
        }
        return Map.of("status", "SUCCESS");
    }

    private String createPage() {
        String id = "demo-target-" + ++ids;
        pages.put(id, new DemoPage());
        return id;
    }

    private String targetId(Document params) throws Refusal {
        String id = params.get("targetId").asString();
        if (!pages.containsKey(id)) {
            throw new Refusal(-32602, "No target with given id found");
        }
        return id;
    }

    private Document attach(String targetId) {
        String session = "demo-session-" + ++ids;
        sessions.put(session, targetId);
        return strings("sessionId", session);
    }

    private void close(String targetId) {
        pages.remove(targetId);
        sessions.entrySet().removeIf(session -> {
            boolean closed = session.getValue().equals(targetId);
            if (closed) {
                events.accept(Document.map(Map.of(
                                "method",
                                Document.of("Target.detachedFromTarget"),
                                "params",
                                strings("sessionId", session.getKey(), "targetId", targetId)))
                        .toString());
            }
            return closed;
        });
    }

    private Document info(String targetId) {
        return strings(
                "targetId",
                targetId,
                "type",
                "page",
                "title",
                DemoPage.TITLE,
                "url",
                pages.get(targetId).url());
    }

    private static Document data(byte[] bytes) {
        return strings("data", Base64.getEncoder().encodeToString(bytes));
    }

    static Document strings(String... namesAndValues) {
        Map<String, Document> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], Document.of(namesAndValues[i + 1]));
        }
        return Document.map(map);
    }

    private static Refusal unknown(String method) {
        return new Refusal(-32601, "'" + method + "' wasn't found in this demo");
    }

    /** A command that fails. */
    private static final class Refusal extends Exception {
        private final int code;

        Refusal(int code, String message) {
            super(message);
            this.code = code;
        }
    }
}
