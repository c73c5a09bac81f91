package dev.whittle.runtime.client;

import dev.whittle.runtime.checksum.ChecksumAlgorithm;
import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.endpoint.EndpointParameters;
import dev.whittle.runtime.error.ServiceException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a service: how its input becomes a request, and a response its output. Generated, without state, one
 * instance each.
 *
 * @param <I> the input
 * @param <O> the output
 */
public abstract class Operation<I, O> {
    private final String name;
    private final String method;

    /**
     * Called by the generated class.
     *
     * @param name the operation's name in the model
     * @param method the HTTP method
     */
    protected Operation(String name, String method) {
        this.name = name;
        this.method = method;
    }

    /** The operation's name in the model. */
    public final String name() {
        return name;
    }

    /** The HTTP method. */
    public final String method() {
        return method;
    }

    /** Whether the model says that the operation changes nothing on the server. */
    public boolean isReadOnly() {
        return false;
    }

    /**
     * Whether the model says that doing it twice is the same as doing it once, or has a token by which the service
     * recognises a request that comes twice. {@link dev.whittle.runtime.retry.RetryPolicy#onlyIdempotent} goes by it.
     */
    public boolean isIdempotent() {
        return isReadOnly();
    }

    /** How its requests are authenticated. */
    public AuthType authType() {
        return AuthType.SIGV4;
    }

    /**
     * Other ways that the service accepts, the preferred one first: for a client that was not set up for {@link
     * #authType}, but for one of these.
     */
    public List<AuthType> otherAuthTypes() {
        return List.of();
    }

    /**
     * The checksum to send with the request of an input; null for none. A request that brings a checksum along keeps that
     * one alone.
     */
    public @Nullable ChecksumAlgorithm requestChecksum(I input) {
        return null;
    }

    /**
     * Whether the service takes no request without a checksum. If not, and a process is configured to send required
     * checksums only, a request gets one where the input names an algorithm.
     */
    public boolean isRequestChecksumRequired() {
        return true;
    }

    /** The header that names the algorithm of {@link #requestChecksum} where the input does not; null for none. */
    public @Nullable String checksumAlgorithmHeader() {
        return null;
    }

    /** The checksums that responses can have, the preferred one first; the first that a response has is checked. */
    public List<ChecksumAlgorithm> responseChecksums() {
        return List.of();
    }

    /** The header that asks for checksums in responses, for an input that does not decide about that; null for none. */
    public @Nullable String checksumModeHeader() {
        return null;
    }

    /**
     * The header that has the SHA-256 tree hash of a streamed body, beside its SHA-256 in {@code x-amz-content-sha256};
     * null for none. A request that has one of them keeps it.
     *
     * @see dev.whittle.runtime.checksum.TreeHash
     */
    public @Nullable String treeHashHeader() {
        return null;
    }

    /** Whether the service takes its requests compressed. */
    public boolean isRequestCompressible() {
        return false;
    }

    /** Whether the output owns its response, because a member of it is a stream. */
    public boolean isResponseStreamed() {
        return false;
    }

    /** Whether the input has a body of any size, or events. */
    public boolean isRequestStreamed() {
        return false;
    }

    /** Whether the service takes no streamed body without its length. */
    public boolean isLengthRequired() {
        return false;
    }

    /** Whether the input has events, which are sent while those of the output arrive. */
    public boolean isTwoWay() {
        return false;
    }

    /**
     * What the endpoint of an input's request depends on: the client's parameters, and those that the operation adds.
     * The very same where it adds none, which spares the client to look for an endpoint.
     */
    public EndpointParameters endpointParameters(I input, EndpointParameters client) {
        return client;
    }

    /**
     * The endpoint of an input's request, for a call whose options have none.
     *
     * @param client the endpoint that {@link #endpointParameters} lead to
     */
    public Endpoint endpoint(I input, Endpoint client) {
        return client;
    }

    /** Writes the request of an input. */
    public abstract void write(I input, RequestWriter out);

    /** Reads the output from a response whose status is a success. */
    public abstract O read(ResponseReader in);

    /** Reads the exception from a response that is an error. */
    public abstract ServiceException error(ErrorReader in);
}
