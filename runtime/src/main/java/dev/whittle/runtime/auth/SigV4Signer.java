package dev.whittle.runtime.auth;

import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.http.RequestBody;
import dev.whittle.runtime.internal.Ascii;
import dev.whittle.runtime.internal.Pool;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests with AWS Signature Version 4 in the Authorization header, for one region and service. The path is
 * normalised and encoded once more, as every service but S3 expects it.
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

    /** Shared by all signers, because what it holds depends on none. */
    private static final Pool<SigningWorkspace> WORKSPACES = new Pool<>();

    private final String scopeEnd;
    private final SigningKeys keys;
    private volatile SigningDate lastDate = SigningDate.at(0);

    /**
     * Makes the signer of a service in a region.
     *
     * @throws IllegalArgumentException if either holds a character beyond ASCII
     */
    public SigV4Signer(String region, String service) {
        this.scopeEnd = "/" + region + "/" + service + "/aws4_request";
        this.keys = new SigningKeys(region, service);
        if (!isAscii(scopeEnd)) {
            throw new IllegalArgumentException("region and service must be ASCII");
        }
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
     * X-Amz-Security-Token}; a signature that is there already is replaced. A header {@code x-amz-content-sha256} is
     * taken at its word.
     *
     * @param epochMillis the time to date the signature by
     */
    public void sign(HttpRequest.Builder request, Credentials credentials, long epochMillis) {
        sign(request, credentials, epochMillis, request.headers().first(CONTENT_HASH));
    }

    /** Signs a request but not its body, and says so in {@code x-amz-content-sha256}. */
    public void signWithoutPayload(HttpRequest.Builder request, Credentials credentials, long epochMillis) {
        request.headers().set(CONTENT_HASH, UNSIGNED_PAYLOAD);
        sign(request, credentials, epochMillis, UNSIGNED_PAYLOAD);
    }

    private void sign(
            HttpRequest.Builder request, Credentials credentials, long epochMillis, @Nullable String contentHash) {
        SigningDate date = date(epochMillis);
        request.headers().set("X-Amz-Date", date.dateTime());
        if (credentials.sessionToken() != null) {
            request.headers().set("X-Amz-Security-Token", credentials.sessionToken());
        } else {
            request.headers().remove("X-Amz-Security-Token");
        }
        SigningWorkspace pooled = WORKSPACES.take();
        SigningWorkspace workspace = pooled == null ? new SigningWorkspace() : pooled;
        String authorization = authorization(workspace, request, credentials, date, contentHash);
        request.headers().set("Authorization", authorization);
        if (workspace.isWorthKeeping()) {
            WORKSPACES.give(workspace);
        }
    }

    private String authorization(
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
        CanonicalUri.writePath(out, request.path());
        out.add('\n');
        CanonicalUri.writeQuery(out, request.query());
        out.add('\n');
        CanonicalHeaders headers = workspace.headers();
        headers.select(request.headers());
        headers.writeFields(out, request.headers(), request.authority());
        out.add('\n');
        int namesStart = out.size();
        headers.writeNames(out, request.headers());
        int namesEnd = out.size();
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

        int start = out.size();
        out.add(ALGORITHM).add(" Credential=").add(credentials.accessKeyId()).add('/');
        out.add(date.date()).add(scopeEnd).add(", SignedHeaders=").repeat(namesStart, namesEnd);
        out.add(", Signature=").hex(workspace.hash());
        return out.text(start);
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
