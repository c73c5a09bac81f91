package dev.whittle.benchmarks.child;

import com.example.sqs.SQSClient;
import com.example.sqs.model.MessageSystemAttributeName;
import com.example.sqs.model.ReceiveMessageRequest;
import dev.whittle.benchmarks.call.ServiceResponses;

/** One ReceiveMessage of SQS by the generated client, then the end. */
final class ColdMessagesWhittle {
    private ColdMessagesWhittle() {}

    /** Calls the endpoint that is the first argument. */
    public static void main(String[] args) throws Exception {
        try (SQSClient client = WhittleSettings.client(SQSClient.builder(), args[0])) {
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
