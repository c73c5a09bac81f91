package dev.whittle.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.RequestBody;
import dev.whittle.runtime.internal.PercentEncoding;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** The AWS SDK's own signer and this one must come to the same signature, whatever the request. */
class SigV4SignerOracleTest {
    private static final int REQUESTS = 2500;
    private static final String[] PIECES = {
        "a",
        "Z",
        "0",
        "-",
        "_",
        ".",
        "~",
        " ",
        "+",
        "%",
        "&",
        "=",
        "/",
        "?",
        "#",
        ":",
        "@",
        "!",
        "$",
        "'",
        "(",
        ")",
        "*",
        ",",
        ";",
        "[",
        "]",
        "\"",
        "<",
        "é",
        "ß",
        "漢",
        "😀",
        "browser",
        "sessions",
        "%20",
        "..",
        "//",
    };
    private static final String[] SEGMENTS = {"a", "b.c", "..", ".", "", "x y", "arn:aws:s3", "ü", "...", "%2F", "a+b"};
    private static final String[] METHODS = {"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"};
    private static final String[] HEADERS = {
        "Content-Type",
        "X-Amz-Target",
        "x-custom",
        "X-Custom",
        "X-Custom-2",
        "User-Agent",
        "Accept",
        "X-Amzn-Trace-Id",
        "x_under",
        "X-Forwarded-For",
        "Expect",
        "a",
    };

    private static final int WEEK = 7 * 24 * 60 * 60;

    /** Where the signature stands, whether it is of the body too, and of which form of the path. */
    private enum Mode {
        HEADER,
        HEADER_WITHOUT_PAYLOAD,
        HEADER_PATH_AS_SENT,
        QUERY,
        QUERY_WITHOUT_PAYLOAD,
        QUERY_PATH_AS_SENT;

        boolean isOfPathAsSent() {
            return this == HEADER_PATH_AS_SENT || this == QUERY_PATH_AS_SENT;
        }

        SigV4Signer signer(String region) {
            return isOfPathAsSent()
                    ? SigV4Signer.ofPathAsSent(region, "bedrock-agentcore")
                    : new SigV4Signer(region, "bedrock-agentcore");
        }
    }

