package dev.whittle.benchmarks.call;

import java.nio.charset.StandardCharsets;

/** The bodies that the service answers with, in memory and over loopback. */
public final class Answers {
    private static final String COMMON = """
            {"browserIdentifier":"aws.browser.v1","sessionId":"01KAMQ4W9TZ7E3R5XH2VYB8NDC","name":"checkout-run-42",\
            "createdAt":"2026-11-22T09:15:30.123Z","viewPort":{"width":1920,"height":1080},\
            "sessionTimeoutSeconds":3600,"status":"READY","streams":{"automationStream":{"streamEndpoint":\
            "wss://bedrock-agentcore.us-east-1.amazonaws.com/browser-streams/aws.browser.v1/sessions/01KAMQ4W9TZ7E3R5XH2VYB8NDC/automation",\
            "streamStatus":"ENABLED"},"liveViewStream":{"streamEndpoint":\
            "https://bedrock-agentcore.us-east-1.amazonaws.com/browser-streams/aws.browser.v1/sessions/01KAMQ4W9TZ7E3R5XH2VYB8NDC/live-view"}},\
            "sessionReplayArtifact":"s3://acme-browser-recordings/aws.browser.v1/01KAMQ4W9TZ7E3R5XH2VYB8NDC/",\
            "lastUpdatedAt":"2026-11-22T09:47:02Z"\
            """;

    private static final String REST = """
            ,"extensions":[{"location":{"s3":{"bucket":"acme-browser-extensions","prefix":"extensions/cookie-notices-1.4.2.zip",\
            "versionId":"3HL4kqtJvjVBH40Nrjfkd.2aZb7cQ9xW"}}},{"location":{"s3":{"bucket":"acme-browser-extensions",\
            "prefix":"extensions/dark-reader.zip"}}}],"enterprisePolicies":[{"location":{"s3":{"bucket":"acme-browser-policies",\
            "prefix":"policies/managed.json"}},"type":"MANAGED"}],"profileConfiguration":{"profileIdentifier":"shopping_profile-a1B2c3D4e5"},\
            "proxyConfiguration":{"proxies":[{"externalProxy":{"server":"proxy-eu.example.com","port":8443,"domainPatterns":[".example.org",\
            "shop.example.net"],"credentials":{"basicAuth":{"secretArn":"arn:aws:secretsmanager:us-east-1:123456789012:secret:browser/proxy-eu-AbCdEf"}}}},\
            {"externalProxy":{"server":"10.0.0.7","port":3128}}],"bypass":{"domainPatterns":[".amazonaws.com","localhost"]}},\
            "certificates":[{"location":{"secretsManager":{"secretArn":"arn:aws:secretsmanager:us-east-1:123456789012:secret:browser/root-ca-GhIjKl"}}}],\
            "filesystemConfigurations":[{"s3FilesConfiguration":{"accessPointArn":"arn:aws:s3files:us-east-1:123456789012:file-system/fs-0123456789abcdef0/access-point/fsap-0fedcba9876543210",\
            "mountPath":"/mnt/reports","fileSystemArn":"arn:aws:s3files:us-east-1:123456789012:file-system/fs-0123456789abcdef0"}}]\
            """;

    private static final String STARTED = """
            {"browserIdentifier":"aws.browser.v1","sessionId":"01KAMQ4W9TZ7E3R5XH2VYB8NDC","createdAt":"2026-11-22T09:15:30.123Z",\
            "streams":{"automationStream":{"streamEndpoint":\
            "wss://bedrock-agentcore.us-east-1.amazonaws.com/browser-streams/aws.browser.v1/sessions/01KAMQ4W9TZ7E3R5XH2VYB8NDC/automation",\
            "streamStatus":"ENABLED"},"liveViewStream":{"streamEndpoint":\
            "https://bedrock-agentcore.us-east-1.amazonaws.com/browser-streams/aws.browser.v1/sessions/01KAMQ4W9TZ7E3R5XH2VYB8NDC/live-view"}}}\
            """;

    private static final String LISTED = """
            {"items":[{"browserIdentifier":"aws.browser.v1","sessionId":"01KAMQ4W9TZ7E3R5XH2VYB8NDC","name":"checkout-run-42",\
            "status":"READY","createdAt":"2026-11-22T09:15:30.123Z","lastUpdatedAt":"2026-11-22T09:47:02Z"},\
            {"browserIdentifier":"aws.browser.v1","sessionId":"01KAMQ5B2C8Q4M6JW0R1TZP7XE","name":"checkout-run-43",\
            "status":"READY","createdAt":"2026-11-22T09:16:04.871Z","lastUpdatedAt":"2026-11-22T09:46:11Z"}],\
            "nextToken":"eyJzZXNzaW9uSWQiOiIwMUtBTVE1QjJDOFE0TTZKVzBSMVRaUDdYRSJ9"}\
            """;

    private Answers() {}

    /** The answer to GetBrowserSession with those members that AWS's published client knows too. */
    public static byte[] session() {
        return (COMMON + "}").getBytes(StandardCharsets.UTF_8);
    }

    /** The answer to GetBrowserSession with every member of the model; AWS's published client skips half of it. */
    public static byte[] fullSession() {
        return (COMMON + REST + "}").getBytes(StandardCharsets.UTF_8);
    }

    /** The answer to StartBrowserSession. */
    public static byte[] started() {
        return STARTED.getBytes(StandardCharsets.UTF_8);
    }

    /** The response to ListBrowserSessions, about as long as the one to StartBrowserSession. */
    public static byte[] listed() {
        return LISTED.getBytes(StandardCharsets.UTF_8);
    }
}
