package dev.whittle.codegen.corpus;

import dev.whittle.codegen.json.ModelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Generates a client of every published model of C2J, and of every model of Smithy in the folder that {@code
 * -Dwhittle.smithy} names, and compiles it with its documentation. This takes long, so that it runs only when asked for: {@code mvn -pl
 * codegen-core -am -Pcorpus test -Dtest=CorpusTest -Dsurefire.failIfNoSpecifiedTests=false}, and with {@code
 * -Dwhittle.corpus=iot.*} for the models whose names match only. A run of all writes {@code docs/corpus.md}, any other {@code
 * target/corpus.md}.
 */
@Tag("corpus")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusTest {
    private static final String ALL = ".*";
    private static final String WANTED = System.getProperty("whittle.corpus", ALL);
    private static final String HEAD = """
            | model | result | operations | shapes | files | lines | CPU s | peak MB | jar kB |
            |---|---|---:|---:|---:|---:|---:|---:|---:|
            """;

    private final List<CorpusClient> published = new ArrayList<>();
    private final List<CorpusClient> smithy = new ArrayList<>();
    private int failed;

    @TestFactory
    Stream<DynamicTest> publishedModels() throws IOException {
        return Corpus.published().stream()
                .filter(name -> name.matches(WANTED))
                .map(name -> DynamicTest.dynamicTest(name, () -> check(name, Corpus.published(name), published)));
    }

    @TestFactory
    Stream<DynamicTest> modelsOfSmithy() throws IOException {
        return Corpus.smithy().stream()
                .filter(file -> name(file).matches(WANTED))
                .map(file ->
                        DynamicTest.dynamicTest(name(file), () -> check(name(file), ModelSource.ofFile(file), smithy)));
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".json".length());
    }

    private void check(String name, ModelSource model, List<CorpusClient> clients) throws IOException {
        failed++;
        clients.add(CorpusClient.of(name, model));
        failed--;
    }

    @AfterAll
    void writePage() throws IOException {
        boolean isWhole = WANTED.equals(ALL) && !smithy.isEmpty() && failed == 0;
        Files.writeString(isWhole ? Path.of("..", "docs", "corpus.md") : Path.of("target", "corpus.md"), page());
    }

    private String page() {
        StringBuilder page = new StringBuilder("""
                # Real models

                Clients of all these models are generated whole, with the asynchronous client and the presigner, without any setting
                for a service. They compile with `-Xlint:all -Werror` and with all checks of the documentation but those for missing
                comments. `CorpusTest` writes this page; the command is in [CONTRIBUTING.md](../CONTRIBUTING.md).

                *CPU s* is the time of the processors that generating takes, with all that the JVM does meanwhile, without compiling the
                sources. All models are in one process, and the first ones pay for loading classes. *Peak* is the heap in use, garbage
                included. *Jar* has the compiled classes of the client, with all of its operations.
                """);
        table(
                page,
                "Published models of C2J",
                "The models in the artifact `com.amazonaws:aws-java-sdk-models:1.12.797`.",
                published);
        table(page, "Models of Smithy", "Models from the repository `aws/api-models-aws`.", smithy);
        return page.toString();
    }

    private static void table(StringBuilder page, String title, String about, List<CorpusClient> clients) {
        long compiled = clients.stream()
                .filter(client -> client.result().equals("compiles"))
                .count();
        page.append("\n## ").append(title).append("\n\n").append(about);
        page.append(String.format(
                Locale.ROOT,
                " %d of %d compile: %,d operations, %,d shapes, %,d files, %,d lines.%n%n",
                compiled,
                clients.size(),
                clients.stream().mapToLong(CorpusClient::operations).sum(),
                clients.stream().mapToLong(CorpusClient::shapes).sum(),
                clients.stream().mapToLong(CorpusClient::files).sum(),
                clients.stream().mapToLong(CorpusClient::lines).sum()));
        page.append(HEAD);
        clients.forEach(client -> page.append(client.row()).append('\n'));
    }
}
