package dev.whittle.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands are ones that are there to be run: Maven with known goals, modules, profiles and properties, and few else. */
class CommandBlocksTest {
    private static final Set<String> PROGRAMS = Set.of("cd", "jar", "java", "mkdir", "mvn", ".ci/rehearse-release");
    private static final Set<String> LIFECYCLE = Set.of(
            "compile",
            "test",
            "package",
            "verify",
            "install",
            "deploy",
            "exec:java",
            "spotless:apply",
            "dependency:copy",
            "versions:set");

    private static final Set<String> OPTIONS = Set.of("-q", "-ntp", "-am");

    private static final Set<String> PROPERTIES = Set.of(
            "skipTests",
            "test",
            "groups",
            "maven-matrix",
            "quick",
            "surefire.failIfNoSpecifiedTests",
            "invoker.skip",
            "altDeploymentRepository",
            "artifact",
            "generateBackupPoms",
            "newVersion",
            "whittle.golden.update",
            "whittle.docs.update",
            "whittle.s3.keys",
            "whittle.smithy");

    static List<CodeBlock> blocks() {
        return Page.all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.language().equals("sh") && !block.kind().equals("quick-start"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void isKnown(CodeBlock block) throws Exception {
        for (String line : block.text().replace("\\\n", " ").split("\n")) {
            String command = line.replaceAll("\\s+#.*", "")
                    .replaceFirst("^([A-Z_]+=\\S+ +)+", "")
                    .strip();
            String[] tokens = command.replaceAll("\"[^\"]*\"", "quoted").split("\\s+");
            assertThat(PROGRAMS).as(block.place()).contains(tokens[0]);
            if (tokens[0].equals("mvn")) {
                checkMaven(block, tokens);
            } else if (tokens[0].equals("java")) {
                checkJava(block, tokens);
            }
        }
    }

    /** The JVM that runs this knows the options; it says so itself. */
    private static void checkJava(CodeBlock block, String[] tokens) {
        HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        for (int i = 1; i < tokens.length && tokens[i].startsWith("-"); i++) {
            String option = tokens[i];
            if (option.equals("-cp")) {
                i++;
            } else {
                assertThat(option).as(block.place()).startsWith("-XX:");
                String name = option.substring(4).replaceAll("=.*", "");
                assertThatCode(() -> jvm.getVMOption(name))
                        .as("%s: %s", block.place(), option)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static void checkMaven(CodeBlock block, String[] tokens) throws Exception {
        for (int i = 1; i < tokens.length; i++) {
            String token = tokens[i];
            if (token.equals("-pl")) {
                for (String module : tokens[++i].split(",")) {
                    assertThat(Page.ROOT.resolve(module).resolve("pom.xml"))
                            .as(block.place())
                            .exists();
                }
            } else {
                assertThat(isKnown(token)).as("%s: %s", block.place(), token).isTrue();
            }
        }
    }

    private static boolean isKnown(String token) throws Exception {
        if (token.startsWith("-D")) {
            return isProperty(token.substring(2).replaceAll("=.*", ""));
        }
        if (token.startsWith("-P")) {
            return poms().contains("<id>" + token.substring(2) + "</id>");
        }
        return OPTIONS.contains(token) || isGoal(token);
    }

    private static boolean isProperty(String name) throws Exception {
        return PROPERTIES.contains(name)
                || Goal.all().stream()
                        .flatMap(goal -> goal.parameters().stream())
                        .anyMatch(parameter -> parameter.property().equals(name));
    }

    private static boolean isGoal(String token) throws Exception {
        for (Goal goal : Goal.all()) {
            if (token.replaceAll("@.*", "").equals("whittle:" + goal.name())
                    || token.matches("dev\\.whittle:whittle-maven-plugin:" + Pattern.quote(Goal.pluginVersion()) + ":"
                            + goal.name())) {
                return true;
            }
        }
        return LIFECYCLE.contains(token);
    }

    private static String poms() throws IOException {
        return Files.readString(Page.ROOT.resolve("pom.xml"))
                + Files.readString(Page.ROOT.resolve("generated-sample/pom.xml"))
                + Files.readString(Page.ROOT.resolve("maven-plugin/pom.xml"))
                + Files.readString(Page.ROOT.resolve("codegen-core/pom.xml"))
                + Files.readString(Page.ROOT.resolve("runtime/pom.xml"));
    }

    /** Nothing is in the repository yet when they run: whoever waits has to see that something goes on. */
    @ParameterizedTest
    @ValueSource(strings = {"demo", "install", "init"})
    void firstCommandsAreNotQuiet(String kind) {
        List<CodeBlock> blocks = Page.blocks(kind);
        assertThat(blocks).isNotEmpty();
        assertThat(blocks)
                .allSatisfy(block -> assertThat(block.text()).as(block.place()).doesNotContain("-q "));
    }

    /** The page about changed models is a story, and an integration test plays it. */
    @Test
    void theCommandsForChangedModelsAreThoseOfTheirTest() throws IOException {
        String goals = Files.readString(Page.ROOT.resolve("maven-plugin/src/it/changing-apis/invoker.properties"));
        List<String> commands = blocks().stream()
                .filter(block -> block.place().startsWith("docs/changing-apis.md"))
                .flatMap(block -> block.text().lines())
                .filter(line -> line.startsWith("mvn ") && !line.contains("dev.whittle:"))
                .toList();

        assertThat(commands).hasSizeGreaterThan(4);
        assertThat(commands).allSatisfy(command -> assertThat(goals).contains(" = " + command.substring(4) + "\n"));
    }

    @Test
    void theBuildServerRunsTheTestsAsTheReadmeSays() throws IOException {
        List<CodeBlock> tests = Page.blocks("tests");
        assertThat(tests).hasSize(1);
        assertThat(Files.readAllLines(Path.of("../.ci/run")))
                .containsOnlyOnce(tests.get(0).text().strip());
    }
}
