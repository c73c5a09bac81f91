package dev.whittle.bedrockagentcore.chromium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.bedrockagentcore.BedrockAgentCoreClient;
import dev.whittle.bedrockagentcore.browser.ActionFailedException;
import dev.whittle.bedrockagentcore.browser.Automation;
import dev.whittle.bedrockagentcore.browser.Browser;
import dev.whittle.bedrockagentcore.browser.BrowserException;
import dev.whittle.bedrockagentcore.browser.BrowserSession;
import dev.whittle.bedrockagentcore.browser.DevTools;
import dev.whittle.bedrockagentcore.browser.DevToolsException;
import dev.whittle.bedrockagentcore.browser.DevToolsTimeoutException;
import dev.whittle.bedrockagentcore.browser.Page;
import dev.whittle.bedrockagentcore.browser.Target;
import dev.whittle.bedrockagentcore.model.AccessDeniedException;
import dev.whittle.bedrockagentcore.model.BrowserSessionStatus;
import dev.whittle.bedrockagentcore.model.BrowserSessionSummary;
import dev.whittle.bedrockagentcore.model.ResourceNotFoundException;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.document.Document;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A session with a real browser, through the public API only. */
@Timeout(60)
class ChromiumTest {
    private static final Credentials CREDENTIALS = Credentials.of("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG");
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 700;
    private static final Map<String, Document> EXPRESSION = Map.of("expression", Document.of("document.title"));

    private static Site site;
    private static BrowserService service;
    private static BedrockAgentCoreClient client;
    private static BrowserSession session;

    private DevTools devTools;
    private Page page;

    @BeforeAll
    static void startService() throws IOException {
        Chromium.assumeInstalled();
        site = Site.start();
        service = BrowserService.start(CREDENTIALS);
        client = service.client();
        session = Browser.of(client).start(o -> o.viewPort(WIDTH, HEIGHT));
    }

    @AfterAll
    static void stopService() {
        if (session != null) {
            session.close();
            client.close();
            service.close();
            site.close();
        }
    }

    @BeforeEach
    void open() {
        devTools = DevTools.connect(session.automation());
        page = devTools.open(site.address().toString());
    }

    @AfterEach
    void close() {
        page.close();
        devTools.close();
    }

    @Test
    void aFormIsFilledIn() {
        page.type("#person", "Ada");
        page.click("#greet");

        assertThat(page.text("#result")).isEqualTo("Hello, Ada!");
    }

    @Test
    void aPictureShowsTheViewPort() throws IOException {
        assertIsPicture(page.screenshot());
        assertIsPicture(session.screen().screenshot());
    }

