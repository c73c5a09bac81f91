package dev.whittle.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.interop.sqs.SQSClient;
import dev.whittle.interop.sqs.model.RequestThrottled;
import dev.whittle.interop.sqs.model.SQSException;
import dev.whittle.interop.support.Answer;
import dev.whittle.interop.support.Calls;
import dev.whittle.interop.support.Clients;
import dev.whittle.interop.support.ErrorNaming;
import dev.whittle.interop.support.RandomCalls;
import dev.whittle.interop.support.RecordingServer;
import dev.whittle.interop.support.SameError;
import dev.whittle.interop.support.SameMembers;
import dev.whittle.runtime.error.ServiceException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The same response of SQS, read by our client and by the AWS SDK's, gives the same values. */
class SqsResponseTest {
    private static final String QUERY_ERROR = "x-amzn-query-error";

    private static RecordingServer server;
    private static SQSClient ours;
    private static SqsClient theirs;
    private static RandomCalls randomCalls;

    @BeforeAll
    static void start() {
        server = new RecordingServer();
        ours = Clients.once(Clients.sqs(server.endpoint())).build();
        theirs = Clients.twice(Clients.theirSqs(server.endpoint())).build();
        randomCalls = new RandomCalls(server, new Calls(SQSClient.class, ours, SqsClient.class, theirs), "sqs");
    }

    @AfterAll
    static void stop() {
        ours.close();
        theirs.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"Messages\":null}",
                "{\"Messages\":[]}",
                "{\"Messages\":[{}]}",
                "{\"Messages\":[{\"Body\":\"\\u0000\\ud83d\\ude00\\u2028\",\"MD5OfBody\":\"d41d8\",\"New\":[{}]},{\"Body\":\"\"}]}",
                "{\"Messages\":[{\"Attributes\":{\"SentTimestamp\":\"1763803000123\",\"NotKnownYet\":\"\"}}]}",
                "{\"Messages\":[{\"MessageAttributes\":{"
                        + "\"b\":{\"DataType\":\"Binary.gzip\",\"BinaryValue\":\"AAH/f4A=\"},"
                        + "\"e\":{\"DataType\":\"Binary\",\"BinaryValue\":\"\"},"
                        + "\"n\":{\"DataType\":\"Number\",\"StringValue\":\"-0.10\",\"StringListValues\":[]},"
                        + "\"ü\":{\"DataType\":\"String\",\"StringValue\":\"東\",\"BinaryListValues\":[\"AA==\"]}}}]}",
            })
    void messages(String body) {
        server.answer(Answer.json(200, body));

        SameMembers.assertSame(ours.receiveMessage(r -> r.queueUrl("q")), theirs.receiveMessage(r -> r.queueUrl("q")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Successful\":[{\"Id\":\"1\",\"MessageId\":\"m\",\"MD5OfMessageBody\":\"d41d8\"}],\"Failed\":[]}",
                "{\"Successful\":[],\"Failed\":[{\"Id\":\"2\",\"SenderFault\":true,\"Code\":\"InvalidMessageContents\"}]}",
                "{\"Successful\":[],\"Failed\":[{\"Id\":\"2\",\"SenderFault\":false,\"Code\":\"\",\"Message\":\"m\"}]}",
            })
    void aBatch(String body) {
        server.answer(Answer.json(200, body));

        SameMembers.assertSame(
                ours.sendMessageBatch(r -> r.queueUrl("q").entries()),
                theirs.sendMessageBatch(r -> r.queueUrl("q").entries(List.of())));
    }

    static List<String> operations() {
        return Calls.operations(SQSClient.class);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aResponseWithRandomMembers(String operation) {
        randomCalls.assertSameResponses(operation);
    }

    static List<String> names() throws Exception {
        List<String> names = SameError.modelled(SQSException.class);
        assertThat(names).hasSizeGreaterThan(20);
        return names;
    }

    static List<String> namesWithoutThrottling() throws Exception {
        return names().stream().filter(name -> !name.equals("RequestThrottled")).toList();
    }

    static Stream<Arguments> errors() throws Exception {
        return names().stream()
                .flatMap(name -> Stream.of(ErrorNaming.values()).map(naming -> Arguments.of(name, naming)));
    }

    private static SameError error() {
        return new SameError(
                server,
                () -> ours.sendMessage(r -> r.queueUrl("q").messageBody("m")),
                () -> theirs.sendMessage(r -> r.queueUrl("q").messageBody("m")));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorOfTheModel(String name, ErrorNaming naming) {
        Answer answer = naming.answer(400, name, "no, said the service");
        ServiceException our = naming.isKnownToSdk() ? error().assertSame(answer) : error().byUs(answer);

        assertThat(our.getClass().getSimpleName()).isEqualTo(name);
        assertThat(our.errorCode()).isEqualTo(name);
        assertThat(our.serviceMessage()).isEqualTo("no, said the service");
    }

    /** The code is that of the protocol that SQS had before; the type remains that of the model. */
    @ParameterizedTest
    @MethodSource("namesWithoutThrottling")
    void anErrorWithTheCodeOfTheQueryProtocol(String name) {
        ServiceException our = error().assertSame(ErrorNaming.TYPE_WITH_NAMESPACE
                .answer(400, name, "no, said the service")
                .with(QUERY_ERROR, "AWS.SimpleQueueService." + name + ";Sender"));

        assertThat(our.getClass().getSimpleName()).isEqualTo(name);
        assertThat(our.errorCode()).isEqualTo("AWS.SimpleQueueService." + name);
    }

    @ParameterizedTest
    @CsvSource({
        "400, com.amazonaws.sqs#QueueDoesNotExist, AWS.SimpleQueueService.NonExistentQueue;Sender",
        "400, com.amazonaws.sqs#NotKnownYet, AWS.SimpleQueueService.NotKnownYet;Sender",
        "403, com.amazonaws.sqs#RequestThrottled, RequestThrottled;Sender",
        "400, com.amazonaws.sqs#KmsThrottled, KMS.ThrottlingException;Sender",
        "400, com.amazonaws.sqs#OverLimit, ThrottlingException;Sender",
        "500, com.amazonaws.sqs#InternalFailure, InternalFailure;Receiver",
        "400, com.amazonaws.sqs#QueueDoesNotExist, ;Sender",
        "400, com.amazonaws.sqs#QueueDoesNotExist, NoSemicolon",
        "400, com.amazonaws.sqs#QueueDoesNotExist, A;B;C",
    })
    void anErrorWithTwoCodes(int status, String type, String queryError) {
        Answer answer = Answer.json(status, "{\"__type\":\"" + type + "\",\"message\":\"no, said the service\"}");

        error().assertSame(answer.with(QUERY_ERROR, queryError));
    }

    /** The AWS SDK looks at the code of the query protocol only. */
    @Test
    void anErrorIsThrottlingByEitherCode() {
        ServiceException our = error().byUs(ErrorNaming.TYPE
                .answer(403, "RequestThrottled", "no, said the service")
                .with(QUERY_ERROR, "AWS.SimpleQueueService.RequestThrottled;Sender"));

        assertThat(our).isInstanceOf(RequestThrottled.class);
        assertThat(our.errorCode()).isEqualTo("AWS.SimpleQueueService.RequestThrottled");
        assertThat(our.isThrottling()).isTrue();
        assertThat(our.isRetryable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<html><body>Bad Gateway</body></html>"})
    void anErrorWithoutACode(String body) {
        assertThat(error().assertSame(Answer.json(502, body)).getClass()).isEqualTo(SQSException.class);
    }
}
