package dev.whittle.bedrockagentcore.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.demo.LoopbackService;
import dev.whittle.bedrockagentcore.demo.Sessions;
import dev.whittle.bedrockagentcore.model.MouseButton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ScreenTest {
    private static final String PNG_BASE64 = "iVBORw0KGgo=";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final Sessions sessions = new Sessions(TestClients.streams(9));
    private final List<Map<String, Object>> actions = Collections.synchronizedList(new ArrayList<>());
    private LoopbackService service;
    private BedrockAgentCoreClient client;
    private BrowserSession session;
    private Screen screen;

    @BeforeEach
    void start() throws IOException {
        service = LoopbackService.start(sessions);
        client = TestClients.client(service);
        session = Browser.of(client).start(o -> o.viewPort(1280, 720));
        screen = session.screen();
        respond(Map.of("status", "SUCCESS", "data", PNG_BASE64));
    }

    @AfterEach
    void stop() {
        session.close();
        client.close();
        service.close();
    }

    /** Responds to each action with this result of the same action. */
    private void respond(Map<String, Object> result) {
        sessions.onAction(action -> {
            actions.add(action);
            return Map.of(action.keySet().iterator().next(), result);
        });
    }

    private Object last() {
        return actions.get(actions.size() - 1);
    }

    @Test
    void actsWithTheMouse() {
        screen.click(0, 719);
        assertThat(last()).isEqualTo(Map.of("mouseClick", Map.of("x", 0, "y", 719, "button", "LEFT", "clickCount", 1)));
        screen.click(1279, 0, MouseButton.RIGHT, 10);
        assertThat(last())
                .isEqualTo(Map.of("mouseClick", Map.of("x", 1279, "y", 0, "button", "RIGHT", "clickCount", 10)));
        screen.move(3, 4);
        assertThat(last()).isEqualTo(Map.of("mouseMove", Map.of("x", 3, "y", 4)));
        screen.drag(1, 2, 3, 4);
        assertThat(last())
                .isEqualTo(
                        Map.of("mouseDrag", Map.of("startX", 1, "startY", 2, "endX", 3, "endY", 4, "button", "LEFT")));
        screen.drag(1, 2, 3, 4, MouseButton.MIDDLE);
        assertThat(last())
                .isEqualTo(Map.of(
                        "mouseDrag", Map.of("startX", 1, "startY", 2, "endX", 3, "endY", 4, "button", "MIDDLE")));
        screen.scroll(5, 6, -1000, 1000);
        assertThat(last()).isEqualTo(Map.of("mouseScroll", Map.of("x", 5, "y", 6, "deltaX", -1000, "deltaY", 1000)));
    }

    @Test
    void actsWithTheKeyboard() {
        screen.type("");
        assertThat(last()).isEqualTo(Map.of("keyType", Map.of("text", "")));
        // A character outside of the basic plane is one character, but two of Java's.
        screen.type("😀".repeat(10_000));
        assertThat(last()).isEqualTo(Map.of("keyType", Map.of("text", "😀".repeat(10_000))));
        screen.press("Enter");
        assertThat(last()).isEqualTo(Map.of("keyPress", Map.of("key", "Enter", "presses", 1)));
        screen.press("Tab", 100);
        assertThat(last()).isEqualTo(Map.of("keyPress", Map.of("key", "Tab", "presses", 100)));
        screen.shortcut("ctrl", "shift", "alt", "meta", "a");
        assertThat(last())
                .isEqualTo(Map.of("keyShortcut", Map.of("keys", List.of("ctrl", "shift", "alt", "meta", "a"))));
    }

    @Test
    void takesScreenshots() {
        assertThat(screen.screenshot()).isEqualTo(PNG);
        assertThat(last()).isEqualTo(Map.of("screenshot", Map.of("format", "PNG")));
    }

    @Test
    void refusesPointsOutsideOfTheViewPort() {
        refuses(() -> screen.click(1280, 0), "x 1280 is outside of the view port of 1280 x 720");
        refuses(() -> screen.click(0, 720), "y 720 is outside of the view port of 1280 x 720");
        refuses(() -> screen.move(-1, 0), "x -1 is outside of the view port of 1280 x 720");
        refuses(() -> screen.scroll(0, -1, 0, 0), "y -1 is outside of the view port of 1280 x 720");
        refuses(() -> screen.drag(1280, 0, 0, 0), "startX 1280 is outside of the view port of 1280 x 720");
        refuses(() -> screen.drag(0, 720, 0, 0), "startY 720 is outside of the view port of 1280 x 720");
        refuses(() -> screen.drag(0, 0, 1280, 0), "endX 1280 is outside of the view port of 1280 x 720");
        refuses(
                () -> screen.drag(0, 0, 0, Integer.MIN_VALUE),
                "endY -2147483648 is outside of the view port" + " of 1280 x 720");
    }

    @Test
    void refusesWhatIsOutOfRange() {
        refuses(() -> screen.click(0, 0, MouseButton.LEFT, 0), "count must be 1 to 10, but is 0");
        refuses(() -> screen.click(0, 0, MouseButton.LEFT, 11), "count must be 1 to 10, but is 11");
        refuses(() -> screen.scroll(0, 0, 1001, 0), "deltaX must be -1000 to 1000, but is 1001");
        refuses(() -> screen.scroll(0, 0, 0, -1001), "deltaY must be -1000 to 1000, but is -1001");
        refuses(() -> screen.type("a".repeat(10_001)), "length of the text must be 0 to 10000, but is 10001");
        refuses(() -> screen.press("a", 0), "times must be 1 to 100, but is 0");
        refuses(() -> screen.press("a", 101), "times must be 1 to 100, but is 101");
        refuses(() -> screen.shortcut(), "number of keys must be 1 to 5, but is 0");
        refuses(() -> screen.shortcut("a", "b", "c", "d", "e", "f"), "number of keys must be 1 to 5, but is 6");
    }

    private void refuses(ThrowingCallable action, String message) {
        assertThatThrownBy(action).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
        assertThat(actions).isEmpty();
    }

    @Test
    void withoutAViewPortOnlyNegativePointsAreRefused() {
        sessions.set(session.sessionId(), "viewPort", null);
        Screen unknown = Browser.of(client).join(session.sessionId()).screen();

        unknown.click(100_000, 100_000);
        assertThat(actions).hasSize(1);
        assertThatThrownBy(() -> unknown.click(-1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x -1 is outside of the view port");
    }

    @Test
    void aFailedActionSaysWhichAndWhy() {
        respond(Map.of("status", "FAILED", "error", "the display\nis locked"));
        String end = " failed in session " + session.sessionId() + " (status FAILED): the display is locked";

        fails(() -> screen.click(1, 2), "MouseClickArguments{x=1, y=2, button=LEFT, clickCount=1}" + end);
        fails(() -> screen.move(1, 2), "MouseMoveArguments{x=1, y=2}" + end);
        fails(
                () -> screen.drag(1, 2, 3, 4),
                "MouseDragArguments{startX=1, startY=2, endX=3, endY=4, button=LEFT}" + end);
        fails(() -> screen.scroll(1, 2, 3, 4), "MouseScrollArguments{x=1, y=2, deltaX=3, deltaY=4}" + end);
        fails(() -> screen.type("a password"), "typing a text of 10 characters" + end);
        fails(() -> screen.press("Enter", 2), "KeyPressArguments{key=Enter, presses=2}" + end);
        fails(() -> screen.shortcut("ctrl", "a"), "KeyShortcutArguments{keys=[ctrl, a]}" + end);
        fails(() -> screen.screenshot(), "ScreenshotArguments{format=PNG}" + end);
    }

    @Test
    void aStatusThatIsNotKnownIsAFailure() {
        respond(Map.of("status", "PARTIAL"));
        fails(
                () -> screen.move(1, 2),
                "MouseMoveArguments{x=1, y=2} failed in session " + session.sessionId()
                        + " (status PARTIAL): the service gives no reason");
    }

    private static void fails(ThrowingCallable action, String message) {
        assertThatThrownBy(action).isInstanceOf(ActionFailedException.class).hasMessage(message);
    }

    @Test
    void aResponseWithoutTheResultOfTheActionIsAFailure() {
        sessions.onAction(action -> Map.of("mouseWheel", Map.of("status", "SUCCESS")));
        List<ThrowingCallable> all = List.of(
                () -> screen.click(1, 2),
                () -> screen.move(1, 2),
                () -> screen.drag(1, 2, 3, 4),
                () -> screen.scroll(1, 2, 3, 4),
                () -> screen.type("a password"),
                () -> screen.press("Enter"),
                () -> screen.shortcut("ctrl", "a"),
                () -> screen.screenshot());
        for (ThrowingCallable action : all) {
            assertThatThrownBy(action)
                    .isInstanceOf(BrowserException.class)
                    .hasMessageContaining("does not have the result of the action")
                    .hasMessageNotContaining("a password");
        }
        respond(Map.of("status", "SUCCESS"));
        assertThatThrownBy(() -> screen.screenshot()).isInstanceOf(BrowserException.class);
    }

    @Test
    void writesScreenshotsToFiles(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("shot.png");
        screen.screenshot(file);
        assertThat(file).hasBinaryContent(PNG);
        Files.writeString(file, "an older picture, longer than the new one");
        screen.screenshot(file);
        assertThat(file).hasBinaryContent(PNG);
        assertThat(names(folder)).containsExactly("shot.png");
    }

    @Test
    void aFailureLeavesTheFileAsItWas(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("shot.png");
        Files.writeString(file, "older");
        respond(Map.of("status", "FAILED"));
        assertThatThrownBy(() -> screen.screenshot(file)).isInstanceOf(ActionFailedException.class);
        assertThat(file).hasContent("older");
        respond(Map.of("status", "SUCCESS", "data", PNG_BASE64));
        assertThatThrownBy(() -> screen.screenshot(folder.resolve("missing/shot.png")))
                .isInstanceOf(IOException.class);
        // A folder cannot be replaced by the picture.
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("child"), "");
        assertThatThrownBy(() -> screen.screenshot(full)).isInstanceOf(IOException.class);
        assertThat(names(folder)).containsExactly("full", "shot.png");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
