package dev.whittle.bedrockagentcore.chromium;

import dev.whittle.runtime.auth.Credentials;
import java.io.ByteArrayInputStream;
import java.security.SignatureException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.signer.Aws4Signer;
import software.amazon.awssdk.auth.signer.params.Aws4PresignerParams;
import software.amazon.awssdk.auth.signer.params.Aws4SignerParams;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.regions.Region;

/** Lets in requests that are signed as the AWS SDK signs them: it signs each one again and compares. */
@SuppressWarnings("deprecation") // The signer that signs no more headers than are sent.
final class Signatures {
    private static final String SERVICE = "bedrock-agentcore";
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final Pattern SIGNED_HEADERS = Pattern.compile("AWS4-HMAC-SHA256 .*SignedHeaders=([^,]+),.*");
    private static final Pattern HOST = Pattern.compile("([^:]+):(\\d{1,5})");
    private static final Set<String> ADDED_BY_SIGNER = Set.of("host", "x-amz-date", "x-amz-security-token");

    private final AwsCredentials credentials;
    private final Region region;

    Signatures(Credentials credentials, String region) {
        String token = credentials.sessionToken();
        this.credentials = token == null
                ? AwsBasicCredentials.create(credentials.accessKeyId(), credentials.secretAccessKey())
                : AwsSessionCredentials.create(credentials.accessKeyId(), credentials.secretAccessKey(), token);
        this.region = Region.of(region);
    }

    /**
     * Checks a signature in headers.
     *
     * @throws SignatureException if there is none, it is not made with the credentials, or it is older or newer than five
     *     minutes
     */
    void checkHeaders(Request request) throws SignatureException {
        Matcher signed = SIGNED_HEADERS.matcher(request.header("Authorization"));
        if (!signed.matches()) {
            throw new SignatureException("the request is not signed");
        }
        Instant date = date(request.header("X-Amz-Date"));
        if (Duration.between(date, Instant.now()).abs().compareTo(SKEW) > 0) {
            throw new SignatureException("the signature is dated " + date + ", more than five minutes from now");
        }
        SdkHttpFullRequest.Builder again = unsigned(request);
        request.query().forEach(again::appendRawQueryParameter);
        Set<String> names = new TreeSet<>(Set.of(signed.group(1).split(";")));
        names.removeAll(ADDED_BY_SIGNER);
        names.forEach(name -> again.putHeader(name, request.header(name)));
        if (request.body().length > 0) {
            again.contentStreamProvider(() -> new ByteArrayInputStream(request.body()));
        }
        String expected = Aws4Signer.create()
                .sign(
                        again.build(),
                        Aws4SignerParams.builder()
                                .awsCredentials(credentials)
                                .signingName(SERVICE)
                                .signingRegion(region)
                                .signingClockOverride(Clock.fixed(date, ZoneOffset.UTC))
                                .build())
                .firstMatchingHeader("Authorization")
                .orElseThrow();
        if (!expected.equals(request.header("Authorization"))) {
            throw new SignatureException("the signature does not match the request");
        }
    }

    /**
     * Checks a signature in the query.
     *
     * @throws SignatureException if there is none, it is not made with the credentials, or it has expired
     */
    void checkQuery(Request request) throws SignatureException {
        Map<String, String> query = request.query();
        Instant date = date(query.getOrDefault("X-Amz-Date", ""));
        Instant expiry = date.plusSeconds(seconds(query.getOrDefault("X-Amz-Expires", "")));
        Instant now = Instant.now();
        if (date.isAfter(now.plus(SKEW)) || expiry.isBefore(now)) {
            throw new SignatureException("the signature is valid from " + date + " to " + expiry);
        }
        SdkHttpFullRequest.Builder again = unsigned(request);
        query.forEach((name, value) -> {
            if (!name.startsWith("X-Amz-")) {
                again.appendRawQueryParameter(name, value);
            }
        });
        String expected = Aws4Signer.create()
                .presign(
                        again.build(),
                        Aws4PresignerParams.builder()
                                .awsCredentials(credentials)
                                .signingName(SERVICE)
                                .signingRegion(region)
                                .signingClockOverride(Clock.fixed(date, ZoneOffset.UTC))
                                .expirationTime(expiry)
                                .build())
                .firstMatchingRawQueryParameter("X-Amz-Signature")
                .orElseThrow();
        if (!expected.equals(query.get("X-Amz-Signature"))) {
            throw new SignatureException("the signature does not match the URL");
        }
    }

    private static SdkHttpFullRequest.Builder unsigned(Request request) throws SignatureException {
        Matcher host = HOST.matcher(request.header("Host"));
        if (!host.matches()) {
            throw new SignatureException("the request has no Host with a port");
        }
        return SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.fromValue(request.method()))
                .protocol("http")
                .host(host.group(1))
                .port(Integer.parseInt(host.group(2)))
                .encodedPath(request.path());
    }

    private static Instant date(String text) throws SignatureException {
        try {
            return LocalDateTime.parse(text, DATE).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new SignatureException("the request is not signed: it has no valid X-Amz-Date", e);
        }
    }

    private static int seconds(String text) throws SignatureException {
        int seconds = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (seconds < 1 || seconds > SKEW.toSeconds()) {
            throw new SignatureException("X-Amz-Expires is not 1 to " + SKEW.toSeconds() + " seconds");
        }
        return seconds;
    }
}
