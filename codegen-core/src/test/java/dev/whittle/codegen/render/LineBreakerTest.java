package dev.whittle.codegen.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LineBreakerTest {
    private static final String A = "a".repeat(40);
    private static final String B = "b".repeat(40);
    private static final String C = "c".repeat(40);

    private static void check(String line, String... expected) {
        assertThat(LineBreaker.broken(line).lines()).containsExactly(expected);
    }

    @Test
    void aLineThatFitsStays() {
        check("    return " + "x".repeat(108) + ";", "    return " + "x".repeat(108) + ";");
    }

    @Test
    void parametersStandInOneLineOrOneALine() {
        check(
                "    " + A + " " + A + "(" + B + " b, int c);",
                "    " + A + " " + A + "(",
                "            " + B + " b, int c);");
        check(
                "    void call(" + A + " a, " + B + " b, Map<String, Integer> c, int d) throws IOException {",
                "    void call(",
                "            " + A + " a,",
                "            " + B + " b,",
                "            Map<String, Integer> c,",
                "            int d)",
                "            throws IOException {");
    }

    @Test
    void callsStandInALineEach() {
        check(
                "return out." + A + "(1)." + B + "(f(2)).c(3, 4)." + C + "();",
                "return out." + A + "(1)",
                "        ." + B + "(f(2))",
                "        .c(3, 4)",
                "        ." + C + "();");
    }

    @Test
    void breaksBeforeOperators() {
        check("return " + A + " && " + B + " && " + C + ";", "return " + A, "        && " + B, "        && " + C + ";");
        check(
                "return " + A + " == null ? f(x ? 1 : 2, " + B + ") : " + C + ";",
                "return " + A + " == null",
                "        ? f(x ? 1 : 2, " + B + ")",
                "        : " + C + ";");
        check(
                "    if (" + A + " || " + B + " || " + C + ") {",
                "    if (" + A,
                "            || " + B,
                "            || " + C + ") {");
    }

    @Test
    void breaksBehindAnAssignment() {
        check(A + " " + B + " = " + C + ".of();", A + " " + B + " =", "        " + C + ".of();");
        check(
                "case \"" + C + "\" -> " + A + "." + B + "(1);",
                "case \"" + C + "\" ->",
                "        " + A + "." + B + "(1);");
    }

    @Test
    void breaksBeforeClauses() {
        check(
                "public sealed interface " + A + " permits " + A + ".X, Y {",
                "public sealed interface " + A + " permits " + A + ".X, Y {");
        check(
                "public sealed interface " + A + " permits " + B + ", " + C + " {",
                "public sealed interface " + A,
                "        permits " + B + ", " + C + " {");
        check(
                "sealed interface X permits " + A + ", " + B + ", " + C + " {",
                "sealed interface X",
                "        permits " + A + ",",
                "                " + B + ",",
                "                " + C + " {");
    }

    @Test
    void literalsAndCommentsStay() {
        String literal = "\"" + "x, && ? ( \\\" ".repeat(12) + "\"";
        check("call(" + literal + ");", "call(", "        " + literal + ");");
        check("// " + "word ".repeat(30) + "end", "// " + "word ".repeat(30) + "end");
        check("x".repeat(200), "x".repeat(200));
        check("'\"'" + "x".repeat(130) + " + 'y'", "'\"'" + "x".repeat(130), "        + 'y'");
    }

    @Test
    void aComparisonIsNoBracket() {
        check(
                "return " + A + " < 1 && " + B + " > 2 && " + C + " >= 3;",
                "return " + A + " < 1",
                "        && " + B + " > 2",
                "        && " + C + " >= 3;");
    }

    /** Whatever the line, a break adds and removes nothing but spaces, and ends. */
    @Test
    void randomLinesKeepTheirTokens() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String[] parts = {
            "(",
            ")",
            "{",
            "}",
            "<",
            ">",
            "[",
            "]",
            ", ",
            " = ",
            " -> ",
            " ? ",
            " : ",
            " && ",
            " + ",
            ".",
            ";",
            "\"a b\"",
            "'",
            "\"",
            "\\",
            "x",
            "name",
            " ",
            "if (",
            " permits ",
            "permits ",
            " throws ",
            "List<String>",
            "()"
        };
        for (int i = 0; i < 20_000; i++) {
            String line = random.ints(random.nextInt(120), 0, parts.length)
                    .mapToObj(part -> parts[part])
                    .collect(Collectors.joining());
            assertThat(LineBreaker.broken(line).replaceAll("\\s", ""))
                    .as("seed %d, line %d: %s", seed, i, line)
                    .isEqualTo(line.replaceAll("\\s", ""));
        }
    }
}
