package dev.whittle.bedrockagentcore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.bedrockagentcore.model.AutomationStream;
import dev.whittle.bedrockagentcore.model.AutomationStreamStatus;
import dev.whittle.bedrockagentcore.model.BrowserEnterprisePolicy;
import dev.whittle.bedrockagentcore.model.BrowserEnterprisePolicyType;
import dev.whittle.bedrockagentcore.model.BrowserExtension;
import dev.whittle.bedrockagentcore.model.BrowserSessionStatus;
import dev.whittle.bedrockagentcore.model.CertificateLocation;
import dev.whittle.bedrockagentcore.model.EfsConfiguration;
import dev.whittle.bedrockagentcore.model.ExternalProxy;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionResponse;
import dev.whittle.bedrockagentcore.model.Proxy;
import dev.whittle.bedrockagentcore.model.ProxyCredentials;
import dev.whittle.bedrockagentcore.model.ResourceLocation;
import dev.whittle.bedrockagentcore.model.S3FilesConfiguration;
import dev.whittle.bedrockagentcore.model.S3Location;
import dev.whittle.bedrockagentcore.model.ToolsFileSystemConfiguration;
import dev.whittle.bedrockagentcore.support.LoopbackServer;
import dev.whittle.bedrockagentcore.support.Resources;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A session with every member that the model knows of, read value by value. */
class GetBrowserSessionResponseTest {
    private static final String STREAMS =
            "bedrock-agentcore.us-east-1.amazonaws.com/browser-streams/aws.browser.v1/sessions/01KAMQ4W9TZ7E3R5XH2VYB8NDC";

    private static GetBrowserSessionResponse session;

    @BeforeAll
    static void get() {
        try (LoopbackServer server = LoopbackServer.responding(Resources.fullSession());
                BedrockAgentCoreClient client = server.client()) {
            session = client.getBrowserSession(
                    r -> r.browserIdentifier("aws.browser.v1").sessionId("01KAMQ"));
        }
    }

    @Test
    void readsTexts() {
        assertThat(session.browserIdentifier()).isEqualTo("aws.browser.v1");
        assertThat(session.sessionId()).isEqualTo("01KAMQ4W9TZ7E3R5XH2VYB8NDC");
        assertThat(session.name()).isEqualTo("checkout-run-42");
        assertThat(session.sessionReplayArtifact())
                .isEqualTo("s3://acme-browser-recordings/aws.browser.v1/01KAMQ4W9TZ7E3R5XH2VYB8NDC/");
    }

    @Test
    void readsNumbersTimesAndEnums() {
        assertThat(session.createdAt()).isEqualTo(Instant.parse("2026-11-22T09:15:30.123Z"));
        assertThat(session.lastUpdatedAt()).isEqualTo(Instant.parse("2026-11-22T09:47:02Z"));
        assertThat(session.sessionTimeoutSeconds()).isEqualTo(3600);
        assertThat(session.status()).isSameAs(BrowserSessionStatus.READY);
    }

    @Test
    void readsViewPortAndProfile() {
        assertThat(session.viewPort().width()).isEqualTo(1920);
        assertThat(session.viewPort().height()).isEqualTo(1080);
        assertThat(session.profileConfiguration().profileIdentifier()).isEqualTo("shopping_profile-a1B2c3D4e5");
    }

    @Test
    void readsExtensions() {
        assertThat(session.hasExtensions()).isTrue();
        assertThat(session.extensions()).hasSize(2);
        assertThat(s3(session.extensions().get(0)).bucket()).isEqualTo("acme-browser-extensions");
        assertThat(s3(session.extensions().get(0)).prefix()).isEqualTo("extensions/cookie-notices-1.4.2.zip");
        assertThat(s3(session.extensions().get(0)).versionId()).isEqualTo("3HL4kqtJvjVBH40Nrjfkd.2aZb7cQ9xW");
        assertThat(s3(session.extensions().get(1)).bucket()).isEqualTo("acme-browser-extensions");
        assertThat(s3(session.extensions().get(1)).prefix()).isEqualTo("extensions/dark-reader.zip");
        assertThat(s3(session.extensions().get(1)).versionId()).isNull();
    }

    @Test
    void readsEnterprisePolicies() {
        assertThat(session.hasEnterprisePolicies()).isTrue();
        assertThat(session.enterprisePolicies()).hasSize(2);
        BrowserEnterprisePolicy managed = session.enterprisePolicies().get(0);
        assertThat(managed.type()).isSameAs(BrowserEnterprisePolicyType.MANAGED);
        assertThat(s3(managed.location()).bucket()).isEqualTo("acme-browser-policies");
        assertThat(s3(managed.location()).prefix()).isEqualTo("policies/managed.json");
        assertThat(s3(managed.location()).versionId()).isEqualTo("null");
        BrowserEnterprisePolicy recommended = session.enterprisePolicies().get(1);
        assertThat(recommended.type()).isSameAs(BrowserEnterprisePolicyType.RECOMMENDED);
        assertThat(s3(recommended.location()).bucket()).isEqualTo("acme-browser-policies");
        assertThat(s3(recommended.location()).prefix()).isEqualTo("policies/recommended.json");
        assertThat(s3(recommended.location()).versionId()).isNull();
    }

