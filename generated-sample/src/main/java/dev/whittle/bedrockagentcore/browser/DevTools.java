package dev.whittle.bedrockagentcore.browser;

import dev.whittle.runtime.document.Document;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Drives a browser by the <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>.
 * Commands and events go by their names in the protocol, with parameters and results as {@link Document}, so that every
 * command of every browser version can be used. {@link Page} covers the common ones.
 *
 * <pre>{@code
 * try (DevTools devTools = session.devTools();
 *         Page page = devTools.open("https://example.com")) {
 *     System.out.println(page.text("h1"));
 * }
 * }</pre>
 *
 * <p>All methods can be called from many threads at once. A blocking call of an interrupted thread throws a {@link
 * DevToolsException} and leaves the interrupt flag set. When the connection ends, for whatever reason, all commands in
 * flight and all further ones fail at once with a {@link DevToolsException} that has the reason; a {@code DevTools} does
 * not connect again.
 */
public final class DevTools implements AutoCloseable {
    private final DevToolsConnection connection;
    private final Target browser;

    private DevTools(DevToolsConnection connection, WebSocket socket, DevToolsOptions options) {
        this.connection = connection;
        this.browser = new Target(connection, socket, options.commandTimeout(), "", null);
    }

    /**
     * Connects to a browser.
     *
     * @throws DevToolsTimeoutException if the connection does not open within 10 seconds
     * @throws DevToolsException if the browser cannot be reached or refuses the connection
     * @throws BrowserException if the headers have expired
     */
    public static DevTools connect(Automation automation) {
        return connect(automation, DevToolsOptions.builder().build());
    }

    /**
     * Connects to a browser, with options.
     *
     * @throws DevToolsException as {@link #connect(Automation)} does
     */
    public static DevTools connect(Automation automation, Consumer<DevToolsOptions.Builder> options) {
        DevToolsOptions.Builder builder = DevToolsOptions.builder();
        options.accept(builder);
        return connect(automation, builder.build());
    }

    /**
     * Connects to a browser, with options.
     *
     * @throws DevToolsException as {@link #connect(Automation)} does
     */
    public static DevTools connect(Automation automation, DevToolsOptions options) {
        DevToolsConnection connection = new DevToolsConnection(options.maxMessageLength());
        return new DevTools(connection, DevToolsHandshake.open(automation, options, connection), options);
    }

    /**
     * Sends a command without parameters to the browser and waits for its result.
     *
     * @param method such as {@code Browser.getVersion}
     * @return the result: a map, empty if the command returns nothing
     * @throws DevToolsTimeoutException if there is no response within the command timeout
     * @throws DevToolsException if the browser reports an error, or the connection ends
     */
    public Document send(String method) {
        return browser.send(method);
    }

    /**
     * Sends a command to the browser and waits for its result.
     *
     * @throws DevToolsException as {@link #send(String)} does
     */
    public Document send(String method, Map<String, Document> params) {
        return browser.send(method, params);
    }

    /**
     * Sends a command to the browser. Blocks only while commands before it are being written to the network. The future
     * gets what {@link #send(String)} returns or throws. What depends on it runs on the common pool unless it names an
     * executor, so it may send commands as well.
     */
    public CompletableFuture<Document> sendAsync(String method, Map<String, Document> params) {
        return browser.sendAsync(method, params);
    }

    /**
     * Listens for an event of the browser, such as {@code Target.targetCreated}; many events come only after a command,
     * such as {@code Target.setDiscoverTargets}, asks for them. Events of a page come from its {@link Page#target()}.
     *
     * <p>All listeners of a connection run one after the other, in the order of the events, on one daemon thread. They may
     * send commands. An exception that a listener throws goes to the uncaught exception handler of that thread. While a
     * listener is slow, events wait in memory; beyond {@link DevToolsOptions#maxMessageLength} characters of them, the
     * connection ends.
     *
     * @param listener receives the parameters of each event: a map
     * @throws DevToolsException if the connection has ended
     */
    public Subscription on(String event, Consumer<? super Document> listener) {
        return browser.on(event, listener);
    }

    /**
     * Attaches to a target, such as a page, a frame or a worker.
     *
     * @param targetId from {@code Target.getTargets} or an event
     * @throws DevToolsException if there is no such target
     */
    public Target attach(String targetId) {
        Document attached =
                send("Target.attachToTarget", Map.of("targetId", Document.of(targetId), "flatten", Document.of(true)));
        return browser.session(targetId, Target.string(attached, "sessionId", "Target.attachToTarget"));
    }

    /**
     * Opens a new page and waits until it is loaded. Closing the {@link Page} closes the page in the browser.
     *
     * @throws DevToolsException if the page cannot be loaded; it is closed then
     */
    public Page open(String url) {
        Document created = send("Target.createTarget", Map.of("url", Document.of("about:blank")));
        String targetId = Target.string(created, "targetId", "Target.createTarget");
        try {
            Page page = new Page(attach(targetId), true);
            page.navigate(url);
            return page;
        } catch (RuntimeException e) {
            try {
                browser.session(targetId, "").close();
            } catch (RuntimeException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    /**
     * Attaches to every page that the browser has. Closing such a {@link Page} detaches from it and leaves it open.
     *
     * @throws DevToolsException as {@link #send(String)} does
     */
    public List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        for (String targetId : pageTargets()) {
            pages.add(new Page(attach(targetId), false));
        }
        return pages;
    }

    /**
     * Attaches to the first page that the browser has; a browser that has just started has one. Closing the {@link Page}
     * detaches from it and leaves it open.
     *
     * @throws DevToolsException if there is no page, or as {@link #send(String)} does
     */
    public Page firstPage() {
        List<String> targets = pageTargets();
        if (targets.isEmpty()) {
            throw new DevToolsException(null, "the browser has no page: call open(url)", null);
        }
        return new Page(attach(targets.get(0)), false);
    }

    private List<String> pageTargets() {
        Document infos = send("Target.getTargets").get("targetInfos");
        List<String> targets = new ArrayList<>();
        if (infos.isList()) {
            for (Document info : infos.asList()) {
                if ("page".equals(Target.string(info, "type", "Target.getTargets"))) {
                    targets.add(Target.string(info, "targetId", "Target.getTargets"));
                }
            }
        }
        return targets;
    }

    /** Whether the connection is open, as far as this side knows. */
    public boolean isOpen() {
        return connection.isOpen();
    }

    /**
     * Closes the connection. Commands in flight fail and waiting events are dropped; pages stay open. Waits up to a second
     * for the other side, and up to a second for a running listener, which is not interrupted. Further calls do nothing.
     */
    @Override
    public void close() {
        browser.closeConnection();
    }

    /** A registered listener. */
    public interface Subscription extends AutoCloseable {
        /** Removes the listener, which gets no further events. A call that has begun is not stopped. */
        @Override
        void close();
    }
}
