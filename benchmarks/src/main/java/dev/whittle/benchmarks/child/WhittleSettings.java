package dev.whittle.benchmarks.child;

import dev.whittle.benchmarks.call.Account;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.client.ClientBuilder;
import java.net.URI;

/** Generated clients in processes that make calls of a server on this machine. */
final class WhittleSettings {
    private WhittleSettings() {}

    /** The client of an endpoint. */
    static <B extends ClientBuilder<B, C>, C> C client(B builder, String endpoint) {
        return builder.region(Account.REGION)
                .credentials(CredentialsProvider.of(Credentials.of(Account.ACCESS_KEY, Account.SECRET_KEY)))
                .endpoint(URI.create(endpoint))
                .build();
    }
}
