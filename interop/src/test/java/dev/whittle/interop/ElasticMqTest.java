package dev.whittle.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.interop.sqs.SQSClient;
import dev.whittle.interop.sqs.model.DeleteMessageBatchRequestEntry;
import dev.whittle.interop.sqs.model.Message;
import dev.whittle.interop.sqs.model.MessageAttributeValue;
import dev.whittle.interop.sqs.model.MessageSystemAttributeName;
import dev.whittle.interop.sqs.model.QueueAttributeName;
import dev.whittle.interop.sqs.model.QueueDoesNotExist;
import dev.whittle.interop.sqs.model.SQSException;
import dev.whittle.interop.sqs.model.SendMessageBatchRequestEntry;
import dev.whittle.interop.support.Clients;
import dev.whittle.interop.support.ElasticMq;
import dev.whittle.interop.support.SameMembers;
import dev.whittle.runtime.shape.Blob;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Our client of SQS against ElasticMQ, with the AWS SDK's client beside it. */
class ElasticMqTest {
    private static final String TEXT = "a \"text\" with \\ / < ü 東 😀 \t\n";

    private static ElasticMq server;
    private static SQSClient client;
    private static SqsClient theirs;

    private String queue;

    @BeforeAll
    static void start() {
        server = new ElasticMq();
        client = Clients.once(Clients.sqs(server.endpoint())).build();
        theirs = Clients.theirSqs(server.endpoint())
                .checksumValidationEnabled(true)
                .build();
    }

    @AfterAll
    static void stop() {
        client.close();
        theirs.close();
        server.close();
    }

