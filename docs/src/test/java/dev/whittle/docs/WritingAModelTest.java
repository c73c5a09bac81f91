package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the page on writing a model tells its readers to do works, step by step, with the model as it is at each step. */
class WritingAModelTest {
    private static final Page PAGE = Page.of("docs/writing-a-model.md");

    /** What the page calls the endpoint; the tests play it elsewhere. */
    private static final String ENDPOINT = "http://localhost:8080";

    private static final String IMPORTS = """
            import com.example.orders.*;
            import com.example.orders.model.*;
            import dev.whittle.runtime.auth.*;
            import dev.whittle.runtime.client.*;
            import dev.whittle.runtime.http.*;
            import dev.whittle.runtime.shape.*;
            import java.net.URI;
            import java.time.*;
            import java.util.*;
            """;

    @TempDir
    Path folder;

    private final GrowingModel model = new GrowingModel("com.example.orders");
    private int steps;

    @TestFactory
    Stream<DynamicTest> runs() {
        List<CodeBlock> blocks = PAGE.blocks();
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            CodeBlock block = blocks.get(i);
            List<CodeBlock> behind = blocks.subList(i + 1, blocks.size());
            switch (block.kind()) {
                case "model", "paginators" -> tests.add(DynamicTest.dynamicTest(block.place(), () -> model.add(block)));
                case "program" -> tests.add(DynamicTest.dynamicTest(block.place(), () -> runProgram(block, behind)));
                case "run" -> tests.add(DynamicTest.dynamicTest(block.place(), () -> run(block, behind)));
                default -> {
                    // Of the other kinds, commands are checked elsewhere and the rest with the code before.
                }
            }
        }
        // Each block of the page takes part in one of them.
        assertThat(blocks.stream().filter(block -> block.kind().equals("run"))).hasSizeGreaterThan(8);
        return tests.stream();
    }

    /** A whole file, with a server in it. */
    private void runProgram(CodeBlock block, List<CodeBlock> behind) throws Exception {
        int port = StandIn.freePort();
        String source = block.text()
                .replace(ENDPOINT, "http://localhost:" + port)
                .replace("\"localhost\", 8080", "\"localhost\", " + port);
        try (Compiled program = model.compile(nextFolder(), "com/example/Main.java", source)) {
            assertThat(program.printed("com.example.Main")).as(block.place()).isEqualTo(expected(behind));
        }
    }

    /** A piece of code that calls the service, which answers as the blocks behind it say. */
    private void run(CodeBlock block, List<CodeBlock> behind) throws Exception {
        List<WireExchange> exchanges = behind.stream()
                .takeWhile(each -> each.kind().equals("wire"))
                .map(WireExchange::of)
                .toList();
        assertThat(exchanges).as("%s: exchanges behind it", block.place()).isNotEmpty();
        try (StandIn service = new StandIn(exchanges);
                Compiled piece =
                        model.compile(nextFolder(), "Piece.java", piece(block).replace(ENDPOINT, service.endpoint()))) {
            String printed = piece.printed("Piece");
            service.assertAllAsExpected(block.place());
            assertThat(printed).as(block.place()).isEqualTo(expected(behind));
        }
    }

    private static String piece(CodeBlock block) {
        return IMPORTS + "class Piece {\n"
                + "static OrdersClient client = OrdersClient.builder().endpoint(URI.create(\"" + ENDPOINT
                + "\")).build();\n"
                + "public static void main(String[] args) {\n" + block.text() + "}\n}\n";
    }

    /** What the first block of output behind says, up to the next code. */
    private static String expected(List<CodeBlock> behind) {
        return behind.stream()
                .takeWhile(block -> !block.kind().equals("run") && !block.kind().equals("model"))
                .filter(block -> block.kind().equals("prints"))
                .map(CodeBlock::text)
                .findFirst()
                .orElse("");
    }

    private Path nextFolder() {
        return folder.resolve("step-" + ++steps);
    }
}
