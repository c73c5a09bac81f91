package dev.whittle.bedrockagentcore.demo;

import dev.whittle.bedrockagentcore.model.BasicAuth;
import dev.whittle.bedrockagentcore.model.BrowserExtension;
import dev.whittle.bedrockagentcore.model.ExternalProxy;
import dev.whittle.bedrockagentcore.model.Proxy;
import dev.whittle.bedrockagentcore.model.ProxyCredentials;
import dev.whittle.bedrockagentcore.model.ResourceLocation;
import dev.whittle.bedrockagentcore.model.S3Location;
import dev.whittle.bedrockagentcore.model.StartBrowserSessionRequest;

/** What a session can be configured with. The real service takes it only if it exists in the caller's account. */
final class FullConfiguration {
    private FullConfiguration() {}

    static void apply(StartBrowserSessionRequest.Builder request) {
        request.extensions(extension())
                .profileConfiguration(p -> p.profileIdentifier("shopping_profile-a1B2c3D4e5"))
                .proxyConfiguration(p -> p.proxies(proxy()).bypass(b -> b.domainPatterns("localhost", ".example.com")));
    }

    private static BrowserExtension extension() {
        return BrowserExtension.builder()
                .location(ResourceLocation.s3(S3Location.builder()
                        .bucket("acme-browser-extensions")
                        .prefix("dark-reader.zip")
                        .versionId("3HL4kqtJvjVBH40Nrjfkd")
                        .build()))
                .build();
    }

    private static Proxy proxy() {
        return Proxy.externalProxy(ExternalProxy.builder()
                .server("proxy.example.com")
                .port(8443)
                .domainPatterns(".example.org", "shop.example.net")
                .credentials(ProxyCredentials.basicAuth(BasicAuth.builder()
                        .secretArn("arn:aws:secretsmanager:us-east-1:123456789012:secret:proxy-a1B2c3")
                        .build()))
                .build());
    }
}
