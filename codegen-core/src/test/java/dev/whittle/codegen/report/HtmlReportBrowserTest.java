package dev.whittle.codegen.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.whittle.codegen.json.PlainJson;
import dev.whittle.codegen.report.Browser.Shown;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser: its filters and links work, nothing is forbidden by its policy, and it loads nothing. */
@Timeout(300)
class HtmlReportBrowserTest {
    private static final String REMOVED = "API403-Item$price";
    private static final String UNUSED = "API403-Item$weight";
    private static final String REQUIRED = "API402-OrderRequest$customer";
    private static final String MOVED = "API409-Item$size";

    /** Opens the report in a frame and uses it as a reader does, in steps that are separated by a line. */
    private static final String READER = """
            <!DOCTYPE html><link rel="icon" href="data:,"><iframe src="/report"></iframe><ol></ol><script>
            const frame = document.querySelector("iframe");
            const pause = () => new Promise((done) => setTimeout(done, 50));
            frame.onload = async () => {
              frame.onload = null;
              const page = frame.contentDocument;
              const form = page.getElementById("filters");
              const say = async () => {
                await pause();
                const shown = Array.from(page.querySelectorAll("details.change:not([hidden]) > .body"), (each) => each.id);
                const item = document.createElement("li");
                item.textContent = shown.length + " " + page.getElementById("shown").textContent + " "
                  + frame.contentWindow.location.search + frame.contentWindow.location.hash;
                document.querySelector("ol").append(item);
              };
              await say();
              form.elements.text.value = "ITEM removed";
              form.elements.text.dispatchEvent(new Event("input", { bubbles: true }));
              await say();
              form.elements.used.click();
              await say();
              form.querySelector("button").click();
              await say();
              page.querySelector("[id='API409-Item$size'] a").click();
              await say();
            };
            </script>
            """;

    /** Opens reports in frames and tells what they show. */
    private static final String VISITOR = """
            <!DOCTYPE html><link rel="icon" href="data:,"><ol></ol><script>
            const visit = (address) => new Promise((done) => {
              const frame = document.createElement("iframe");
              frame.width = 360;
              frame.onload = () => setTimeout(() => {
                const page = frame.contentDocument;
                const linked = page.querySelector(".linked");
                page.querySelectorAll("details").forEach((each) => { each.wasOpen = each.open; each.open = true; });
                const root = page.documentElement;
                done([
                  page.querySelectorAll("details.change:not([hidden])").length,
                  page.getElementById("shown").textContent,
                  page.getElementById("nothing").hidden ? "something" : "nothing",
                  linked ? "linked and " + (linked.wasOpen ? "open " : "closed ") + linked.querySelector(".body").id
                    : "none linked",
                ].join(", ") + (root.scrollWidth > root.clientWidth ? ", too wide" : ""));
              }, 50);
              frame.src = address;
              document.body.append(frame);
            });
            onload = async () => {
              for (const address of ADDRESSES) {
                const item = document.createElement("li");
                item.textContent = await visit(address);
                document.querySelector("ol").append(item);
              }
            };
            </script>
            """;

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Browser browser;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        browser = Browser.installed(folder);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            requests.add(path);
            byte[] page = pages.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length == 0 ? -1 : page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static List<String> shown(Document page) {
        return page.select("details.change:not([hidden]) > .body").eachAttr("id");
    }

    /** Opens addresses one after the other in narrow frames, and returns a line about each. */
    private List<String> lines(List<String> addresses) throws Exception {
        pages.put("/", VISITOR.replace("ADDRESSES", PlainJson.print(addresses)));
        Shown shown = browser.open(address() + "/");
        assertThat(shown.console()).isEmpty();
        return shown.document().select("li").eachText();
    }

    @Test
    void filtersComeFromTheAddress() throws Exception {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("", 11);
        counts.put("level=breaking&kind=source", 4);
        counts.put("level=risky&kind=source", 1);
        counts.put("kind=wire", 7);
        counts.put("level=compatible", 3);
        counts.put("level=breaking&kind=wire", 3);
        counts.put("code=API601", 2);
        counts.put("operation=Order", 1);
        counts.put("service=Ware+House", 1);
        counts.put("used=yes", 2);
        counts.put("text=customer", 1);
        counts.put("text=%3Cscript", 0);
        counts.put("code=API777", 11);
        counts.put("unknown=1", 11);
        pages.put("/report", Reports.write(SampleReports.full(), ReportFormat.HTML));
        List<String> expected = new ArrayList<>();
        counts.forEach((query, count) -> expected.add(
                count + ", " + count + " of 11 shown, " + (count == 0 ? "nothing" : "something") + ", none linked"));
        assertThat(lines(counts.keySet().stream()
                        .map(query -> "/report?" + query)
                        .toList()))
                .isEqualTo(expected);
    }

