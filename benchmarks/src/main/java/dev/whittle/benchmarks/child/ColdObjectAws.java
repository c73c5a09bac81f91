package dev.whittle.benchmarks.child;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** One GetObject of S3 by AWS's client, set up as its guide to fast starts advises, then the end. */
final class ColdObjectAws {
    private ColdObjectAws() {}

    /** Calls the endpoint that is the first argument. */
    public static void main(String[] args) {
        try (S3Client client = AwsSettings.client(S3Client.builder().forcePathStyle(true), args[0])) {
            System.out.println(client.getObjectAsBytes(GetObjectRequest.builder()
                            .bucket("orders")
                            .key("2026/11/22.json")
                            .build())
                    .asByteArray()
                    .length);
        }
    }
}
