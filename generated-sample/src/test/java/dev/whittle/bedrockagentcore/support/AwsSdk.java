package dev.whittle.bedrockagentcore.support;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.scheme.AwsV4AuthScheme;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.IdentityProviders;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockagentcore.BedrockAgentCoreClient;

/** The AWS SDK's client of the same service, to compare with. */
public final class AwsSdk {
    private AwsSdk() {}

    /** A client with the clock and credentials of {@link LoopbackServer}. */
    public static BedrockAgentCoreClient client(URI endpoint) {
        return client(endpoint, request -> {});
    }

    /** The same, but it signs in the query of its requests. */
    public static BedrockAgentCoreClient presigningClient(URI endpoint, Duration validFor) {
        return client(
                endpoint,
                request -> request.putProperty(
                                AwsV4FamilyHttpSigner.AUTH_LOCATION, AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, validFor));
    }

    private static BedrockAgentCoreClient client(URI endpoint, Consumer<SignRequest.Builder<?>> settings) {
        return BedrockAgentCoreClient.builder()
                .region(Region.of(LoopbackServer.REGION))
                .endpointOverride(endpoint)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(LoopbackServer.ACCESS_KEY_ID, LoopbackServer.SECRET_ACCESS_KEY)))
                .httpClient(UrlConnectionHttpClient.create())
                .putAuthScheme(new Scheme(settings))
                .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    /** Signature Version 4 as the SDK has it, but for {@link Signer}. */
    private record Scheme(Consumer<SignRequest.Builder<?>> settings) implements AwsV4AuthScheme {
        @Override
        public String schemeId() {
            return SCHEME_ID;
        }

        @Override
        public IdentityProvider<AwsCredentialsIdentity> identityProvider(IdentityProviders providers) {
            return providers.identityProvider(AwsCredentialsIdentity.class);
        }

        @Override
        public AwsV4HttpSigner signer() {
            return new Signer(settings);
        }
    }

    /**
     * Signs by the SDK's own signer, at the moment of {@link LoopbackServer#CLOCK}. Left out of the signature, and of
     * the request, is what would make two signatures over otherwise equal requests incomparable: the headers that tell
     * of the SDK's attempts, which differ in each request, and Content-Length, which the transport sets again.
     */
    private static final class Signer implements AwsV4HttpSigner {
        private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
        private final Consumer<SignRequest.Builder<?>> settings;

        Signer(Consumer<SignRequest.Builder<?>> settings) {
            this.settings = settings;
        }

        @Override
        public SignedRequest sign(SignRequest<? extends AwsCredentialsIdentity> request) {
            SdkHttpRequest.Builder http = request.request().toBuilder();
            request.request().headers().keySet().stream()
                    .filter(name ->
                            name.toLowerCase(Locale.ROOT).startsWith("amz-sdk-") || name.equals("Content-Length"))
                    .forEach(http::removeHeader);
            SignRequest.Builder<? extends AwsCredentialsIdentity> changed = request.toBuilder()
                    .request(http.build())
                    .putProperty(HttpSigner.SIGNING_CLOCK, LoopbackServer.CLOCK);
            settings.accept(changed);
            return signer.sign(changed.build());
        }

        @Override
        public CompletableFuture<AsyncSignedRequest> signAsync(
                AsyncSignRequest<? extends AwsCredentialsIdentity> request) {
            throw new UnsupportedOperationException("the tests call synchronously");
        }
    }
}
