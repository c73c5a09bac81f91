package dev.whittle.runtime.auth;

import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.RequestBody;
import dev.whittle.runtime.internal.Ascii;
import dev.whittle.runtime.internal.Pool;
import dev.whittle.runtime.internal.Queries;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests with AWS Signature Version 4, in the Authorization header or the query, for one region and service.
 * The path is normalised and encoded once more, as every service but S3 expects it.
 *
 * <p>The canonical request is written straight into a buffer and hashed there; buffers and signing keys are kept
 * between calls. It can be used by many threads at once.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a
 *     signed AWS API request</a>
 */
public final class SigV4Signer {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String CONTENT_HASH = "x-amz-content-sha256";
    private static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";
    private static final String EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final String SIGNED_EVENTS = "STREAMING-AWS4-HMAC-SHA256-EVENTS";
    private static final String SIGNED_CHUNKS = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";

    /** The number of hexadecimal digits of a signature. */
    private static final int SIGNATURE_LENGTH = 64;

    private static final int LONGEST_EXPIRY = 7 * 24 * 60 * 60;
    private static final String[] QUERY_PARAMETERS = {
        "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires", "X-Amz-SignedHeaders", "X-Amz-Signature",
    };

    private static final String TOKEN = "X-Amz-Security-Token";
    private static final String BUCKET_TOKEN = "X-Amz-S3session-Token";
    private static final String[] TOKENS = {TOKEN, BUCKET_TOKEN};

    /** Shared by all signers, because what it holds depends on none. */
    private static final Pool<SigningWorkspace> WORKSPACES = new Pool<>();

    private final String scopeEnd;
    private final SigningKeys keys;
    private final boolean pathAsSent;
    private final String tokenName;
    private volatile SigningDate lastDate = SigningDate.at(0);

    /**
     * Makes the signer of a service in a region.
     *
     * @throws IllegalArgumentException if either holds a character beyond ASCII
     */
    public SigV4Signer(String region, String service) {
        this(region, service, false, TOKEN);
    }

    private SigV4Signer(String region, String service, boolean pathAsSent, String tokenName) {
        this.pathAsSent = pathAsSent;
        this.tokenName = tokenName;
        this.scopeEnd = "/" + region + "/" + service + "/aws4_request";
        this.keys = new SigningKeys(region, service);
        if (!isAscii(scopeEnd)) {
            throw new IllegalArgumentException("region and service must be ASCII");
        }
    }

    /**
     * Makes a signer that takes the path as it is sent, as S3 and what is built like it expect it.
     *
     * @throws IllegalArgumentException if region or service hold a character beyond ASCII
     */
    public static SigV4Signer ofPathAsSent(String region, String service) {
        return new SigV4Signer(region, service, true, TOKEN);
    }