    @Test
    void readsStreams() {
        AutomationStream automation = session.streams().automationStream();
        assertThat(automation.streamEndpoint()).isEqualTo("wss://" + STREAMS + "/automation");
        assertThat(automation.streamStatus()).isSameAs(AutomationStreamStatus.ENABLED);
        assertThat(session.streams().liveViewStream().streamEndpoint()).isEqualTo("https://" + STREAMS + "/live-view");
    }

    @Test
    void readsProxies() {
        assertThat(session.proxyConfiguration().proxies()).hasSize(2);
        ExternalProxy full = external(session.proxyConfiguration().proxies().get(0));
        assertThat(full.server()).isEqualTo("proxy-eu.example.com");
        assertThat(full.port()).isEqualTo(8443);
        assertThat(full.hasDomainPatterns()).isTrue();
        assertThat(full.domainPatterns()).containsExactly(".example.org", "shop.example.net");
        assertThat(((ProxyCredentials.BasicAuthMember) full.credentials())
                        .basicAuth()
                        .secretArn())
                .isEqualTo("arn:aws:secretsmanager:us-east-1:123456789012:secret:browser/proxy-eu-AbCdEf");
        ExternalProxy bare = external(session.proxyConfiguration().proxies().get(1));
        assertThat(bare.server()).isEqualTo("10.0.0.7");
        assertThat(bare.port()).isEqualTo(3128);
        assertThat(bare.hasDomainPatterns()).isFalse();
        assertThat(bare.domainPatterns()).isEmpty();
        assertThat(bare.credentials()).isNull();
        assertThat(session.proxyConfiguration().bypass().hasDomainPatterns()).isTrue();
        assertThat(session.proxyConfiguration().bypass().domainPatterns())
                .containsExactly(".amazonaws.com", "localhost");
    }

    @Test
    void readsCertificates() {
        assertThat(session.hasCertificates()).isTrue();
        assertThat(session.certificates()).hasSize(1);
        CertificateLocation location = session.certificates().get(0).location();
        assertThat(((CertificateLocation.SecretsManagerMember) location)
                        .secretsManager()
                        .secretArn())
                .isEqualTo("arn:aws:secretsmanager:us-east-1:123456789012:secret:browser/root-ca-GhIjKl");
    }

    @Test
    void readsBothFileSystems() {
        assertThat(session.hasFilesystemConfigurations()).isTrue();
        assertThat(session.filesystemConfigurations()).hasSize(2);
        S3FilesConfiguration s3 = ((ToolsFileSystemConfiguration.S3FilesConfigurationMember)
                        session.filesystemConfigurations().get(0))
                .s3FilesConfiguration();
        assertThat(s3.accessPointArn())
                .isEqualTo("arn:aws:s3files:us-east-1:123456789012:file-system/fs-0123456789abcdef0"
                        + "/access-point/fsap-0fedcba9876543210");
        assertThat(s3.mountPath()).isEqualTo("/mnt/reports");
        assertThat(s3.fileSystemArn())
                .isEqualTo("arn:aws:s3files:us-east-1:123456789012:file-system/fs-0123456789abcdef0");
        EfsConfiguration efs = ((ToolsFileSystemConfiguration.EfsConfigurationMember)
                        session.filesystemConfigurations().get(1))
                .efsConfiguration();
        assertThat(efs.accessPointArn())
                .isEqualTo("arn:aws:elasticfilesystem:us-east-1:123456789012:access-point/fsap-0123456789abcdef0");
        assertThat(efs.mountPath()).isEqualTo("/mnt/shared/");
        assertThat(efs.fileSystemArn())
                .isEqualTo("arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/fs-0fedcba9876543210");
    }

    @Test
    void equalsItsCopy() {
        GetBrowserSessionResponse copy = session.toBuilder().build();

        assertThat(copy).isEqualTo(session).hasSameHashCodeAs(session).hasToString(session.toString());
        assertThat(session.toBuilder().name("other").build()).isNotEqualTo(session);
        assertThat(session.toString())
                .startsWith("GetBrowserSessionResponse{browserIdentifier=aws.browser.v1, ")
                .contains("viewPort=ViewPort{width=1920, height=1080}");
    }

    private static S3Location s3(BrowserExtension extension) {
        return s3(extension.location());
    }

    private static S3Location s3(ResourceLocation location) {
        return ((ResourceLocation.S3Member) location).s3();
    }

    private static ExternalProxy external(Proxy proxy) {
        return ((Proxy.ExternalProxyMember) proxy).externalProxy();
    }
}
