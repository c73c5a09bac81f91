package dev.whittle.benchmarks.call;

import com.example.dynamodb.DynamoDBClient;
import com.example.dynamodb.model.AttributeValue;
import com.example.dynamodb.model.GetItemRequest;
import com.example.sqs.SQSClient;
import com.example.sqs.model.MessageSystemAttributeName;
import com.example.sqs.model.ReceiveMessageRequest;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.http.HttpHeaders;
import java.net.URI;
import java.util.Map;

/** The calls made by generated clients. */
public final class WhittleServiceCalls implements ServiceCalls {
    private static final CredentialsProvider CREDENTIALS =
            CredentialsProvider.of(Credentials.of(Account.ACCESS_KEY, Account.SECRET_KEY));

    private final DynamoDBClient dynamo;
    private final SQSClient sqs;

    private WhittleServiceCalls(DynamoDBClient dynamo, SQSClient sqs) {
        this.dynamo = dynamo;
        this.sqs = sqs;
    }

    /** Answered in memory. */
    public static WhittleServiceCalls inMemory() {
        byte[] item = ServiceResponses.item();
        byte[] messages = ServiceResponses.messages();
        HttpHeaders.Builder summed = HttpHeaders.builder()
                .add("Content-Type", "application/x-amz-json-1.0")
                .add("x-amz-crc32", ServiceResponses.crc32(item));
        return new WhittleServiceCalls(
                dynamo().transport(new WhittleMemory(item, item, summed.build()))
                        .build(),
                sqs().transport(new WhittleMemory(messages, messages)).build());
    }

    /** Sent to a server. */
    public static WhittleServiceCalls to(String endpoint) {
        URI uri = URI.create(endpoint);
        return new WhittleServiceCalls(
                dynamo().endpoint(uri).build(), sqs().endpoint(uri).build());
    }

    private static DynamoDBClient.Builder dynamo() {
        return DynamoDBClient.builder().region(Account.REGION).credentials(CREDENTIALS);
    }

    private static SQSClient.Builder sqs() {
        return SQSClient.builder().region(Account.REGION).credentials(CREDENTIALS);
    }

    @Override
    public Object getItem() {
        return dynamo.getItem(GetItemRequest.builder()
                .tableName(ServiceResponses.TABLE)
                .key(Map.of("customerId", text(ServiceResponses.CUSTOMER), "orderId", text(ServiceResponses.ORDER)))
                .consistentRead(true)
                .build());
    }

    private static AttributeValue text(String value) {
        return AttributeValue.builder().s(value).build();
    }

    @Override
    public Object receiveMessage() {
        return sqs.receiveMessage(ReceiveMessageRequest.builder()
                .queueUrl(ServiceResponses.QUEUE)
                .maxNumberOfMessages(ServiceResponses.MESSAGES)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                .waitTimeSeconds(20)
                .build());
    }

    @Override
    public void close() {
        try {
            dynamo.close();
            sqs.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
