package dev.whittle.bedrockagentcore.browser;

import dev.whittle.runtime.document.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A page of a browser: the commands that most programs need. {@link #target()} has all others.
 *
 * <p>Methods that take a CSS selector wait until an element matches it, up to the command timeout, and use the first. They
 * look in the page's own document, not in frames or shadow roots.
 *
 * <p>A JavaScript dialog, such as an alert, blocks its page: commands wait until someone closes it, or time out. {@link
 * Screen} can close it, or, if {@code Page.enable} was sent before it opened, the command {@code
 * Page.handleJavaScriptDialog} of another thread.
 */
public final class Page implements AutoCloseable {
    private static final Document LEFT = Document.of("left");
    private static final Document ONE = Document.of(1);

    private final Target target;
    private final PageScripts scripts;
    private final boolean owned;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Closing an owned page closes its target. */
    Page(Target target, boolean owned) {
        this.target = target;
        this.scripts = new PageScripts(target);
        this.owned = owned;
    }

    /** The page as a target, for commands and events by their names. */
    public Target target() {
        return target;
    }

    /**
     * Loads an address into the page and waits until it is loaded, images and other resources included.
     *
     * @throws DevToolsTimeoutException if the page does not load within the command timeout
     * @throws DevToolsException if the browser cannot load the page, with its reason such as {@code
     *     net::ERR_CONNECTION_REFUSED}
     */
    public void navigate(String url) {
        Document result = target.send("Page.navigate", Map.of("url", Document.of(url)));
        Document error = result.get("errorText");
        if (error.isString() && !error.asString().isEmpty()) {
            throw new DevToolsException(
                    "Page.navigate",
                    "the browser cannot load the page: " + DevToolsException.readable(error.asString()),
                    null);
        }
        waitForLoad();
    }

    /**
     * Waits until the page is loaded; returns at once if it is. After a click that leads to another page, {@link #waitFor}
     * is better, because the old page counts as loaded until the new one starts.
     *
     * @throws DevToolsTimeoutException if the page does not load within the command timeout
     */
    public void waitForLoad() {
        scripts.awaitLoad();
    }

    /**
     * Waits until an element matches a selector.
     *
     * @throws DevToolsTimeoutException if none does within the command timeout
     */
    public void waitFor(String selector) {
        scripts.onElement(selector, "[]");
    }

    /**
     * Evaluates a JavaScript expression in the page. If the value is a promise, waits for what it becomes.
     *
     * @return the value as JSON has it: {@code undefined} is {@link Document#NULL}; numbers that JSON does not have are
     *     strings such as {@code "NaN"}
     * @throws DevToolsException with the page's own text if the expression throws
     */
    public Document evaluate(String expression) {
        return scripts.evaluate(expression, target.timeout());
    }

    /**
     * The text of an element as it is shown, without what is hidden.
     *
     * @throws DevToolsTimeoutException if no element matches the selector within the command timeout
     */
    public String text(String selector) {
        Document text = PageScripts.at(scripts.onElement(selector, "[e.innerText ?? e.textContent]"), 0);
        return text.isString() ? text.asString() : text.toString();
    }

    /**
     * Scrolls to an element and clicks its centre with the left mouse button. Whatever covers the centre gets the click.
     *
     * @throws DevToolsTimeoutException if no element matches the selector within the command timeout, or it stays hidden
     */
    public void click(String selector) {
        List<Document> centre = scripts.onElement(selector, PageScripts.CENTRE);
        Document x = PageScripts.at(centre, 0);
        Document y = PageScripts.at(centre, 1);
        mouse("mouseMoved", x, y, Document.of("none"));
        mouse("mousePressed", x, y, LEFT);
        mouse("mouseReleased", x, y, LEFT);
    }

    private void mouse(String type, Document x, Document y, Document button) {
        target.send(
                "Input.dispatchMouseEvent",
                Map.of("type", Document.of(type), "x", x, "y", y, "button", button, "clickCount", ONE));
    }

    /**
     * Puts a text into a field, or into another element that can be edited, in place of what it contains.
     *
     * @throws DevToolsTimeoutException if no element matches the selector within the command timeout, or it does not take
     *     the focus
     */
    public void type(String selector, String text) {
        scripts.onElement(selector, PageScripts.FOCUS);
        target.send("Input.insertText", Map.of("text", Document.of(text)));
    }

    /** A picture of the visible part of the page, as PNG. */
    public byte[] screenshot() {
        return data("Page.captureScreenshot", Map.of("format", Document.of("png")));
    }

    /**
     * Writes a picture of the visible part of the page to a file, as PNG. An existing file is replaced once the picture is
     * complete; a failure leaves it as it was.
     *
     * @throws IOException if the file cannot be written
     */
    public void screenshot(Path file) throws IOException {
        Screen.save(screenshot(), file);
    }

    /** The page as PDF, in the browser's own settings. */
    public byte[] pdf() {
        return data("Page.printToPDF", Map.of());
    }

    /**
     * Writes the page to a file as PDF, as {@link #screenshot(Path)} does.
     *
     * @throws IOException if the file cannot be written
     */
    public void pdf(Path file) throws IOException {
        Screen.save(pdf(), file);
    }

    private byte[] data(String method, Map<String, Document> params) {
        String data = Target.string(target.send(method, params), "data", method);
        try {
            return Base64.getDecoder().decode(data);
        } catch (IllegalArgumentException e) {
            throw new DevToolsException(method, method + " failed: the data in the result is not base64", e);
        }
    }

    /**
     * Closes the page in the browser if {@link DevTools#open} opened it, else detaches from it. Does nothing if the
     * connection has ended, and when called again. An interrupt before the call does not prevent this; the interrupt flag
     * stays set.
     *
     * @throws DevToolsException as {@link Target#send(String)} does
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            if (owned) {
                target.close();
            } else {
                target.detach();
            }
        } catch (DevToolsException e) {
            boolean gone = e.code() != 0 || !target.isOpen();
            if (!gone) {
                throw e;
            }
        }
    }
}
