package dev.whittle.codegen.report;

import java.util.Random;
import java.util.function.UnaryOperator;

/** Texts that try to break out of each form of a report. Each is different, so that none is merged with another. */
final class HostileTexts implements UnaryOperator<String> {
    private static final String[] PARTS = {
        "</script><script>alert(1)</script>",
        "\"><img src=http://127.0.0.1:1/x onerror=alert(1)>",
        "' onclick='alert(1)",
        "</details></section></main>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "</style><style>*{display:none}",
        "&lt;b&gt;",
        "::error::x",
        "\n::set-output name=a::b",
        "\r\n::add-mask::c",
        "%0A::stop-commands::d",
        "##[error]x",
        "##vso[task.complete]",
        "###teamcity[x]",
        "| a | b |",
        "\n|---|---|\n",
        "`x` ``` ~~~",
        "\n```\n# heading\n",
        "](javascript:alert(1))",
        "[a](http://example.com)",
        "![a](http://example.com/a.png)",
        "<http://example.com>",
        "http://example.com www.example.com a@example.com",
        "@octocat #1 GH-2",
        "**bold** __b__ ~~s~~ $x$ $$y$$",
        "- list\n1. list\n> quote",
        "\\",
        "\\|",
        "{0} {1} {{",
        "\u202e\u2066",
        "\0\7\33[31m",
        "\u2028\u2029\u0085",
        "\ud800",
        "\udc00x",
        "\ud83d\ude00",
        "javascript:alert(1)",
        "#API403-Item$price",
        ", title=x : y",
        "  ",
        "\t",
        "é中",
    };

    private final Random random;
    private int count;

    HostileTexts(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public String apply(String text) {
        StringBuilder hostile = new StringBuilder();
        int parts = 1 + random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            hostile.append(PARTS[random.nextInt(PARTS.length)]);
        }
        hostile.insert(random.nextInt(2) * hostile.length(), "n" + count++);
        return hostile.toString();
    }
}
