package dev.whittle.benchmarks.call;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/** The calls made by AWS's published clients, over the HTTP client that is on the class path. */
public final class AwsServiceCalls implements ServiceCalls {
    private static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create(Account.ACCESS_KEY, Account.SECRET_KEY));

    private final DynamoDbClient dynamo;
    private final SqsClient sqs;

    private AwsServiceCalls(DynamoDbClient dynamo, SqsClient sqs) {
        this.dynamo = dynamo;
        this.sqs = sqs;
    }

    /** Answered in memory. */
    public static AwsServiceCalls inMemory() {
        byte[] item = ServiceResponses.item();
        byte[] messages = ServiceResponses.messages();
        Map<String, String> summed =
                Map.of("Content-Type", "application/x-amz-json-1.0", "x-amz-crc32", ServiceResponses.crc32(item));
        return new AwsServiceCalls(
                dynamo().httpClient(new AwsMemory(item, item, summed)).build(),
                sqs().httpClient(new AwsMemory(messages, messages)).build());
    }

    /** Sent to a server. */
    public static AwsServiceCalls to(String endpoint) {
        URI uri = URI.create(endpoint);
        return new AwsServiceCalls(
                dynamo().endpointOverride(uri).build(),
                sqs().endpointOverride(uri).build());
    }

    private static DynamoDbClientBuilder dynamo() {
        return DynamoDbClient.builder().region(Region.of(Account.REGION)).credentialsProvider(CREDENTIALS);
    }

    private static SqsClientBuilder sqs() {
        return SqsClient.builder().region(Region.of(Account.REGION)).credentialsProvider(CREDENTIALS);
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
        dynamo.close();
        sqs.close();
    }
}
