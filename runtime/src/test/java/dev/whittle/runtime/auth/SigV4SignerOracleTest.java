package dev.whittle.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.RequestBody;
import dev.whittle.runtime.internal.PercentEncoding;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** The AWS SDK's own signer and this one must come to the same signature, whatever the request. */
class SigV4SignerOracleTest {
    private static final int REQUESTS = 4000;
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

    @Test
    void signsAsTheAwsSdkDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < REQUESTS; i++) {
            compare(random, "seed " + seed + ", request " + i);
        }
    }

    private static void compare(Random random, String name) {
        Credentials credentials = Credentials.of(
                "AKID" + random.nextInt(5),
                // The AWS SDK trims secrets.
                "k" + text(random, 0, 90) + "k",
                random.nextInt(3) == 0 ? "token/+=" + random.nextInt() : null);
        long time = Math.abs(random.nextLong()) % 4_000_000_000_000L;
        String region = random.nextBoolean() ? "us-east-1" : "cn-north-1";
        String method = METHODS[random.nextInt(METHODS.length)];
        boolean https = random.nextBoolean();
        int port = switch (random.nextInt(4)) {
            case 0 -> 8443;
            case 1 -> 80;
            default -> https ? 443 : 80;
        };
        boolean implied = port == (https ? 443 : 80);
        byte[] body = random.nextInt(3) == 0 ? null : text(random, 0, 200).getBytes(StandardCharsets.UTF_8);

        StringBuilder path = new StringBuilder();
        for (int n = random.nextInt(6); n >= 0; n--) {
            path.append('/');
            PercentEncoding.encode(path, random.nextBoolean() ? pick(random, SEGMENTS) : text(random, 0, 6));
        }
        SdkHttpRequest.Builder theirs = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(method))
                .protocol(https ? "https" : "http")
                .host("service.example.com")
                .port(port)
                .encodedPath(path.toString());
        HttpRequest.Builder ours = HttpRequest.builder()
                .method(method)
                .origin(https ? "https" : "http", implied ? "service.example.com" : "service.example.com:" + port)
                .path(path.toString())
                .body(body == null ? null : RequestBody.unsafe(body, 0, body.length));

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
        for (int n = random.nextInt(6); n > 0; n--) {
            String header = pick(random, HEADERS);
            String value = headerValue(random);
            theirs.appendHeader(header, value);
            ours.headers().add(header, value);
        }

        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(r -> r.identity(identity(credentials))
                        .request(theirs.build())
                        .payload(body == null ? null : () -> new ByteArrayInputStream(body))
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "bedrock-agentcore")
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(Instant.ofEpochMilli(time), ZoneOffset.UTC)))
                .request();
        // The AWS SDK always sends the body's hash, which every service but S3 can do without.
        ours.headers()
                .add(
                        "x-amz-content-sha256",
                        signed.firstMatchingHeader("x-amz-content-sha256").orElseThrow());
        new SigV4Signer(region, "bedrock-agentcore").sign(ours, credentials, time);

        assertThat(ours.headers().first("Authorization"))
                .as(name + ": " + method + " " + path + "?" + query + " " + signed.headers())
                .isEqualTo(signed.firstMatchingHeader("Authorization").orElseThrow());
        assertThat(ours.headers().first("X-Amz-Date"))
                .isEqualTo(signed.firstMatchingHeader("X-Amz-Date").orElseThrow());
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
