package dev.whittle.runtime.client;

import dev.whittle.runtime.auth.AuthScheme;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.auth.KeptCredentials;
import dev.whittle.runtime.auth.SigV4Signer;
import dev.whittle.runtime.config.Environment;
import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.endpoint.EndpointParameters;
import dev.whittle.runtime.endpoint.EndpointSigning;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.HttpTransport;
import dev.whittle.runtime.internal.Prepared;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The step that proves who sends a request, as its operation wants it. Schemes that the builder was given come first;
 * requests are signed with Signature Version 4 without being told how.
 */
final class Authentication {
    private final @Nullable CredentialsProvider chosenCredentials;
    private final CredentialsProvider credentials;
    private final Map<String, AuthScheme> schemes;
    private final EndpointParameters parameters;
    private final String signingName;
    private final HttpTransport transport;
    private volatile Clock clock;
    private volatile @Nullable SigV4Signer signer;
    private volatile @Nullable EndpointSigners endpointSigners;
    private volatile @Nullable KeptCredentials sessions;

    /**
     * Makes the step.
     *
     * @param credentials what the builder was given; null for the standard ones
     * @param region what to sign for; null to look for it when something is to be signed
     * @param parameters where to look for the region
     * @param schemes the schemes that the builder was given, by id
     * @param transport sends what must be sent before a request can be signed
     */
    Authentication(
            @Nullable CredentialsProvider credentials,
            @Nullable String region,
            EndpointParameters parameters,
            Map<String, AuthScheme> schemes,
            Environment environment,
            String signingName,
            Clock clock,
            HttpTransport transport) {
        this.chosenCredentials = credentials;
        this.credentials = credentials == null ? CredentialsProvider.standard(environment) : credentials;
        this.schemes = schemes;
        this.parameters = parameters;
        this.signingName = signingName;
        this.clock = clock;
        this.transport = transport;
        this.signer = region == null ? null : new SigV4Signer(region, signingName);
    }

    /**
     * Adds the proof to a request.
     *
     * @throws CallException if there is nothing to prove it with
     */
    void apply(Operation<?, ?> operation, HttpRequest.Builder request, Call call) {
        try {
            authenticate(operation, request, call);
        } catch (RuntimeException e) {
            throw Failures.authenticating(call, "authentication", e);
        }
    }

    private void authenticate(Operation<?, ?> operation, HttpRequest.Builder request, Call call) {
        RequestOptions options = call.options();
        AuthType type = operation.authType();
        if (!schemes.isEmpty() || !isBuiltIn(type)) {
            type = choose(operation, options);
            AuthScheme scheme = isSigV4(type) && options.credentials() != null ? null : schemes.get(type.id());
            if (scheme != null) {
                if (!call.isLimited() || scheme.isImmediate()) {
                    scheme.authenticate(request, clock.millis());
                } else {
                    String what = type == AuthType.HTTP_BEARER ? "a bearer token" : "the scheme of " + type;
                    Lookup.authenticate(call, what, scheme, request, clock.millis());
                }
                return;
            }
        }
        if (type == AuthType.SIGV4) {
            if (operation.isRequestStreamed()) {
                StreamedRequest.sign(call, signer(call), request, credentials(call), clock);
            } else {
                signer(call).sign(request, credentials(call), clock.millis());
            }
        } else if (type == AuthType.SIGV4_UNSIGNED_PAYLOAD) {
            signer(call).signWithoutPayload(request, credentials(call), clock.millis());
        } else if (type != AuthType.NONE) {
            throw Failures.noScheme(operation);
        }
    }

    /** The first type that somebody set up, else the first that needs no setting up. */
    private AuthType choose(Operation<?, ?> operation, RequestOptions options) {
        AuthType first = operation.authType();
        List<AuthType> others = operation.otherAuthTypes();
        if (isSetUp(first, options)) {
            return first;
        }
        for (AuthType other : others) {
            if (isSetUp(other, options)) {
                return other;
            }
        }
        if (isBuiltIn(first)) {
            return first;
        }
        for (AuthType other : others) {
            if (isBuiltIn(other)) {
                return other;
            }
        }
        return first;
    }

