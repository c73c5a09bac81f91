package dev.whittle.bedrockagentcore.demo;

import dev.whittle.bedrockagentcore.browser.DevTools;
import dev.whittle.bedrockagentcore.browser.Page;
import dev.whittle.bedrockagentcore.browser.Screen;
import dev.whittle.runtime.document.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Uses the mouse, the keyboard and the screen of the session. */
final class ScreenStep {
    private static final String CENTRE =
            "(box => [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)])"
                    + "(document.querySelector(\"#person\").getClientRects()[0])";

    private final Setting setting;
    private final Output out;

    ScreenStep(Setting setting, Output out) {
        this.setting = setting;
        this.out = out;
    }

    void run(Screen screen, DevTools devTools, Page page) throws IOException {
        out.step("session.screen: mouse and keyboard, as of the machine that the browser runs on");
        if (setting.isDemo()) {
            fillIn(screen, page);
        }
        if (setting.kind() == Setting.Kind.CHROMIUM) {
            closeAlert(screen, devTools, page);
        }
        Path picture = setting.folder().resolve("screen.png");
        screen.screenshot(picture);
        out.fact("screenshot", PageStep.describe(picture));
    }

    private void fillIn(Screen screen, Page page) {
        List<Document> field = page.evaluate(CENTRE).asList();
        int x = field.get(0).asInt();
        int y = field.get(1).asInt();
        screen.click(x, y);
        screen.shortcut("ctrl", "a");
        screen.type("Grace");
        screen.press("enter");
        out.fact("form", "clicks at " + x + ", " + y + ", presses ctrl+a, types Grace, presses enter");
        out.fact("result", page.text("#result"));
    }

    /** An alert blocks the page, and with it the commands for the page. The keyboard is beside them. */
    private void closeAlert(Screen screen, DevTools devTools, Page page) {
        CompletableFuture<String> opened = new CompletableFuture<>();
        page.target().send("Page.enable");
        DevTools.Subscription opening = page.target()
                .on(
                        "Page.javascriptDialogOpening",
                        event -> opened.complete(event.get("message").asString()));
        page.evaluate("void setTimeout(() => document.querySelector(\"#alert\").click())");
        out.fact(
                "alert",
                opened.completeOnTimeout("(none)", 10, TimeUnit.SECONDS).join());
        opening.close();
        CompletableFuture<Document> title =
                page.target().sendAsync("Runtime.evaluate", Map.of("expression", Document.of("document.title")));
        devTools.send("Browser.getVersion");
        out.fact("page", title.isDone() ? "responds" : "does not respond while the alert is open");
        screen.press("enter");
        out.fact("press enter", "closes the alert; the page goes on: " + page.text("#result"));
    }
}
