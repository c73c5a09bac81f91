package dev.whittle.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every member that the published documentation of the call describes is in the model, with its type. */
class GetBrowserSessionTest {
    private static final JsonNode OPERATION = ModelJar.operation("GetBrowserSession");

    @Test
    void takesTheBrowserInThePathAndTheSessionInTheQuery() {
        JsonNode request = ModelJar.shape("GetBrowserSessionRequest");
        JsonNode members = request.required("members");

        assertThat(ModelJar.target(OPERATION.required("input"))).isEqualTo("GetBrowserSessionRequest");
        assertThat(members.propertyNames()).containsExactly("browserIdentifier", "sessionId");
        assertThat(ModelJar.strings(request.required("required"))).containsExactly("browserIdentifier", "sessionId");
        assertThat(members.requiredAt("/browserIdentifier/location").stringValue())
                .isEqualTo("uri");
        assertThat(members.requiredAt("/sessionId/location").stringValue()).isEqualTo("querystring");
    }

    @Test
    void fails() {
        assertThat(OPERATION.required("errors"))
                .extracting(ModelJar::target)
                .containsExactly(
                        "AccessDeniedException",
                        "InternalServerException",
                        "ResourceNotFoundException",
                        "ThrottlingException",
                        "ValidationException");
    }

    @Test
    void alwaysAnswersWithIdentifiersAndTimeOfCreation() {
        assertThat(ModelJar.strings(ModelJar.shape("GetBrowserSessionResponse").required("required")))
                .containsExactly("browserIdentifier", "sessionId", "createdAt");
    }

    @ParameterizedTest
    @CsvSource({
        "/browserIdentifier,                                               string",
        "/sessionId,                                                       string",
        "/name,                                                            string",
        "/createdAt,                                                       timestamp",
        "/viewPort,                                                        structure",
        "/viewPort/width,                                                  integer",
        "/viewPort/height,                                                 integer",
        "/extensions,                                                      list",
        "/extensions/*,                                                    structure",
        "/extensions/*/location,                                           union",
        "/extensions/*/location/s3,                                        structure",
        "/extensions/*/location/s3/bucket,                                 string",
        "/extensions/*/location/s3/prefix,                                 string",
        "/extensions/*/location/s3/versionId,                              string",
        "/profileConfiguration,                                            structure",
        "/profileConfiguration/profileIdentifier,                          string",
        "/sessionTimeoutSeconds,                                           integer",
        "/status,                                                          READY|TERMINATED",
        "/streams,                                                         structure",
        "/streams/automationStream,                                        structure",
        "/streams/automationStream/streamEndpoint,                         string",
        "/streams/automationStream/streamStatus,                           ENABLED|DISABLED",
        "/streams/liveViewStream,                                          structure",
        "/streams/liveViewStream/streamEndpoint,                           string",
        "/proxyConfiguration,                                              structure",
        "/proxyConfiguration/proxies,                                      list",
        "/proxyConfiguration/proxies/*,                                    union",
        "/proxyConfiguration/proxies/*/externalProxy,                      structure",
        "/proxyConfiguration/proxies/*/externalProxy/server,               string",
        "/proxyConfiguration/proxies/*/externalProxy/port,                 integer",
        "/proxyConfiguration/proxies/*/externalProxy/domainPatterns,       list",
        "/proxyConfiguration/proxies/*/externalProxy/domainPatterns/*,     string",
        "/proxyConfiguration/proxies/*/externalProxy/credentials,          union",
        "/proxyConfiguration/proxies/*/externalProxy/credentials/basicAuth,           structure",
        "/proxyConfiguration/proxies/*/externalProxy/credentials/basicAuth/secretArn, string",
        "/proxyConfiguration/bypass,                                       structure",
        "/proxyConfiguration/bypass/domainPatterns,                        list",
        "/proxyConfiguration/bypass/domainPatterns/*,                      string",
        "/sessionReplayArtifact,                                           string",
        "/lastUpdatedAt,                                                   timestamp",
    })
    void answersWith(String path, String type) {
        assertThat(typeAt(path)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "/enterprisePolicies,                                              list",
        "/enterprisePolicies/*,                                            structure",
        "/enterprisePolicies/*/location,                                   union",
        "/enterprisePolicies/*/type,                                       MANAGED|RECOMMENDED",
        "/certificates,                                                    list",
        "/certificates/*,                                                  structure",
        "/certificates/*/location,                                         union",
        "/certificates/*/location/secretsManager,                          structure",
        "/certificates/*/location/secretsManager/secretArn,                string",
        "/filesystemConfigurations,                                        list",
        "/filesystemConfigurations/*,                                      union",
        "/filesystemConfigurations/*/s3FilesConfiguration,                 structure",
        "/filesystemConfigurations/*/s3FilesConfiguration/accessPointArn,  string",
        "/filesystemConfigurations/*/s3FilesConfiguration/mountPath,       string",
        "/filesystemConfigurations/*/s3FilesConfiguration/fileSystemArn,   string",
        "/filesystemConfigurations/*/efsConfiguration,                     structure",
        "/filesystemConfigurations/*/efsConfiguration/accessPointArn,      string",
        "/filesystemConfigurations/*/efsConfiguration/mountPath,           string",
        "/filesystemConfigurations/*/efsConfiguration/fileSystemArn,       string",
    })
    void answersWithWhatTheServiceGainedLater(String path, String type) {
        assertThat(typeAt(path)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "/viewPort/width,         320, 3840",
        "/viewPort/height,        240, 2160",
        "/sessionTimeoutSeconds,    1, 28800",
        "/proxyConfiguration/proxies, 1, 5",
        "/proxyConfiguration/proxies/*/externalProxy/port, 1, 65535",
        "/extensions,               1, 10",
        "/certificates,             1, 200",
    })
    void keepsTheBoundsOfTheModelWhereProseElsewhereDiffers(String path, int min, int max) {
        JsonNode shape = shapeAt(path);

        assertThat(Map.of(
                        "min",
                        shape.required("min").intValue(),
                        "max",
                        shape.required("max").intValue()))
                .isEqualTo(Map.of("min", min, "max", max));
    }

    /** The type of the shape at a path; {@code union} for a union, the values joined by a bar for an enum. */
    private static String typeAt(String path) {
        JsonNode shape = shapeAt(path);
        if (shape.has("union")) {
            return "union";
        }
        if (shape.has("enum")) {
            return String.join("|", ModelJar.strings(shape.required("enum")));
        }
        return shape.required("type").stringValue();
    }

    /** Follows a path of member names through the response; {@code *} stands for the elements of a list. */
    private static JsonNode shapeAt(String path) {
        JsonNode shape = ModelJar.shape(ModelJar.target(OPERATION.required("output")));
        for (String step : path.substring(1).split("/", -1)) {
            JsonNode reference = step.equals("*")
                    ? shape.required("member")
                    : shape.required("members").required(step);
            shape = ModelJar.shape(ModelJar.target(reference));
        }
        return shape;
    }
}
