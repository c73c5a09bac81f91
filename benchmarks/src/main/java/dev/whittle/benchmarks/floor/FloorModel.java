package dev.whittle.benchmarks.floor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the calls send and receive, as records. */
public final class FloorModel {
    private FloorModel() {}

    /** The answer to GetBrowserSession, with every member of the model. */
    public record Session(
            String browserIdentifier,
            String sessionId,
            @Nullable String name,
            Instant createdAt,
            @Nullable ViewPort viewPort,
            List<S3Location> extensions,
            List<Policy> enterprisePolicies,
            @Nullable String profileIdentifier,
            @Nullable Integer sessionTimeoutSeconds,
            @Nullable String status,
            @Nullable Streams streams,
            @Nullable ProxyConfiguration proxyConfiguration,
            List<String> certificateSecrets,
            List<FileSystem> fileSystems,
            @Nullable String sessionReplayArtifact,
            @Nullable Instant lastUpdatedAt) {}

    /** The size of the browser's pages, in pixels. */
    public record ViewPort(int width, int height) {}

    /** An object in S3. */
    public record S3Location(
            String bucket, String prefix, @Nullable String versionId) {}

    /** A browser policy. */
    public record Policy(S3Location location, @Nullable String type) {}

    /** The session's streams; the live view is null when there is none. */
    public record Streams(
            String automationEndpoint,
            String automationStatus,
            @Nullable String liveViewEndpoint) {}

    /** The proxies. */
    public record ProxyConfiguration(List<ExternalProxy> proxies, List<String> bypass) {}

    /** One proxy. */
    public record ExternalProxy(
            String server,
            int port,
            List<String> domainPatterns,
            @Nullable String secretArn) {}

    /** A mounted file system, of either kind. */
    public record FileSystem(String kind, String accessPointArn, String mountPath, String fileSystemArn) {}

    /** What StartBrowserSession is asked for. */
    public record Start(
            String browserIdentifier, String name, int sessionTimeoutSeconds, ViewPort viewPort, String clientToken) {}

    /** What ListBrowserSessions is asked for. */
    public record Wanted(String browserIdentifier, int maxResults, String nextToken, String status) {}

    /** The response to ListBrowserSessions. */
    public record Sessions(List<Summary> items, @Nullable String nextToken) {}

    /** One session of a list. */
    public record Summary(
            String browserIdentifier,
            String sessionId,
            @Nullable String name,
            String status,
            Instant createdAt,
            @Nullable Instant lastUpdatedAt) {}

    /** The answer to StartBrowserSession. */
    public record Started(
            String browserIdentifier,
            String sessionId,
            Instant createdAt,
            @Nullable Streams streams) {}
}
