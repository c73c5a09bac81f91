package dev.whittle.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whittle.codegen.c2j.C2jDialect;
import dev.whittle.codegen.c2j.C2jReader;
import dev.whittle.codegen.harness.Generation;
import dev.whittle.codegen.harness.Javac;
import dev.whittle.codegen.json.ModelLocator;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Severity;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Generates a client of every published model, and compiles it. This takes long, so
 * that it runs only when asked for: {@code mvn -pl codegen-core -am -Pcorpus test}, and with {@code -Dwhittle.corpus=iot.*}
 * for the models whose names match only. A table of what came out is in {@code target/corpus.txt}.
 */
@Tag("corpus")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusTest {
    private static final String FOLDER = "models/";
    private static final String WANTED = System.getProperty("whittle.corpus", ".*");

    /** Models that are right to be refused: one has no name, of another no operation is supported yet. */
    private static final Set<ProblemCode> REFUSALS = Set.of(ProblemCode.SERVICE_NAME_MISSING, ProblemCode.NOTHING_LEFT);

    private static final String ROW = "%-60s %5s %6s %6s %8s%n";

    private final List<String> table = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> everyModelGeneratesAndCompiles() throws IOException {
        URL folder = Objects.requireNonNull(getClass().getResource("/" + FOLDER), "run with -Pcorpus");
        List<DynamicTest> tests = new ArrayList<>();
        try (JarFile jar = ((JarURLConnection) folder.openConnection()).getJarFile()) {
            for (String name : jar.stream()
                    .map(entry -> entry.getName())
                    .filter(entry -> entry.matches(FOLDER + WANTED + "-model\\.json"))
                    .sorted()
                    .toList()) {
                byte[] model = jar.getInputStream(jar.getEntry(name)).readAllBytes();
                tests.add(DynamicTest.dynamicTest(
                        name.substring(FOLDER.length()), () -> check(name.substring(FOLDER.length()), model)));
            }
        }
        return tests.stream();
    }

    /** The page that tells where models come from names one of them. */
    @Test
    void hasTheModelThatTheDocumentationPicks() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "models.md"));
        Matcher entries = Pattern.compile("\\bmodels/\\S+?-model\\.json").matcher(page);
        assertThat(entries.find()).isTrue();
        do {
            assertThat(getClass().getResource("/" + entries.group()))
                    .as(entries.group())
                    .isNotNull();
        } while (entries.find());
    }

    /** Every key of every published model is known, whatever its protocol. */
    @Test
    void noKeyOfAPublishedModelIsTakenForAnother() throws IOException {
        List<String> warnings = new ArrayList<>();
        URL folder = Objects.requireNonNull(getClass().getResource("/" + FOLDER), "run with -Pcorpus");
        try (JarFile jar = ((JarURLConnection) folder.openConnection()).getJarFile()) {
            for (String name : jar.stream()
                    .map(entry -> entry.getName())
                    .filter(entry -> entry.matches(FOLDER + WANTED + "-model\\.json"))
                    .toList()) {
                byte[] model = jar.getInputStream(jar.getEntry(name)).readAllBytes();
                warnings.addAll(unknownKeys(new ModelSource(name, model, null, null, null)));
            }
        }
        assertThat(warnings).isEmpty();
    }

    /** The same for the models below a folder, {@code -Dwhittle.models=<folder>}, with their siblings. */
    @Test
    void noKeyOfAModelInAFolderIsTakenForAnother() throws IOException {
        String folder = System.getProperty("whittle.models", "");
        assumeTrue(!folder.isEmpty(), "no folder is named");
        List<String> warnings = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            files.filter(file -> file.endsWith(ModelSource.MODEL))
                    .forEach(file -> warnings.addAll(unknownKeys(ModelSource.ofFile(file))));
        }
        assertThat(warnings).isEmpty();
    }

    private static List<String> unknownKeys(ModelSource source) {
        Problems problems = new Problems(new ModelLocator(source), new C2jDialect());
        C2jReader.read(source, problems);
        return problems.all().stream()
                .filter(problem -> problem.code() == ProblemCode.FIELD_UNKNOWN || problem.severity() == Severity.ERROR)
                .map(Problem::text)
                .toList();
    }

    @AfterAll
    void writeTable() throws IOException {
        Files.write(Path.of("target", "corpus.txt"), table);
    }

    private void check(String name, byte[] model) {
        long start = System.nanoTime();
        GeneratedSources sources = Generation.of(model, "com.example.corpus");
        assumeTrue(sources.problems().stream().noneMatch(problem -> REFUSALS.contains(problem.code())), "refused");
        assertThat(Generation.errors(sources)).isEmpty();
        assertThat(Javac.compile(sources.files()).messages()).isEmpty();
        GeneratedService service = sources.services().get(0);
        table.add(String.format(
                        Locale.ROOT,
                        ROW,
                        name,
                        service.operations(),
                        service.shapes(),
                        sources.files().size(),
                        (System.nanoTime() - start) / 1_000_000)
                .stripTrailing());
    }
}
