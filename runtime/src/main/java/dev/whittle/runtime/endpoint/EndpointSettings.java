package dev.whittle.runtime.endpoint;

import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.config.Setting;
import dev.whittle.runtime.config.Settings;
import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.error.MissingEndpointException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a process or its profile says of endpoints, for a client whose builder does not. Each setting is looked for in
 * system properties, environment variables and the profile, in this order; the files of profiles are read at most once,
 * and only if one of them is there.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">Service-specific
 *     endpoints</a>
 */
public final class EndpointSettings {
    private final Settings settings;

    /** Makes the settings of a process. */
    public EndpointSettings(Environment environment) {
        this(new Settings(environment));
    }

    /** Makes the settings of a process or a profile. */
    public EndpointSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * Whether endpoints must be validated for FIPS 140: {@code aws.useFipsEndpoint}, {@code AWS_USE_FIPS_ENDPOINT}, {@code
     * use_fips_endpoint}.
     *
     * @throws ConfigurationException if it is set to something that is neither true nor false
     */
    public boolean useFips() {
        return settings.flag("aws.useFipsEndpoint", "AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint");
    }

    /**
     * Whether endpoints must be reached over IPv4 and IPv6: {@code aws.useDualstackEndpoint}, {@code
     * AWS_USE_DUALSTACK_ENDPOINT}, {@code use_dualstack_endpoint}.
     *
     * @throws ConfigurationException if it is set to something that is neither true nor false
     */
    public boolean useDualStack() {
        return settings.flag("aws.useDualstackEndpoint", "AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint");
    }

    /**
     * The URL that takes the place of a service's endpoint, null for none: {@code AWS_ENDPOINT_URL_<SERVICE_ID>}, {@code
     * AWS_ENDPOINT_URL} and the system properties that belong to them, then {@code endpoint_url} of the service in the
     * section of services that the profile names, then {@code endpoint_url} of the profile; nothing where {@code
     * AWS_IGNORE_CONFIGURED_ENDPOINT_URLS} is true.
     *
     * @throws ConfigurationException if that is neither true nor false, or if what is found is not the URL of a server
     */
    public @Nullable String url(String serviceId) {
        if (settings.flag(
                "aws.ignoreConfiguredEndpointUrls",
                "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
                "ignore_configured_endpoint_urls")) {
            return null;
        }
        String key = key(serviceId);
        Setting url = settings.findHere(property(key), variable(key));
        url = url == null ? settings.findHere("aws.endpointUrl", "AWS_ENDPOINT_URL") : url;
        url = url == null ? settings.findInServices(key, "endpoint_url") : url;
        url = url == null ? settings.findInProfile("endpoint_url") : url;
        return url == null ? null : checked(url.value(), url.place());
    }

    /** The exception for a client of a service that has no default endpoint, and is given none. */
    public static MissingEndpointException missing(String serviceId) {
        String key = key(serviceId);
        return new MissingEndpointException("no endpoint: the service '" + serviceId
                + "' has no default one; set it with endpoint(...) on the builder, in " + variable(key)
                + ", in the system property " + property(key)
                + ", as endpoint_url in the profile, or for all clients as defaultEndpoint of the plugin");
    }

    private static String property(String key) {
        return "aws.endpointUrl" + camel(key);
    }

    private static String variable(String key) {
        return "AWS_ENDPOINT_URL_" + key.toUpperCase(Locale.ROOT);
    }

    private static String checked(String url, String place) {
        try {
            Endpoint.of(new URI(url));
            return url;
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(place + ": " + e.getMessage(), e);
        } catch (URISyntaxException e) {
            // Its message quotes the text, which may hold a password.
            throw new ConfigurationException(place + " is not a URL: " + e.getReason(), null);
        }
    }

    /** {@code Bedrock AgentCore} → {@code bedrock_agentcore}. */
    private static String key(String serviceId) {
        return serviceId.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    /** {@code bedrock_agentcore} → {@code BedrockAgentcore}. */
    private static String camel(String key) {
        StringBuilder camel = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c != '_') {
                camel.append(i == 0 || key.charAt(i - 1) == '_' ? Character.toUpperCase(c) : c);
            }
        }
        return camel.toString();
    }
}
