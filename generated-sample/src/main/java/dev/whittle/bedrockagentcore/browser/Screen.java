package dev.whittle.bedrockagentcore.browser;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.model.BrowserAction;
import dev.whittle.bedrockagentcore.model.BrowserActionResult;
import dev.whittle.bedrockagentcore.model.BrowserActionStatus;
import dev.whittle.bedrockagentcore.model.InvokeBrowserRequest;
import dev.whittle.bedrockagentcore.model.KeyPressArguments;
import dev.whittle.bedrockagentcore.model.KeyShortcutArguments;
import dev.whittle.bedrockagentcore.model.KeyTypeArguments;
import dev.whittle.bedrockagentcore.model.MouseButton;
import dev.whittle.bedrockagentcore.model.MouseClickArguments;
import dev.whittle.bedrockagentcore.model.MouseDragArguments;
import dev.whittle.bedrockagentcore.model.MouseMoveArguments;
import dev.whittle.bedrockagentcore.model.MouseScrollArguments;
import dev.whittle.bedrockagentcore.model.ScreenshotArguments;
import dev.whittle.bedrockagentcore.model.ScreenshotFormat;
import dev.whittle.bedrockagentcore.model.ViewPort;
import dev.whittle.runtime.error.CallException;
import dev.whittle.runtime.stream.ResponseStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mouse, the keyboard and the screen of a session, by way of the browser's operating system. This also reaches dialogs
 * and menus that the automation stream does not reach.
 *
 * <p>Coordinates are pixels from the upper left corner. Each method makes one call; it throws an {@link
 * IllegalArgumentException} before the call if an argument is out of range, an {@link ActionFailedException} if the service
 * did not carry out the action, a {@link BrowserException} if the response does not have the action's result, and a {@link
 * CallException} if the call fails. Whether the action was carried out is then unknown, unless the service rejected it. The
 * client retries calls whose connection broke, so an action can happen twice; {@code RetryPolicy.onlyIdempotent()} prevents
 * that.
 */
public final class Screen {
    private static final int MOST_CLICKS = 10;
    private static final int MOST_PRESSES = 100;
    private static final int MOST_KEYS = 5;
    private static final int LONGEST_DELTA = 1000;
    private static final int LONGEST_TEXT = 10_000;

    private final BedrockAgentCoreClient client;
    private final String browserIdentifier;
    private final String sessionId;
    private final @Nullable ViewPort viewPort;

    Screen(BedrockAgentCoreClient client, String browserIdentifier, String sessionId, @Nullable ViewPort viewPort) {
        this.client = client;
        this.browserIdentifier = browserIdentifier;
        this.sessionId = sessionId;
        this.viewPort = viewPort;
    }

    /** Clicks once with the left button. */
    public void click(int x, int y) {
        click(x, y, MouseButton.LEFT, 1);
    }

    /** Clicks with a button, 1 to 10 times. */
    public void click(int x, int y, MouseButton button, int count) {
        checkPoint("x", x, "y", y);
        checkRange("count", count, 1, MOST_CLICKS);
        MouseClickArguments action = MouseClickArguments.builder()
                .x(x)
                .y(y)
                .button(button)
                .clickCount(count)
                .build();
        perform(BrowserAction.mouseClick(action), action);
    }

    /** Moves the pointer. */
    public void move(int x, int y) {
        checkPoint("x", x, "y", y);
        MouseMoveArguments action = MouseMoveArguments.builder().x(x).y(y).build();
        perform(BrowserAction.mouseMove(action), action);
    }

    /** Presses the left button at the start, moves to the end, and lets the button go. */
    public void drag(int startX, int startY, int endX, int endY) {
        drag(startX, startY, endX, endY, MouseButton.LEFT);
    }

    /** Presses a button at the start, moves to the end, and lets the button go. */
    public void drag(int startX, int startY, int endX, int endY, MouseButton button) {
        checkPoint("startX", startX, "startY", startY);
        checkPoint("endX", endX, "endY", endY);
        MouseDragArguments action = MouseDragArguments.builder()
                .startX(startX)
                .startY(startY)
                .endX(endX)
                .endY(endY)
                .button(button)
                .build();
        perform(BrowserAction.mouseDrag(action), action);
    }

    /**
     * Scrolls at a point.
     *
     * @param deltaX how far to the right, -1000 to 1000
     * @param deltaY how far up or, below zero, down: -1000 to 1000
     */
    public void scroll(int x, int y, int deltaX, int deltaY) {
        checkPoint("x", x, "y", y);
        checkRange("deltaX", deltaX, -LONGEST_DELTA, LONGEST_DELTA);
        checkRange("deltaY", deltaY, -LONGEST_DELTA, LONGEST_DELTA);
        MouseScrollArguments action = MouseScrollArguments.builder()
                .x(x)
                .y(y)
                .deltaX(deltaX)
                .deltaY(deltaY)
                .build();
        perform(BrowserAction.mouseScroll(action), action);
    }

