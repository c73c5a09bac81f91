package dev.whittle.benchmarks.child;

import com.example.sts.STSClient;
import com.example.sts.model.AssumeRoleRequest;
import dev.whittle.benchmarks.call.Account;
import dev.whittle.benchmarks.call.ServiceResponses;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import java.net.URI;

/** One AssumeRole of STS by the generated client, then the end. */
final class ColdRoleWhittle {
    private ColdRoleWhittle() {}

    /** Calls the endpoint that is the first argument. */
    public static void main(String[] args) throws Exception {
        try (STSClient client = STSClient.builder()
                .region(Account.REGION)
                .credentials(CredentialsProvider.of(Credentials.of(Account.ACCESS_KEY, Account.SECRET_KEY)))
                .endpoint(URI.create(args[0]))
                .build()) {
            System.out.println(client.assumeRole(AssumeRoleRequest.builder()
                            .roleArn(ServiceResponses.ROLE)
                            .roleSessionName("orders")
                            .build())
                    .credentials());
        }
    }
}
