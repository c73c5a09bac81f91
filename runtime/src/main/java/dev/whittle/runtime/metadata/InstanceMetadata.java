package dev.whittle.runtime.metadata;

import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.SocketTransport;
import dev.whittle.runtime.internal.Ascii;
import dev.whittle.runtime.internal.Hosts;
import dev.whittle.runtime.metadata.CredentialsHttp.Response;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The metadata service of the EC2 instance that this runs on, version 2 only: version 1 also serves a GET that
 * somebody makes the machine send.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html">Access instance
 *     metadata</a>
 */
public final class InstanceMetadata {
    /** What messages about the service begin with. */
    public static final String PLACE = "EC2 instance metadata";

    private static final String TTL_SECONDS = "300";

    private final Environment environment;
    private final CredentialsHttp http = new CredentialsHttp(PLACE, SocketTransport.direct(), 1000, 1000);

    /** The service where an environment says that it is. */
    public InstanceMetadata(Environment environment) {
        this.environment = environment;
    }

    /** The region of the instance; null when there is no service to tell it. */
    public @Nullable String region() {
        try {
            Session session = session(new StringBuilder());
            if (session == null) {
                return null;
            }
            Response response = session.get("/latest/meta-data/placement/region");
            String region = response.body().trim();
            return response.status() == 200 && !region.isEmpty() ? region : null;
        } catch (MissingCredentialsException e) {
            return null;
        }
    }

    /**
     * Begins a session, whose token is good for a few minutes; null if there is no service, or it is switched off.
     *
     * @param reason takes what is missing, if something is
     * @throws MissingCredentialsException if there is a service, but it fails
     */
    public @Nullable Session session(StringBuilder reason) {
        if ("true".equalsIgnoreCase(environment.setting("aws.disableEc2Metadata", "AWS_EC2_METADATA_DISABLED"))) {
            reason.append(PLACE + ": switched off by AWS_EC2_METADATA_DISABLED");
            return null;
        }
        URI endpoint = endpoint();
        HttpRequest.Builder request = request(endpoint, "PUT", "/latest/api/token");
        request.headers().add("X-aws-ec2-metadata-token-ttl-seconds", TTL_SECONDS);
        Response response;
        try {
            response = http.send(request);
        } catch (MissingCredentialsException e) {
            // No server at the address: the machine is not an instance.
            reason.append(e.getMessage());
            return null;
        }
        String token = response.body().trim();
        if (response.status() == 200 && Ascii.isHeaderValue(token)) {
            return new Session(endpoint, token);
        }
        String fault = PLACE + ": " + endpoint.getRawAuthority() + " returned no session token (HTTP "
                + response.status() + ")";
        if (!isAbsence(response.status())) {
            throw new MissingCredentialsException(fault, null);
        }
        reason.append(fault);
        return null;
    }

    /** Whether a status says that there is no such service, or that it is switched off. */
    private static boolean isAbsence(int status) {
        return status == 403 || status == 404 || status == 405;
    }

    private URI endpoint() {
        String set = environment.setting("aws.ec2MetadataServiceEndpoint", "AWS_EC2_METADATA_SERVICE_ENDPOINT");
        if (set == null) {
            String mode =
                    environment.setting("aws.ec2MetadataServiceEndpointMode", "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE");
            set = "IPv6".equalsIgnoreCase(mode) ? "http://[fd00:ec2::254]" : "http://169.254.169.254";
        }
        URI endpoint;
        try {
            endpoint = URI.create(set);
        } catch (IllegalArgumentException e) {
            throw notAServer();
        }
        boolean http = "http".equalsIgnoreCase(endpoint.getScheme()) || "https".equalsIgnoreCase(endpoint.getScheme());
        boolean more = endpoint.getRawUserInfo() != null
                || endpoint.getRawQuery() != null
                || endpoint.getRawFragment() != null;
        if (!http || more || Hosts.of(endpoint) == null) {
            throw notAServer();
        }
        return endpoint;
    }

    private static MissingCredentialsException notAServer() {
        return new MissingCredentialsException(
                PLACE + ": AWS_EC2_METADATA_SERVICE_ENDPOINT is not the URL of a server", null);
    }

    private static HttpRequest.Builder request(URI endpoint, String method, String path) {
        String base = endpoint.getRawPath();
        int end = base.length();
        while (end > 0 && base.charAt(end - 1) == '/') {
            end--;
        }
        return HttpRequest.builder()
                .method(method)
                .origin(endpoint.getScheme().toLowerCase(Locale.ROOT), endpoint.getRawAuthority())
                .path(base.substring(0, end) + path);
    }

    /** Asks with one token. */
    public final class Session {
        private final URI endpoint;
        private final String token;

        private Session(URI endpoint, String token) {
            this.endpoint = endpoint;
            this.token = token;
        }

        /** The response to a path, whatever its status. */
        public Response get(String path) {
            HttpRequest.Builder request = request(endpoint, "GET", path);
            request.headers().add("X-aws-ec2-metadata-token", token);
            return http.send(request);
        }
    }
}