    private static void assertIsPicture(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] colours = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());

        assertThat(image.getWidth()).isEqualTo(WIDTH);
        assertThat(image.getHeight()).isEqualTo(HEIGHT);
        assertThat(Arrays.stream(colours).distinct().count()).isGreaterThan(20);
    }

    @Test
    void aDocumentHasAllPages() {
        String pdf = new String(page.pdf(), StandardCharsets.ISO_8859_1);

        assertThat(pdf).startsWith("%PDF-").endsWith("%%EOF\n");
        // Text of 120 paragraphs, 30 at most to a sheet.
        assertThat(Pattern.compile("/Type /Page\\s").matcher(pdf).results().count())
                .isBetween(4L, 20L);
        assertThat(pdf).contains("/Font");
    }

    @Test
    void anAlertBlocksThePageUntilAKeyIsPressedOnTheScreen() throws Exception {
        try (DevTools impatient =
                DevTools.connect(session.automation(), o -> o.commandTimeout(Duration.ofMillis(500)))) {
            Target blocked = impatient.attach(page.target().id());
            CompletableFuture<Void> click = openDialog("#alert");

            assertThatThrownBy(() -> blocked.send("Runtime.evaluate", EXPRESSION))
                    .isInstanceOf(DevToolsTimeoutException.class);
            assertThatThrownBy(() -> session.screen().type("text")).isInstanceOf(ActionFailedException.class);
            assertThat(click).isNotDone();
            session.screen().press("enter");

            click.get(30, TimeUnit.SECONDS);
            assertThat(page.text("#result")).isEqualTo("Seen");
        }
    }

    @Test
    void aQuestionIsDeclinedByEscapeAndAcceptedByAClick() throws Exception {
        CompletableFuture<Void> declined = openDialog("#confirm");
        session.screen().press("escape");
        declined.get(30, TimeUnit.SECONDS);
        assertThat(page.text("#result")).isEqualTo("No");

        CompletableFuture<Void> accepted = openDialog("#confirm");
        session.screen().click(WIDTH / 2, HEIGHT / 2);
        accepted.get(30, TimeUnit.SECONDS);
        assertThat(page.text("#result")).isEqualTo("Yes");
    }

    /** Clicks an element that opens a dialog; the click is done once the dialog is closed. */
    private CompletableFuture<Void> openDialog(String selector) throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1);
        page.target().send("Page.enable");
        DevTools.Subscription opening = page.target().on("Page.javascriptDialogOpening", event -> open.countDown());
        CompletableFuture<Void> click = CompletableFuture.runAsync(() -> page.click(selector));
        assertThat(open.await(30, TimeUnit.SECONDS)).isTrue();
        opening.close();
        return click;
    }

    @Test
    void theScreenHasAMouseAndAKeyboard() {
        Document field = page.evaluate("(({x, y}) => [Math.round(x) + 5, Math.round(y) + 5])"
                + "(document.querySelector('#person').getBoundingClientRect())");
        page.evaluate("document.activeElement.blur()");

        session.screen()
                .click(field.asList().get(0).asInt(), field.asList().get(1).asInt());
        session.screen().type("Grace");
        session.screen().press("enter");
        assertThat(page.text("#result")).isEqualTo("Hello, Grace!");

        session.screen().shortcut("ctrl", "a");
        session.screen().type("Ada Byron");
        session.screen().press("backspace", 6);
        session.screen().press("enter");
        assertThat(page.text("#result")).isEqualTo("Hello, Ada!");

        session.screen().scroll(WIDTH / 2, HEIGHT / 2, 0, -300);
        page.evaluate("new Promise(done => { const look = () => scrollY > 0 ? done() : requestAnimationFrame(look);"
                + " look(); })");

        assertThatThrownBy(() -> session.screen().press("no such key"))
                .isInstanceOf(ActionFailedException.class)
                .hasMessageContaining("unknown key");
    }

    @Test
    void theLiveViewOpensUnchangedOnly() throws Exception {
        URI url = session.liveView(Duration.ofSeconds(60)).url();

        assertThat(status(url)).isEqualTo(200);
        assertThat(status(URI.create(url.toString().replace("X-Amz-Expires=60", "X-Amz-Expires=61"))))
                .isEqualTo(403);
    }

    private static int status(URI url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aPersonTakesControlAndGivesItBack() {
        Automation automation = session.automation();

        session.takeControl();
        try {
            assertThatThrownBy(session::automation)
                    .isInstanceOf(BrowserException.class)
                    .hasMessageContaining("releaseControl()");
            assertThatThrownBy(() -> DevTools.connect(automation)).isInstanceOf(DevToolsException.class);
            assertThatThrownBy(() -> page.text("h1")).isInstanceOf(DevToolsException.class);
        } finally {
            session.releaseControl();
        }

        try (DevTools again = DevTools.connect(session.automation())) {
            Target same = again.attach(page.target().id());
            assertThat(same.send("Runtime.evaluate", EXPRESSION).get("result").get("value"))
                    .isEqualTo(Document.of("Greetings"));
            same.send("Page.close");
        }
    }

    @Test
    void theServiceListsItsSessions() {
        assertThat(client.listBrowserSessions(r ->
                                r.browserIdentifier(session.browserIdentifier()).status(BrowserSessionStatus.READY))
                        .items())
                .extracting(BrowserSessionSummary::sessionId)
                .contains(session.sessionId());
        assertThatThrownBy(() -> Browser.of(client, "another").join(session.sessionId()))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void foreignCredentialsStartNoBrowser() {
        try (BedrockAgentCoreClient foreign = BedrockAgentCoreClient.builder()
                .region(BrowserService.REGION)
                .endpoint(service.endpoint())
                .credentials(CredentialsProvider.of(Credentials.of("AKIDEXAMPLE", "another secret")))
                .build()) {
            assertThatThrownBy(() -> Browser.of(foreign).start()).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void theBrowserEndsWithItsSession() {
        Set<ProcessHandle> before = processes();
        Set<ProcessHandle> started;
        try (BrowserSession another = Browser.of(client).start()) {
            started = processes();
            started.removeAll(before);
            assertThat(started).as(another.toString()).isNotEmpty();
        }

        assertThat(started).noneMatch(Chromium::isRunning);
    }

    private static Set<ProcessHandle> processes() {
        return ProcessHandle.current().descendants().collect(Collectors.toSet());
    }
}
