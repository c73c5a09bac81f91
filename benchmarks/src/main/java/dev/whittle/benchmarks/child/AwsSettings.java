package dev.whittle.benchmarks.child;

import dev.whittle.benchmarks.call.Account;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** AWS's clients in processes that make one call, set up as its guide to fast starts advises. */
final class AwsSettings {
    private AwsSettings() {}

    /** The client of an endpoint. */
    static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder, String endpoint) {
        return builder.region(Region.of(Account.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(Account.ACCESS_KEY, Account.SECRET_KEY)))
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(URI.create(endpoint))
                .build();
    }
}
