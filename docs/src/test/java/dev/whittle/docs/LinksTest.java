package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links to other pages and files lead somewhere. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    static List<Page> pages() {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void leadSomewhere(Page page) {
        for (String link : LINK.matcher(page.text())
                .results()
                .map(result -> result.group(1))
                .toList()) {
            if (link.startsWith("https://")) {
                continue;
            }
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty()
                    ? page.path()
                    : page.path().resolveSibling(parts[0]).normalize();
            assertThat(target).as("%s: %s", page.name(), link).exists();
            if (parts.length == 2) {
                Page other = Page.of(Page.ROOT.relativize(target).toString());
                assertThat(anchors(other)).as("%s: %s", page.name(), link).contains(parts[1]);
            }
        }
    }

    /** The anchors that headings get. */
    private static List<String> anchors(Page page) {
        return Pattern.compile("(?m)^#+ (.+)$")
                .matcher(page.text())
                .results()
                .map(LinksTest::anchor)
                .toList();
    }

    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\w\\- ]", "")
                .replace(' ', '-');
    }
}
