package dev.whittle.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.auth.PlayedServer.Response;
import dev.whittle.runtime.config.TestEnvironment;
import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.error.MissingCredentialsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileCredentialsTest {
    private static final String KEYS = "aws_access_key_id = AKIDBASE\naws_secret_access_key = base-secret\n";

    @TempDir
    private Path home;

    private final PlayedSts sts = new PlayedSts();
    private TestEnvironment environment;

    ProfileCredentialsTest() throws IOException {}

    @BeforeEach
    void prepare() {
        sts.knows(Credentials.of("AKIDBASE", "base-secret"));
        environment = new TestEnvironment(home).set("AWS_ENDPOINT_URL", sts.server.url());
    }

    @AfterEach
    void stop() {
        sts.close();
    }

    private ProfileCredentials profile(String name, String config) throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), config);
        return new ProfileCredentials(environment, name);
    }

    @Test
    void readsKeysAndReadsThemAgainWhenTheyChange() throws IOException {
        ProfileCredentials profile = profile(null, "[default]\n" + KEYS + "aws_session_token = t");
        Credentials first = profile.credentials();
        assertThat(first).isEqualTo(Credentials.of("AKIDBASE", "base-secret", "t"));
        assertThat(profile.credentials()).isSameAs(first);
        Files.writeString(
                home.resolve(".aws/credentials"),
                "[default]\naws_access_key_id = NEW\naws_secret_access_key = n\naws_session_token = nt");
        assertThat(profile.credentials()).isEqualTo(Credentials.of("NEW", "n", "nt"));
    }

    @Test
    void usesTheProfileThatTheEnvironmentNames() throws IOException {
        ProfileCredentials profile = profile(null, "[profile a]\n" + KEYS);
        environment.set("AWS_PROFILE", "a");
        assertThat(profile.credentials().accessKeyId()).isEqualTo("AKIDBASE");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void runsAProgram() throws IOException {
        Path program = Files.writeString(
                home.resolve("a program"),
                "#!/bin/sh\necho '{\"Version\":1,\"AccessKeyId\":\"'\"$1$2\"'\",\"SecretAccessKey\":\"s\"}'\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(profile("a", "[profile a]\ncredential_process = \"" + program + "\" 'A B' $(C)")
                        .credentials())
                .isEqualTo(Credentials.of("A B$(C)", "s"));
    }

    @Test
    void assumesRolesOneAfterTheOther() throws IOException {
        ProfileCredentials profile = profile("c", """
                [default]
                %s
                [profile b]
                role_arn = arn:aws:iam::1:role/b
                source_profile = default
                [profile c]
                role_arn = arn:aws:iam::1:role/c
                source_profile = b
                role_session_name = me
                external_id = ex
                duration_seconds = 900
                region = eu-west-1
                """.formatted(KEYS));
        sts.expectedRegion = "us-east-1";
        environment.set("AWS_REGION", "eu-west-1");
        sts.expectedRegion = "eu-west-1";
        assertThat(profile.credentials()).isEqualTo(PlayedSts.of("c"));
        assertThat(sts.requests()).hasSize(2);
        assertThat(sts.requests().get(1).form())
                .containsEntry("RoleSessionName", "me")
                .containsEntry("ExternalId", "ex")
                .containsEntry("DurationSeconds", "900");
        assertThat(sts.requests().get(1).headers()).containsEntry("x-amz-security-token", "token/secret==");
    }

    @Test
    void aProfileMayBeItsOwnSource() throws IOException {
        assertThat(profile("a", "[profile a]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = a\n" + KEYS)
                        .credentials())
                .isEqualTo(PlayedSts.of("r"));
    }

    @Test
    void assumesARoleWithTheCredentialsOfAPlace() throws IOException {
        environment.set("AWS_ACCESS_KEY_ID", "AKIDBASE").set("AWS_SECRET_ACCESS_KEY", "base-secret");
        String role = "[profile a]\nrole_arn = arn:aws:iam::1:role/r\ncredential_source = ";
        assertThat(profile("a", role + "Environment").credentials()).isEqualTo(PlayedSts.of("r"));
        try (PlayedServer agent = new PlayedServer(
                request -> Response.ok("{\"AccessKeyId\":\"AKIDBASE\",\"SecretAccessKey\":\"base-secret\"}"))) {
            environment.set("AWS_CONTAINER_CREDENTIALS_FULL_URI", agent.url());
            assertThat(profile("a", role + "EcsContainer").credentials()).isEqualTo(PlayedSts.of("r"));
            assertThat(agent.requests).hasSize(1);
        }
        assertThatThrownBy(profile("a", role + "Ec2InstanceMetadata")::credentials)
                .hasMessage("EC2 instance metadata: switched off by AWS_EC2_METADATA_DISABLED");
    }

    @Test
    void tradesAWebIdentityToken() throws IOException {
        Path token = Files.writeString(home.resolve("token"), "web/secret+");
        assertThat(profile("a", "[profile a]\nrole_arn = arn:aws:iam::1:role/r\nweb_identity_token_file = " + token)
                        .credentials())
                .isEqualTo(PlayedSts.of("r"));
    }

    static Stream<Arguments> faults() {
        String role = "role_arn = arn:aws:iam::1:role/r\n";
        return Stream.of(
                Arguments.of(
                        "x = 1",
                        "has neither aws_access_key_id and aws_secret_access_key nor credential_process nor role_arn"),
                Arguments.of("aws_access_key_id = A", "has aws_access_key_id but no aws_secret_access_key"),
                Arguments.of(
                        "aws_secret_access_key = key-secret", "has aws_secret_access_key but no aws_access_key_id"),
                Arguments.of(
                        "credential_process = x 'key-secret",
                        "credential_process is not a command, or has a quote that is not closed"),
                Arguments.of(
                        role,
                        "has role_arn, and so needs one of source_profile, credential_source and web_identity_token_file"),
                Arguments.of(
                        role + "source_profile = b\ncredential_source = Environment",
                        "has role_arn, and so needs one of source_profile, credential_source and web_identity_token_file"),
                Arguments.of(
                        role + "credential_source = key-secret",
                        "credential_source must be Environment, Ec2InstanceMetadata or EcsContainer"),
                Arguments.of(role + "source_profile = a", "its source profiles lead back to it: a"),
                Arguments.of(
                        role + "source_profile = b\n[profile b]\n" + role + "source_profile = c\n[profile c]\n" + role
                                + "source_profile = a",
                        "its source profiles lead back to it: a, b, c"),
                Arguments.of(role + "source_profile = b\nduration_seconds = long", "duration_seconds is not a number"),
                Arguments.of(
                        role + "source_profile = b\nmfa_serial = arn\n[profile b]\n" + KEYS,
                        "needs a second factor (mfa_serial), which this runtime does not support: set a provider on the builder, or use credential_process"),
                Arguments.of(
                        "sso_session = s\nsso_account_id = 1",
                        "signs in with IAM Identity Center (sso_…), which this runtime leaves to the AWS SDK: set its provider on the builder, as in credentials(() -> toCredentials(sdkProvider.resolveCredentials()))"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhatIsWrongWithAProfile(String properties, String reason) throws IOException {
        assertThatThrownBy(profile("a", "[profile a]\n" + properties)::credentials)
                .isInstanceOf(MissingCredentialsException.class)
                .hasMessage("profile 'a': " + reason)
                .satisfies(e -> assertThat(Secrecy.everythingOf(e)).doesNotContain("key-secret", "base-secret"));
    }

    @Test
    void chainsOfRolesHaveALimit() throws IOException {
        StringBuilder config = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            config.append("[profile p" + i + "]\nrole_arn = r\nsource_profile = p" + (i + 1) + "\n");
        }
        assertThatThrownBy(profile("p0", config.toString())::credentials)
                .hasMessage("profile 'p16': is the end of a chain of more than 16 source profiles");
    }

    @Test
    void saysWhereItLookedForAProfile() throws IOException {
        assertThatThrownBy(profile("b", "[profile a]\n" + KEYS)::credentials)
                .hasMessage("profile 'b': not found in " + home.resolve(".aws/config") + " and "
                        + home.resolve(".aws/credentials") + " (which does not exist)");
        assertThatThrownBy(profile("a", "[profile a]\nkey-secret")::credentials)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(home.resolve(".aws/config") + ": line 2 has no '='");
    }
}
