package dev.whittle.bedrockagentcore.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.bedrockagentcore.demo.DemoBrowser;
import dev.whittle.runtime.document.Document;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pages of the demo's browser; those of a real one have tests of their own. */
@Timeout(60)
class PageTest {
    private static final String ADDRESS = "https://example.com/form";

    private final List<String> methods = Collections.synchronizedList(new ArrayList<>());
    private final List<Document> evaluations = Collections.synchronizedList(new ArrayList<>());
    /** Responds in place of the browser, if it responds. */
    private volatile Function<Document, String> override = command -> "";

    private DevToolsServer server;
    private DevTools devTools;

    @TempDir
    private Path directory;

    @BeforeEach
    void connect() throws InterruptedException {
        List<org.java_websocket.WebSocket> connections = Collections.synchronizedList(new ArrayList<>());
        DemoBrowser browser = new DemoBrowser(event -> connections.get(0).send(event));
        server = DevToolsServer.start((connection, command) -> {
            connections.add(connection);
            methods.add(command.get("method").asString());
            evaluations.add(command.get("params").get("expression"));
            String result = override.apply(command);
            connection.send(
                    result.isEmpty()
                            ? browser.respond(command.toString())
                            : "{\"id\":" + command.get("id") + "," + result + "}");
        });
        devTools = DevTools.connect(server.automation());
    }

    @AfterEach
    void disconnect() {
        devTools.close();
        server.close();
        DevToolsTest.assertNoThreadIsLeft();
    }

    private DevTools impatient() {
        return DevTools.connect(server.automation(), o -> o.commandTimeout(Duration.ofMillis(1500)));
    }

    private void respond(String method, String result) {
        override = command -> command.get("method").asString().equals(method) ? result : "";
    }

    @Test
    void aFormIsFilledInAndRead() {
        assertThat(devTools.send("Browser.getVersion").get("product").asString())
                .isEqualTo("WhittleDemo/1.0");
        try (Page page = devTools.open(ADDRESS)) {
            page.waitForLoad();
            page.waitFor("button");
            assertThat(page.evaluate("location.href").asString()).isEqualTo(ADDRESS);
            assertThat(page.evaluate("1+1").asInt()).isEqualTo(2);
            page.type("#person", "Ada \ud83d\ude00");
            page.click("button");
            assertThat(page.text("#result")).isEqualTo("Hello, Ada \ud83d\ude00!");
            page.navigate(ADDRESS);
            assertThat(page.text("#result")).isEmpty();
            assertThat(page.target()).hasToString("Target{id=" + page.target().id() + "}");
        }
        assertThat(methods).endsWith("Target.closeTarget");
    }

