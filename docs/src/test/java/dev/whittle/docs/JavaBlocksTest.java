package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java of the pages compiles: against the generated client, or against the AWS SDK where that is compared with. */
class JavaBlocksTest {
    private static final String COMMON = """
            import java.io.*;
            import java.net.URI;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.CompletableFuture;
            """;
    private static final String OURS = COMMON + """
            import com.example.agentcore.*;
            import com.example.agentcore.model.*;
            import dev.whittle.runtime.auth.*;
            import dev.whittle.runtime.checksum.*;
            import dev.whittle.runtime.client.*;
            import dev.whittle.runtime.document.*;
            import dev.whittle.runtime.error.*;
            import dev.whittle.runtime.http.*;
            import dev.whittle.runtime.retry.*;
            import dev.whittle.runtime.wait.*;
            import dev.whittle.transport.jdk.*;
            """;
    private static final String THEIRS = COMMON + """
            import software.amazon.awssdk.auth.credentials.*;
            import software.amazon.awssdk.core.exception.*;
            import software.amazon.awssdk.regions.Region;
            import software.amazon.awssdk.services.bedrockagentcore.*;
            import software.amazon.awssdk.services.bedrockagentcore.model.*;
            """;

    /** What a piece of code may take for granted. */
    private static final String FIELDS = """
                BedrockAgentCoreClient client;
                GetBrowserSessionResponse session;
                StreamUpdate update;
            """;

    private static final Pattern CELL = Pattern.compile("`([^`]+)`");

    static List<CodeBlock> blocks() {
        List<CodeBlock> blocks = new ArrayList<>(Page.blocks("java"));
        blocks.addAll(Page.blocks("aws"));
        return blocks;
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void compiles(CodeBlock block) {
        boolean file = block.text().startsWith("package ") || block.text().startsWith("import ");
        String imports = block.kind().equals("aws") ? THEIRS : OURS;
        String source = switch (block.argument()) {
            case "members" -> imports + "class Piece {\n" + FIELDS + block.text() + "}\n";
            default -> file ? block.text() : piece(imports, block.text());
        };
        assertThat(Javac.errors(file ? className(source) : "Piece", source))
                .as(block.place())
                .isEmpty();
    }

    @Test
    void bothSidesOfTheTableCompile() {
        List<String> ours = new ArrayList<>();
        List<String> theirs = new ArrayList<>();
        for (String line : Page.of("docs/migrating-from-aws-sdk.md").lines()) {
            String[] cells = line.split("(?<!\\\\)\\|");
            if (cells.length == 4 && CELL.matcher(cells[2]).find()) {
                addCode(theirs, cells[2]);
                addCode(ours, cells[3]);
            }
        }
        assertThat(ours).hasSameSizeAs(theirs).hasSizeGreaterThan(10);
        assertThat(Javac.errors("Piece", table(THEIRS, theirs))).isEmpty();
        assertThat(Javac.errors("Piece", table(OURS, ours))).isEmpty();
    }

    private static void addCode(List<String> code, String cell) {
        Matcher matcher = CELL.matcher(cell);
        assertThat(matcher.find()).as(cell).isTrue();
        code.add(matcher.group(1));
    }

    /** Each cell is an expression. */
    private static String table(String imports, List<String> cells) {
        StringBuilder statements = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            statements
                    .append("Object cell")
                    .append(i)
                    .append(" = ")
                    .append(cells.get(i))
                    .append(";\n");
        }
        return piece(imports, statements.toString());
    }

    private static String piece(String imports, String statements) {
        return imports + "class Piece {\n" + FIELDS + "void run() throws Exception {\n" + statements + "}\n}\n";
    }

    static String className(String source) {
        Matcher matcher = Pattern.compile("(?:class|interface|record) (\\w+)").matcher(source);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
