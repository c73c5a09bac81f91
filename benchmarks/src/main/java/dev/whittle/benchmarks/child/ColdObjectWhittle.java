package dev.whittle.benchmarks.child;

import com.example.s3.S3Client;
import com.example.s3.model.GetObjectRequest;
import dev.whittle.benchmarks.call.Account;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import java.net.URI;

/** One GetObject of S3 by the generated client, then the end. */
final class ColdObjectWhittle {
    private ColdObjectWhittle() {}

    /** Calls the endpoint that is the first argument. */
    public static void main(String[] args) throws Exception {
        try (S3Client client = S3Client.builder()
                .region(Account.REGION)
                .credentials(CredentialsProvider.of(Credentials.of(Account.ACCESS_KEY, Account.SECRET_KEY)))
                .endpoint(URI.create(args[0]))
                .forcePathStyle(true)
                .build()) {
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
