package dev.whittle.benchmarks.child;

import dev.whittle.benchmarks.call.Account;
import dev.whittle.benchmarks.call.ServiceResponses;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** One GetItem of DynamoDB by AWS's client, set up as its guide to fast starts advises, then the end. */
final class ColdItemAws {
    private ColdItemAws() {}

    /** Calls the endpoint that is the first argument. */
    public static void main(String[] args) {
        try (DynamoDbClient client = DynamoDbClient.builder()
                .region(Region.of(Account.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(Account.ACCESS_KEY, Account.SECRET_KEY)))
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(URI.create(args[0]))
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
