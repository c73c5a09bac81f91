package dev.whittle.benchmarks.child;

import dev.whittle.benchmarks.call.Account;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** One GetObject of S3 by AWS's client, set up as its guide to fast starts advises, then the end. */
final class ColdObjectAws {
    private ColdObjectAws() {}

    /** Calls the endpoint that is the first argument. */
    public static void main(String[] args) {
        try (S3Client client = S3Client.builder()
                .region(Region.of(Account.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(Account.ACCESS_KEY, Account.SECRET_KEY)))
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(URI.create(args[0]))
                .forcePathStyle(true)
                .build()) {
            System.out.println(client.getObjectAsBytes(GetObjectRequest.builder()
                            .bucket("orders")
                            .key("2026/11/22.json")
                            .build())
                    .asByteArray()
                    .length);
        }
    }
}
