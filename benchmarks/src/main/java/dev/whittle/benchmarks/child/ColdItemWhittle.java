package dev.whittle.benchmarks.child;

import com.example.dynamodb.DynamoDBClient;
import com.example.dynamodb.model.AttributeValue;
import com.example.dynamodb.model.GetItemRequest;
import dev.whittle.benchmarks.call.ServiceResponses;
import java.util.Map;

/** One GetItem of DynamoDB by the generated client, then the end. */
final class ColdItemWhittle {
    private ColdItemWhittle() {}

    /** Calls the endpoint that is the first argument. */
    public static void main(String[] args) throws Exception {
        try (DynamoDBClient client = WhittleSettings.client(DynamoDBClient.builder(), args[0])) {
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
