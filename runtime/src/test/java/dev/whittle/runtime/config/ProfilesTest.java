package dev.whittle.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.error.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.profiles.ProfileFile;

class ProfilesTest {
    private static final String[] LINES = {
        "[default]",
        "[profile default]",
        "[profile a]",
        "[profile\ta]",
        "[ profile   a ]",
        "[a]",
        "[ a\t] ; comment",
        "[a]#comment",
        "[b/c@d:e+f.g-h_%]",
        "[profile not ok]",
        "[other a]",
        "[profile]",
        "[profilea]",
        "x = 1",
        "x=2",
        "x = 3 # comment",
        "x = 4;no comment",
        "x = 5\t; comment",
        "y =",
        "y = a = b",
        " z = nested # kept",
        "\tcontinued",
        "not ok = 1",
        "# comment",
        "; comment",
        "",
        "   ",
        "\t",
        "z = ü # é",
    };

    @TempDir
    private Path home;

    private TestEnvironment environment;

    @BeforeEach
    void setHome() {
        environment = new TestEnvironment(home);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws").resolve(file), text);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("plain", "x=1", "1"),
                Arguments.of("white space around", "x\t = \t 1 2 \t", "1 2"),
                Arguments.of("comment behind white space", "x = 1 # 2", "1"),
                Arguments.of("semicolon behind a tab", "x = 1\t; 2", "1"),
                Arguments.of("no comment without white space", "x = 1#2;3", "1#2;3"),
                Arguments.of("further equals signs", "x = a=b==", "a=b=="),
                Arguments.of("the later one counts", "x = 1\nx = 2", "2"),
                Arguments.of("comment lines between", "# x = 0\n; x = 0\nx = 1\n#x = 2", "1"),
                Arguments.of("blank lines between", "\n  \n\t\nx = 1\n\n", "1"),
                Arguments.of("Windows line ends", "x = 1\r\ny = 2\r", "1"),
                Arguments.of("continuation", "x = 1\n  2 # kept\n\t3", "1\n2 # kept\n3"),
                Arguments.of("nested", "x =\n  a = 1\n  b = 2", "\na = 1\nb = 2"),
                Arguments.of("sections that come again", "x = 1\n[profile b]\nx = 2\n[profile a]\ny = 3", "1"),
                Arguments.of("names are case-sensitive", "X = 1", null),
                Arguments.of("blank is not set", "x =", null),
                Arguments.of("names with spaces are passed over", "x y = 1", null),
                Arguments.of("other sections are passed over", "[services a]\nx = 1\n  y", null),
                Arguments.of("profiles of the config file are called so", "[a]\nx = 1", null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void readsTheConfigFile(String name, String text, String value) throws IOException {
        write("config", "[profile a]\n" + text);
        assertThat(Profiles.read(environment).find("a").get("x")).isEqualTo(value);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("[profile a\nx = 1", "line 1 begins a section that does not end with ']'"),
                Arguments.of("x = hidden", "line 1 is before the first section"),
                Arguments.of("[default]\n\n# c\nhidden", "line 4 has no '='"),
                Arguments.of("[default]\n = hidden", "line 2 is indented, but continues no property"),
                Arguments.of("[default]\n= hidden", "line 2 has no name before its '='"),
                Arguments.of("[default]\nx =\n hidden", "line 3 has no '='"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void tellsAFaultByItsLineAndNotByWhatStandsThere(String text, String fault) throws IOException {
        write("credentials", text);
        assertThatThrownBy(() -> Profiles.read(environment))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(home.resolve(".aws/credentials") + ": " + fault);
    }

    @Test
    void nestedPropertiesHaveNamesOfTheirOwn() throws IOException {
        write("config", "[profile a]\ns3 =\n  x = 1\n  not ok = 2\n  y=3\nx = 4");
        Profile profile = Profiles.read(environment).find("a");
        assertThat(profile.get("s3.x")).isEqualTo("1");
        assertThat(profile.get("s3.y")).isEqualTo("3");
        assertThat(profile.get("x")).isEqualTo("4");
    }

    @Test
    void theCredentialsFileCountsWhereBothHaveAProperty() throws IOException {
        write("config", "[default]\nregion = r\nx = config");
        write("credentials", "[default]\nx = credentials\n[only]\ny = 1\n[profile only]\ny = 2");
        Profiles profiles = Profiles.read(environment);
        Profile both = profiles.find("default");
        assertThat(both.get("x")).isEqualTo("credentials");
        assertThat(both.get("region")).isEqualTo("r");
        assertThat(profiles.find("only").get("y")).isEqualTo("1");
        assertThat(profiles.find("none")).isNull();
        assertThat(both).hasToString("Profile[default]");
    }

    @Test
    void aDefaultThatIsCalledAProfileTakesThePlaceOfTheOther() throws IOException {
        write("config", "[default]\nx = 1\n[profile default]\ny = 2\n[default]\nx = 3");
        assertThat(Profiles.read(environment).find("default").get("x")).isNull();
        assertThat(Profiles.read(environment).find("default").get("y")).isEqualTo("2");
    }

    @Test
    void filesAreFoundWhereTheEnvironmentSays() throws IOException {
        Files.writeString(home.resolve("c"), "[profile a]\nx = c");
        Files.writeString(home.resolve("s"), "[a]\ny = s");
        environment
                .set("AWS_CONFIG_FILE", "~/c")
                .set("AWS_SHARED_CREDENTIALS_FILE", home.resolve("s").toString());
        assertThat(Profiles.read(environment).find("a").get("x")).isEqualTo("c");
        assertThat(Profiles.read(environment).find("a").get("y")).isEqualTo("s");
        environment.setProperty("aws.configFile", home.resolve("none").toString());
        assertThat(Profiles.read(environment).find("a").get("x")).isNull();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        write("config", "\uFEFF[profile a]\r\nregion = eu-west-1\r\n");
        write("credentials", "\uFEFF# keys\n[a]\naws_access_key_id = A\n");
        Profile profile = Profiles.read(environment).find("a");
        assertThat(profile.get("region")).isEqualTo("eu-west-1");
        assertThat(profile.get("aws_access_key_id")).isEqualTo("A");
        write("config", "[profile a]\n\uFEFFregion = eu-west-1\n");
        assertThat(Profiles.read(environment).find("a").get("region"))
                .as("only at the beginning")
                .isNull();
    }

    @Test
    void noticesThatAFileHasChanged() throws IOException {
        write("config", "[default]\nx = 1");
        Profiles profiles = Profiles.read(environment);
        assertThat(profiles.isCurrent()).isTrue();
        write("credentials", "[default]\nx = 2");
        assertThat(profiles.isCurrent()).isFalse();
        profiles = Profiles.read(environment);
        write("credentials", "[default]\nx = 20");
        assertThat(profiles.isCurrent()).isFalse();
    }

    @Test
    void aFileThatCannotBeReadIsAFault() throws IOException {
        Files.createDirectories(home.resolve(".aws/config"));
        assertThatThrownBy(() -> Profiles.read(environment))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(home.resolve(".aws/config") + " cannot be read: ");
    }

    @Test
    void thePropertyNamesTheProfileBeforeTheVariable() {
        assertThat(Profiles.activeName(environment)).isEqualTo("default");
        environment.set("AWS_PROFILE", "v");
        assertThat(Profiles.activeName(environment)).isEqualTo("v");
        environment.setProperty("aws.profile", "p");
        assertThat(Profiles.activeName(environment)).isEqualTo("p");
    }

    /** Files of random lines mean the same to the AWS SDK, or are rejected by both. */
    @Test
    void readsFilesAsTheAwsSdkDoes() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int accepted = 0;
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder(random.nextInt(20) == 0 ? "" : "[default]\n");
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(LINES[random.nextInt(LINES.length)]).append(random.nextInt(5) == 0 ? "\r\n" : "\n");
            }
            boolean config = random.nextBoolean();
            String label = "seed " + seed + ", file " + i + ":\n" + text;
            Map<String, Map<String, String>> theirs = theirs(text.toString(), config);
            Map<String, Map<String, String>> ours = ours(text.toString(), config);
            assertThat(ours).as(label).isEqualTo(theirs);
            accepted += ours == null ? 0 : 1;
        }
        assertThat(accepted).isBetween(500, 2900);
    }

    private static Map<String, Map<String, String>> ours(String text, boolean config) {
        try {
            return new ProfileFileParser("file", config).parse(text);
        } catch (ConfigurationException e) {
            return null;
        }
    }

    private static Map<String, Map<String, String>> theirs(String text, boolean config) throws IOException {
        try {
            Map<String, Map<String, String>> found = new HashMap<>();
            ProfileFile.builder()
                    .content(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .type(config ? ProfileFile.Type.CONFIGURATION : ProfileFile.Type.CREDENTIALS)
                    .build()
                    .profiles()
                    .forEach((name, profile) -> found.put(name, profile.properties()));
            return found;
        } catch (RuntimeException e) {
            return null;
        }
    }
}
