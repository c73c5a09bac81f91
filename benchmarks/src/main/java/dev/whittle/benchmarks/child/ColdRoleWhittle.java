package dev.whittle.benchmarks.child;

import com.example.sts.STSClient;
import com.example.sts.model.AssumeRoleRequest;
import dev.whittle.benchmarks.call.ServiceResponses;

/** One AssumeRole of STS by the generated client, then the end. */
final class ColdRoleWhittle {
    private ColdRoleWhittle() {}

    /** Calls the endpoint that is the first argument. */
    public static void main(String[] args) throws Exception {
        try (STSClient client = WhittleSettings.client(STSClient.builder(), args[0])) {
            System.out.println(client.assumeRole(AssumeRoleRequest.builder()
                            .roleArn(ServiceResponses.ROLE)
                            .roleSessionName("orders")
                            .build())
                    .credentials());
        }
    }
}
