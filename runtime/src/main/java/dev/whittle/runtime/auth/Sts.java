package dev.whittle.runtime.auth;

import dev.whittle.runtime.codec.XmlReader;
import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.config.Settings;
import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.endpoint.EndpointParameters;
import dev.whittle.runtime.endpoint.EndpointSettings;
import dev.whittle.runtime.endpoint.StandardEndpoints;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.error.MissingCredentialsException;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpTransport;
import dev.whittle.runtime.http.RequestBody;
import dev.whittle.runtime.http.SocketTransport;
import dev.whittle.runtime.internal.PercentEncoding;
import dev.whittle.runtime.metadata.CredentialsHttp;
import dev.whittle.runtime.metadata.CredentialsHttp.Response;
import dev.whittle.runtime.region.DefaultRegion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The two calls of AWS's Security Token Service that give credentials: a form as request, XML as response. The endpoint
 * is the one of the session, the one that {@link EndpointSettings} finds, that of the region, or where there is none the
 * global one.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
final class Sts {
    /** Where the global endpoint is, and for which it takes signatures. */
    private static final String DEFAULT_REGION = "us-east-1";

    private static final HttpTransport TRANSPORT = new SocketTransport();

    private final String place;
    private final Environment environment;
    private final EndpointSettings settings;
    private final RoleSession session;
    private final CredentialsHttp http;
    private final StringBuilder form = new StringBuilder();

    private Sts(String place, Environment environment, @Nullable String profile, RoleSession session) {
        this.place = place;
        this.environment = environment;
        this.settings = new EndpointSettings(new Settings(environment, profile));
        this.session = session;
        this.http = new CredentialsHttp(place, TRANSPORT, 3000, 15_000);
    }

    /**
     * The credentials of a role for other credentials.
     *
     * @param place what messages begin with
     * @param profile the profile that says how STS is reached; null for the one that the environment chooses
     */
    static Credentials assumeRole(
            String place, Environment environment, @Nullable String profile, RoleSession session, Credentials source) {
        Sts sts = new Sts(place, environment, profile, session);
        sts.begin("AssumeRole").add("ExternalId", session.externalId());
        return sts.send(source, null);
    }

    /** The credentials of a role for the token of somebody whom the role trusts. */
    static Credentials assumeRoleWithWebIdentity(
            String place, Environment environment, @Nullable String profile, RoleSession session, String token) {
        Sts sts = new Sts(place, environment, profile, session);
        sts.begin("AssumeRoleWithWebIdentity").add("WebIdentityToken", token);
        return sts.send(null, token);
    }

    private Sts begin(String action) {
        String name = session.sessionName();
        form.append("Action=").append(action).append("&Version=2011-06-15");
        add("RoleArn", session.roleArn());
        add("RoleSessionName", name == null ? "whittle-" + System.currentTimeMillis() : name);
        Duration duration = session.duration();
        return add("DurationSeconds", duration == null ? null : Long.toString(duration.toSeconds()));
    }

    private Sts add(String name, @Nullable String value) {
        if (value != null) {
            PercentEncoding.encode(form.append('&').append(name).append('='), value);
        }
        return this;
    }

    private Credentials send(@Nullable Credentials signer, @Nullable String secret) {
        String region = session.region() == null ? DefaultRegion.findHere(environment) : session.region();
        Endpoint endpoint;
        try {
            endpoint = endpoint(settings, session, region);
        } catch (IllegalArgumentException e) {
            throw new MissingCredentialsException(
                    place + ": region '" + region + "' cannot be part of a host name", null);
        }
        byte[] body = form.toString().getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.builder()
                .method("POST")
                .origin(endpoint.scheme(), endpoint.authority())
                .path(endpoint.basePath() + "/")
                .body(RequestBody.unsafe(body, 0, body.length));
        request.headers().add("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        if (signer != null) {
            new SigV4Signer(region == null ? DEFAULT_REGION : region, "sts")
                    .sign(request, signer, System.currentTimeMillis());
        }
        Response response = http.send(request);
        Map<String, String> fields = fields(response.body());
        if (response.status() != 200) {
            throw refused(response.status(), fields, secret);
        }
        if (fields.isEmpty()) {
            throw new MissingCredentialsException(place + ": the response of STS is not the expected XML", null);
        }
        return CredentialsJson.of(
                place,
                fields.get("AccessKeyId"),
                fields.get("SecretAccessKey"),
                fields.get("SessionToken"),
                fields.get("Expiration"));
    }

    /** The parts of credentials and of errors in a response, wherever they stand; none if it is not the expected XML. */
    private static Map<String, String> fields(String body) {
        Map<String, String> fields = new HashMap<>();
        try {
            collect(new XmlReader(body.getBytes(StandardCharsets.UTF_8)), fields);
        } catch (MalformedResponseException e) {
            return Map.of();
        }
        return fields;
    }

    private static void collect(XmlReader in, Map<String, String> fields) {
        for (String name = in.first(); name != null; name = in.next()) {
            switch (name) {
                case "AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration", "Code", "Message" ->
                    fields.putIfAbsent(name, in.string().trim());
                default -> collect(in, fields);
            }
        }
    }

    /** Where STS is asked, for a region or for none. */
    static Endpoint endpoint(EndpointSettings settings, RoleSession session, @Nullable String region) {
        URI chosen = session.endpoint();
        if (chosen != null) {
            return Endpoint.of(chosen);
        }
        String set = settings.url("STS");
        if (set != null) {
            return Endpoint.of(URI.create(set));
        }
        boolean isFips = settings.useFips();
        boolean isDualStack = settings.useDualStack();
        if (region == null && !isFips && !isDualStack) {
            return Endpoint.of(URI.create("https://sts.amazonaws.com"));
        }
        String host = region == null ? DEFAULT_REGION : region;
        // The regions of the United States' government have no other endpoints of this service.
        boolean isFipsAnyway = host.startsWith("us-gov-") && !isDualStack;
        return new StandardEndpoints("sts")
                .resolve(EndpointParameters.of(host, isFips && !isFipsAnyway, isDualStack, null));
    }

    private MissingCredentialsException refused(int status, Map<String, String> fields, @Nullable String secret) {
        StringBuilder message =
                new StringBuilder(place).append(": STS returned HTTP ").append(status);
        String code = fields.get("Code");
        String words = fields.get("Message");
        if (code != null) {
            message.append(", ").append(printable(code, secret));
        }
        if (words != null) {
            message.append(": ").append(printable(words, secret));
        }
        return new MissingCredentialsException(message.toString(), null);
    }

    /** The server's words on one line of bounded length, without what must not be printed. */
    private static String printable(String text, @Nullable String secret) {
        String safe = secret == null ? text : text.replace(secret, "***");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < safe.length() && i < 300; i++) {
            char c = safe.charAt(i);
            out.append(c < ' ' || c == 127 ? ' ' : c);
        }
        return out.toString();
    }
}
