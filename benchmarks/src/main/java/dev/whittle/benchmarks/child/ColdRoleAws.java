package dev.whittle.benchmarks.child;

import dev.whittle.benchmarks.call.ServiceResponses;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/** One AssumeRole of STS by AWS's client, set up as its guide to fast starts advises, then the end. */
final class ColdRoleAws {
    private ColdRoleAws() {}

    /** Calls the endpoint that is the first argument. */
    public static void main(String[] args) {
        try (StsClient client = AwsSettings.client(StsClient.builder(), args[0])) {
            System.out.println(client.assumeRole(AssumeRoleRequest.builder()
                            .roleArn(ServiceResponses.ROLE)
                            .roleSessionName("orders")
                            .build())
                    .credentials());
        }
    }
}
