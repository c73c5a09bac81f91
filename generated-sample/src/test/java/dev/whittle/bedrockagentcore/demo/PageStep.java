package dev.whittle.bedrockagentcore.demo;

import dev.whittle.bedrockagentcore.browser.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a page, fills in its form and keeps pictures of it. */
final class PageStep {
    private final Setting setting;
    private final Output out;

    PageStep(Setting setting, Output out) {
        this.setting = setting;
        this.out = out;
    }

    void run(Page page) throws IOException {
        out.fact("page", page.evaluate("location.href").asString());
        out.fact("heading", page.text("h1"));
        if (setting.isDemo()) {
            page.type("#person", "Ada");
            page.click("#greet");
            out.fact("form", "types Ada, clicks the button");
            out.fact("result", page.text("#result"));
        }
        Path picture = setting.folder().resolve("page.png");
        page.screenshot(picture);
        out.fact("screenshot", describe(picture));
        if (setting.isDemo()) {
            Path document = setting.folder().resolve("page.pdf");
            page.pdf(document);
            out.fact("PDF", describe(document));
        }
    }

    /** The path of a file, from the working directory if it is in there, and the size. */
    static String describe(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path here = Path.of("").toAbsolutePath();
        return (absolute.startsWith(here) ? here.relativize(absolute) : absolute) + ", " + Files.size(file) + " bytes";
    }
}
