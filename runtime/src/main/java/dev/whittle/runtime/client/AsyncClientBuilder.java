package dev.whittle.runtime.client;

import dev.whittle.runtime.endpoint.EndpointResolver;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Configures an asynchronous client, with one thing more than {@link ClientBuilder}: where its calls run.
 *
 * @param <B> the generated builder
 * @param <C> the generated client
 */
public abstract class AsyncClientBuilder<B extends AsyncClientBuilder<B, C>, C> extends ClientBuilder<B, C> {
    private @Nullable Executor executor;

    /** Called by the generated builder of a service whose endpoints have the standard names. */
    protected AsyncClientBuilder(ServiceInfo service) {
        super(service);
    }

    /** Called by the generated builder of a service that has rules for its endpoints, or needs to be given one. */
    protected AsyncClientBuilder(ServiceInfo service, EndpointResolver endpoints) {
        super(service, endpoints);
    }

    /**
     * Sets what calls run on; each holds a thread until it ends. By default virtual threads where the JVM has them, which
     * is from Java 21 on, else daemon threads that are shared by all clients and end after 10 idle seconds. An executor
     * that is set here is not shut down with the client. Where it rejects a call, the future has its {@link
     * java.util.concurrent.RejectedExecutionException}.
     */
    public B executor(Executor executor) {
        this.executor = Objects.requireNonNull(executor, "executor must not be null");
        return self();
    }

    @Override
    public String toString() {
        return describe("AsyncClient.Builder");
    }

    /**
     * The calls that the generated client starts.
     *
     * @throws dev.whittle.runtime.error.MissingRegionException if the endpoint depends on a region, and there is neither
     * @throws dev.whittle.runtime.error.MissingEndpointException if the service has no default endpoint, and there is none
     */
    protected AsyncCalls calls() {
        return new AsyncCalls(pipeline(), executor == null ? AsyncThreads.SHARED : executor);
    }
}
