package dev.whittle.maven.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.codegen.diff.Verdict;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.lock.ApiLock;
import dev.whittle.codegen.lock.LockedService;
import dev.whittle.codegen.model.Extra;
import dev.whittle.maven.check.CheckTask.NewAcceptance;
import dev.whittle.maven.generation.GenerationFailedException;
import dev.whittle.maven.request.MisconfigurationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The goal without Maven, against a lock file. */
class CheckTest {
    private static final String REFUSED = "1 change is not allowed: ";

    private CheckProject project;

    @BeforeEach
    void lock(@TempDir Path folder) throws Exception {
        project = new CheckProject(folder);
        project.version = "1.2.0";
        project.lock();
        project.version = "2.0.0-SNAPSHOT";
    }

    private void fails(String message) {
        assertThatThrownBy(() -> project.check("lock"))
                .isInstanceOf(GenerationFailedException.class)
                .hasMessageStartingWith(message);
    }

    private void passes() {
        assertThatCode(() -> project.check("lock")).doesNotThrowAnyException();
    }

    @Test
    void saysThatNothingChanged() {
        passes();

        assertThat(project.lines)
                .first()
                .isEqualTo("[INFO] Nothing to compare, the models are those of lock file whittle.lock.json of 1.2.0.");
    }

    @Test
    void failsForARemovedMember() throws Exception {
        project.write(CheckProject.shop(""));

        fails(REFUSED);

        assertThat(project.lines)
                .anyMatch(line ->
                        line.startsWith("[ERROR]") && line.contains("API403") && line.contains("GetCartResponse$note"));
    }

    @Test
    void passesForAnAddedMember() throws Exception {
        project.write(CheckProject.shop(CheckProject.NOTE + "\"color\": {\"shape\": \"String\"},"));

        passes();

        assertThat(project.lines).noneMatch(line -> line.startsWith("[ERROR]"));
    }

    @ParameterizedTest
    @CsvSource({"BREAKING,,,", ",BREAKING,,", ",,,RISKY"})
    void failsForEachVerdictByItself(Verdict source, Verdict binary, Verdict oldClient, Verdict newClient)
            throws Exception {
        project.limits = new Limits(null, null, null, null, false);
        project.write(newClient == null ? CheckProject.shop("") : withQuery());
        passes();

        project.limits = new Limits(source, binary, oldClient, newClient, false);

        fails("");
    }

    /** The model with an optional member that an old service ignores. */
    private static String withQuery() {
        return CheckProject.shop(CheckProject.NOTE)
                .replace(
                        "\"members\": {\"cartId\"",
                        "\"members\": {\"page\": {\"shape\": \"String\", \"location\": \"querystring\"}, \"cartId\"");
    }

    @Test
    void acceptsOnRequest() throws Exception {
        project.write(CheckProject.shop(""));
        project.acceptance = new NewAcceptance("no client reads it", LocalDate.of(2027, 3, 31));

        passes();

        assertThat(project.lines)
                .last()
                .isEqualTo("[INFO] Accepted 1 change in whittle.accepted.json, kept 0, removed 0" + " stale ones.");
        assertThat(project.accepted()).hasContent("""
                        {
                          "acceptedChanges": [
                            {
                              "service": "Shop",
                              "package": "shop",
                              "code": "API403",
                              "place": "GetCartResponse$note",
                              "change": "the member GetCartResponse$note is removed",
                              "reason": "no client reads it",
                              "date": "2026-11-30",
                              "expires": "2027-03-31"
                            }
                          ]
                        }
                        """);
        project.acceptance = null;
        passes();
    }

