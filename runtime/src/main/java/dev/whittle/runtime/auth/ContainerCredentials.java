package dev.whittle.runtime.auth;

import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.SocketTransport;
import dev.whittle.runtime.internal.Ascii;
import dev.whittle.runtime.internal.Hosts;
import dev.whittle.runtime.metadata.CredentialsHttp;
import dev.whittle.runtime.metadata.CredentialsHttp.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The credentials that a container gets from its host: ECS ({@code AWS_CONTAINER_CREDENTIALS_RELATIVE_URI}) and EKS Pod
 * Identity or anything else ({@code AWS_CONTAINER_CREDENTIALS_FULL_URI}). Asks anew every time.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html">Container credential
 *     provider</a>
 */
final class ContainerCredentials extends Source implements StableSource {
    private static final String PLACE = "container";
    private static final String RELATIVE = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    private static final String FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    private static final String TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
    private static final String TOKEN_FILE = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";

    private final Environment environment;
    private final String ecsHost;
    private final CredentialsHttp http = new CredentialsHttp(PLACE, SocketTransport.direct(), 1000, 5000);

    /** The credentials of the container that an environment describes. */
    ContainerCredentials(Environment environment) {
        this(environment, "169.254.170.2");
    }

    ContainerCredentials(Environment environment, String ecsHost) {
        this.environment = environment;
        this.ecsHost = ecsHost;
    }

    @Override
    public boolean isStable() {
        return true;
    }

    @Override
    @Nullable
    Credentials find(StringBuilder reason) {
        String relative = value(RELATIVE);
        String full = value(FULL);
        if (relative == null && full == null) {
            reason.append(PLACE + ": neither " + RELATIVE + " nor " + FULL + " is set");
            return null;
        }
        URI uri = relative == null ? full(String.valueOf(full)) : relative(relative);
        String path = uri.getRawPath();
        HttpRequest.Builder request = HttpRequest.builder()
                .origin(uri.getScheme(), uri.getRawAuthority())
                .path(path == null || path.isEmpty() ? "/" : path)
                .query(uri.getRawQuery());
        String token = token();
        if (token != null) {
            request.headers().add("Authorization", token);
        }
        Response response = http.send(request);
        if (response.status() != 200) {
            throw missing(uri.getRawAuthority() + " returned HTTP " + response.status());
        }
        return CredentialsJson.read(PLACE, response.body()).credentials("Token");
    }

    private URI relative(String path) {
        return path.startsWith("/")
                ? parse("http://" + ecsHost + path, RELATIVE)
                : fail(RELATIVE + " does not begin with a slash");
    }

    private static URI full(String full) {
        URI uri = parse(full, FULL);
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            return fail(FULL + " is not the URL of a server");
        }
        if (uri.getScheme().equals("https") || (uri.getScheme().equals("http") && isAllowed(uri.getHost()))) {
            return uri;
        }
        return fail(FULL + " must begin with https://, or name this machine or the agent of ECS or EKS");
    }

    /** Plain http stays on this machine, or goes to the link-local addresses of the agents of ECS and EKS. */
    private static boolean isAllowed(String host) {
        return Hosts.isLoopback(host)
                || host.equals("169.254.170.2")
                || host.equals("169.254.170.23")
                || host.equals("[fd00:ec2::23]");
    }

    // The file comes first because its content changes.
    private @Nullable String token() {
        String file = value(TOKEN_FILE);
        String token = file == null ? value(TOKEN) : SecretFile.read(PLACE, TOKEN_FILE, file);
        if (token != null && !Ascii.isHeaderValue(token)) {
            throw missing("the authorization token is not one that can be sent in a header");
        }
        return token;
    }

    private @Nullable String value(String name) {
        String value = environment.variable(name);
        return value == null || value.isBlank() ? null : value.trim();
    }

    private static URI parse(String text, String variable) {
        try {
            URI uri = URI.create(text);
            return uri.getScheme() == null ? fail(variable + " is not a URL") : uri;
        } catch (IllegalArgumentException e) {
            // Not as the cause: it quotes the URL, whose path may be all that is needed to get the credentials.
            return fail(variable + " is not a URL");
        }
    }

    private static URI fail(String reason) {
        throw missing(reason);
    }

    private static MissingCredentialsException missing(String reason) {
        return new MissingCredentialsException(PLACE + ": " + reason, null);
    }
}
