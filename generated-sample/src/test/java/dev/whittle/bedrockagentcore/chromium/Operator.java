package dev.whittle.bedrockagentcore.chromium;

import dev.whittle.runtime.document.Document;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the actions of {@code InvokeBrowser} on the newest page of a browser, by a DevTools connection apart from
 * the clients' ones. It stands in for the operating system of the real service. It therefore closes JavaScript dialogs,
 * which block the page: Enter and a click accept one, Escape dismisses it.
 */
final class Operator implements AutoCloseable {
    private final Wire wire;
    private final Deque<String> pages = new ArrayDeque<>();
    private final CompletableFuture<Void> firstPage = new CompletableFuture<>();
    private CompletableFuture<String> dialog = new CompletableFuture<>();

    private Operator(URI devTools) throws IOException {
        this.wire = Wire.open(devTools, this::happened);
    }

    /** Connects, and sets the size of the window such that its pages have the given size in pixels. */
    static Operator connect(URI devTools, int width, int height) throws IOException {
        Operator operator = new Operator(devTools);
        try {
            operator.wire.call(
                    null, "Target.setAutoAttach", "autoAttach", true, "waitForDebuggerOnStart", true, "flatten", true);
            Wire.await(operator.firstPage, "Target.attachedToTarget");
            operator.resize(width, height);
            return operator;
        } catch (IOException | RuntimeException | Error e) {
            operator.close();
            throw e;
        }
    }

    /** The size of a window in its own terms includes what is around the page. */
    private void resize(int width, int height) throws IOException {
        Document target = wire.call(page(), "Target.getTargetInfo").get("targetInfo");
        Document window = wire.call(null, "Browser.getWindowForTarget", "targetId", target.get("targetId"));
        Document inner = evaluate("({width: innerWidth, height: innerHeight})");
        Document bounds = Json.object(
                "width",
                window.get("bounds").get("width").asInt()
                        + width
                        - inner.get("width").asInt(),
                "height",
                window.get("bounds").get("height").asInt()
                        + height
                        - inner.get("height").asInt());
        wire.call(null, "Browser.setWindowBounds", "windowId", window.get("windowId"), "bounds", bounds);
        evaluate(("new Promise(done => { const check = () => innerWidth === %d && innerHeight === %d && done();"
                        + " addEventListener('resize', check); check(); })")
                .formatted(width, height));
    }

    private Document evaluate(String expression) throws IOException {
        return wire.call(
                        page(),
                        "Runtime.evaluate",
                        "expression",
                        expression,
                        "awaitPromise",
                        true,
                        "returnByValue",
                        true)
                .get("result")
                .get("value");
    }

    @Override
    public void close() {
        wire.close();
    }

    private synchronized void happened(String method, Document event) {
        Document params = event.get("params");
        switch (method) {
            case "Target.attachedToTarget" -> attached(params);
            case "Target.detachedFromTarget" -> {
                pages.remove(params.get("sessionId").asString());
                closed(params.get("sessionId").asString());
            }
            case "Page.javascriptDialogOpening" ->
                dialog.complete(event.get("sessionId").asString());
            case "Page.javascriptDialogClosed" -> closed(event.get("sessionId").asString());
            default -> {}
        }
    }

    /** A new target runs only after the dialogs of its page are known to this connection. */
    private void attached(Document params) {
        String session = params.get("sessionId").asString();
        if (params.get("targetInfo").get("type").asString().equals("page")) {
            pages.add(session);
            wire.send(session, "Page.enable");
            firstPage.complete(null);
        }
        wire.send(session, "Runtime.runIfWaitingForDebugger");
    }

    private void closed(String session) {
        if (session.equals(dialog.getNow(null))) {
            dialog = new CompletableFuture<>();
        }
    }

    private synchronized String page() throws IOException {
        String page = pages.peekLast();
        if (page == null) {
            throw new IOException("the browser has no page");
        }
        return page;
    }

    private synchronized CompletableFuture<String> dialog() {
        return dialog;
    }

    /** Carries out an action, and says how it went in the union that the service responds with. */
    Document perform(Document action) {
        Map.Entry<String, Document> only = action.asMap().entrySet().iterator().next();
        try {
            return Json.object(only.getKey(), perform(only.getKey(), only.getValue()));
        } catch (IOException | IllegalArgumentException e) {
            return Json.object(only.getKey(), Json.object("status", "FAILED", "error", String.valueOf(e.getMessage())));
        }
    }

