package dev.whittle.codegen.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.problem.Quote;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever texts a model has, each form of a report is read as it was meant. */
class HostileTextsTest {
    private static final Pattern COMMAND = Pattern.compile(
            "::(error|warning|notice) (file=[^,:\\p{Cntrl}]+(,line=\\d+,col=\\d+)?,)?title=[^,:\\p{Cntrl}]+::\\P{Cntrl}+");

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static String write(long seed, ReportFormat format) {
        return Reports.write(SampleReports.full(new HostileTexts(seed)), format);
    }

    private static List<String> headlines(long seed) {
        return Entry.all(SampleReports.full(new HostileTexts(seed))).stream()
                .map(entry -> Words.headline(entry.change()).strip())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void textStaysInItsLine(long seed) {
        CheckReport report = SampleReports.full(new HostileTexts(seed));
        String text = Reports.write(report, ReportFormat.TEXT);
        assertThat(text.lines().filter(line -> !line.startsWith("        ")))
                .as("seed " + seed)
                .hasSize(Reports.text(report).size());
        assertThat(text.replace("\n", "")).doesNotContainPattern("\\p{Cntrl}").doesNotContain("##");
        assertThat(text.codePoints().filter(c -> Character.getType(c) == Character.SURROGATE))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void jsonIsValidAndWhole(long seed) {
        String text = write(seed, ReportFormat.JSON);
        assertThat(Schemas.REPORT.errors(text)).as("seed " + seed).isEmpty();
        List<String> messages = SampleReports.full(new HostileTexts(seed))
                .changes()
                .map(ReportedChange::change)
                .map(ApiChange::message)
                .map(WellFormed::text)
                .toList();
        assertThat(Schemas.texts(text, "message")).as("seed " + seed).isEqualTo(messages);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sarifIsValidAndHasNoLinks(long seed) {
        String text = write(seed, ReportFormat.SARIF);
        assertThat(Schemas.SARIF.errors(text)).as("seed " + seed).isEmpty();
        assertThat(Schemas.texts(text, "text"))
                .as("seed " + seed)
                .noneMatch(message -> message.contains("]("))
                .noneMatch(message ->
                        Pattern.compile("(?<!\\{)\\{\\d+}").matcher(message).find());
        assertThat(Schemas.texts(text, "uri"))
                .isNotEmpty()
                .allMatch(uri -> URI.create(uri).isAbsolute()
                        ? uri.startsWith("file:")
                        : !URI.create(uri).getRawPath().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void githubSeesOneCommandInALine(long seed) {
        List<String> lines = write(seed, ReportFormat.GITHUB).lines().toList();
        assertThat(lines)
                .as("seed " + seed)
                .hasSize(10)
                .allMatch(line -> COMMAND.matcher(line).matches());
        List<String> headlines = headlines(seed);
        for (int i = 0; i < 6; i++) {
            String message = lines.get(i).replaceFirst("::.*?title=[^:]*::", "");
            String decoded = message.replace("%0A", "\n").replace("%25", "%");
            assertThat(decoded.lines().findFirst().orElseThrow().strip())
                    .as("seed " + seed)
                    .isEqualToIgnoringCase(headlines.get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void markdownHasOnlyItsOwnStructure(long seed) {
        String text = write(seed, ReportFormat.MARKDOWN);
        Node document = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(text);
        Structure structure = new Structure();
        document.accept(structure);
        assertThat(structure.links).as("seed " + seed).isZero();
        assertThat(structure.headings).as("seed " + seed).isEqualTo(1);
        assertThat(structure.rows).as("seed " + seed).isEqualTo(4 + 5);
        assertThat(structure.inline).isSubsetOf("<br>", "<code>", "</code>", "<!-- -->");
        assertThat(structure.blocks)
                .as("seed " + seed)
                .allMatch(block -> block.equals("</details>")
                        || block.matches("<details><summary>[A-Za-z, ]+ \\(\\d+\\)</summary>"));
        assertThat(structure.texts).as("seed " + seed).noneMatch(each -> each.matches("(?s).*[@#]\\w.*"));
        String shown = structure.all.toString();
        assertThat(headlines(seed)).as("seed " + seed).allMatch(shown::contains);
    }

    /** What a reader of Markdown sees that a model could have made. */
    private static final class Structure extends AbstractVisitor {
        private final Set<String> inline = new TreeSet<>();
        private final List<String> blocks = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private final StringBuilder all = new StringBuilder();
        private int links;
        private int headings;
        private int rows;

        @Override
        public void visit(Link link) {
            links++;
        }

        @Override
        public void visit(Image image) {
            links++;
        }

        @Override
        public void visit(Heading heading) {
            headings++;
            visitChildren(heading);
        }

        @Override
        public void visit(HtmlInline html) {
            inline.add(html.getLiteral());
        }

        @Override
        public void visit(HtmlBlock html) {
            blocks.add(html.getLiteral());
        }

        @Override
        public void visit(Text text) {
            if (!isCode(text)) {
                texts.add(text.getLiteral());
            }
            all.append(text.getLiteral());
        }

        /** Whether a text is in an element that GitHub does not search for names. */
        private static boolean isCode(Text text) {
            return text.getPrevious() instanceof HtmlInline html
                    && html.getLiteral().equals("<code>");
        }

        @Override
        public void visit(CustomNode node) {
            rows += node instanceof TableRow ? 1 : 0;
            visitChildren(node);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pageHasTheElementsOfAHarmlessOne(long seed) {
        Document hostile = Jsoup.parse(write(seed, ReportFormat.HTML));
        Document harmless = Jsoup.parse(Reports.write(SampleReports.full(new Numbered()), ReportFormat.HTML));
        assertThat(skeleton(hostile)).as("seed " + seed).isEqualTo(skeleton(harmless));
        assertThat(hostile.select("script").html())
                .isEqualTo(harmless.select("script").html());
        assertThat(hostile.select("style").html())
                .isEqualTo(harmless.select("style").html());
        assertThat(hostile.select("a[href]").eachAttr("href"))
                .as("seed " + seed)
                .allMatch(href -> href.startsWith("#"));
        assertThat(hostile.select("[id]").eachAttr("id"))
                .as("seed " + seed)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.equals(Quote.oneLine(id)) && !id.matches("(?s).*\\s.*"));
        assertThat(hostile.select("summary h3").eachText())
                .as("seed " + seed)
                .zipSatisfy(
                        headlines(seed),
                        (shown, headline) -> assertThat(shown.toLowerCase(Locale.ROOT))
                                .endsWith(headline.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT)));
    }

    /** The names of all elements and their attributes. */
    private static List<String> skeleton(Document document) {
        return document.getAllElements().stream().map(HostileTextsTest::outline).toList();
    }

    private static String outline(Element element) {
        return element.tagName()
                + element.attributes().asList().stream().map(Attribute::getKey).toList();
    }

    /** Harmless texts, each different. */
    private static final class Numbered implements java.util.function.UnaryOperator<String> {
        private int count;

        @Override
        public String apply(String text) {
            return "text" + count++;
        }
    }
}
