package dev.whittle.benchmarks.child;

import dev.whittle.benchmarks.call.Account;
import dev.whittle.benchmarks.call.ServiceResponses;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/** One ReceiveMessage of SQS by AWS's client, set up as its guide to fast starts advises, then the end. */
final class ColdMessagesAws {
    private ColdMessagesAws() {}

    /** Calls the endpoint that is the first argument. */
    public static void main(String[] args) {
        try (SqsClient client = SqsClient.builder()
                .region(Region.of(Account.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(Account.ACCESS_KEY, Account.SECRET_KEY)))
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(URI.create(args[0]))
                .build()) {
            System.out.println(client.receiveMessage(ReceiveMessageRequest.builder()
                            .queueUrl(ServiceResponses.QUEUE)
                            .maxNumberOfMessages(ServiceResponses.MESSAGES)
                            .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                            .build())
                    .messages()
                    .size());
        }
    }
}
