package dev.whittle.runtime.client;

import dev.whittle.runtime.auth.AuthScheme;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.auth.TokenProvider;
import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.config.Settings;
import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.endpoint.EndpointParameters;
import dev.whittle.runtime.endpoint.EndpointResolver;
import dev.whittle.runtime.endpoint.EndpointSettings;
import dev.whittle.runtime.endpoint.StandardEndpoints;
import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.error.MissingEndpointException;
import dev.whittle.runtime.error.MissingRegionException;
import dev.whittle.runtime.http.HttpTransport;
import dev.whittle.runtime.http.SocketTransport;
import dev.whittle.runtime.region.DefaultRegion;
import dev.whittle.runtime.retry.RetryPolicy;
import dev.whittle.runtime.shape.Printer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Configures a client. Every generated client has a builder that extends this one. Two settings may have no default. A
 * service of AWS needs a region, which is set here or in one of the places that {@link DefaultRegion} names. Any other
 * service needs an endpoint, unless the client was generated with a default one.
 *
 * @param <B> the generated builder
 * @param <C> the generated client
 */
public abstract class ClientBuilder<B extends ClientBuilder<B, C>, C> {
    private final ServiceInfo service;
    private final EndpointResolver endpoints;
    private Environment environment = Environment.system();
    private final CallSettings settings = new CallSettings();
    private @Nullable RetryPolicy retry;
    private Clock clock = Clock.systemUTC();
    private Supplier<String> idempotencyTokens = new RandomTokens();
    private final Map<String, AuthScheme> authSchemes = new HashMap<>();
    private @Nullable String region;
    private @Nullable Endpoint endpoint;
    private @Nullable String defaultEndpoint;
    private @Nullable Boolean fips;
    private @Nullable Boolean dualStack;
    private final Map<String, Object> endpointParameters = new LinkedHashMap<>();
    private @Nullable CredentialsProvider credentials;
    private @Nullable HttpTransport transport;
    private @Nullable String userAgentSuffix;
    private @Nullable Integer compressFrom;
    private boolean hostPrefixes = true;

    /** Called by the generated builder of a service whose endpoints have the standard names. */
    protected ClientBuilder(ServiceInfo service) {
        this(service, new StandardEndpoints(service.endpointPrefix()));
    }

    /** Called by the generated builder of a service that has rules for its endpoints, or needs to be given one. */
    protected ClientBuilder(ServiceInfo service, EndpointResolver endpoints) {
        this.service = service;
        this.endpoints = endpoints;
    }

    @SuppressWarnings("unchecked")
    B self() {
        return (B) this;
    }

    /** Sets the region to call and to sign for. */
    public B region(String region) {
        this.region = region;
        return self();
    }

    /**
     * Calls this endpoint rather than the region's own; its path, if it has one, goes before the operation's. By default
     * the one that {@link EndpointSettings#url} finds, else the one that the client was generated with, if any.
     *
     * @throws IllegalArgumentException if the URI is not one of a server
     */
    public B endpoint(URI endpoint) {
        this.endpoint = Endpoint.of(endpoint);
        return self();
    }

    /**
     * Calls endpoints whose cryptography is validated for FIPS 140, or not; by default as {@link EndpointSettings#useFips}
     * says.
     */
    public B fips(boolean fips) {
        this.fips = fips;
        return self();
    }

    /**
     * Calls endpoints that are reached over IPv4 and IPv6, or not; by default as {@link EndpointSettings#useDualStack}
     * says.
     */
    public B dualStack(boolean dualStack) {
        this.dualStack = dualStack;
        return self();
    }

    /**
     * Sets the endpoint that counts where neither the builder nor the environment names one. Called by the constructors of
     * generated builders.
     */
    protected final void defaultEndpoint(String url) {
        this.defaultEndpoint = url;
    }

    /** Gives the service's endpoint rules a parameter that they have of their own. */
    protected B endpointParameter(String name, Object value) {
        endpointParameters.put(name, value);
        return self();
    }

