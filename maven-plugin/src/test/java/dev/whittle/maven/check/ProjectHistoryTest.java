package dev.whittle.maven.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectHistoryTest {
    private static final Path POM = Path.of("/shop/client/pom.xml");
    private static final String PLUGIN = "<plugin><artifactId>whittle-maven-plugin</artifactId>"
            + "<configuration><service>${name}</service></configuration></plugin>";

    private final Map<Path, String> files = new HashMap<>();

    private ProjectHistory history() throws IOException {
        return ProjectHistory.of(
                POM, file -> Optional.ofNullable(files.get(file)).map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void settingsComeFromAllPomsAndHaveTheirProperties() throws IOException {
        files.put(
                POM,
                "<project><parent><version>3</version></parent><properties><name>Orders</name></properties></project>");
        files.put(
                Path.of("/shop/pom.xml"),
                "<project><properties><name>Other</name></properties><build><pluginManagement><plugins>" + PLUGIN
                        + "</plugins></pluginManagement></build></project>");
        ProjectHistory history = history();

        assertThat(history.version()).isEqualTo("3");
        assertThat(history.settings()).singleElement().asString().contains("<service>Orders</service>");

        files.put(POM, files.get(POM).replace("Orders", "Carts"));
        assertThat(history().settings()).isNotEqualTo(history.settings());
    }

    @Test
    void profilesAndExecutionsCount() throws IOException {
        files.put(
                POM,
                "<project><profiles><profile><build><plugins>"
                        + PLUGIN.replace(
                                "</plugin>", "<executions><execution><id>orders</id></execution></executions></plugin>")
                        + "</plugins></build></profile></profiles></project>");

        assertThat(history().settings()).hasSize(2).last().asString().contains("orders");
    }

    @ParameterizedTest
    @CsvSource({
        "<project><version>1.0</version></project>, 1.0",
        "<project><version>${revision}</version></project>,",
        "<project><version>1.0</version>,",
        "'',",
    })
    void versionsThatAreNotThere(String pom, String version) throws IOException {
        files.put(POM, pom);

        assertThat(history().version()).isEqualTo(version);
        assertThat(history().settings()).isEmpty();
    }

    @Test
    void aPomThatIsItsOwnParentEnds() throws IOException {
        files.put(POM, "<project><parent><version>1</version><relativePath>pom.xml</relativePath></parent></project>");

        assertThat(history().version()).isEqualTo("1");
    }
}
