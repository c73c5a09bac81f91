package dev.whittle.interop.support;

import dev.whittle.interop.dynamodb.DynamoDBClient;
import dev.whittle.interop.sqs.SQSClient;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.client.ClientBuilder;
import dev.whittle.runtime.retry.RetryPolicy;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.auth.aws.scheme.AwsV4AuthScheme;
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
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** Clients of a server on this machine, all with the same region and credentials, which are valid nowhere. */
public final class Clients {
    /** The moment at which {@link #datedTheSame} signs. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:15:30Z"), ZoneOffset.UTC);

    private static final String REGION = "us-east-1";
    private static final String ACCESS_KEY_ID = "AKIDEXAMPLE";
    static final String SECRET_ACCESS_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private Clients() {}

    /** Our client of DynamoDB. */
    public static DynamoDBClient.Builder dynamoDb(URI endpoint) {
        return ours(DynamoDBClient.builder(), endpoint);
    }

    /** Our client of SQS. */
    public static SQSClient.Builder sqs(URI endpoint) {
        return ours(SQSClient.builder(), endpoint);
    }

    /** The AWS SDK's client of DynamoDB. */
    public static DynamoDbClientBuilder theirDynamoDb(URI endpoint) {
        return theirs(DynamoDbClient.builder(), endpoint);
    }

    /** The AWS SDK's client of SQS. It does not compare the MD5 of a message, which no canned response has. */
    public static SqsClientBuilder theirSqs(URI endpoint) {
        return theirs(SqsClient.builder(), endpoint).checksumValidationEnabled(false);
    }

    /** The AWS SDK's client of S3, with buckets in paths. */
    public static S3ClientBuilder theirS3(URI endpoint) {
        return theirs(S3Client.builder(), endpoint).forcePathStyle(true);
    }

    /** A client whose signatures can be compared with those of the other one. */
    public static <B extends ClientBuilder<B, C>, C> B datedTheSame(B builder) {
        return builder.clock(CLOCK);
    }

    /** A client whose signatures can be compared with those of the other one. */
    public static <B extends AwsClientBuilder<B, C>, C> B datedTheSame(B builder) {
        return builder.putAuthScheme(new Scheme());
    }

    /** A client that sends each request once. */
    public static <B extends ClientBuilder<B, C>, C> B once(B builder) {
        return builder.retry(RetryPolicy.none());
    }

    /** A client that sends a request twice if the service may respond differently then. */
    public static <B extends AwsClientBuilder<B, C>, C> B twice(B builder) {
        return builder.overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(2)
                .backoffStrategy(BackoffStrategy.retryImmediately())
                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                .circuitBreakerEnabled(false)
                .build()));
    }

    /** Our client of any service. */
    public static <B extends ClientBuilder<B, C>, C> B ours(B builder, URI endpoint) {
        return builder.region(REGION)
                .endpoint(endpoint)
                .credentials(CredentialsProvider.of(Credentials.of(ACCESS_KEY_ID, SECRET_ACCESS_KEY)));
    }

    /** The AWS SDK's client of any service. */
    public static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B theirs(B builder, URI endpoint) {
        return builder.region(Region.of(REGION))
                .endpointOverride(endpoint)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY_ID, SECRET_ACCESS_KEY)))
                .httpClient(UrlConnectionHttpClient.create());
    }

    /** The AWS SDK's asynchronous client of any service, over a transport in memory. */
    public static <B extends AwsAsyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B theirs(
            B builder, SdkAsyncHttpClient transport) {
        return builder.region(Region.of(REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY_ID, SECRET_ACCESS_KEY)))
                .httpClient(transport);
    }

    /** Signature Version 4 as the AWS SDK has it, but for {@link Signer}. */
    private record Scheme() implements AwsV4AuthScheme {
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
            return new Signer();
        }
    }

    /**
     * Signs with the AWS SDK's own signer, at the moment of {@link #CLOCK}. It removes the headers that make signatures
     * of equal requests differ: those that describe the SDK's attempts, and Content-Length, which the transport sets again.
     */
    private static final class Signer implements AwsV4HttpSigner {
        private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

        @Override
        public SignedRequest sign(SignRequest<? extends AwsCredentialsIdentity> request) {
            SdkHttpRequest.Builder http = request.request().toBuilder();
            request.request().headers().keySet().stream()
                    .filter(name ->
                            name.toLowerCase(Locale.ROOT).startsWith("amz-sdk-") || name.equals("Content-Length"))
                    .forEach(http::removeHeader);
            return signer.sign(request.toBuilder()
                    .request(http.build())
                    .putProperty(HttpSigner.SIGNING_CLOCK, CLOCK)
                    .build());
        }

        @Override
        public CompletableFuture<AsyncSignedRequest> signAsync(
                AsyncSignRequest<? extends AwsCredentialsIdentity> request) {
            throw new UnsupportedOperationException("the tests call synchronously");
        }
    }
}
