package dev.whittle.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.interop.kms.KMSClient;
import dev.whittle.interop.logs.CloudWatchLogsClient;
import dev.whittle.interop.logs.model.StartLiveTailResponse;
import dev.whittle.interop.secretsmanager.SecretsManagerClient;
import dev.whittle.interop.states.SFNClient;
import dev.whittle.interop.support.Answer;
import dev.whittle.interop.support.Clients;
import dev.whittle.interop.support.RecordedRequest;
import dev.whittle.interop.support.RecordingServer;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients with all operations of their models: they compile, and each sends what its own model says. */
class WholeClientsTest {
    private static RecordingServer server;

    @BeforeAll
    static void start() {
        server = new RecordingServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        server.answer(Answer.json(200, "{}"));
    }

    private static void assertSent(String contentType, String target, String body) {
        RecordedRequest sent = server.lastRequest();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.target()).isEqualTo("/");
        assertThat(sent.header("content-type")).isEqualTo(contentType);
        assertThat(sent.header("x-amz-target")).isEqualTo(target);
        assertThat(sent.headers()).doesNotContainKey("x-amzn-query-mode");
        assertThat(new String(sent.body())).isEqualTo(body);
    }

    @Test
    void kms() {
        try (KMSClient client =
                Clients.ours(KMSClient.builder(), server.endpoint()).build()) {
            client.listKeys(r -> r.limit(1));
        }
        assertSent("application/x-amz-json-1.1", "TrentService.ListKeys", "{\"Limit\":1}");
    }

    @Test
    void secretsManager() {
        try (SecretsManagerClient client =
                Clients.ours(SecretsManagerClient.builder(), server.endpoint()).build()) {
            client.getSecretValue(r -> r.secretId("s"));
        }
        assertSent("application/x-amz-json-1.1", "secretsmanager.GetSecretValue", "{\"SecretId\":\"s\"}");
    }

    @Test
    void stepFunctions() {
        try (SFNClient client =
                Clients.ours(SFNClient.builder(), server.endpoint()).build()) {
            client.listStateMachines(r -> {});
        }
        assertSent("application/x-amz-json-1.0", "AWSStepFunctions.ListStateMachines", "{}");
    }

    @Test
    void cloudWatchLogs() {
        try (CloudWatchLogsClient client =
                Clients.ours(CloudWatchLogsClient.builder(), server.endpoint()).build()) {
            client.describeLogGroups(r -> r.logGroupNamePrefix("/a"));
        }
        assertSent("application/x-amz-json-1.1", "Logs_20140328.DescribeLogGroups", "{\"logGroupNamePrefix\":\"/a\"}");
    }

    @Test
    void anOperationWithAnEventStreamIsThere() {
        assertThat(Arrays.stream(CloudWatchLogsClient.class.getMethods()).map(Method::getName))
                .contains("startQuery", "startLiveTail");
        assertThat(StartLiveTailResponse.class).isAssignableTo(AutoCloseable.class);
    }
}
