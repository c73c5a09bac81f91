package dev.whittle.benchmarks.child;

import com.example.dynamodb.DynamoDBClient;
import com.example.dynamodb.model.AttributeValue;
import com.example.dynamodb.model.GetItemRequest;
import dev.whittle.benchmarks.call.Account;
import dev.whittle.benchmarks.call.ServiceResponses;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import java.net.URI;
import java.util.Map;

/** One GetItem of DynamoDB by the generated client, then the end. */
final class ColdItemWhittle {
    private ColdItemWhittle() {}

    /** Calls the endpoint that is the first argument. */
    public static void main(String[] args) throws Exception {
        try (DynamoDBClient client = DynamoDBClient.builder()
                .region(Account.REGION)
                .credentials(CredentialsProvider.of(Credentials.of(Account.ACCESS_KEY, Account.SECRET_KEY)))
                .endpoint(URI.create(args[0]))
                .build()) {
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
