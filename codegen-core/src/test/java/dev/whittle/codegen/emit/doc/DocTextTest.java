package dev.whittle.codegen.emit.doc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET /things/{id}        | {@code GET /things/{id}}
                    a < b && c              | {@code a < b && c}
                    {open                   | <code>&#123;open</code>
                    }{                      | <code>&#125;&#123;</code>
                    @tag                    | <code>&#64;tag</code>
                    \\\\u002a               | <code>&#92;u002a</code>
                    a */ b                  | <code>a *&#47; b</code>
                    café                    | <code>café</code>
                    """)
    void codeIsATagWhereTheTagCanHoldIt(String text, String expected) {
        String plain = text.replace("\\\\", "\\");
        assertThat(DocText.code(plain)).isEqualTo(expected);
        assertThat(DocText.of("<p>See <code>" + DocText.escape(plain) + "</code>.</p>"))
                .isEqualTo("See " + expected + ".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <p>One.</p><p>Two <i>with</i> <b>more</b>.</p>       | One.¶¶<p>Two <i>with</i> <b>more</b>.
                    <p>One<p>Two<ul><li>a<li>b</ul>                      | One¶¶<p>Two¶<ul>¶<li>a¶<li>b¶</ul>
                    <ol><li>a<ul><li>b</li></ul></li></ol>               | <ol>¶<li>a¶<ul>¶<li>b¶</ul>¶</ol>
                    <note> <p>Mind <b><i>this</i></b>.</p> </note>       | Mind <i>this</i>.
                    <fullname>Service</fullname><p>a<br/>b<br>c</p>      | Service¶¶<p>a b c
                    See <a href="https://example.com/a#b">there</a>.     | See <a href="https://example.com/a#b">there</a>.
                    <p>a</b> &copy; b < c                                | a © b &lt; c
                    <table><tr><td>a<script>b</script>                   | a
                    <p>a</p><p>&#8203;</p><p><b>&#8203;</b></p>          | a
                    <ul><li>&#8203;</li></ul>b<code>&#8203;</code>       | b
                    """)
    void readsHtmlAsABrowserDoes(String html, String expected) {
        assertThat(DocText.of(html)).isEqualTo(expected.replace("¶", "\n"));
    }

    @Test
    void readsDeepNestingAsText() {
        assertThat(DocText.of("<ul><li>".repeat(5_000) + "deep")).contains("deep");
    }
}
