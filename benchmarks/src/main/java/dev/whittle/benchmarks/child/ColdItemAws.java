package dev.whittle.benchmarks.child;

import dev.whittle.benchmarks.call.ServiceResponses;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** One GetItem of DynamoDB by AWS's client, set up as its guide to fast starts advises, then the end. */
final class ColdItemAws {
    private ColdItemAws() {}

    /** Calls the endpoint that is the first argument. */
    public static void main(String[] args) {
        try (DynamoDbClient client = AwsSettings.client(DynamoDbClient.builder(), args[0])) {
            System.out.println(client.getItem(GetItemRequest.builder()
                            .tableName(ServiceResponses.TABLE)
                            .key(Map.of(
                                    "customerId", text(ServiceResponses.CUSTOMER),
                                    "orderId", text(ServiceResponses.ORDER)))
                            .consistentRead(true)
                            .build())
                    .item()
                    .size());
        }
    }

    private static AttributeValue text(String value) {
        return AttributeValue.builder().s(value).build();
    }
}
