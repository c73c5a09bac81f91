package dev.whittle.codegen.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whittle.codegen.c2j.C2jDialect;
import dev.whittle.codegen.c2j.C2jReader;
import dev.whittle.codegen.json.ModelLocator;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What readers know of the published models: each key in them. */
@Tag("corpus")
class PublishedKeysTest {
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
        for (String name : Corpus.published()) {
            warnings.addAll(unknownKeys(Corpus.published(name)));
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
}
