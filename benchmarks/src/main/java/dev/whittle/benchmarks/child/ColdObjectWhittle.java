package dev.whittle.benchmarks.child;

import com.example.s3.S3Client;
import com.example.s3.model.GetObjectRequest;

/** One GetObject of S3 by the generated client, then the end. */
final class ColdObjectWhittle {
    private ColdObjectWhittle() {}

    /** Calls the endpoint that is the first argument. */
    public static void main(String[] args) throws Exception {
        try (S3Client client = WhittleSettings.client(S3Client.builder().forcePathStyle(true), args[0])) {
            int size = client.getObject(
                    GetObjectRequest.builder()
                            .bucket("orders")
                            .key("2026/11/22.json")
                            .build(),
                    response -> response.body().readAllBytes().length);
            System.out.println(size);
        }
    }
}
