package dev.whittle.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.runtime.config.TestEnvironment;
import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.retry.RetryPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a client finds out how to retry. */
class RetrySettingsTest {
    private final ScriptedTransport transport = new ScriptedTransport();

    private TestClient client() {
        return TestClient.with(transport);
    }

    private Object call(TestClient client) {
        try (CallPipeline pipeline =
                client.retries(new RecordedRetryPause(), new Random(1)).build()) {
            return pipeline.call(TestOperation.get(), "s", null);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AWS_MAX_ATTEMPTS,1,1",
        "AWS_MAX_ATTEMPTS,4,4",
        "AWS_RETRY_MODE,standard,3",
        "AWS_RETRY_MODE,Adaptive,3",
        "AWS_RETRY_MODE,legacy,3",
    })
    void theEnvironmentHasASay(String variable, String value, int attempts) {
        TestClient client = client().callTimeout(Duration.ZERO);
        client.settings.put("env " + variable, value);
        for (int i = 0; i < 10; i++) {
            transport.responds(500, "X");
        }
        ServiceException e = catchThrowableOfType(ServiceException.class, () -> call(client));
        assertThat(e.attempts()).isEqualTo(attempts);
    }

    @Test
    void aPropertyGoesBeforeAVariableAndTheBuilderBeforeBoth() {
        TestClient client = client();
        client.settings.put("env AWS_MAX_ATTEMPTS", "4");
        client.settings.put("aws.maxAttempts", "2");
        for (int i = 0; i < 10; i++) {
            transport.responds(500, "X");
        }
        assertThat(catchThrowableOfType(ServiceException.class, () -> call(client))
                        .attempts())
                .isEqualTo(2);
        client.retry(RetryPolicy.none());
        assertThat(catchThrowableOfType(ServiceException.class, () -> call(client))
                        .attempts())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"AWS_MAX_ATTEMPTS,0", "AWS_MAX_ATTEMPTS,many", "AWS_RETRY_MODE,fast"})
    void aSettingThatIsNoneIsAnError(String variable, String value) {
        TestClient client = client();
        client.settings.put("env " + variable, value);
        assertThatThrownBy(client::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(variable)
                .hasMessageContaining("'" + value + "'");
        assertThatThrownBy(() -> RetryPolicy.standard().withMaxAttempts(0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theProfileCountsLast(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), """
                [default]
                max_attempts = 2
                retry_mode = fast
                [profile work]
                max_attempts = 7
                retry_mode = adaptive
                """);
        TestEnvironment environment = new TestEnvironment(home);
        assertThatThrownBy(() -> RetryPolicy.find(environment))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("retry_mode of the profile is 'fast', expected standard or adaptive");
        environment.set("AWS_PROFILE", "work");
        assertThat(RetryPolicy.find(environment)).hasToString("adaptive, at most 7 attempts");
        environment.set("AWS_MAX_ATTEMPTS", "4").set("AWS_RETRY_MODE", "standard");
        assertThat(RetryPolicy.find(environment)).hasToString("standard, at most 4 attempts");

        TestClient client = client().callTimeout(Duration.ZERO);
        client.settings.put("env HOME", home.toString());
        client.settings.put("env AWS_PROFILE", "work");
        for (int i = 0; i < 10; i++) {
            transport.responds(500, "X");
        }
        assertThat(catchThrowableOfType(ServiceException.class, () -> call(client))
                        .attempts())
                .isEqualTo(7);
    }

    @Test
    void policiesSayWhatTheyAre() {
        assertThat(RetryPolicy.standard()).hasToString("standard, at most 3 attempts");
        assertThat(RetryPolicy.none()).hasToString("standard, at most 1 attempt");
        assertThat(RetryPolicy.adaptive().withMaxAttempts(5)).hasToString("adaptive, at most 5 attempts");
    }
}