    @ParameterizedTest
    @EnumSource
    void signsAsTheAwsSdkDoes(Mode mode) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < REQUESTS; i++) {
            Sample sample = new Sample(random, mode, "seed " + seed + ", request " + i);
            switch (mode) {
                case HEADER, HEADER_WITHOUT_PAYLOAD, HEADER_PATH_AS_SENT -> sample.compareHeaders();
                case QUERY, QUERY_WITHOUT_PAYLOAD, QUERY_PATH_AS_SENT ->
                    sample.compareQueries(1 + random.nextInt(WEEK));
            }
        }
    }

    /** One request, as the AWS SDK has it and as this runtime does. */
    private static final class Sample {
        private final Mode mode;
        private final String name;
        private final Credentials credentials;
        private final long time;
        private final String region;
        private final byte[] body;
        private final SdkHttpRequest.Builder theirs;
        private final HttpRequest.Builder ours;

        Sample(Random random, Mode mode, String name) {
            this.mode = mode;
            this.credentials = Credentials.of(
                    "AKID" + random.nextInt(5),
                    // The AWS SDK trims secrets.
                    "k" + text(random, 0, 90) + "k",
                    random.nextInt(3) == 0 ? "token/+=" + random.nextInt() : null);
            this.time = Math.abs(random.nextLong()) % 4_000_000_000_000L;
            this.region = random.nextBoolean() ? "us-east-1" : "cn-north-1";
            this.body = random.nextInt(3) == 0 ? null : text(random, 0, 200).getBytes(StandardCharsets.UTF_8);
            String method = METHODS[random.nextInt(METHODS.length)];
            // Over plain http the AWS SDK insists on signing the body.
            boolean withoutPayload = mode == Mode.HEADER_WITHOUT_PAYLOAD || mode == Mode.QUERY_WITHOUT_PAYLOAD;
            boolean https = withoutPayload || random.nextBoolean();
            int port = switch (random.nextInt(4)) {
                case 0 -> 8443;
                case 1 -> 80;
                default -> https ? 443 : 80;
            };
            boolean implied = port == (https ? 443 : 80);

            StringBuilder path = new StringBuilder();
            for (int n = random.nextInt(6); n >= 0; n--) {
                path.append('/');
                PercentEncoding.encode(path, random.nextBoolean() ? pick(random, SEGMENTS) : text(random, 0, 6));
            }
            this.theirs = SdkHttpRequest.builder()
                    .method(SdkHttpMethod.fromValue(method))
                    .protocol(https ? "https" : "http")
                    .host("service.example.com")
                    .port(port)
                    .encodedPath(path.toString());
            this.ours = HttpRequest.builder()
                    .method(method)
                    .origin(https ? "https" : "http", implied ? "service.example.com" : "service.example.com:" + port)
                    .path(path.toString())
                    .body(body == null ? null : RequestBody.unsafe(body, 0, body.length));
            addQuery(random);
            for (int n = random.nextInt(6); n > 0; n--) {
                String header = pick(random, HEADERS);
                String value = headerValue(random);
                theirs.appendHeader(header, value);
                ours.headers().add(header, value);
            }
            this.name = name + ": " + method + " " + path + "?" + ours.query();
        }

        private void addQuery(Random random) {
            StringBuilder query = new StringBuilder();
            String last = "";
            for (int n = random.nextInt(5); n > 0; n--) {
                String key = !last.isEmpty() && random.nextInt(3) == 0 ? last : text(random, 1, 3);
                String value = text(random, 0, 4);
                theirs.appendRawQueryParameter(key, value);
                query.append(query.length() == 0 ? "" : "&");
                PercentEncoding.encode(query, key);
                PercentEncoding.encode(query.append('='), value);
                last = key;
            }
            ours.query(query.length() == 0 ? null : query.toString());
        }

        void compareHeaders() {
            SdkHttpRequest signed = sign(
                    r -> r.putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, mode != Mode.HEADER_WITHOUT_PAYLOAD));
            SigV4Signer signer = mode.signer(region);
            if (mode != Mode.HEADER_WITHOUT_PAYLOAD) {
                // The AWS SDK always sends the body's hash. Our signer does so only where paths are signed as sent.
                if (!mode.isOfPathAsSent()) {
                    ours.headers()
                            .add(
                                    "x-amz-content-sha256",
                                    signed.firstMatchingHeader("x-amz-content-sha256")
                                            .orElseThrow());
                }
                signer.sign(ours, credentials, time);
            } else {
                signer.signWithoutPayload(ours, credentials, time);
            }
            for (String header :
                    List.of("Authorization", "X-Amz-Date", "X-Amz-Security-Token", "x-amz-content-sha256")) {
                assertThat(ours.headers().first(header))
                        .as(name + " " + header + " of " + signed.headers())
                        .isEqualTo(signed.firstMatchingHeader(header).orElse(null));
            }
        }

        void compareQueries(int expirySeconds) {
            SdkHttpRequest signed =
                    sign(r -> r.putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, mode != Mode.QUERY_WITHOUT_PAYLOAD)
                            .putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                            .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, Duration.ofSeconds(expirySeconds)));
            SigV4Signer signer = mode.signer(region);
            if (mode != Mode.QUERY_WITHOUT_PAYLOAD) {
                signer.presign(ours, credentials, time, expirySeconds);
            } else {
                signer.presignWithoutPayload(ours, credentials, time, expirySeconds);
            }
            assertThat(parameters(ours.query()))
                    .as(name + " " + signed.headers())
                    .isEqualTo(parameters(signed.encodedQueryParameters().orElseThrow()));
        }

        private SdkHttpRequest sign(Consumer<SignRequest.Builder<AwsCredentialsIdentity>> settings) {
            return AwsV4HttpSigner.create()
                    .sign(r -> {
                        r.identity(identity(credentials))
                                .request(theirs.build())
                                .payload(body == null ? null : () -> new ByteArrayInputStream(body))
                                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "bedrock-agentcore")
                                .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, !mode.isOfPathAsSent())
                                .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, !mode.isOfPathAsSent())
                                .putProperty(
                                        HttpSigner.SIGNING_CLOCK,
                                        Clock.fixed(Instant.ofEpochMilli(time), ZoneOffset.UTC));
                        settings.accept(r);
                    })
                    .request();
        }
    }

    private static List<String> parameters(String query) {
        return Stream.of(query.split("&")).sorted().toList();
    }

    private static AwsCredentialsIdentity identity(Credentials credentials) {
        return credentials.sessionToken() == null
                ? AwsCredentialsIdentity.create(credentials.accessKeyId(), credentials.secretAccessKey())
                : AwsSessionCredentialsIdentity.create(
                        credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken());
    }

    private static String headerValue(Random random) {
        String[] spaces = {"", " ", "  ", "\t", " \t "};
        StringBuilder value = new StringBuilder();
        for (int n = random.nextInt(4); n >= 0; n--) {
            value.append(pick(random, spaces)).append(random.nextInt(8) == 0 ? "é" : "v" + random.nextInt(100));
        }
        return value.append(pick(random, spaces)).toString();
    }

    private static String text(Random random, int min, int max) {
        StringBuilder text = new StringBuilder();
        for (int n = min + random.nextInt(max - min + 1); n > 0; n--) {
            text.append(pick(random, PIECES));
        }
        return text.toString();
    }

    private static String pick(Random random, String[] from) {
        return from[random.nextInt(from.length)];
    }
}