    /**
     * Makes a signer for the credentials of a session with a bucket, whose token is {@code X-Amz-S3session-Token}.
     *
     * @param pathAsSent whether the path is signed as it is sent
     * @throws IllegalArgumentException if region or service hold a character beyond ASCII
     */
    public static SigV4Signer ofSession(String region, String service, boolean pathAsSent) {
        return new SigV4Signer(region, service, pathAsSent, BUCKET_TOKEN);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /**
     * Signs a request and its body. Adds {@code X-Amz-Date}, {@code Authorization} and, for a session, {@code
     * X-Amz-Security-Token}, or for one with a bucket {@code X-Amz-S3session-Token}; a signature that is there already is
     * replaced. A header {@code x-amz-content-sha256} is taken at its word. A signer of paths as they are sent adds this
     * header, because S3 rejects requests without it.
     *
     * @param epochMillis the time to date the signature by
     */
    public void sign(HttpRequest.Builder request, Credentials credentials, long epochMillis) {
        if (pathAsSent && !request.headers().contains(CONTENT_HASH)) {
            request.headers().set(CONTENT_HASH, hash(request.body()));
        }
        sign(request, credentials, epochMillis, request.headers().first(CONTENT_HASH));
    }

    private static String hash(@Nullable RequestBody body) {
        if (body == null || body.size() == 0) {
            return EMPTY_HASH;
        }
        SigningWorkspace workspace = take();
        workspace.hash(body);
        Ascii out = workspace.buffer();
        out.clear();
        String hash = out.hex(workspace.hash()).text(0);
        give(workspace);
        return hash;
    }

    /** Signs a request but not its body, and says so in {@code x-amz-content-sha256}. */
    public void signWithoutPayload(HttpRequest.Builder request, Credentials credentials, long epochMillis) {
        request.headers().set(CONTENT_HASH, UNSIGNED_PAYLOAD);
        sign(request, credentials, epochMillis, UNSIGNED_PAYLOAD);
    }

    /**
     * Signs a request whose body is events, and says so in {@code x-amz-content-sha256}.
     *
     * @param clock what the events are dated by
     * @return what signs the events of this request
     */
    public EventSigner signEvents(HttpRequest.Builder request, Credentials credentials, long epochMillis, Clock clock) {
        return new EventSigner(chain(request, credentials, epochMillis, SIGNED_EVENTS), clock);
    }

    /**
     * Signs a request whose body is chunks with a trailer, and says so in {@code x-amz-content-sha256}.
     *
     * @return what signs the chunks of this request
     * @see AwsChunkedBody
     */
    public ChunkSigner signChunks(HttpRequest.Builder request, Credentials credentials, long epochMillis) {
        return new ChunkSigner(chain(request, credentials, epochMillis, SIGNED_CHUNKS), date(epochMillis));
    }

    private SignatureChain chain(
            HttpRequest.Builder request, Credentials credentials, long epochMillis, String contentHash) {
        request.headers().set(CONTENT_HASH, contentHash);
        sign(request, credentials, epochMillis, contentHash);
        String authorization = request.headers().first("Authorization");
        // It ends with the signature.
        String seed = authorization == null ? "" : authorization.substring(authorization.length() - SIGNATURE_LENGTH);
        return new SignatureChain(keys, credentials, scopeEnd, seed);
    }

    /**
     * Signs a request and its body in its query, so that whoever has the URL can send the request, without credentials,
     * until it expires. All headers that the request has now must be sent with it. A signature that is there already is
     * replaced. A header {@code x-amz-content-sha256} is taken at its word.
     *
     * @param epochMillis the time to date the signature by
     * @param expirySeconds for how many seconds from then on the request may be sent, 1 to 604800, which is a week
     * @throws IllegalArgumentException if the expiry is out of range
     */
    public void presign(HttpRequest.Builder request, Credentials credentials, long epochMillis, int expirySeconds) {
        presign(
                request,
                credentials,
                epochMillis,
                expirySeconds,
                request.headers().first(CONTENT_HASH));
    }

    /** Signs a request in its query, but not its body, which may then be any. */
    public void presignWithoutPayload(
            HttpRequest.Builder request, Credentials credentials, long epochMillis, int expirySeconds) {
        presign(request, credentials, epochMillis, expirySeconds, UNSIGNED_PAYLOAD);
    }

    private void presign(
            HttpRequest.Builder request,
            Credentials credentials,
            long epochMillis,
            int expirySeconds,
            @Nullable String contentHash) {
        if (expirySeconds < 1 || expirySeconds > LONGEST_EXPIRY) {
            throw new IllegalArgumentException("expiry must be 1 to 604800 seconds, but is " + expirySeconds);
        }
        SigningDate date = date(epochMillis);
        String query = request.query();
        for (String name : QUERY_PARAMETERS) {
            query = Queries.without(query, name);
        }
        for (String name : TOKENS) {
            query = Queries.without(query, name);
            request.headers().remove(name);
        }
        request.headers().remove("X-Amz-Date").remove("Authorization");
        SigningWorkspace workspace = take();
        query = Queries.with(query, "X-Amz-Algorithm", ALGORITHM);
        query = Queries.with(query, "X-Amz-Credential", credentials.accessKeyId() + "/" + date.date() + scopeEnd);
        query = Queries.with(query, "X-Amz-Date", date.dateTime());
        query = Queries.with(query, "X-Amz-Expires", Integer.toString(expirySeconds));
        query = Queries.with(query, "X-Amz-SignedHeaders", signedHeaders(workspace, request));
        if (credentials.sessionToken() != null) {
            query = Queries.with(query, tokenName, credentials.sessionToken());
        }
        request.query(query);
        sign(workspace, request, credentials, date, contentHash);
        Ascii out = workspace.buffer();
        int start = out.size();
        request.query(
                Queries.with(query, "X-Amz-Signature", out.hex(workspace.hash()).text(start)));
        give(workspace);
    }

    private static String signedHeaders(SigningWorkspace workspace, HttpRequest.Builder request) {
        Ascii out = workspace.buffer();
        out.clear();
        workspace.headers().select(request.headers());
        workspace.headers().writeNames(out, request.headers());
        return out.text(0);
    }

    private void sign(
            HttpRequest.Builder request, Credentials credentials, long epochMillis, @Nullable String contentHash) {
        SigningDate date = date(epochMillis);
        request.headers().set("X-Amz-Date", date.dateTime());
        if (credentials.sessionToken() != null) {
            request.headers().set(tokenName, credentials.sessionToken());
        } else {
            request.headers().remove(tokenName);
        }
        SigningWorkspace workspace = take();
        sign(workspace, request, credentials, date, contentHash);
        Ascii out = workspace.buffer();
        int start = out.size();
        out.add(ALGORITHM).add(" Credential=").add(credentials.accessKeyId()).add('/');
        out.add(date.date()).add(scopeEnd).add(", SignedHeaders=");
        workspace.headers().repeatNames(out);
        out.add(", Signature=").hex(workspace.hash());
        request.headers().set("Authorization", out.text(start));
        give(workspace);
    }

    /** Leaves the signature in the workspace's hash, and behind what it is of in the buffer room for more. */
    private void sign(
            SigningWorkspace workspace,
            HttpRequest.Builder request,
            Credentials credentials,
            SigningDate date,
            @Nullable String contentHash) {
        RequestBody body = request.body();
        boolean hashBody = contentHash == null && body != null && body.size() > 0;
        if (hashBody && body != null) {
            workspace.hash(body);
        }

        Ascii out = workspace.buffer();
        out.clear();
        out.add(request.method()).add('\n');
        if (pathAsSent && !request.path().isEmpty()) {
            out.add(request.path());
        } else {
            CanonicalUri.writePath(out, request.path());
        }
        out.add('\n');
        CanonicalUri.writeQuery(out, request.query());
        out.add('\n');
        CanonicalHeaders headers = workspace.headers();
        headers.select(request.headers());
        headers.writeFields(out, request.headers(), request.authority());
        out.add('\n');
        headers.writeNames(out, request.headers());
        out.add('\n');
        if (hashBody) {
            out.hex(workspace.hash());
        } else {
            out.add(contentHash == null ? EMPTY_HASH : contentHash);
        }

        workspace.hash(0, out.size());
        int toSign = out.size();
        out.add(ALGORITHM)
                .add('\n')
                .add(date.dateTime())
                .add('\n')
                .add(date.date())
                .add(scopeEnd);
        out.add('\n').hex(workspace.hash());
        workspace.mac(keys.get(credentials, date, workspace), toSign, out.size());
    }

    static SigningWorkspace take() {
        SigningWorkspace pooled = WORKSPACES.take();
        return pooled == null ? new SigningWorkspace() : pooled;
    }

    static void give(SigningWorkspace workspace) {
        if (workspace.isWorthKeeping()) {
            WORKSPACES.give(workspace);
        }
    }

    private SigningDate date(long epochMillis) {
        long second = Math.floorDiv(epochMillis, 1000L);
        SigningDate date = lastDate;
        if (date.epochSecond() != second) {
            lastDate = date = SigningDate.at(second);
        }
        return date;
    }
}