    /** Sets where credentials come from; by default {@link CredentialsProvider#standard}. */
    public B credentials(CredentialsProvider credentials) {
        this.credentials = Objects.requireNonNull(credentials, "credentials must not be null");
        return self();
    }

    /** Sets where bearer tokens come from, for operations that are authenticated with one. */
    public B tokens(TokenProvider tokens) {
        return authScheme(AuthType.HTTP_BEARER, AuthScheme.bearer(tokens));
    }

    /** Authenticates the operations of a type with this scheme, even if the client has one of its own for them. */
    public B authScheme(AuthType type, AuthScheme scheme) {
        authSchemes.put(
                Objects.requireNonNull(type, "type must not be null").id(),
                Objects.requireNonNull(scheme, "scheme must not be null"));
        return self();
    }

    /**
     * Sets what carries the requests; by default a {@link SocketTransport}. A transport that is set here may be
     * shared, and is not closed with the client.
     */
    public B transport(HttpTransport transport) {
        this.transport = Objects.requireNonNull(transport, "transport must not be null");
        return self();
    }

    /** Limits how long making a connection may take: 5 seconds by default, zero means no limit. */
    public B connectTimeout(Duration timeout) {
        settings.connectTimeout(timeout);
        return self();
    }

    /**
     * Limits how long one attempt may take, from sending to the last byte of the response: 60 seconds by default, zero
     * means no limit. Where a body is a stream, the time of its transfer does not count, and the attempt ends with the
     * response's head.
     */
    public B attemptTimeout(Duration timeout) {
        settings.attemptTimeout(timeout);
        return self();
    }

    /**
     * Limits how long the whole call may take, with all that it waits for: credentials, tokens, the region, retries. 2
     * minutes by default, zero means no limit. Where a body is a stream, the time of its transfer does not count, and the
     * call ends with the response's head.
     */
    public B callTimeout(Duration timeout) {
        settings.callTimeout(timeout);
        return self();
    }

    /**
     * Limits how long the service may do nothing while a stream is transferred: 60 seconds by default, zero means no limit.
     * The time between two reads or writes of the program does not count.
     */
    public B idleTimeout(Duration timeout) {
        settings.idleTimeout(timeout);
        return self();
    }

    /**
     * Limits how large the body of a response may be, in bytes: 64 MiB by default. It protects the memory of the program,
     * because a response becomes an object; one that is a stream may have any size. A larger one is a {@link
     * dev.whittle.runtime.error.ResponseTooLargeException}.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public B maxResponseSize(long bytes) {
        settings.maxResponseSize(bytes);
        return self();
    }

    /**
     * Puts the prefixes that some operations have, such as {@code data.}, before the host of the endpoint, or not; by
     * default it does. An endpoint at an IP address or at {@code localhost} never gets one: no server is known by such a
     * name. Switch it off for a proxy or a local stand-in under a name of its own.
     */
    public B hostPrefixes(boolean hostPrefixes) {
        this.hostPrefixes = hostPrefixes;
        return self();
    }

    /** Sets how calls that fail are tried again; by default what {@link RetryPolicy#find} finds. */
    public B retry(RetryPolicy retry) {
        this.retry = Objects.requireNonNull(retry, "retry must not be null");
        return self();
    }

    /**
     * Compresses requests of at least so many bytes, where the model says that the service takes them compressed; by
     * default from 10,240 bytes on, or as {@code AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES} and {@code
     * AWS_DISABLE_REQUEST_COMPRESSION}, or their properties of the profile, say. {@link Integer#MAX_VALUE} compresses none.
     */
    public B compressRequestsFrom(int bytes) {
        this.compressFrom = bytes;
        return self();
    }

    /** Adds what takes part in every attempt, after those that were added before. */
    public B interceptor(CallInterceptor interceptor) {
        settings.add(Objects.requireNonNull(interceptor, "interceptor must not be null"));
        return self();
    }

