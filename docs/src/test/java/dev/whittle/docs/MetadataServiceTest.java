package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * No test, example or measurement of this build asks the metadata service of the machine that it runs on, which may be
 * an EC2 instance with a role.
 */
class MetadataServiceTest {
    private static final String VARIABLE = "AWS_EC2_METADATA_DISABLED";

    /** What runs code of this project in a process that inherits its environment from the configuration. */
    private static final List<String> RUNNERS =
            List.of("maven-surefire-plugin", "maven-invoker-plugin", "exec-maven-plugin");

    private static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(Page.ROOT)) {
            return folders.map(f -> f.resolve("pom.xml")).filter(Files::exists).toList();
        }
    }

    private static Document parse(Path pom) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
    }

    private static List<Element> plugins(Document pom, String artifactId) {
        List<Element> found = new ArrayList<>();
        NodeList plugins = pom.getElementsByTagName("plugin");
        for (int i = 0; i < plugins.getLength(); i++) {
            Element plugin = (Element) plugins.item(i);
            if (plugin.getElementsByTagName("artifactId")
                    .item(0)
                    .getTextContent()
                    .equals(artifactId)) {
                found.add(plugin);
            }
        }
        return found;
    }

    @Test
    void theTestsOfThisModuleRunWithTheVariable() {
        assertThat(System.getenv(VARIABLE)).isEqualTo("true");
    }

    @Test
    void theParentSetsTheVariableForWhateverRunsCode() throws Exception {
        Document parent = parse(Page.ROOT.resolve("pom.xml"));
        for (String runner : RUNNERS) {
            assertThat(plugins(parent, runner)).as(runner).anySatisfy(plugin -> {
                NodeList set = plugin.getElementsByTagName(VARIABLE);
                assertThat(set.getLength()).isEqualTo(1);
                assertThat(set.item(0).getTextContent()).isEqualTo("true");
                assertThat(set.item(0).getParentNode().getNodeName()).isEqualTo("environmentVariables");
            });
        }
        assertThat(plugins(parent, "exec-maven-plugin"))
                .anySatisfy(plugin -> assertThat(plugin.getTextContent()).contains("aws.disableEc2Metadata"));
    }

    @Test
    void everyModuleHasTheParentAndNoneTakesTheVariableAway() throws Exception {
        List<Path> modules = modules();
        assertThat(modules).hasSizeGreaterThan(6);
        for (Path module : modules) {
            Document pom = parse(module);
            NodeList parents = pom.getElementsByTagName("parent");
            assertThat(parents.getLength()).as("parents of " + module).isEqualTo(1);
            assertThat(parents.item(0).getTextContent())
                    .as("parent of " + module)
                    .contains("whittle-parent");
            for (String runner : RUNNERS) {
                for (Element plugin : plugins(pom, runner)) {
                    for (String name : List.of("configuration", "environmentVariables", "systemProperties")) {
                        NodeList elements = plugin.getElementsByTagName(name);
                        for (int i = 0; i < elements.getLength(); i++) {
                            Element element = (Element) elements.item(i);
                            assertThat(element.getAttribute("combine.self"))
                                    .as(runner + " in " + module)
                                    .isNotEqualTo("override");
                        }
                    }
                }
            }
        }
    }

    @Test
    void noProjectOfAnIntegrationTestAndNoScriptTakesTheVariableAway() throws IOException {
        assertThat(Page.ROOT.resolve("benchmarks/run")).content().contains("export " + VARIABLE + "=true");
        List<Path> files = new ArrayList<>();
        for (Path module : modules()) {
            Path projects = module.resolveSibling("src/it");
            if (Files.exists(projects)) {
                try (Stream<Path> all = Files.walk(projects)) {
                    all.filter(f -> f.getFileName().toString().equals("invoker.properties")
                                    || f.getFileName().toString().equals("pom.xml"))
                            .forEach(files::add);
                }
            }
        }
        assertThat(files).hasSizeGreaterThan(20);
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                if (line.contains(VARIABLE)) {
                    assertThat(line).as(file.toString()).matches(".*" + VARIABLE + "( ?= ?|>)true.*");
                }
            }
        }
    }

    @Test
    void noTestChangesTheEnvironmentOfItsProcesses() throws IOException {
        for (Path module : modules()) {
            for (String kind : List.of("src/test/java", "src/main/java")) {
                Path sources = module.resolveSibling(kind);
                if (!Files.exists(sources) || sources.endsWith("docs/src/test/java")) {
                    continue;
                }
                try (Stream<Path> all = Files.walk(sources)) {
                    for (Path file :
                            all.filter(f -> f.toString().endsWith(".java")).toList()) {
                        assertThat(file).content().doesNotContain(".environment().clear()");
                    }
                }
            }
        }
    }
}
