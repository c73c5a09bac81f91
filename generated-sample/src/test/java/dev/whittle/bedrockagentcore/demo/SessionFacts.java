package dev.whittle.bedrockagentcore.demo;

import dev.whittle.bedrockagentcore.model.AutomationStreamStatus;
import dev.whittle.bedrockagentcore.model.BrowserProfileConfiguration;
import dev.whittle.bedrockagentcore.model.BrowserSessionStream;
import dev.whittle.bedrockagentcore.model.ExternalProxy;
import dev.whittle.bedrockagentcore.model.GetBrowserSessionResponse;
import dev.whittle.bedrockagentcore.model.LiveViewStream;
import dev.whittle.bedrockagentcore.model.Proxy;
import dev.whittle.bedrockagentcore.model.ProxyBypass;
import dev.whittle.bedrockagentcore.model.ProxyConfiguration;
import dev.whittle.bedrockagentcore.model.ProxyCredentials;
import dev.whittle.bedrockagentcore.model.ResourceLocation;
import dev.whittle.bedrockagentcore.model.ViewPort;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Prints what the service reports of a session. */
final class SessionFacts {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final Output out;

    SessionFacts(Output out) {
        this.out = out;
    }

    void print(GetBrowserSessionResponse session) {
        out.fact("name", orDash(session.name()));
        out.fact("status", orDash(session.status()));
        out.fact("started", time(session.createdAt()));
        out.fact("updated", time(session.lastUpdatedAt()));
        out.fact("ends after", session.sessionTimeoutSeconds() + " s");
        ViewPort viewPort = session.viewPort();
        out.fact("view port", viewPort == null ? "-" : viewPort.width() + " x " + viewPort.height());
        session.extensions().forEach(extension -> out.fact("extension", describe(extension.location())));
        BrowserProfileConfiguration profile = session.profileConfiguration();
        out.fact("profile", profile == null ? "-" : profile.profileIdentifier());
        out.fact("replay", orDash(session.sessionReplayArtifact()));
        ProxyConfiguration proxies = session.proxyConfiguration();
        if (proxies != null) {
            print(proxies);
        }
        BrowserSessionStream streams = session.streams();
        if (streams != null) {
            print(streams);
        }
    }

    private static String describe(ResourceLocation location) {
        if (location instanceof ResourceLocation.S3Member member) {
            String version = member.s3().versionId();
            return "s3://" + member.s3().bucket() + "/" + member.s3().prefix()
                    + (version == null ? "" : ", version " + version);
        }
        return location instanceof ResourceLocation.Unknown unknown
                ? unknown(unknown.tag() + " " + unknown.value())
                : location.toString();
    }

    private void print(ProxyConfiguration configuration) {
        configuration.proxies().forEach(this::print);
        ProxyBypass bypass = configuration.bypass();
        if (bypass != null) {
            out.fact("bypass", String.join(", ", bypass.domainPatterns()));
        }
    }

    private void print(Proxy proxy) {
        if (proxy instanceof Proxy.ExternalProxyMember member) {
            print(member.externalProxy());
        } else if (proxy instanceof Proxy.Unknown unknown) {
            out.fact("proxy", unknown(unknown.tag() + " " + unknown.value()));
        } else {
            out.fact("proxy", proxy);
        }
    }

    private void print(ExternalProxy proxy) {
        String domains = proxy.hasDomainPatterns() ? " for " + String.join(", ", proxy.domainPatterns()) : "";
        out.fact("proxy", proxy.server() + ":" + proxy.port() + domains);
        ProxyCredentials credentials = proxy.credentials();
        if (credentials instanceof ProxyCredentials.BasicAuthMember member) {
            out.fact("", "password in " + member.basicAuth().secretArn());
        } else if (credentials instanceof ProxyCredentials.Unknown unknown) {
            out.fact("", unknown(unknown.tag() + " " + unknown.value()));
        }
    }

    private void print(BrowserSessionStream streams) {
        out.fact("automation", describe(streams.automationStream().streamStatus()));
        out.fact("", streams.automationStream().streamEndpoint());
        LiveViewStream liveView = streams.liveViewStream();
        if (liveView != null) {
            out.fact("live view", orDash(liveView.streamEndpoint()));
        }
    }

    private static String describe(AutomationStreamStatus status) {
        return switch (status.value()) {
            case AutomationStreamStatus.Value.ENABLED -> "ENABLED, a program can drive the browser";
            case AutomationStreamStatus.Value.DISABLED -> "DISABLED, a person has taken over";
            default -> status + " (a value that this client does not know, kept as it came)";
        };
    }

    private static String unknown(String member) {
        return member + " (a member that this client does not know, kept as it came)";
    }

    static String time(@Nullable Instant instant) {
        return instant == null ? "-" : TIME.format(instant);
    }

    static Object orDash(@Nullable Object value) {
        return value == null ? "-" : value;
    }
}
