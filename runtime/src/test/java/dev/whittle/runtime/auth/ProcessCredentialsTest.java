package dev.whittle.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.MissingCredentialsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class ProcessCredentialsTest {
    @TempDir
    private Path folder;

    private static ProcessCredentials script(String script) {
        return new ProcessCredentials("process", List.of("/bin/sh", "-c", script));
    }

    @Test
    void readsWhatAProgramWrites() {
        ProcessCredentials process = script("echo '{\"Version\": 1, \"AccessKeyId\": \"A\", \"SecretAccessKey\": \"s\","
                + "\"SessionToken\": \"t\", \"Expiration\": \"2030-01-01T02:00:00+02:00\", \"More\": [{}]}'");
        assertThat(process.credentials())
                .isEqualTo(Credentials.of("A", "s", "t", Instant.parse("2030-01-01T00:00:00Z")));
    }

    @Test
    void aByteOrderMarkAndAnOffsetWithoutAColonDoNoHarm() {
        ProcessCredentials process = script("printf '\\357\\273\\277{\"Version\": 1, \"AccessKeyId\": \"A\","
                + "\"SecretAccessKey\": \"s\", \"Expiration\": \"2030-01-01T00:00:00+0000\"}'");
        assertThat(process.credentials())
                .isEqualTo(Credentials.of("A", "s", null, Instant.parse("2030-01-01T00:00:00Z")));
    }

    @Test
    void runsItAgainOnlyIfItsCredentialsExpire() throws IOException {
        Path runs = folder.resolve("runs");
        String json = "{\"Version\":1,\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"s\"%s}";
        ProcessCredentials lasting = script("echo x >> " + runs + "; echo '" + json.formatted("") + "'");
        assertThat(lasting.credentials()).isEqualTo(Credentials.of("A", "s")).isSameAs(lasting.credentials());
        assertThat(Files.readString(runs)).isEqualTo("x\n");
        ProcessCredentials expiring = script(
                "echo x >> " + runs + "; echo '" + json.formatted(",\"Expiration\":\"2030-01-01T00:00:00Z\"") + "'");
        expiring.credentials();
        expiring.credentials();
        assertThat(Files.readString(runs)).isEqualTo("x\nx\nx\n");
    }

    @Test
    void missesNothingThatIsWrittenBeforeTheEnd() {
        String secret = "s".repeat(60_000);
        ProcessCredentials process =
                script("printf '{\"Version\":1,\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"'; sleep 0.05;"
                        + " head -c 60000 /dev/zero | tr '\\0' s; printf '\"}'");
        assertThat(process.credentials().secretAccessKey()).isEqualTo(secret);
    }

    @Test
    void itsStandardInputIsEmpty() {
        assertThat(script("cat; echo '{\"Version\":1,\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"s\"}'")
                        .credentials())
                .isEqualTo(Credentials.of("A", "s"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        "echo '{\"Version\":1,\"SecretAccessKey\":\"key-secret\"}'; exit 3",
                        "'/bin/sh' ended with exit code 3"),
                Arguments.of("echo key-secret", "the response is not the expected JSON"),
                Arguments.of("true", "the response is not the expected JSON"),
                Arguments.of("echo '{\"AccessKeyId\":\"key-secret\"}'", "the output of '/bin/sh' is not of version 1"),
                Arguments.of("echo '{\"Version\":2}'", "the output of '/bin/sh' is not of version 1"),
                Arguments.of("echo '{\"Version\":1,\"AccessKeyId\":\"A\"}'", "the response has no SecretAccessKey"),
                Arguments.of("yes key-secret", "'/bin/sh' wrote more than 64 KiB"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhatIsWrongButNotInItsWords(String script, String reason) {
        assertThatThrownBy(script(script)::credentials)
                .isInstanceOf(MissingCredentialsException.class)
                .hasMessage("process: " + reason)
                .satisfies(e -> assertThat(Secrecy.everythingOf(e)).doesNotContain("key-secret"));
    }

    @Test
    void saysThatThereIsNoProgram() {
        ProcessCredentials process =
                new ProcessCredentials("process", List.of("/nonexistent/program", "--token", "key-secret"));
        assertThatThrownBy(process::credentials)
                .hasMessage("process: '/nonexistent/program' cannot be run")
                .satisfies(e -> assertThat(Secrecy.everythingOf(e)).doesNotContain("key-secret"));
        assertThatThrownBy(() -> new ProcessCredentials("process", List.of()))
                .hasMessage("process: the command is empty");
    }

    @Test
    void endsAProgramThatTakesTooLong() throws Exception {
        Path pid = folder.resolve("pid");
        ProcessCredentials process = new ProcessCredentials(
                "process", List.of("/bin/sh", "-c", "echo $$ > " + pid + "; exec sleep 600"), 1000);
        assertThatThrownBy(process::credentials).hasMessage("process: '/bin/sh' did not end within 1000 ms");
        long number = Long.parseLong(Files.readString(pid).trim());
        ProcessHandle.of(number).ifPresent(handle -> handle.onExit().join());
    }

    @Test
    void doesNotWaitForWhatAProgramLeavesBehind() {
        ProcessCredentials process =
                script("sleep 600 & echo '{\"Version\":1,\"AccessKeyId\":\"'$!'\",\"SecretAccessKey\":\"s\"}'");
        String child = process.credentials().accessKeyId();
        ProcessHandle.of(Long.parseLong(child)).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void leavesWhenItsCallerIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(script("exec sleep 600")::credentials).isInstanceOf(CallInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of("", List.of()),
                Arguments.of("  /bin/x  a\tb ", List.of("/bin/x", "a", "b")),
                Arguments.of("x \"a b\" 'c d' e\"f g\"h", List.of("x", "a b", "c d", "ef gh")),
                Arguments.of("x \"\" ''", List.of("x", "", "")),
                Arguments.of("x \"a 'b' \\\"c\\\"\" 'd \"e\" \\f'", List.of("x", "a 'b' \"c\"", "d \"e\" \\f")),
                Arguments.of("x a\\ b \\'c \\\\ \\d", List.of("x", "a b", "'c", "\\", "\\d")),
                Arguments.of(
                        "x $(rm -rf /) ; `y` | z > f",
                        List.of("x", "$(rm", "-rf", "/)", ";", "`y`", "|", "z", ">", "f")),
                Arguments.of("x \"a", null),
                Arguments.of("x 'a\\'", List.of("x", "a\\")));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void takesCommandsApartWithoutAShell(String command, List<String> words) {
        assertThat(CommandLine.words(command)).isEqualTo(words);
    }
}
