package dev.whittle.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.whittle.interop.s3.S3Client;
import dev.whittle.interop.s3.model.GetObjectRequest;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.error.CallException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.endpoints.AwsEndpointAttribute;
import software.amazon.awssdk.awscore.endpoints.authscheme.SigV4AuthScheme;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointProvider;

/** Endpoint rules of our own lead to the addresses, and to the regions of signatures, of the AWS SDK's rules. */
class S3EndpointsTest {
    private record Setting(
            String bucket, String region, boolean path, boolean dual, boolean fips, boolean accelerate) {}

    static Stream<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (String bucket : List.of(
                "bucket",
                "with.dots",
                "Under_score",
                "a b",
                "directory--usw2-az1--x-s3",
                "directory--euc1-az12--x-s3",
                "arn:aws:s3:eu-west-1:123456789012:accesspoint/point",
                "arn:aws-cn:s3:cn-north-1:123456789012:accesspoint:point")) {
            for (String region : List.of("us-west-2", "eu-central-1", "cn-north-1")) {
                for (int bits = 0; bits < 16; bits++) {
                    settings.add(new Setting(
                            bucket, region, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0));
                }
            }
        }
        return settings.stream();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void anAddress(Setting setting) {
        Endpoint theirs;
        try {
            theirs = S3EndpointProvider.defaultProvider()
                    .resolveEndpoint(p -> p.bucket(setting.bucket())
                            .region(Region.of(setting.region()))
                            .forcePathStyle(setting.path())
                            .useDualStack(setting.dual())
                            .useFips(setting.fips())
                            .accelerate(setting.accelerate())
                            .useArnRegion(true)
                            .disableS3ExpressSessionAuth(true))
                    .join();
        } catch (SdkClientException | CompletionException e) {
            assertThatExceptionOfType(CallException.class).isThrownBy(() -> ours(setting));
            return;
        }

        URI ours = ours(setting);

        assertThat(ours.toString()).startsWith(theirs.url() + "/k?");
        SigV4AuthScheme scheme = (SigV4AuthScheme)
                theirs.attribute(AwsEndpointAttribute.AUTH_SCHEMES).get(0);
        assertThat(ours.getRawQuery())
                .contains("%2F" + scheme.signingRegion() + "%2F" + scheme.signingName() + "%2Faws4_request");
    }

    private static URI ours(Setting setting) {
        try (S3Client client = S3Client.builder()
                .region(setting.region())
                .credentials(CredentialsProvider.of(Credentials.of("AKIDEXAMPLE", "secret")))
                .dualStack(setting.dual())
                .fips(setting.fips())
                .forcePathStyle(setting.path())
                .accelerate(setting.accelerate())
                .disableS3ExpressSessionAuth(true)
                .build()) {
            return client.presigner()
                    .getObject(
                            GetObjectRequest.builder()
                                    .bucket(setting.bucket())
                                    .key("k")
                                    .build(),
                            Duration.ofMinutes(1))
                    .uri();
        }
    }
}
