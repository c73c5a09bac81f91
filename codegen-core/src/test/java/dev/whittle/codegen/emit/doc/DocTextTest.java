package dev.whittle.codegen.emit.doc;

import static org.assertj.core.api.Assertions.assertThat;

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
}
