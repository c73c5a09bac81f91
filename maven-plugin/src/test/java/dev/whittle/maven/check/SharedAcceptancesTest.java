package dev.whittle.maven.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.codegen.diff.Verdict;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.maven.check.CheckTask.NewAcceptance;
import dev.whittle.maven.generation.GenerationFailedException;
import dev.whittle.maven.request.ModelRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of accepted changes that several clients share. */
class SharedAcceptancesTest {
    private static final NewAcceptance ACCEPT = new NewAcceptance("no client reads it", null);

    @TempDir
    private Path folder;

    private CheckProject shop;

    @BeforeEach
    void lock() throws Exception {
        shop = project("one");
        shop.lock();
    }

    private CheckProject project(String name) throws IOException {
        CheckProject project = new CheckProject(Files.createDirectory(folder.resolve(name)));
        project.accepted = folder.resolve("whittle.accepted.json");
        project.limits = new Limits(Verdict.BREAKING, Verdict.BREAKING, Verdict.BREAKING, Verdict.BREAKING, false);
        return project;
    }

    private static String entry(String head, String code, String reason) {
        return "{%s, \"code\": \"%s\", \"place\": \"GetCartResponse$note\", \"change\": \"the member"
                        .formatted(head, code)
                + " GetCartResponse$note is removed\", \"reason\": \"" + reason + "\", \"date\": \"2026-11-30\"}";
    }

    private void entries(String... entries) throws IOException {
        Files.writeString(shop.accepted, "{\"acceptedChanges\": [" + String.join(", ", entries) + "]}");
    }

    private static void accept(CheckProject project) throws Exception {
        project.acceptance = ACCEPT;
        project.check("lock");
        project.acceptance = null;
    }

    @Test
    void twoExecutionsKeepTheEntriesOfEachOther() throws Exception {
        CheckProject zoo = project("two");
        zoo.write(CheckProject.shop(CheckProject.NOTE).replace("\"Shop\"", "\"Zoo\""));
        zoo.lock();
        zoo.write(CheckProject.shop("").replace("\"Shop\"", "\"Zoo\""));
        shop.write(CheckProject.shop(""));

        accept(shop);
        accept(zoo);

        assertThat(zoo.lines).last().asString().endsWith("kept 1, removed 0 stale ones.");
        assertThat(shop.accepted).content().contains("\"service\": \"Shop\"", "\"service\": \"Zoo\"");
        shop.failOnWarning = true;
        zoo.failOnWarning = true;
        shop.check("lock");
        zoo.check("lock");
    }

    @Test
    void keepsEntriesOfOtherServicesIfNothingChanged() throws Exception {
        entries(
                entry("\"service\": \"Zoo\", \"package\": \"zoo\"", "API403", "r"),
                entry("\"service\": \"Shop\", \"package\": \"com.example.other\"", "API403", "r"),
                entry("\"service\": \"Shop\", \"package\": \"shop\"", "API403", "r"));
        shop.check("lock");
        assertThat(shop.lines).filteredOn(line -> line.startsWith("[WARNING]")).hasSize(1);

        accept(shop);

        assertThat(shop.lines)
                .last()
                .asString()
                .endsWith("Accepted 0 changes in " + shop.accepted + ", kept 2, removed 1 stale ones.");
        assertThat(shop.accepted)
                .content()
                .contains("\"zoo\"", "\"com.example.other\"")
                .doesNotContain("\"shop\"");
    }

    @Test
    void makesNoFileIfThereIsNothingToAccept() throws Exception {
        accept(shop);

        assertThat(shop.accepted).doesNotExist();
    }

    @Test
    void anEntryOfOneClientDoesNotCoverAnotherOfTheSameService() throws Exception {
        shop.clients = List.of(
                new ModelRequest(shop.origin, null, OperationFilter.ALL),
                new ModelRequest(shop.origin, "com.example.second", OperationFilter.ALL));
        shop.lock();
        shop.write(CheckProject.shop(""));
        entries(entry("\"service\": \"Shop\", \"package\": \"com.example.second\"", "API403", "r"));

        assertThatThrownBy(() -> shop.check("lock"))
                .isInstanceOf(GenerationFailedException.class)
                .hasMessageStartingWith("1 change is not allowed");

        accept(shop);
        shop.check("lock");
        assertThat(shop.accepted).content().contains("\"package\": \"shop\"", "\"package\": \"com.example.second\"");
    }

    @Test
    void anEntryWithoutAPackageIsForEachClientOfTheService() throws Exception {
        shop.clients = List.of(
                new ModelRequest(shop.origin, null, OperationFilter.ALL),
                new ModelRequest(shop.origin, "com.example.second", OperationFilter.ALL));
        shop.lock();
        shop.write(CheckProject.shop(""));
        entries(entry("\"service\": \"Shop\"", "API403", "r"));
        shop.failOnWarning = true;

        shop.check("lock");

        assertThat(shop.lines).noneMatch(line -> line.startsWith("[ERROR]"));
    }

    @Test
    void complainsOfEntriesThatAreThereTwice() throws Exception {
        shop.write(CheckProject.shop(""));
        String entry = entry("\"service\": \"Shop\", \"package\": \"shop\"", "API403", "first");
        entries(entry, entry.replace("first", "second"), entry);
        shop.check("lock");

        assertThat(shop.lines)
                .anyMatch(line -> line.startsWith("[WARNING]")
                        && line.contains("is listed several times; remove the entry with the reason \"second\""))
                .anyMatch(line -> line.startsWith("[WARNING]") && line.contains("with the reason \"first\""));

        accept(shop);
        assertThat(shop.lines).last().asString().endsWith("kept 1, removed 2 stale ones.");
        assertThat(shop.accepted).content().containsOnlyOnce("\"code\"").contains("first");
    }

    @Test
    void anExpiredEntryBesideOneThatIsValidDoesNotFailTheBuild() throws Exception {
        shop.write(CheckProject.shop(""));
        String entry = entry("\"service\": \"Shop\", \"package\": \"shop\"", "API403", "valid");
        entries(entry.replace("valid\"", "old\", \"expires\": \"2026-12-01\""), entry);
        shop.today = LocalDate.of(2026, 12, 2);

        shop.check("lock");

        assertThat(shop.lines).noneMatch(line -> line.contains("expired on"));
    }

    @Test
    void complainsOfACodeThatDoesNotExist() throws Exception {
        entries(entry("\"service\": \"Zoo\", \"package\": \"zoo\"", "API40", "r"));
        shop.check("lock");

        assertThat(shop.lines)
                .anyMatch(line -> line.startsWith("[WARNING]")
                        && line.contains("API40 of GetCartResponse$note")
                        && line.contains("accepts nothing, because there is no such code"));
    }
}
