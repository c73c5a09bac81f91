package dev.whittle.bedrockagentcore.browser;

import dev.whittle.runtime.auth.Credentials;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.signer.Aws4Signer;
import software.amazon.awssdk.auth.signer.params.Aws4PresignerParams;
import software.amazon.awssdk.auth.signer.params.Aws4SignerParams;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.regions.Region;

/** What the signer of the AWS SDK makes of a GET. */
@SuppressWarnings("deprecation") // The signer that signs no more headers than are sent.
final class AwsSignatures {
    static final String SESSION_TOKEN = "a/token+with=signs";
    static final Credentials CREDENTIALS = Credentials.of("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG", SESSION_TOKEN);

    private static final AwsSessionCredentials AWS =
            AwsSessionCredentials.create(CREDENTIALS.accessKeyId(), CREDENTIALS.secretAccessKey(), SESSION_TOKEN);
    private static final String SERVICE = "bedrock-agentcore";

    private final Clock clock;

    AwsSignatures(Clock clock) {
        this.clock = clock;
    }

    /** The header Authorization. */
    String authorization(URI url) {
        return Aws4Signer.create()
                .sign(
                        request(url),
                        Aws4SignerParams.builder()
                                .awsCredentials(AWS)
                                .signingName(SERVICE)
                                .signingRegion(Region.US_WEST_2)
                                .signingClockOverride(clock)
                                .build())
                .firstMatchingHeader("Authorization")
                .orElseThrow();
    }

    /** The query of the URL that is signed in its query. */
    Map<String, String> presignedQuery(URI url, int seconds) {
        return query(Aws4Signer.create()
                .presign(
                        request(url),
                        Aws4PresignerParams.builder()
                                .awsCredentials(AWS)
                                .signingName(SERVICE)
                                .signingRegion(Region.US_WEST_2)
                                .signingClockOverride(clock)
                                .expirationTime(clock.instant().plusSeconds(seconds))
                                .build())
                .getUri());
    }

    private static SdkHttpFullRequest request(URI url) {
        SdkHttpFullRequest.Builder request = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.GET)
                .protocol(url.getScheme())
                .host(url.getHost())
                .encodedPath(url.getRawPath());
        if (url.getPort() >= 0) {
            request.port(url.getPort());
        }
        if (url.getRawQuery() != null) {
            query(url).forEach(request::appendRawQueryParameter);
        }
        return request.build();
    }

    static Map<String, String> query(URI url) {
        Map<String, String> query = new TreeMap<>();
        for (String pair : url.getRawQuery().split("&", -1)) {
            int equals = pair.indexOf('=');
            query.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return query;
    }
}
