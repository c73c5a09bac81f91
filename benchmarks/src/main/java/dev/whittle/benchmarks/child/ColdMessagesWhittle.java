package dev.whittle.benchmarks.child;

import com.example.sqs.SQSClient;
import com.example.sqs.model.MessageSystemAttributeName;
import com.example.sqs.model.ReceiveMessageRequest;
import dev.whittle.benchmarks.call.Account;
import dev.whittle.benchmarks.call.ServiceResponses;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import java.net.URI;

/** One ReceiveMessage of SQS by the generated client, then the end. */
final class ColdMessagesWhittle {
    private ColdMessagesWhittle() {}

    /** Calls the endpoint that is the first argument. */
    public static void main(String[] args) throws Exception {
        try (SQSClient client = SQSClient.builder()
                .region(Account.REGION)
                .credentials(CredentialsProvider.of(Credentials.of(Account.ACCESS_KEY, Account.SECRET_KEY)))
                .endpoint(URI.create(args[0]))
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
