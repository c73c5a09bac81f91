package dev.whittle.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whittle.interop.sqsquery.SQSClient;
import dev.whittle.interop.sqsquery.model.Entry;
import dev.whittle.interop.sqsquery.model.Message;
import dev.whittle.interop.sqsquery.model.MessageAttribute;
import dev.whittle.interop.sqsquery.model.QueueDoesNotExist;
import dev.whittle.interop.sqsquery.model.Success;
import dev.whittle.interop.support.Clients;
import dev.whittle.interop.support.ElasticMq;
import dev.whittle.runtime.shape.Blob;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;

/** A client of SQS in the protocol awsQuery against ElasticMQ: requests as forms, responses in XML. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ElasticMqQueryTest {
    private static final String TEXT = "a \"text\" with + & = % < > ü 東 😀 \t\n";

    private static ElasticMq server;
    private static SQSClient client;

    private String queue;

    @BeforeAll
    static void start() {
        server = new ElasticMq();
        client = Clients.once(Clients.ours(SQSClient.builder(), server.endpoint()))
                .build();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @BeforeEach
    void createQueue(TestInfo test) {
        String name = test.getTestMethod().orElseThrow().getName();
        queue = client.createQueue(
                        r -> r.queueName(name).attributes(Map.of("VisibilityTimeout", "60", "DelaySeconds", "0")))
                .queueUrl();
    }

    private List<Message> receive() {
        return client.receiveMessage(r -> r.queueUrl(queue)
                        .attributeNames("All")
                        .messageAttributeNames("All")
                        .maxNumberOfMessages(10))
                .messages();
    }

    @Test
    void aQueueHasItsAttributes() {
        assertThat(client.getQueueUrl(r -> r.queueName("aQueueHasItsAttributes"))
                        .queueUrl())
                .isEqualTo(queue);
        assertThat(client.getQueueAttributes(r -> r.queueUrl(queue).attributeNames("VisibilityTimeout", "DelaySeconds"))
                        .attributes())
                .isEqualTo(Map.of("VisibilityTimeout", "60", "DelaySeconds", "0"));
    }

    @Test
    void aMessageIsReceivedAsItWasSent() {
        var sent = client.sendMessage(r -> r.queueUrl(queue)
                .messageBody(TEXT)
                .messageAttributes(Map.of(
                        "bytes",
                        MessageAttribute.builder()
                                .dataType("Binary")
                                .binaryValue(Blob.of(new byte[] {0, 1, -1, 127, -128}))
                                .build(),
                        "text",
                        MessageAttribute.builder()
                                .dataType("String.x")
                                .stringValue("ü & 東")
                                .build())));

        Message received = receive().get(0);
        assertThat(received.body()).isEqualTo(TEXT);
        assertThat(received.messageId()).isEqualTo(sent.messageId());
        assertThat(received.md5OfBody()).isEqualTo(sent.md5OfMessageBody());
        assertThat(received.attributes()).containsEntry("ApproximateReceiveCount", "1");
        assertThat(received.messageAttributes()).hasSize(2);
        assertThat(received.messageAttributes().get("bytes").binaryValue())
                .isEqualTo(Blob.of(new byte[] {0, 1, -1, 127, -128}));
        assertThat(received.messageAttributes().get("text").stringValue()).isEqualTo("ü & 東");

        client.deleteMessage(r -> r.queueUrl(queue).receiptHandle(received.receiptHandle()));
        assertThat(client.getQueueAttributes(r -> r.queueUrl(queue).attributeNames("All"))
                        .attributes())
                .containsEntry("ApproximateNumberOfMessages", "0")
                .containsEntry("ApproximateNumberOfMessagesNotVisible", "0");
        assertThat(receive()).isEmpty();
    }

    @Test
    void aBatchReportsTheEntriesThatFail() {
        var sent = client.sendMessageBatch(r -> r.queueUrl(queue)
                .entries(
                        Entry.builder().id("one").messageBody(TEXT).build(),
                        Entry.builder().id("bad").messageBody("no XML: \u0001").build(),
                        Entry.builder().id("two").messageBody("2").build()));

        assertThat(sent.successful()).extracting(Success::id).containsExactly("one", "two");
        assertThat(sent.failed()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo("bad");
            assertThat(entry.senderFault()).isTrue();
            assertThat(entry.code()).isNotEmpty();
        });
        assertThat(receive()).extracting(Message::body).containsExactlyInAnyOrder(TEXT, "2");
    }

    @Test
    void anErrorHasItsCode() {
        QueueDoesNotExist e =
                catchThrowableOfType(QueueDoesNotExist.class, () -> client.getQueueUrl(r -> r.queueName("none")));

        assertThat(e.errorCode()).isEqualTo("AWS.SimpleQueueService.NonExistentQueue");
        assertThat(e.statusCode()).isEqualTo(400);
        assertThat(e.serviceMessage()).isNotEmpty();
        assertThat(e.requestId()).isNotEmpty();
    }
}