    /** Types a text of up to 10,000 characters. Errors do not have the text. */
    public void type(String text) {
        int length = text.codePointCount(0, text.length());
        checkRange("length of the text", length, 0, LONGEST_TEXT);
        perform(
                BrowserAction.keyType(KeyTypeArguments.builder().text(text).build()),
                "typing a text of " + length + " characters");
    }

    /** Presses a key once, such as {@code Enter}. The service defines the names of keys. */
    public void press(String key) {
        press(key, 1);
    }

    /** Presses a key, 1 to 100 times. */
    public void press(String key, int times) {
        checkRange("times", times, 1, MOST_PRESSES);
        KeyPressArguments action =
                KeyPressArguments.builder().key(key).presses(times).build();
        perform(BrowserAction.keyPress(action), action);
    }

    /** Presses 1 to 5 keys together, such as {@code ctrl} and {@code a}. */
    public void shortcut(String... keys) {
        checkRange("number of keys", keys.length, 1, MOST_KEYS);
        KeyShortcutArguments action =
                KeyShortcutArguments.builder().keys(List.of(keys)).build();
        perform(BrowserAction.keyShortcut(action), action);
    }

    /** A picture of the screen, in the format PNG. */
    public byte[] screenshot() {
        ScreenshotArguments action =
                ScreenshotArguments.builder().format(ScreenshotFormat.PNG).build();
        if (!(perform(BrowserAction.screenshot(action), action) instanceof BrowserActionResult.ScreenshotMember member)
                || member.screenshot().data() == null
                || member.screenshot().data().size() == 0) {
            throw unexpected(action);
        }
        return member.screenshot().data().unsafeArray();
    }

    /**
     * Writes a picture of the screen to a file, in the format PNG. An existing file is replaced once the picture is
     * complete; a failure leaves it as it was.
     *
     * @throws IOException if the file cannot be written
     */
    public void screenshot(Path file) throws IOException {
        save(screenshot(), file);
    }

    /** Writes a file that replaces another one when it is complete. */
    static void save(byte[] bytes, Path file) throws IOException {
        new ResponseStream(new ByteArrayInputStream(bytes), "screenshot", bytes.length).saveTo(file);
    }

    /**
     * Performs an action.
     *
     * @param words the action for errors
     * @return the result, of the kind of the action
     */
    private BrowserActionResult perform(BrowserAction action, Object words) {
        BrowserActionResult result = client.invokeBrowser(InvokeBrowserRequest.builder()
                        .browserIdentifier(browserIdentifier)
                        .sessionId(sessionId)
                        .action(action)
                        .build())
                .result();
        // Both unions give their members the same names.
        if (!result.getClass().getSimpleName().equals(action.getClass().getSimpleName())) {
            throw unexpected(words);
        } else if (result instanceof BrowserActionResult.MouseClickMember is) {
            check(words, is.mouseClick().status(), is.mouseClick().error());
        } else if (result instanceof BrowserActionResult.MouseMoveMember is) {
            check(words, is.mouseMove().status(), is.mouseMove().error());
        } else if (result instanceof BrowserActionResult.MouseDragMember is) {
            check(words, is.mouseDrag().status(), is.mouseDrag().error());
        } else if (result instanceof BrowserActionResult.MouseScrollMember is) {
            check(words, is.mouseScroll().status(), is.mouseScroll().error());
        } else if (result instanceof BrowserActionResult.KeyTypeMember is) {
            check(words, is.keyType().status(), is.keyType().error());
        } else if (result instanceof BrowserActionResult.KeyPressMember is) {
            check(words, is.keyPress().status(), is.keyPress().error());
        } else if (result instanceof BrowserActionResult.KeyShortcutMember is) {
            check(words, is.keyShortcut().status(), is.keyShortcut().error());
        } else if (result instanceof BrowserActionResult.ScreenshotMember is) {
            check(words, is.screenshot().status(), is.screenshot().error());
        }
        return result;
    }

    private void checkPoint(String xName, int x, String yName, int y) {
        checkCoordinate(xName, x, viewPort == null ? Integer.MAX_VALUE : viewPort.width());
        checkCoordinate(yName, y, viewPort == null ? Integer.MAX_VALUE : viewPort.height());
    }

    private void checkCoordinate(String name, int value, int size) {
        if (value < 0 || value >= size) {
            String area = viewPort == null ? "" : " of " + viewPort.width() + " x " + viewPort.height();
            throw new IllegalArgumentException(name + " " + value + " is outside of the view port" + area);
        }
    }

    private static void checkRange(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ", but is " + value);
        }
    }

    /** A status that this version does not know is a failure, because the action may not have been carried out. */
    private void check(Object action, BrowserActionStatus status, @Nullable String error) {
        if (!BrowserActionStatus.SUCCESS.equals(status)) {
            throw new ActionFailedException(action + " failed in session " + sessionId + " (status " + status + "): "
                    + (error == null ? "the service gives no reason" : DevToolsException.readable(error)));
        }
    }

    private BrowserException unexpected(Object action) {
        return new BrowserException("the response to " + action + " in session " + sessionId
                + " does not have the result of the action: whether it was carried out is unknown");
    }
}
