package dev.whittle.runtime.client;

import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.auth.SigV4Signer;
import dev.whittle.runtime.config.DefaultRegion;
import dev.whittle.runtime.http.HttpRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The step that proves who sends a request, as its operation wants it. */
final class Authentication {
    private final CredentialsProvider credentials;
    private final @Nullable SigV4Signer signer;
    private final Clock clock;

    Authentication(CredentialsProvider credentials, @Nullable String region, String signingName, Clock clock) {
        this.credentials = credentials;
        this.signer = region == null ? null : new SigV4Signer(region, signingName);
        this.clock = clock;
    }

    void apply(Operation<?, ?> operation, HttpRequest.Builder request, RequestOptions options) {
        AuthType type = operation.authType();
        if (type == AuthType.NONE) {
            return;
        }
        if (signer == null) {
            throw DefaultRegion.missing();
        }
        CredentialsProvider provider = options.credentials() == null ? credentials : options.credentials();
        if (type == AuthType.SIGV4_UNSIGNED_PAYLOAD) {
            signer.signWithoutPayload(request, provider.credentials(), clock.millis());
        } else {
            signer.sign(request, provider.credentials(), clock.millis());
        }
    }
}
