package dev.whittle.bedrockagentcore.browser;

import dev.whittle.runtime.document.Document;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** JavaScript that {@link Page} runs in the page, and waiting for its results. */
final class PageScripts {
    /** The centre of the first box of the element {@code e}, in the viewport. */
    static final String CENTRE = "(() => {"
            + " e.scrollIntoView({block: \"center\", inline: \"center\", behavior: \"instant\"});"
            + " const box = e.getClientRects()[0];"
            + " return box && box.width && box.height"
            + " ? [box.x + box.width / 2, box.y + box.height / 2] : \"is hidden\"; })()";

    /** Focuses the element {@code e} and selects its content, which typing replaces. */
    static final String FOCUS = "(() => {"
            + " e.focus();"
            + " if (document.activeElement !== e) return \"does not take the focus\";"
            + " if (e.select) e.select(); else getSelection().selectAllChildren(e);"
            + " return []; })()";

    private static final long PAUSE_NANOS = 50_000_000;
    private static final Document TRUE = Document.of(true);
    private static final String EVALUATE = "Runtime.evaluate";

    private final Target target;

    PageScripts(Target target) {
        this.target = target;
    }

    Document evaluate(String expression, Duration timeout) {
        Document evaluated = target.send(
                EVALUATE,
                Map.of("expression", Document.of(expression), "returnByValue", TRUE, "awaitPromise", TRUE),
                timeout);
        Document thrown = evaluated.get("exceptionDetails");
        if (thrown.isMap()) {
            throw new DevToolsException(EVALUATE, "the page threw: " + text(thrown), null);
        }
        Document result = evaluated.get("result");
        if (!result.isMap()) {
            throw new DevToolsException(EVALUATE, EVALUATE + " failed: the result has no value", null);
        }
        Document special = result.get("unserializableValue");
        return special.isNull() ? result.get("value") : special;
    }

    /** What a thrown value says: the description of an Error, the value of anything else. */
    private static String text(Document details) {
        Document exception = details.get("exception");
        Document text = Document.NULL;
        if (exception.isMap()) {
            text = exception.get("description");
            if (text.isNull()) {
                text = exception.get("value");
            }
        }
        if (text.isNull()) {
            text = details.get("text");
        }
        String whole = text.isString() ? text.asString() : text.toString();
        int stack = whole.indexOf("\n    at ");
        return DevToolsException.readable(stack < 0 ? whole : whole.substring(0, stack));
    }

    /**
     * Waits for an element and evaluates an expression on it.
     *
     * @param use a JavaScript expression with the element as {@code e}: an array, or a string that says why the element
     *     cannot be used yet
     */
    List<Document> onElement(String selector, String use) {
        // As a JSON string, a selector stays a string whatever characters it has.
        String quoted = Document.of(selector).toString();
        return await(
                "(e => e && " + use + ")(document.querySelector(" + quoted + "))",
                "no element matches the selector " + quoted,
                "the element of the selector " + quoted + " ");
    }

    /** A value in what {@link #onElement} returns, which comes from the browser. */
    static Document at(List<Document> values, int index) {
        if (index >= values.size()) {
            throw new DevToolsException(EVALUATE, EVALUATE + " failed: the result has no value", null);
        }
        return values.get(index);
    }

    /** Waits until the page is loaded. */
    void awaitLoad() {
        await("document.readyState === \"complete\" ? [] : document.readyState", "", "the page is still ");
    }

    /**
     * Evaluates an expression until its value is an array, which is returned.
     *
     * @param expression its value may also be null, or a string with a reason to wait
     * @param missing what null means, for the message
     * @param subject what the reason is about, for the message
     */
    private List<Document> await(String expression, String missing, String subject) {
        Duration timeout = target.timeout();
        long deadline = System.nanoTime() + timeout.toNanos();
        Duration left = timeout;
        String reason = "";
        while (true) {
            try {
                Document value = evaluate(expression, left);
                if (value.isList()) {
                    return value.asList();
                }
                reason = value.isString() ? subject + DevToolsException.readable(value.asString()) : missing;
            } catch (DevToolsTimeoutException e) {
                throw reason.isEmpty() ? e : waited(reason, timeout, e);
            } catch (DevToolsException e) {
                // The page that the expression ran in may have made way for another.
                if (e.code() != DevToolsException.SERVER_ERROR) {
                    throw e;
                }
                reason = "the page changes all the time: " + e.getMessage();
            }
            left = Duration.ofNanos(deadline - System.nanoTime() - PAUSE_NANOS);
            if (left.isNegative()) {
                throw waited(reason, timeout, null);
            }
            pause();
        }
    }

    private static DevToolsTimeoutException waited(String reason, Duration timeout, @Nullable Throwable cause) {
        return new DevToolsTimeoutException(
                EVALUATE, reason + "; waited " + DevToolsTimeoutException.text(timeout), cause);
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE_NANOS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevToolsException(EVALUATE, "waiting for the page was interrupted", e);
        }
    }
}
