package dev.whittle.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A provider of the AWS SDK plugs in with the lambda that {@link CredentialsProvider} shows. */
class AwsSdkProviderTest {
    private static CredentialsProvider over(AwsCredentialsProvider sdkProvider) {
        return () -> {
            AwsCredentials found = sdkProvider.resolveCredentials();
            return found instanceof AwsSessionCredentials session
                    ? Credentials.of(session.accessKeyId(), session.secretAccessKey(), session.sessionToken())
                    : Credentials.of(found.accessKeyId(), found.secretAccessKey());
        };
    }

    @Test
    void keysPlugIn() {
        AwsCredentialsProvider sdk = StaticCredentialsProvider.create(AwsBasicCredentials.create("A", "s"));
        assertThat(over(sdk).credentials()).isEqualTo(Credentials.of("A", "s"));
    }

    @Test
    void sessionsPlugIn() {
        AwsCredentialsProvider sdk = StaticCredentialsProvider.create(AwsSessionCredentials.create("A", "s", "t"));
        CredentialsProvider cached = CredentialsProvider.cached(over(sdk));
        assertThat(cached.credentials())
                .isEqualTo(Credentials.of("A", "s", "t"))
                .isSameAs(cached.credentials());
    }
}
