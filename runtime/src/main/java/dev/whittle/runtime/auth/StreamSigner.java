package dev.whittle.runtime.auth;

import dev.whittle.runtime.error.ConfigurationException;
import dev.whittle.runtime.http.HttpHeaders;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.internal.Hosts;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Signs access to an address that a service returned: a stream behind a WebSocket, a page to be shown. Such an
 * address comes over the wire, so its host is checked before anything is signed, and a signature goes over TLS only,
 * unless to this machine.
 *
 * <p>What is signed is a GET without a body to the address, with Signature Version 4; {@code wss} counts as {@code
 * https}. It can be used by many threads at once.
 */
public final class StreamSigner {
    private static final String[] HANDED_OUT = {"Authorization", "X-Amz-Date", "X-Amz-Security-Token"};
    private static final int LONGEST_SECONDS = 300;

    private final SigV4Signer signer;
    private final CredentialsProvider credentials;
    private final List<String> domains;
    private final Clock clock;

    /**
     * Makes the signer of a service in a region.
     *
     * @param service the service's name in signatures
     * @param domain the host that addresses must be at, or the domain that their hosts must be in, such as {@code
     *     amazonaws.com}
     * @throws IllegalArgumentException if region or service hold a character beyond ASCII, or the domain is empty
     */
    public StreamSigner(String region, String service, CredentialsProvider credentials, String domain) {
        this(region, service, credentials, domain, Clock.systemUTC());
    }

    /** The same, with the clock that signatures are dated by. */
    public StreamSigner(String region, String service, CredentialsProvider credentials, String domain, Clock clock) {
        this(region, service, credentials, List.of(domain), clock);
    }

    /** The same, with several domains: the host of an address must be in one of them. */
    public StreamSigner(
            String region, String service, CredentialsProvider credentials, List<String> domains, Clock clock) {
        this.signer = new SigV4Signer(region, service);
        this.credentials = Objects.requireNonNull(credentials, "credentials must not be null");
        List<String> lowerCase = new ArrayList<>();
        for (String domain : domains) {
            if (domain.isEmpty() || domain.startsWith(".")) {
                throw new IllegalArgumentException(
                        "domain '" + domain + "' must be a host or a domain, without a leading dot");
            }
            lowerCase.add(domain.toLowerCase(Locale.ROOT));
        }
        this.domains = List.copyOf(lowerCase);
        this.clock = Objects.requireNonNull(clock, "clock must not be null");
    }

    /**
     * The headers to send when the address is opened: {@code Authorization}, {@code X-Amz-Date} and, for credentials of
     * a session, {@code X-Amz-Security-Token}. They hold for about five minutes.
     *
     * @param address a URL with the scheme {@code wss} or {@code https}, or {@code ws} or {@code http} on this machine
     * @throws IllegalArgumentException if it is not such a URL, or its host is not in the domain
     * @throws ConfigurationException if the credentials contain a character that a header cannot have
     */
    public Map<String, String> headers(URI address) {
        HttpRequest.Builder request = request(address);
        signer.sign(request, credentials.credentials(), clock.millis());
        HttpHeaders signed = request.headers().build();
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : HANDED_OUT) {
            String value = signed.first(name);
            if (value != null) {
                headers.put(name, sendable(name, value));
            }
        }
        return headers;
    }

    /** Other clients quote what they cannot send, and the value is a secret. */
    private static String sendable(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                throw new ConfigurationException(
                        "header " + name + " would have a character that is not printable ASCII: check the credentials",
                        null);
            }
        }
        return value;
    }

    /**
     * The address with the signature in its query, for callers that cannot send headers. Anyone with it can open it until
     * it expires: it is a secret.
     *
     * @param address as for {@link #headers}
     * @param validFor a second to five minutes; what is below a second is cut off
     * @return an {@code https} URL, or an {@code http} one on this machine
     * @throws IllegalArgumentException if the address is not such a URL, its host is not in the domain, or the time is out
     *     of range
     */
    public URI presign(URI address, Duration validFor) {
        if (validFor.toSeconds() < 1 || validFor.compareTo(Duration.ofSeconds(LONGEST_SECONDS)) > 0) {
            throw new IllegalArgumentException("validFor must be 1 to 300 seconds, but is " + validFor);
        }
        HttpRequest.Builder request = request(address);
        signer.presign(request, credentials.credentials(), clock.millis(), (int) validFor.toSeconds());
        return URI.create(request.build().url());
    }

    private HttpRequest.Builder request(URI address) {
        // Not quoted in errors, because parts of it may be secret.
        URI ascii = ascii(address);
        String host = ascii.getHost();
        if (ascii.getScheme() == null
                || host == null
                || ascii.getRawUserInfo() != null
                || ascii.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "the address to sign must have a scheme and a host, and no user info or fragment");
        }
        String scheme = scheme(ascii.getScheme(), host);
        if (!isInDomain(host.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("host '" + host + "' is not in the domain '"
                    + String.join("' or '", domains) + "': nothing was signed for it");
        }
        int port = ascii.getPort();
        boolean implied = port == -1 || port == (scheme.equals("https") ? 443 : 80);
        String path = ascii.getRawPath();
        return HttpRequest.builder()
                .origin(scheme, implied ? host : host + ":" + port)
                .path(path == null || path.isEmpty() ? "/" : path)
                .query(ascii.getRawQuery());
    }

    private static URI ascii(URI address) {
        try {
            return new URI(address.toASCIIString());
        } catch (URISyntaxException e) {
            // Some characters become ones that a URL cannot have.
            throw new IllegalArgumentException(
                    "the address to sign is malformed: " + e.getReason() + " at index " + e.getIndex());
        }
    }

    private static String scheme(String given, String host) {
        String scheme = given.toLowerCase(Locale.ROOT);
        if (scheme.equals("wss") || scheme.equals("https")) {
            return "https";
        }
        if ((scheme.equals("ws") || scheme.equals("http")) && Hosts.isLoopback(host)) {
            return "http";
        }
        throw new IllegalArgumentException("the address at host '" + host + "' has the scheme '" + given
                + "', expected wss or https: a signature goes over TLS only");
    }

    private boolean isInDomain(String host) {
        for (String domain : domains) {
            if (host.equals(domain) || host.endsWith("." + domain)) {
                return true;
            }
        }
        return false;
    }
}