    @Test
    void complainsOfAStaleAcceptance() throws Exception {
        acceptsOnRequest();
        project.write(CheckProject.shop(CheckProject.NOTE));

        passes();
        assertThat(project.lines)
                .anyMatch(line -> line.startsWith("[WARNING]")
                        && line.contains("accepted changes: API403 of GetCartResponse$note")
                        && line.contains("is stale"));

        project.failOnWarning = true;
        fails("there are complaints about accepted changes and failOnWarning is set");

        project.acceptance = new NewAcceptance("nothing", null);
        passes();
        assertThat(project.lines)
                .last()
                .isEqualTo("[INFO] Accepted 0 changes in whittle.accepted.json, kept 0, removed 1" + " stale ones.");
    }

    @Test
    void doesNotAcceptAnotherChangeOfTheSamePlace() throws Exception {
        project.write(CheckProject.shop("\"note\": {\"shape\": \"Strings\"},"));
        project.acceptance = new NewAcceptance("it is a list now", null);
        passes();
        project.acceptance = null;
        passes();

        project.write(CheckProject.shop("\"note\": {\"shape\": \"Integer\"},"));

        fails(REFUSED);
        assertThat(project.lines).anyMatch(line -> line.contains("is stale"));
    }

    @Test
    void failsAgainOnceAnAcceptanceExpired() throws Exception {
        acceptsOnRequest();
        project.today = LocalDate.of(2027, 3, 31);
        passes();

        project.today = LocalDate.of(2027, 4, 1);

        fails(REFUSED);
        assertThat(project.lines)
                .anyMatch(line -> line.startsWith("[WARNING]") && line.contains("expired on 2027-03-31"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{]|whittle.accepted.json:[1,2] is not JSON",
                "{}|whittle.accepted.json: 'acceptedChanges' is missing",
                "{\"accepted\": []}|whittle.accepted.json has the unknown field 'accepted' (fields are acceptedChanges)",
                "{\"acceptedChanges\": [{\"code\": \"API403\"}]}|whittle.accepted.json acceptedChanges[0]: 'service' is missing",
                "{\"acceptedChanges\": [{\"service\": \"S\", \"code\": \"A\", \"place\": \"\", \"change\": \"c\", \"reason\": \" \", \"date\": \"2026-01-01\"}]}|whittle.accepted.json acceptedChanges[0]: 'reason' is empty",
                "{\"acceptedChanges\": [{\"service\": \"S\", \"code\": \"A\", \"place\": \"\", \"change\": \"c\", \"reason\": \"r\", \"date\": \"today\"}]}|whittle.accepted.json acceptedChanges[0]: 'date' is not a date such as 2026-12-31",
            })
    void saysWhatIsWrongWithAcceptedChanges(String text, String message) throws Exception {
        Files.writeString(project.accepted(), text);

        assertThatThrownBy(() -> project.check("lock"))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void failsIfTheVersionPromisesTooLittle() throws Exception {
        project.version = "1.2.1";
        project.write(CheckProject.shop(CheckProject.NOTE + "\"color\": {\"shape\": \"String\"},"));

        fails("the version 1.2.1 promises too little: the changes since 1.2.0 need 1.3.0 at least");

        project.version = "1.3.0-SNAPSHOT";
        passes();
        project.limits = new Limits(Verdict.BREAKING, null, null, null, false);
        project.version = "1.2.1";
        passes();
    }

    @Test
    void comparesOnlyTheOperationsInUse() throws Exception {
        project.operations = new OperationFilter(List.of("ListCarts"), List.of());
        project.lock();
        project.write(CheckProject.shop(""));

        passes();
        assertThat(project.lines).noneMatch(line -> line.contains("API"));
    }

    @Test
    void reportsAnOperationThatTheBuildNoLongerUses() throws Exception {
        project.operations = new OperationFilter(List.of("ListCarts"), List.of());

        fails("");

        assertThat(project.lines).anyMatch(line -> line.contains("API202") && line.contains("GetCart"));
    }

    @Test
    void reportsServicesThatComeAndGo() throws Exception {
        Files.createDirectories(project.folder.resolve("models/zoo"));
        Files.writeString(
                project.folder.resolve("models/zoo/service-2.json"),
                CheckProject.shop("").replace("\"serviceId\": \"Shop\"", "\"serviceId\": \"Zoo\""));

        passes();
        assertThat(project.lines).anyMatch(line -> line.contains("API109") && line.contains("zoo.ZooClient is added"));

        project.lock();
        Files.delete(project.folder.resolve("models/zoo/service-2.json"));
        fails(REFUSED);
        assertThat(project.lines)
                .anyMatch(line -> line.contains("API110") && line.contains("zoo.ZooClient is removed"));
    }

    @Test
    void reportsAnAsynchronousClientThatIsNoLongerGenerated() throws Exception {
        project.extras = Set.of(Extra.ASYNC_CLIENT);
        project.lock();
        project.extras = Set.of();

        fails("");

        assertThat(project.lines).anyMatch(line -> line.contains("ShopAsyncClient"));
    }

    @Test
    void doesNotPassWithoutALockFile() throws Exception {
        Files.delete(project.lockFile());

        assertThatThrownBy(() -> project.check("lock"))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessage("there is no lock file " + project.lockFile()
                        + ": write it with mvn whittle:generate -Dwhittle.writeLock, and commit it");
    }

    @Test
    void doesNotPassWithADamagedLockFile() throws Exception {
        String lock = Files.readString(project.lockFile());
        for (int length = 0; length < lock.length() - 1; length += 17) {
            Files.writeString(project.lockFile(), lock.substring(0, length));

            assertThatThrownBy(() -> project.check("lock"))
                    .as("cut after %d bytes", length)
                    .isInstanceOf(MisconfigurationException.class)
                    .hasMessageStartingWith("the baseline cannot be read: whittle.lock.json");
        }
    }

    @Test
    void doesNotPassWithALockFileThatAMergeChanged() throws Exception {
        Files.writeString(
                project.lockFile(),
                Files.readString(project.lockFile()).replace("\"shape\": \"Strings\"", "\"shape\": \"Integer\""));

        assertThatThrownBy(() -> project.check("lock"))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessage(
                        "the baseline cannot be read: whittle.lock.json: 'checksum' does not fit: the file was changed"
                                + " since Whittle wrote it, by a merge or by hand (write it anew with mvn whittle:generate"
                                + " -Dwhittle.writeLock from the models of that time, or compare with another baseline)");
    }

    @Test
    void doesNotPassWithALockFileThatLocksNothing() throws Exception {
        Files.writeString(project.lockFile(), "{\"lockVersion\": 2, \"extras\": [], \"services\": []}");

        assertThatThrownBy(() -> project.check("lock"))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessageStartingWith("the baseline cannot be read: whittle.lock.json: 'services' is empty");
    }

    @Test
    void doesNotPassWithALockedModelThatIsNotValid() throws Exception {
        LockedService shop = ApiLock.read("lock", Files.readAllBytes(project.lockFile()))
                .services()
                .get(0);
        byte[] model = new String(shop.model().model(), StandardCharsets.UTF_8)
                .replace("\"shape\":\"Strings\"", "\"shape\":\"Stings\"")
                .getBytes(StandardCharsets.UTF_8);
        LockedService broken = new LockedService(
                shop.service(), shop.packageName(), null, null, "0", new ModelSource("lock", model, null, null, null));
        Files.writeString(project.lockFile(), new ApiLock("1.2.0", Set.of(), List.of(broken)).print());

        fails("1 problem, the baseline is not valid, so that nothing was compared.");

        assertThat(project.lines)
                .anyMatch(line -> line.startsWith("[ERROR] whittle.lock.json") && line.contains("SVC0201"));
    }

    @Test
    void doesNotPassWithAPresentModelThatIsNotValid() throws Exception {
        project.write(CheckProject.shop("\"note\": {\"shape\": \"Missing\"},"));

        fails("1 problem, nothing was compared.");
    }
}