    @Test
    void picturesAreWrittenToFiles() throws Exception {
        try (Page page = devTools.open(ADDRESS)) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
            assertThat(image.getWidth()).isEqualTo(1280);
            assertThat(image.getHeight()).isEqualTo(720);
            assertThat(new String(page.pdf(), StandardCharsets.US_ASCII))
                    .startsWith("%PDF-1.4")
                    .contains("(Greetings)")
                    .endsWith("%%EOF\n");
            Path png = Files.writeString(directory.resolve("page.png"), "old");
            Path pdf = directory.resolve("page.pdf");
            page.screenshot(png);
            page.pdf(pdf);
            assertThat(png).hasBinaryContent(page.screenshot());
            assertThat(pdf).hasBinaryContent(page.pdf());
            assertThat(Files.list(directory)).containsExactlyInAnyOrder(png, pdf);

            Path nowhere = directory.resolve("missing").resolve("page.png");
            assertThatThrownBy(() -> page.screenshot(nowhere)).isInstanceOf(NoSuchFileException.class);
            Files.createDirectories(nowhere.resolve("occupied"));
            assertThatThrownBy(() -> page.screenshot(nowhere)).isInstanceOf(IOException.class);
            assertThat(Files.list(nowhere.getParent())).containsExactly(nowhere);
        }
    }

    @Test
    void picturesOfAnySizeAreRead() {
        byte[] large = new byte[12_000_000];
        new Random(7).nextBytes(large);
        respond(
                "Page.captureScreenshot",
                "\"result\":{\"data\":\"" + Base64.getEncoder().encodeToString(large) + "\"}");
        assertThat(devTools.firstPage().screenshot()).isEqualTo(large);
    }

    @Test
    void aPictureThatIsNoneIsAnError() {
        Page page = devTools.firstPage();
        respond("Page.captureScreenshot", "\"result\":{\"data\":\"?\"}");
        assertThatThrownBy(page::screenshot)
                .isInstanceOf(DevToolsException.class)
                .hasMessage("Page.captureScreenshot failed: the data in the result is not base64");
        respond("Page.printToPDF", "\"result\":{}");
        assertThatThrownBy(page::pdf)
                .isInstanceOf(DevToolsException.class)
                .hasMessage("Page.printToPDF failed: the result has no string 'data'");
    }

    @Test
    void anElementThatIsMissingIsNamed() {
        try (DevTools impatient = impatient()) {
            Page page = impatient.firstPage();
            assertThatThrownBy(() -> page.text("#no\"such\\"))
                    .isInstanceOf(DevToolsTimeoutException.class)
                    .hasMessage("no element matches the selector \"#no\\\"such\\\\\"; waited 1500 ms");
            assertThatThrownBy(() -> page.type("h1", "text"))
                    .isInstanceOf(DevToolsTimeoutException.class)
                    .hasMessage("the element of the selector \"h1\" does not take the focus; waited 1500 ms");
            assertThat(methods).doesNotContain("Input.insertText");
        }
    }

    @Test
    void anElementThatComesLaterIsWaitedFor() {
        Page page = devTools.firstPage();
        List<String> results = Collections.synchronizedList(new ArrayList<>(List.of(
                "\"result\":{\"result\":{\"value\":null}}",
                "\"error\":{\"code\":-32000,\"message\":\"Execution context was destroyed.\"}",
                "\"result\":{\"result\":{\"value\":\"is hidden\"}}",
                "\"result\":{\"result\":{\"value\":[\"late\"]}}")));
        override = command -> results.remove(0);
        assertThat(page.text("#result")).isEqualTo("late");
        assertThat(results).isEmpty();
    }

    @Test
    void aSelectorIsAlwaysAString() {
        Page page = devTools.firstPage();
        respond("Runtime.evaluate", "\"result\":{\"result\":{\"value\":[\"text\"]}}");
        page.text("a\"); alert(\"b\u2028\n\\");
        assertThat(evaluations.get(evaluations.size() - 1).asString())
                .contains("document.querySelector(\"a\\\"); alert(\\\"b\\u2028\\n\\\\\")");
    }

    @Test
    void whatThePageThrowsIsInTheException() {
        Page page = devTools.firstPage();
        assertThatThrownBy(() -> page.evaluate("nonsense("))
                .isInstanceOf(DevToolsException.class)
                .hasMessage("the page threw: SyntaxError: the demo browser evaluates no JavaScript");
        respond(
                "Runtime.evaluate",
                "\"result\":{\"result\":{},\"exceptionDetails\":{\"text\":\"Uncaught\",\"exception\":"
                        + "{\"description\":\"Error: boom\\n    at <anonymous>:1:7\"}}}");
        assertThatThrownBy(() -> page.evaluate("throw")).hasMessage("the page threw: Error: boom");
        respond(
                "Runtime.evaluate",
                "\"result\":{\"result\":{},\"exceptionDetails\":{\"text\":\"Uncaught\",\"exception\":"
                        + "{\"value\":{\"a\":1}}}}");
        assertThatThrownBy(() -> page.evaluate("throw")).hasMessage("the page threw: {\"a\":1}");
        respond(
                "Runtime.evaluate",
                "\"result\":{\"result\":{},\"exceptionDetails\":{\"exception\":{\"value\":\"" + "x".repeat(10_000)
                        + "\"}}}");
        assertThatThrownBy(() -> page.evaluate("throw")).hasMessage("the page threw: " + "x".repeat(500) + "...");
    }

    @Test
    void valuesComeAsJsonHasThem() {
        Page page = devTools.firstPage();
        respond("Runtime.evaluate", "\"result\":{\"result\":{\"type\":\"undefined\"}}");
        assertThat(page.evaluate("undefined")).isEqualTo(Document.NULL);
        respond("Runtime.evaluate", "\"result\":{\"result\":{\"unserializableValue\":\"NaN\"}}");
        assertThat(page.evaluate("0/0").asString()).isEqualTo("NaN");
        respond("Runtime.evaluate", "\"result\":{}");
        assertThatThrownBy(() -> page.evaluate("1"))
                .isInstanceOf(DevToolsException.class)
                .hasMessage("Runtime.evaluate failed: the result has no value");
    }

    @Test
    void aPageThatCannotBeLoadedIsClosed() {
        assertThatThrownBy(() -> devTools.open("gopher://example.com/?secret"))
                .isInstanceOf(DevToolsException.class)
                .hasMessage("the browser cannot load the page: net::ERR_UNKNOWN_URL_SCHEME");
        assertThat(methods).endsWith("Page.navigate", "Target.closeTarget");
        assertThat(devTools.pages()).hasSize(1);
    }

    @Test
    void aPageThatCannotBeAttachedToIsClosed() {
        respond("Target.attachToTarget", "\"error\":{\"code\":-32000,\"message\":\"Not allowed\"}");
        assertThatThrownBy(() -> devTools.open(ADDRESS))
                .isInstanceOf(DevToolsException.class)
                .hasMessage("Target.attachToTarget failed: Not allowed (code -32000)");
        assertThat(methods).endsWith("Target.attachToTarget", "Target.closeTarget");
    }

    @Test
    void anInterruptLeavesNoPageOpen() {
        Page page = devTools.open(ADDRESS);
        Thread.currentThread().interrupt();
        page.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(methods).endsWith("Target.closeTarget");

        Thread opening = Thread.currentThread();
        override = command -> {
            if (command.get("method").asString().equals("Runtime.evaluate")) {
                opening.interrupt();
                return "\"result\":{\"result\":{\"value\":\"loading\"}}";
            }
            return "";
        };
        assertThatThrownBy(() -> devTools.open(ADDRESS)).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(methods).endsWith("Target.closeTarget");
    }

    @Test
    void aPageThatNeverLoadsTimesOut() {
        respond("Runtime.evaluate", "\"result\":{\"result\":{\"value\":\"loading\"}}");
        try (DevTools impatient = impatient()) {
            assertThatThrownBy(() -> impatient.open(ADDRESS))
                    .isInstanceOf(DevToolsTimeoutException.class)
                    .hasMessage("the page is still loading; waited 1500 ms");
        }
    }

    @Test
    void pagesThatExistStayWhenDetached() {
        Page opened = devTools.open(ADDRESS);
        List<Page> pages = devTools.pages();
        assertThat(pages).hasSize(2);
        pages.forEach(Page::close);
        pages.forEach(Page::close);
        assertThat(methods.stream().filter("Target.detachFromTarget"::equals)).hasSize(2);
        assertThatThrownBy(() -> pages.get(0).text("h1"))
                .isInstanceOf(DevToolsException.class)
                .hasMessageContaining("Session with given id not found");
        assertThat(opened.text("h1")).isEqualTo("Greetings");
        opened.close();
        opened.close();
        try (Page first = devTools.firstPage()) {
            assertThat(first.evaluate("document.URL").asString()).isEqualTo("about:blank");
            devTools.send(
                    "Target.closeTarget",
                    Map.of("targetId", Document.of(first.target().id())));
        }
        assertThatThrownBy(devTools::firstPage)
                .isInstanceOf(DevToolsException.class)
                .hasMessage("the browser has no page: call open(url)");
    }

    @Test
    void aPageClosesQuietlyAfterItsConnection() {
        Page page = devTools.open(ADDRESS);
        devTools.close();
        page.close();
        assertThatThrownBy(page::screenshot).hasMessageContaining("this program closed it");
    }

    @Test
    void waitingForThePageCanBeInterrupted() {
        Page page = devTools.firstPage();
        Thread waiting = Thread.currentThread();
        override = command -> {
            waiting.interrupt();
            return "\"result\":{\"result\":{\"value\":null}}";
        };
        assertThatThrownBy(() -> page.waitFor("#late"))
                .isInstanceOf(DevToolsException.class)
                .hasMessageContaining("was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aValueThatIsMissingIsNamed() {
        Page page = devTools.firstPage();
        respond("Runtime.evaluate", "\"result\":{\"result\":{\"value\":[]}}");
        assertThatThrownBy(() -> page.text("h1"))
                .isInstanceOf(DevToolsException.class)
                .hasMessage("Runtime.evaluate failed: the result has no value");
        respond("Runtime.evaluate", "\"result\":{\"result\":{\"value\":[1]}}");
        assertThatThrownBy(() -> page.click("h1"))
                .isInstanceOf(DevToolsException.class)
                .hasMessage("Runtime.evaluate failed: the result has no value");
    }

    @Test
    void aBrowserThatBreaksThePromisesOfTheProtocolIsNamed() {
        respond("Target.createTarget", "\"result\":{\"targetId\":5}");
        assertThatThrownBy(() -> devTools.open(ADDRESS))
                .isInstanceOf(DevToolsException.class)
                .hasMessage("Target.createTarget failed: the result has no string 'targetId'");
        respond("Target.getTargets", "\"result\":{\"targetInfos\":[1]}");
        assertThatThrownBy(devTools::pages)
                .isInstanceOf(DevToolsException.class)
                .hasMessage("Target.getTargets failed: the result has no string 'type'");
    }
}
