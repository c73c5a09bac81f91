package dev.whittle.interop;

import dev.whittle.interop.sqs.SQSClient;
import dev.whittle.interop.sqs.model.DeleteMessageRequest;
import dev.whittle.interop.sqs.model.ListQueuesRequest;
import dev.whittle.interop.sqs.model.MessageAttributeValue;
import dev.whittle.interop.sqs.model.MessageSystemAttributeName;
import dev.whittle.interop.sqs.model.MessageSystemAttributeNameForSends;
import dev.whittle.interop.sqs.model.MessageSystemAttributeValue;
import dev.whittle.interop.sqs.model.ReceiveMessageRequest;
import dev.whittle.interop.sqs.model.SendMessageRequest;
import dev.whittle.interop.support.Calls;
import dev.whittle.interop.support.Clients;
import dev.whittle.interop.support.RandomCalls;
import dev.whittle.interop.support.RecordingServer;
import dev.whittle.interop.support.SameCall;
import dev.whittle.runtime.shape.Blob;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The same call of SQS, by our client and by the AWS SDK's, is the same request. */
class SqsRequestTest {
    private static final String QUEUE = "https://sqs.us-east-1.amazonaws.com/123456789012/orders";
    private static final String TEXT = "a \"text\" with \\ / < ü 東 \u0001 \u007f \u2028";
    private static final byte[] BYTES = {0, 1, -1, 127, -128};

    private static RecordingServer server;
    private static SQSClient ours;
    private static SqsClient theirs;
    private static RandomCalls randomCalls;

    @BeforeAll
    static void start() {
        server = new RecordingServer();
        ours = Clients.datedTheSame(Clients.sqs(server.endpoint())).build();
        theirs = Clients.datedTheSame(Clients.theirSqs(server.endpoint())).build();
        randomCalls = new RandomCalls(server, new Calls(SQSClient.class, ours, SqsClient.class, theirs), "sqs");
    }

    @AfterAll
    static void stop() {
        ours.close();
        theirs.close();
        server.close();
    }

    static Stream<SameCall<SQSClient, SqsClient>> calls() {
        return Stream.of(
                new SameCall<>(
                        "send a text",
                        (c, options) -> c.sendMessage(
                                SendMessageRequest.builder()
                                        .queueUrl(QUEUE)
                                        .messageBody(TEXT)
                                        .build(),
                                options),
                        c -> c.sendMessage(r -> r.queueUrl(QUEUE).messageBody(TEXT))),
                new SameCall<>(
                        "send with attributes",
                        (c, options) -> c.sendMessage(
                                SendMessageRequest.builder()
                                        .queueUrl(QUEUE)
                                        .messageBody("")
                                        .delaySeconds(0)
                                        .messageAttributes(Map.of(
                                                "bytes",
                                                MessageAttributeValue.builder()
                                                        .dataType("Binary.gzip")
                                                        .binaryValue(Blob.of(BYTES))
                                                        .build()))
                                        .messageSystemAttributes(Map.of(
                                                MessageSystemAttributeNameForSends.AWS_TRACE_HEADER,
                                                MessageSystemAttributeValue.builder()
                                                        .dataType("String")
                                                        .stringValue("Root=1-5759e988")
                                                        .build()))
                                        .build(),
                                options),
                        c -> c.sendMessage(r -> r.queueUrl(QUEUE)
                                .messageBody("")
                                .delaySeconds(0)
                                .messageAttributes(Map.of(
                                        "bytes",
                                        software.amazon.awssdk.services.sqs.model.MessageAttributeValue.builder()
                                                .dataType("Binary.gzip")
                                                .binaryValue(SdkBytes.fromByteArray(BYTES))
                                                .build()))
                                .messageSystemAttributesWithStrings(Map.of(
                                        "AWSTraceHeader",
                                        software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue.builder()
                                                .dataType("String")
                                                .stringValue("Root=1-5759e988")
                                                .build())))),
                new SameCall<>(
                        "send to a queue that keeps the order",
                        (c, options) -> c.sendMessage(
                                SendMessageRequest.builder()
                                        .queueUrl(QUEUE + ".fifo")
                                        .messageBody(TEXT)
                                        .messageAttributes(Map.of())
                                        .messageDeduplicationId("1")
                                        .messageGroupId("g")
                                        .build(),
                                options),
                        c -> c.sendMessage(r -> r.queueUrl(QUEUE + ".fifo")
                                .messageBody(TEXT)
                                .messageAttributes(Map.of())
                                .messageDeduplicationId("1")
                                .messageGroupId("g"))),
                new SameCall<>(
                        "receive one",
                        (c, options) -> c.receiveMessage(
                                ReceiveMessageRequest.builder().queueUrl(QUEUE).build(), options),
                        c -> c.receiveMessage(r -> r.queueUrl(QUEUE))),
                new SameCall<>(
                        "receive several with everything",
                        (c, options) -> c.receiveMessage(
                                ReceiveMessageRequest.builder()
                                        .queueUrl(QUEUE)
                                        .maxNumberOfMessages(10)
                                        .messageSystemAttributeNames(
                                                MessageSystemAttributeName.ALL,
                                                MessageSystemAttributeName.of("NotKnownYet"))
                                        .messageAttributeNames("trace.*", "ü")
                                        .visibilityTimeout(0)
                                        .waitTimeSeconds(20)
                                        .receiveRequestAttemptId("5")
                                        .build(),
                                options),
                        c -> c.receiveMessage(r -> r.queueUrl(QUEUE)
                                .maxNumberOfMessages(10)
                                .messageSystemAttributeNamesWithStrings("All", "NotKnownYet")
                                .messageAttributeNames("trace.*", "ü")
                                .visibilityTimeout(0)
                                .waitTimeSeconds(20)
                                .receiveRequestAttemptId("5"))),
                new SameCall<>(
                        "delete",
                        (c, options) -> c.deleteMessage(
                                DeleteMessageRequest.builder()
                                        .queueUrl(QUEUE)
                                        .receiptHandle("AQEB+/=")
                                        .build(),
                                options),
                        c -> c.deleteMessage(r -> r.queueUrl(QUEUE).receiptHandle("AQEB+/="))),
                new SameCall<>(
                        "a call with nothing set",
                        (c, options) -> c.listQueues(ListQueuesRequest.builder().build(), options),
                        c -> c.listQueues()));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isTheSameRequest(SameCall<SQSClient, SqsClient> call) {
        call.assertSameRequest(server, ours, theirs);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isSignedTheSameWay(SameCall<SQSClient, SqsClient> call) {
        call.assertSameSignature(server, ours, theirs);
    }

    static List<String> operations() {
        return Calls.operations(SQSClient.class);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isTheSameRequestWithRandomMembers(String operation) {
        randomCalls.assertSameRequests(operation);
    }
}