    private Document perform(String name, Document arguments) throws IOException {
        // With the response to any command, all events before it have come, also those that a client has seen already.
        wire.call(null, "Browser.getVersion");
        String blocked = dialog().getNow(null);
        if (blocked != null) {
            closeDialog(blocked, name, arguments);
            return Json.object("status", "SUCCESS");
        }
        switch (name) {
            case "mouseClick" -> click(arguments);
            case "mouseMove" -> mouse("mouseMoved", arguments.get("x"), arguments.get("y"));
            case "mouseDrag" -> drag(arguments);
            case "mouseScroll" -> scroll(arguments);
            case "keyType" -> input("Input.insertText", "text", arguments.get("text"));
            case "keyPress" -> press(Key.of(arguments.get("key").asString()), Json.integer(arguments, "presses", 1));
            case "keyShortcut" ->
                pressTogether(arguments.get("keys").asList().stream()
                        .map(key -> Key.of(key.asString()))
                        .toList());
            case "screenshot" -> {
                Document data = wire.call(page(), "Page.captureScreenshot").get("data");
                return Json.object("status", "SUCCESS", "data", data);
            }
            default -> throw new IllegalArgumentException("unknown action '" + name + "'");
        }
        return Json.object("status", "SUCCESS");
    }

    private void closeDialog(String session, String action, Document arguments) throws IOException {
        String key = action.equals("keyPress")
                ? Key.of(arguments.get("key").asString()).key()
                : "";
        boolean accept = action.equals("mouseClick") || key.equals("Enter");
        if (!accept && !key.equals("Escape")) {
            throw new IOException("a JavaScript dialog is open: press enter or escape");
        }
        wire.call(session, "Page.handleJavaScriptDialog", "accept", accept);
        synchronized (this) {
            closed(session);
        }
    }

    private void click(Document arguments) throws IOException {
        Document x = arguments.get("x");
        Document y = arguments.get("y");
        String button = button(arguments);
        mouse("mouseMoved", x, y);
        for (int i = 1; i <= Json.integer(arguments, "clickCount", 1); i++) {
            mouse("mousePressed", x, y, "button", button, "clickCount", i);
            mouse("mouseReleased", x, y, "button", button, "clickCount", i);
        }
    }

    private void drag(Document arguments) throws IOException {
        String button = button(arguments);
        mouse("mouseMoved", arguments.get("startX"), arguments.get("startY"));
        mouse("mousePressed", arguments.get("startX"), arguments.get("startY"), "button", button, "clickCount", 1);
        mouse("mouseMoved", arguments.get("endX"), arguments.get("endY"), "button", button);
        mouse("mouseReleased", arguments.get("endX"), arguments.get("endY"), "button", button, "clickCount", 1);
    }

    /** Up is positive for the service, down for the protocol. */
    private void scroll(Document arguments) throws IOException {
        int deltaX = Json.integer(arguments, "deltaX", 0);
        int deltaY = -Json.integer(arguments, "deltaY", 0);
        mouse("mouseWheel", arguments.get("x"), arguments.get("y"), "deltaX", deltaX, "deltaY", deltaY);
    }

    private static String button(Document arguments) {
        return Json.text(arguments, "button", "LEFT").toLowerCase(Locale.ROOT);
    }

    private void mouse(String type, Document x, Document y, Object... more) throws IOException {
        List<Object> members = new ArrayList<>(List.of("type", type, "x", x, "y", y));
        Collections.addAll(members, more);
        input("Input.dispatchMouseEvent", members.toArray());
    }

    private void press(Key key, int presses) throws IOException {
        for (int i = 0; i < presses; i++) {
            key(key, true, 0);
            key(key, false, 0);
        }
    }

    private void pressTogether(List<Key> keys) throws IOException {
        int modifiers = 0;
        for (Key key : keys) {
            modifiers |= key.modifier();
            key(key, true, modifiers);
        }
        for (int i = keys.size() - 1; i >= 0; i--) {
            modifiers &= ~keys.get(i).modifier();
            key(keys.get(i), false, modifiers);
        }
    }

    private void key(Key key, boolean isDown, int modifiers) throws IOException {
        List<Object> members = new ArrayList<>(List.of(
                "type",
                isDown ? "keyDown" : "keyUp",
                "key",
                key.key(),
                "windowsVirtualKeyCode",
                key.virtualKey(),
                "modifiers",
                modifiers));
        if (isDown && modifiers == 0 && !key.text().isEmpty()) {
            members.addAll(List.of("text", key.text()));
        }
        input("Input.dispatchKeyEvent", members.toArray());
    }

    /** Waits until the page has handled the input, or a dialog keeps it from doing so. */
    private void input(String method, Object... members) throws IOException {
        CompletableFuture<@Nullable Object> done =
                CompletableFuture.anyOf(wire.send(page(), method, members), dialog());
        Wire.await(done, method);
    }
}