    private boolean isSetUp(AuthType type, RequestOptions options) {
        return schemes.containsKey(type.id())
                || (isSigV4(type) && (chosenCredentials != null || options.credentials() != null));
    }

    private static boolean isBuiltIn(AuthType type) {
        return isSigV4(type) || type == AuthType.NONE;
    }

    private static boolean isSigV4(AuthType type) {
        return type == AuthType.SIGV4 || type == AuthType.SIGV4_UNSIGNED_PAYLOAD;
    }

    /**
     * What the requests of a call are signed with.
     *
     * @throws CallException if there is nothing
     */
    Credentials credentials(Call call) {
        CredentialsProvider ofCall = call.options().credentials();
        CredentialsProvider provider = ofSession(call, ofCall == null ? credentials : ofCall);
        Object ready = provider instanceof Prepared<?> prepared ? prepared.ready() : null;
        if (ready instanceof Credentials known) {
            return known;
        }
        Credentials found;
        try {
            found = Lookup.credentials(call, provider);
        } catch (RuntimeException e) {
            throw Failures.authenticating(call, "the credentials provider", e);
        }
        if (found == null) {
            throw Failures.noCredentials(call);
        }
        return found;
    }

    /** The credentials of a session with the bucket of a call, where the endpoint wants these. */
    private CredentialsProvider ofSession(Call call, CredentialsProvider provider) {
        Endpoint endpoint = call.endpoint();
        EndpointSigning signing = call.signing();
        if (endpoint == null || signing == null || !signing.isSession()) {
            return provider;
        }
        String name = signing.name() == null ? signingName : signing.name();
        Clock corrected = new CorrectedClock();
        BucketSession session =
                new BucketSession(transport, endpoint, region(call, signing), name, provider, corrected);
        return sessions().of(session, corrected);
    }

    private KeptCredentials sessions() {
        KeptCredentials known = sessions;
        if (known == null) {
            synchronized (this) {
                known = sessions;
                if (known == null) {
                    sessions = known = new KeptCredentials();
                }
            }
        }
        return known;
    }

    /** The clock that signatures are dated by, also after it was corrected. */
    private final class CorrectedClock extends Clock {
        @Override
        public long millis() {
            return clock.millis();
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return clock.withZone(zone);
        }
    }

    /** The signer for the endpoint of a call. */
    SigV4Signer signer(Call call) {
        EndpointSigning signing = call.signing();
        if (signing == null) {
            return ofClient(call);
        }
        EndpointSigners signers = endpointSigners;
        if (signers == null) {
            endpointSigners = signers = new EndpointSigners(signingName);
        }
        String region = region(call, signing);
        call.signedFor(region);
        return signers.get(signing, region, call.operation());
    }

    private String region(Call call, EndpointSigning signing) {
        String region = call.regionOf(signing);
        return region == null ? region(call) : region;
    }

    private SigV4Signer ofClient(Call call) {
        SigV4Signer known = signer;
        if (known == null) {
            signer = known = new SigV4Signer(region(call), signingName);
        }
        return known;
    }

    private String region(Call call) {
        return parameters.isRegionReady() ? parameters.neededRegion() : Lookup.region(call, parameters);
    }

    /** The region that the client signs for, waiting for it if it still has to be found. */
    String region() {
        return parameters.neededRegion();
    }

    /** The service's name in signatures. */
    String signingName() {
        return signingName;
    }

    /** The client's provider of credentials. */
    CredentialsProvider credentials() {
        return credentials;
    }

    /** The clock that signatures are dated by. */
    Clock clock() {
        return clock;
    }

    /** Dates signatures by another clock, because the one before was wrong. */
    void clock(Clock corrected) {
        clock = corrected;
    }
}
