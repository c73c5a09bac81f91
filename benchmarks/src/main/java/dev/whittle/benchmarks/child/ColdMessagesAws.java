package dev.whittle.benchmarks.child;

import dev.whittle.benchmarks.call.ServiceResponses;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/** One ReceiveMessage of SQS by AWS's client, set up as its guide to fast starts advises, then the end. */
final class ColdMessagesAws {
    private ColdMessagesAws() {}

    /** Calls the endpoint that is the first argument. */
    public static void main(String[] args) {
        try (SqsClient client = AwsSettings.client(SqsClient.builder(), args[0])) {
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