    @Test
    void linksOpenTheirChanges() throws Exception {
        pages.put("/report", Reports.write(SampleReports.full(), ReportFormat.HTML));
        assertThat(lines(List.of(
                        "/report?a#" + MOVED,
                        "/report?a#API101",
                        "/report?code=API901#" + MOVED,
                        "/report?a#%E0%A4%A",
                        "/report?a#filters")))
                .containsExactly(
                        "11, 11 of 11 shown, something, linked and open " + MOVED,
                        "11, 11 of 11 shown, something, linked and open API101",
                        "11, 11 of 11 shown, something, linked and open " + MOVED,
                        "11, 11 of 11 shown, something, none linked",
                        "11, 11 of 11 shown, something, none linked");
    }

    @Test
    void longNamesFitOnAPhone() throws Exception {
        String name = "Supercalifragilistic".repeat(12);
        pages.put("/report", Reports.write(SampleReports.full(text -> text + name), ReportFormat.HTML));
        pages.put("/wide", "<p style='width:999px'>x</p><form id=filters></form><p id=shown></p><p id=nothing></p>");
        assertThat(lines(List.of("/report"))).singleElement().asString().doesNotContain("wide");
        assertThat(lines(List.of("/wide"))).singleElement().asString().contains("too wide");
    }

    @Test
    void localFileOpensWhatFails(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("report.html");
        Files.writeString(file, Reports.write(SampleReports.full(), ReportFormat.HTML));
        Shown shown = browser.open(file.toUri() + "?text=item#nothing");
        assertThat(shown.console()).isEmpty();
        assertThat(shown.document().select("details[open] > .body").eachAttr("id"))
                .containsExactly(REMOVED, REQUIRED, UNUSED, "API101");
        assertThat(shown.document().select("#filters[hidden]")).isEmpty();
        assertThat(shown(shown.document())).contains(REMOVED).doesNotContain("API101");
        assertThat(shown.document().select("section.group:not([hidden]) h2").eachText())
                .containsExactly("Failing 3", "Passing, but some code or messages may break 3", "Compatible 3");
    }

    @Test
    void readerFilters() throws Exception {
        pages.put("/", READER);
        pages.put("/report", Reports.write(SampleReports.full(), ReportFormat.HTML));
        Shown shown = browser.open(address() + "/");
        assertThat(shown.console()).isEmpty();
        assertThat(shown.document().select("li").eachText())
                .containsExactly(
                        "11 11 of 11 shown",
                        "2 2 of 11 shown ?text=ITEM+removed",
                        "1 1 of 11 shown ?text=ITEM+removed&used=yes",
                        "11 11 of 11 shown",
                        "11 11 of 11 shown #API409-Item$size");
        assertThat(requests).containsExactlyInAnyOrder("/", "/report");
    }

    @Test
    void hostileTextsRunAndLoadNothing() throws Exception {
        String attack = "</script><script src=" + address() + "/script></script><img src=" + address()
                + "/image onerror=\"document.title='x'\">\"><style>@import '" + address() + "/style';</style>"
                + "<link rel=stylesheet href=" + address() + "/sheet><base href=" + address() + "/base>";
        pages.put("/report", Reports.write(SampleReports.full(text -> text + attack), ReportFormat.HTML));
        Shown shown = browser.open(address() + "/report");
        assertThat(shown.console()).isEmpty();
        assertThat(requests).containsExactly("/report");
        assertThat(shown(shown.document())).hasSize(11);
        // Each of these would be seen.
        pages.put("/report", attack);
        requests.clear();
        browser.open(address() + "/report");
        assertThat(requests).contains("/image", "/style", "/sheet");
    }

    /** Even a text that was not escaped could not run. */
    @Test
    void policyForbidsOtherScripts() throws Exception {
        String page = Reports.write(SampleReports.full(), ReportFormat.HTML);
        pages.put(
                "/report",
                page.replace(
                        "</main>", "<script>document.title='x'</script><img src=/image><p onclick='x'></p></main>"));
        Shown shown = browser.open(address() + "/report");
        assertThat(shown.document().title()).isNotEqualTo("x");
        assertThat(shown.console())
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(line -> line.contains("Content Security Policy"));
        assertThat(requests).containsExactly("/report");
    }
}