    /** Adds what learns of every call. */
    public B observer(CallObserver observer) {
        settings.add(Objects.requireNonNull(observer, "observer must not be null"));
        return self();
    }

    /** Sets the clock that signatures are dated by; by default the system's. */
    public B clock(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock must not be null");
        return self();
    }

    /** Sets what makes the tokens of requests that have to be recognised when sent twice; by default random UUIDs. */
    public B idempotencyTokens(Supplier<String> tokens) {
        this.idempotencyTokens = Objects.requireNonNull(tokens, "tokens must not be null");
        return self();
    }

    /**
     * Adds a text at the end of the user agent, such as {@code my-app/1.2}.
     *
     * @throws IllegalArgumentException if it holds a line break or another control character
     */
    public B userAgent(String suffix) {
        HeaderFields.check("user agent", "User-Agent", Objects.requireNonNull(suffix, "suffix must not be null"));
        this.userAgentSuffix = suffix;
        return self();
    }

    /** Replaces what retries wait in, and what the length of their waits is drawn from. */
    B retries(RetryPause pause, Random random) {
        settings.pause(pause);
        settings.random(random);
        return self();
    }

    /** Replaces environment variables and system properties. */
    B environment(Environment environment) {
        this.environment = environment;
        return self();
    }

    /**
     * The pipeline that the generated client calls through.
     *
     * @throws MissingRegionException if the endpoint depends on a region, and there is neither
     * @throws MissingEndpointException if the service has no default endpoint, and there is none
     * @throws IllegalArgumentException if the region that was set here cannot be part of a host name
     * @throws ConfigurationException if the environment or the profile sets something to what it cannot be
     */
    protected CallPipeline pipeline() {
        Settings found = new Settings(environment);
        EndpointParameters parameters = endpointParameters(new EndpointSettings(found));
        HttpTransport used = transport == null ? new SocketTransport() : transport;
        return new CallPipeline(
                service,
                new RequestPreparation(
                        new ClientEndpoints(endpoints, parameters),
                        idempotencyTokens,
                        UserAgent.of(service, userAgentSuffix),
                        environment,
                        compressFrom,
                        hostPrefixes),
                new Authentication(
                        credentials,
                        parameters.knownRegion(),
                        parameters,
                        Map.copyOf(authSchemes),
                        environment,
                        service.signingName(),
                        clock,
                        used),
                new Exchange(service, used, transport == null),
                settings.with(retry == null ? RetryPolicy.find(found) : retry));
    }

    private EndpointParameters endpointParameters(EndpointSettings found) {
        String url = endpoint == null ? found.url(service.serviceId()) : endpoint.toString();
        if (url == null) {
            url = defaultEndpoint;
        }
        boolean isFips = fips == null ? found.useFips() : fips;
        boolean isDualStack = dualStack == null ? found.useDualStack() : dualStack;
        EndpointParameters parameters = region == null
                ? EndpointParameters.findingRegion(environment, isFips, isDualStack, url)
                : EndpointParameters.of(region, isFips, isDualStack, url);
        endpoints.check(parameters);
        for (Map.Entry<String, Object> parameter : endpointParameters.entrySet()) {
            parameters = parameters.with(parameter.getKey(), parameter.getValue());
        }
        return parameters;
    }

    /** The kind of client, and the region and endpoint that were set here. Nothing in it is secret. */
    @Override
    public String toString() {
        return describe("Client.Builder");
    }

    final String describe(String kind) {
        return new Printer(service.clientName().concat(kind))
                .add("region", region)
                .add("endpoint", endpoint)
                .toString();
    }

    /**
     * The client.
     *
     * @throws MissingRegionException if the endpoint depends on a region, and there is neither
     * @throws MissingEndpointException if the service has no default endpoint, and there is none
     */
    public abstract C build();
}
