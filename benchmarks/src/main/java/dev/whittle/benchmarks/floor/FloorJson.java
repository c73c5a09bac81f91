package dev.whittle.benchmarks.floor;

import dev.whittle.benchmarks.floor.FloorModel.ExternalProxy;
import dev.whittle.benchmarks.floor.FloorModel.FileSystem;
import dev.whittle.benchmarks.floor.FloorModel.Policy;
import dev.whittle.benchmarks.floor.FloorModel.ProxyConfiguration;
import dev.whittle.benchmarks.floor.FloorModel.S3Location;
import dev.whittle.benchmarks.floor.FloorModel.Session;
import dev.whittle.benchmarks.floor.FloorModel.Sessions;
import dev.whittle.benchmarks.floor.FloorModel.Start;
import dev.whittle.benchmarks.floor.FloorModel.Started;
import dev.whittle.benchmarks.floor.FloorModel.Streams;
import dev.whittle.benchmarks.floor.FloorModel.Summary;
import dev.whittle.benchmarks.floor.FloorModel.ViewPort;
import dev.whittle.benchmarks.floor.FloorModel.Wanted;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Straight from tokens to records and back. */
public final class FloorJson {
    private static final JsonFactory JSON = new JsonFactory();

    private FloorJson() {}

    /** Writes the body of StartBrowserSession. */
    public static byte[] write(Start start) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            out.writeStartObject();
            out.writeStringProperty("name", start.name());
            out.writeNumberProperty("sessionTimeoutSeconds", start.sessionTimeoutSeconds());
            out.writeName("viewPort");
            out.writeStartObject();
            out.writeNumberProperty("width", start.viewPort().width());
            out.writeNumberProperty("height", start.viewPort().height());
            out.writeEndObject();
            out.writeStringProperty("clientToken", start.clientToken());
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** Writes the body of ListBrowserSessions. */
    public static byte[] write(Wanted wanted) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            out.writeStartObject();
            out.writeNumberProperty("maxResults", wanted.maxResults());
            out.writeStringProperty("nextToken", wanted.nextToken());
            out.writeStringProperty("status", wanted.status());
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** Reads the response to ListBrowserSessions. */
    public static Sessions readSessions(InputStream body) {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), body)) {
            in.nextToken();
            List<Summary> items = new ArrayList<>();
            String nextToken = null;
            for (String name = in.nextName(); name != null; name = in.nextName()) {
                in.nextToken();
                switch (name) {
                    case "items" -> {
                        while (in.nextToken() != JsonToken.END_ARRAY) {
                            items.add(summary(in));
                        }
                    }
                    case "nextToken" -> nextToken = in.getString();
                    default -> in.skipChildren();
                }
            }
            return new Sessions(items, nextToken);
        }
    }

    private static Summary summary(JsonParser in) {
        String browserIdentifier = "";
        String sessionId = "";
        String sessionName = null;
        String status = "";
        Instant createdAt = Instant.EPOCH;
        Instant lastUpdatedAt = null;
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            switch (name) {
                case "browserIdentifier" -> browserIdentifier = in.getString();
                case "sessionId" -> sessionId = in.getString();
                case "name" -> sessionName = in.getString();
                case "status" -> status = in.getString();
                case "createdAt" -> createdAt = FloorDates.parse(in.getString());
                case "lastUpdatedAt" -> lastUpdatedAt = FloorDates.parse(in.getString());
                default -> in.skipChildren();
            }
        }
        return new Summary(browserIdentifier, sessionId, sessionName, status, createdAt, lastUpdatedAt);
    }

    /** Reads the answer to StartBrowserSession. */
    public static Started readStarted(InputStream body) {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), body)) {
            in.nextToken();
            String browserIdentifier = "";
            String sessionId = "";
            Instant createdAt = Instant.EPOCH;
            Streams streams = null;
            for (String name = in.nextName(); name != null; name = in.nextName()) {
                in.nextToken();
                switch (name) {
                    case "browserIdentifier" -> browserIdentifier = in.getString();
                    case "sessionId" -> sessionId = in.getString();
                    case "createdAt" -> createdAt = FloorDates.parse(in.getString());
                    case "streams" -> streams = streams(in);
                    default -> in.skipChildren();
                }
            }
            return new Started(browserIdentifier, sessionId, createdAt, streams);
        }
    }

    /** Reads the answer to GetBrowserSession. */
    public static Session readSession(InputStream body) {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), body)) {
            in.nextToken();
            String browserIdentifier = "";
            String sessionId = "";
            String sessionName = null;
            Instant createdAt = Instant.EPOCH;
            ViewPort viewPort = null;
            List<S3Location> extensions = List.of();
            List<Policy> policies = List.of();
            String profileIdentifier = null;
            Integer sessionTimeoutSeconds = null;
            String status = null;
            Streams streams = null;
            ProxyConfiguration proxyConfiguration = null;
            List<String> certificateSecrets = List.of();
            List<FileSystem> fileSystems = List.of();
            String sessionReplayArtifact = null;
            Instant lastUpdatedAt = null;
            for (String name = in.nextName(); name != null; name = in.nextName()) {
                in.nextToken();
                switch (name) {
                    case "browserIdentifier" -> browserIdentifier = in.getString();
                    case "sessionId" -> sessionId = in.getString();
                    case "name" -> sessionName = in.getString();
                    case "createdAt" -> createdAt = FloorDates.parse(in.getString());
                    case "viewPort" -> viewPort = viewPort(in);
                    case "extensions" -> extensions = extensions(in);
                    case "enterprisePolicies" -> policies = policies(in);
                    case "profileConfiguration" -> profileIdentifier = only(in, "profileIdentifier");
                    case "sessionTimeoutSeconds" -> sessionTimeoutSeconds = in.getIntValue();
                    case "status" -> status = in.getString();
                    case "streams" -> streams = streams(in);
                    case "proxyConfiguration" -> proxyConfiguration = proxies(in);
                    case "certificates" -> certificateSecrets = certificates(in);
                    case "filesystemConfigurations" -> fileSystems = fileSystems(in);
                    case "sessionReplayArtifact" -> sessionReplayArtifact = in.getString();
                    case "lastUpdatedAt" -> lastUpdatedAt = FloorDates.parse(in.getString());
                    default -> in.skipChildren();
                }
            }
            return new Session(
                    browserIdentifier,
                    sessionId,
                    sessionName,
                    createdAt,
                    viewPort,
                    extensions,
                    policies,
                    profileIdentifier,
                    sessionTimeoutSeconds,
                    status,
                    streams,
                    proxyConfiguration,
                    certificateSecrets,
                    fileSystems,
                    sessionReplayArtifact,
                    lastUpdatedAt);
        }
    }

    private static ViewPort viewPort(JsonParser in) {
        int width = 0;
        int height = 0;
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            switch (name) {
                case "width" -> width = in.getIntValue();
                case "height" -> height = in.getIntValue();
                default -> in.skipChildren();
            }
        }
        return new ViewPort(width, height);
    }

    private static Streams streams(JsonParser in) {
        String endpoint = "";
        String status = "";
        String liveView = null;
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            switch (name) {
                case "automationStream" -> {
                    for (String inner = in.nextName(); inner != null; inner = in.nextName()) {
                        in.nextToken();
                        switch (inner) {
                            case "streamEndpoint" -> endpoint = in.getString();
                            case "streamStatus" -> status = in.getString();
                            default -> in.skipChildren();
                        }
                    }
                }
                case "liveViewStream" -> liveView = only(in, "streamEndpoint");
                default -> in.skipChildren();
            }
        }
        return new Streams(endpoint, status, liveView);
    }

    private static List<S3Location> extensions(JsonParser in) {
        List<S3Location> list = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            list.add(policy(in).location());
        }
        return list;
    }

    private static List<Policy> policies(JsonParser in) {
        List<Policy> list = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            list.add(policy(in));
        }
        return list;
    }

    private static Policy policy(JsonParser in) {
        S3Location location = new S3Location("", "", null);
        String type = null;
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            switch (name) {
                case "location" -> {
                    in.nextName();
                    in.nextToken();
                    location = s3(in);
                    in.nextToken();
                }
                case "type" -> type = in.getString();
                default -> in.skipChildren();
            }
        }
        return new Policy(location, type);
    }

    private static S3Location s3(JsonParser in) {
        String bucket = "";
        String prefix = "";
        String versionId = null;
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            switch (name) {
                case "bucket" -> bucket = in.getString();
                case "prefix" -> prefix = in.getString();
                case "versionId" -> versionId = in.getString();
                default -> in.skipChildren();
            }
        }
        return new S3Location(bucket, prefix, versionId);
    }

    private static ProxyConfiguration proxies(JsonParser in) {
        List<ExternalProxy> proxies = new ArrayList<>();
        List<String> bypass = List.of();
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            switch (name) {
                case "proxies" -> {
                    while (in.nextToken() != JsonToken.END_ARRAY) {
                        in.nextName();
                        in.nextToken();
                        proxies.add(proxy(in));
                        in.nextToken();
                    }
                }
                case "bypass" -> {
                    in.nextName();
                    in.nextToken();
                    bypass = strings(in);
                    in.nextToken();
                }
                default -> in.skipChildren();
            }
        }
        return new ProxyConfiguration(proxies, bypass);
    }

    private static ExternalProxy proxy(JsonParser in) {
        String server = "";
        int port = 0;
        List<String> domainPatterns = List.of();
        String secretArn = null;
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            switch (name) {
                case "server" -> server = in.getString();
                case "port" -> port = in.getIntValue();
                case "domainPatterns" -> domainPatterns = strings(in);
                case "credentials" -> secretArn = nested(in, "secretArn");
                default -> in.skipChildren();
            }
        }
        return new ExternalProxy(server, port, domainPatterns, secretArn);
    }

    private static List<String> certificates(JsonParser in) {
        List<String> list = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            in.nextName();
            in.nextToken();
            list.add(nested(in, "secretArn"));
            in.nextToken();
        }
        return list;
    }

    private static List<FileSystem> fileSystems(JsonParser in) {
        List<FileSystem> list = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            String kind = in.nextName();
            in.nextToken();
            String accessPointArn = "";
            String mountPath = "";
            String fileSystemArn = "";
            for (String name = in.nextName(); name != null; name = in.nextName()) {
                in.nextToken();
                switch (name) {
                    case "accessPointArn" -> accessPointArn = in.getString();
                    case "mountPath" -> mountPath = in.getString();
                    case "fileSystemArn" -> fileSystemArn = in.getString();
                    default -> in.skipChildren();
                }
            }
            in.nextToken();
            list.add(new FileSystem(kind, accessPointArn, mountPath, fileSystemArn));
        }
        return list;
    }

    private static List<String> strings(JsonParser in) {
        List<String> list = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            list.add(in.getString());
        }
        return list;
    }

    /** The one text in an object in an object. */
    private static String nested(JsonParser in, String member) {
        in.nextName();
        in.nextToken();
        String value = only(in, member);
        in.nextToken();
        return value == null ? "" : value;
    }

    private static @Nullable String only(JsonParser in, String member) {
        String value = null;
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            if (name.equals(member)) {
                value = in.getString();
            } else {
                in.skipChildren();
            }
        }
        return value;
    }
}
