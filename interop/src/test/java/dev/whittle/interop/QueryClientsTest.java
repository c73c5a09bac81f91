package dev.whittle.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.interop.sns.SNSClient;
import dev.whittle.interop.sns.model.NotFoundException;
import dev.whittle.interop.sns.model.SNSException;
import dev.whittle.interop.sts.STSClient;
import dev.whittle.interop.support.Answer;
import dev.whittle.interop.support.Calls;
import dev.whittle.interop.support.Clients;
import dev.whittle.interop.support.RandomCalls;
import dev.whittle.interop.support.RecordingServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Our clients of SNS and STS send the forms of the AWS SDK's, and read the same from their XML. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class QueryClientsTest {
    private static RecordingServer server;
    private static SNSClient ourSns;
    private static SnsClient theirSns;
    private static STSClient ourSts;
    private static StsClient theirSts;
    private static RandomCalls sns;
    private static RandomCalls sts;

    @BeforeAll
    static void start() {
        server = new RecordingServer();
        ourSns = Clients.once(Clients.ours(SNSClient.builder(), server.endpoint()))
                .build();
        theirSns = Clients.theirs(SnsClient.builder(), server.endpoint()).build();
        ourSts = Clients.once(Clients.ours(STSClient.builder(), server.endpoint()))
                .build();
        theirSts = Clients.theirs(StsClient.builder(), server.endpoint()).build();
        sns = new RandomCalls(server, new Calls(SNSClient.class, ourSns, SnsClient.class, theirSns), "sns");
        sts = new RandomCalls(server, new Calls(STSClient.class, ourSts, StsClient.class, theirSts), "sts");
    }

    @AfterAll
    static void stop() {
        ourSns.close();
        theirSns.close();
        ourSts.close();
        theirSts.close();
        server.close();
    }

    static List<String> operationsOfSns() {
        // The AWS SDK has names of its own where a name of the model has an acronym.
        List<String> operations = Calls.operations(SNSClient.class).stream()
                .filter(name -> !name.contains("SMS") && !name.equals("AddPermission"))
                .toList();
        assertThat(operations).contains("Publish", "PublishBatch", "Subscribe").hasSizeGreaterThan(30);
        return operations;
    }

    static List<String> operationsOfSts() {
        List<String> operations = Calls.operations(STSClient.class).stream()
                .filter(name -> !name.contains("SAML"))
                .toList();
        assertThat(operations).contains("AssumeRole", "AssumeRoleWithWebIdentity", "GetCallerIdentity");
        return operations;
    }

    @ParameterizedTest
    @MethodSource("operationsOfSns")
    void aRequestOfSns(String operation) {
        sns.assertSameForms(operation);
    }

    @ParameterizedTest
    @MethodSource("operationsOfSns")
    void aResponseOfSns(String operation) {
        sns.assertSameXmlResponses(operation);
    }

    @ParameterizedTest
    @MethodSource("operationsOfSts")
    void aRequestOfSts(String operation) {
        sts.assertSameForms(operation);
    }

    @ParameterizedTest
    @MethodSource("operationsOfSts")
    void aResponseOfSts(String operation) {
        sts.assertSameXmlResponses(operation);
    }

    @ParameterizedTest
    @CsvSource({"404, NotFound", "400, InvalidParameter", "403, AuthorizationError", "400, NotKnownYet"})
    void anError(int status, String code) {
        server.answer(new Answer(
                status,
                Map.of("Content-Type", "text/xml"),
                ("<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>Sender</Type><Code>"
                                + code
                                + "</Code><Message>no &lt;</Message></Error><RequestId>r</RequestId></ErrorResponse>")
                        .getBytes(StandardCharsets.UTF_8)));

        SNSException our = catchThrowableOfType(SNSException.class, () -> ourSns.publish(r -> r.message("m")));
        var their = catchThrowableOfType(
                software.amazon.awssdk.services.sns.model.SnsException.class,
                () -> theirSns.publish(r -> r.message("m")));

        assertThat(our.errorCode())
                .isEqualTo(code)
                .isEqualTo(their.awsErrorDetails().errorCode());
        assertThat(our.serviceMessage()).isEqualTo(their.awsErrorDetails().errorMessage());
        assertThat(our.requestId()).isEqualTo(their.requestId());
        assertThat(our instanceof NotFoundException).isEqualTo(code.equals("NotFound"));
    }
}