    @BeforeEach
    void createQueue(TestInfo test) {
        String name = test.getTestMethod().orElseThrow().getName();
        queue = client.createQueue(
                        r -> r.queueName(name).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "60")))
                .queueUrl();
    }

    private Message receive() {
        List<Message> messages = client.receiveMessage(r -> r.queueUrl(queue)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages();
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    private boolean isEmpty() {
        return client.receiveMessage(r -> r.queueUrl(queue)).messages().isEmpty();
    }

    @Test
    void aQueueIsThereUntilItIsDeleted() {
        assertThat(client.getQueueUrl(r -> r.queueName("aQueueIsThereUntilItIsDeleted"))
                        .queueUrl())
                .isEqualTo(queue);
        assertThat(client.listQueues(r -> r.queueNamePrefix("aQueueIsThere")).queueUrls())
                .containsExactly(queue);
        assertThat(client.getQueueAttributes(
                                r -> r.queueUrl(queue).attributeNames(QueueAttributeName.VISIBILITY_TIMEOUT))
                        .attributes())
                .isEqualTo(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "60"));

        client.deleteQueue(r -> r.queueUrl(queue));

        assertThat(client.listQueues(r -> r.queueNamePrefix("aQueueIsThere")).queueUrls())
                .isEmpty();
    }

    @Test
    void attributesOfAQueueAreTheSameForBothClients() {
        SameMembers.assertSame(
                client.getQueueAttributes(r -> r.queueUrl(queue).attributeNames(QueueAttributeName.ALL)),
                theirs.getQueueAttributes(r -> r.queueUrl(queue).attributeNamesWithStrings("All")));
    }

    @Test
    void aMessageIsReceivedAsItWasSent() {
        var sent = client.sendMessage(r -> r.queueUrl(queue)
                .messageBody(TEXT)
                .messageAttributes(Map.of(
                        "bytes",
                        MessageAttributeValue.builder()
                                .dataType("Binary.raw")
                                .binaryValue(Blob.of(new byte[] {0, 1, -1, 127, -128}))
                                .build(),
                        "number",
                        MessageAttributeValue.builder()
                                .dataType("Number")
                                .stringValue("-0.10")
                                .build(),
                        "text",
                        MessageAttributeValue.builder()
                                .dataType("String.x")
                                .stringValue("ü 東")
                                .build())));

        Message received = receive();
        assertThat(received.body()).isEqualTo(TEXT);
        assertThat(received.messageId()).isEqualTo(sent.messageId());
        assertThat(received.md5OfBody()).isEqualTo(sent.md5OfMessageBody());
        assertThat(received.md5OfMessageAttributes()).isEqualTo(sent.md5OfMessageAttributes());
        assertThat(received.messageAttributes()).hasSize(3);
        assertThat(received.messageAttributes().get("bytes").dataType()).isEqualTo("Binary.raw");
        assertThat(received.messageAttributes().get("bytes").binaryValue().toByteArray())
                .containsExactly(0, 1, -1, 127, -128);
        assertThat(received.messageAttributes().get("number").stringValue()).isEqualTo("-0.10");
        assertThat(received.messageAttributes().get("text").stringValue()).isEqualTo("ü 東");
        assertThat(received.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
                .isEqualTo("1");

        client.deleteMessage(r -> r.queueUrl(queue).receiptHandle(received.receiptHandle()));
        assertThat(client.getQueueAttributes(r -> r.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
                        .attributes())
                .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0")
                .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "0");
    }

    /** The AWS SDK's client compares checksums of what it sends and receives. */
    @Test
    void eachClientReceivesWhatTheOtherSends() {
        theirs.sendMessage(r -> r.queueUrl(queue)
                .messageBody(TEXT)
                .messageAttributes(Map.of(
                        "bytes",
                        software.amazon.awssdk.services.sqs.model.MessageAttributeValue.builder()
                                .dataType("Binary")
                                .binaryValue(SdkBytes.fromByteArray(new byte[] {-1, 0}))
                                .build())));
        Message ours = receive();
        assertThat(ours.body()).isEqualTo(TEXT);
        assertThat(ours.messageAttributes().get("bytes").binaryValue().toByteArray())
                .containsExactly(-1, 0);

        client.sendMessage(r -> r.queueUrl(queue).messageBody(ours.body()).messageAttributes(ours.messageAttributes()));
        var their = theirs.receiveMessage(r -> r.queueUrl(queue).messageAttributeNames("All"))
                .messages()
                .get(0);
        assertThat(their.body()).isEqualTo(TEXT);
        assertThat(their.messageAttributes().get("bytes").binaryValue().asByteArray())
                .containsExactly(-1, 0);
    }

    @Test
    void aReceivedMessageIsInvisibleUntilItsVisibilityIsChanged() {
        client.sendMessage(r -> r.queueUrl(queue).messageBody("once"));
        Message first = receive();
        assertThat(isEmpty()).isTrue();

        client.changeMessageVisibility(
                r -> r.queueUrl(queue).receiptHandle(first.receiptHandle()).visibilityTimeout(0));

        Message second = receive();
        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(second.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
                .isEqualTo("2");
    }

    @Test
    void aLongPollEndsWhenAMessageArrives() {
        client.sendMessage(r -> r.queueUrl(queue).messageBody("late").delaySeconds(2));

        long start = System.nanoTime();
        List<Message> messages = client.receiveMessage(r -> r.queueUrl(queue).waitTimeSeconds(20))
                .messages();

        assertThat(messages).extracting(Message::body).containsExactly("late");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void aLongPollWithoutAMessageEndsWhenItsTimeIsUp() {
        long start = System.nanoTime();
        var response = client.receiveMessage(r -> r.queueUrl(queue).waitTimeSeconds(1));

        assertThat(response.messages()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void aBatchReportsTheEntriesThatFail() {
        var sent = client.sendMessageBatch(r -> r.queueUrl(queue)
                .entries(
                        SendMessageBatchRequestEntry.builder()
                                .id("good")
                                .messageBody(TEXT)
                                .build(),
                        SendMessageBatchRequestEntry.builder()
                                .id("bad")
                                .messageBody("no XML: \u0001")
                                .build()));
        assertThat(sent.successful())
                .singleElement()
                .satisfies(entry -> assertThat(entry.id()).isEqualTo("good"));
        assertThat(sent.failed()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo("bad");
            assertThat(entry.senderFault()).isTrue();
            assertThat(entry.code()).isNotEmpty();
            assertThat(entry.message()).isNotEmpty();
        });

        Message received = receive();
        var deleted = client.deleteMessageBatch(r -> r.queueUrl(queue)
                .entries(
                        DeleteMessageBatchRequestEntry.builder()
                                .id("good")
                                .receiptHandle(received.receiptHandle())
                                .build(),
                        DeleteMessageBatchRequestEntry.builder()
                                .id("bad")
                                .receiptHandle("no handle")
                                .build()));
        assertThat(deleted.successful())
                .singleElement()
                .satisfies(entry -> assertThat(entry.id()).isEqualTo("good"));
        assertThat(deleted.failed())
                .singleElement()
                .satisfies(entry -> assertThat(entry.id()).isEqualTo("bad"));
    }

    @Test
    void severalMessagesAreReceivedByOneCall() {
        client.sendMessageBatch(r -> r.queueUrl(queue)
                .entries(IntStream.range(0, 10)
                        .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                                .id("m" + i)
                                .messageBody("body " + i)
                                .build())
                        .toList()));

        Set<String> bodies = new HashSet<>();
        client.receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(10))
                .messages()
                .forEach(message -> bodies.add(message.body()));

        assertThat(bodies).hasSize(10).contains("body 0", "body 9");
    }

    @Test
    void aPurgedQueueIsEmpty() {
        client.sendMessage(r -> r.queueUrl(queue).messageBody("lost"));

        client.purgeQueue(r -> r.queueUrl(queue));

        assertThat(isEmpty()).isTrue();
    }

    @Test
    void aQueueThatDoesNotExistIsTheErrorOfTheModel() {
        QueueDoesNotExist ours =
                catchThrowableOfType(QueueDoesNotExist.class, () -> client.getQueueUrl(r -> r.queueName("elsewhere")));
        var their = catchThrowableOfType(
                software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException.class,
                () -> theirs.getQueueUrl(r -> r.queueName("elsewhere")));

        assertThat(ours).isNotNull();
        assertThat(ours.statusCode()).isEqualTo(their.statusCode());
        assertThat(ours.errorCode()).isEqualTo(their.awsErrorDetails().errorCode());
        assertThat(ours.serviceMessage()).isEqualTo(their.awsErrorDetails().errorMessage());
        assertThat(ours.isRetryable()).isFalse();
        assertThat(catchThrowableOfType(
                        QueueDoesNotExist.class,
                        () -> client.sendMessage(
                                r -> r.queueUrl(queue + "-elsewhere").messageBody("m"))))
                .isNotNull();
    }

    @Test
    void aWrongRequestIsAnErrorWithTheSameCodeForBothClients() {
        SQSException ours = catchThrowableOfType(
                SQSException.class,
                () -> client.receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(11)));
        var their = catchThrowableOfType(
                software.amazon.awssdk.services.sqs.model.SqsException.class,
                () -> theirs.receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(11)));

        assertThat(ours).isNotNull();
        assertThat(ours.statusCode()).isEqualTo(their.statusCode()).isEqualTo(400);
        assertThat(ours.errorCode()).isEqualTo(their.awsErrorDetails().errorCode());
        assertThat(ours.serviceMessage()).isEqualTo(their.awsErrorDetails().errorMessage());
    }
}
