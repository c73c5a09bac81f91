package dev.whittle.benchmarks.child;

import dev.whittle.benchmarks.call.Account;
import dev.whittle.benchmarks.call.ServiceResponses;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/** One AssumeRole of STS by AWS's client, set up as its guide to fast starts advises, then the end. */
final class ColdRoleAws {
    private ColdRoleAws() {}

    /** Calls the endpoint that is the first argument. */
    public static void main(String[] args) {
        try (StsClient client = StsClient.builder()
                .region(Region.of(Account.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(Account.ACCESS_KEY, Account.SECRET_KEY)))
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(URI.create(args[0]))
                .build()) {
            System.out.println(client.assumeRole(AssumeRoleRequest.builder()
                            .roleArn(ServiceResponses.ROLE)
                            .roleSessionName("orders")
                            .build())
                    .credentials());
        }
    }
}
