package dev.whittle.runtime.client;

import dev.whittle.runtime.auth.AuthScheme;
import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.endpoint.EndpointParameters;
import dev.whittle.runtime.endpoint.EndpointResolver;
import dev.whittle.runtime.error.CallInterruptedException;
import dev.whittle.runtime.error.CallTimeoutException;
import dev.whittle.runtime.http.HttpRequest;
import dev.whittle.runtime.internal.HelperThread;
import dev.whittle.runtime.internal.Prepared;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Something that a call needs and that may take long: credentials, a token, a region. Another thread gets it, so that the
 * call waits no longer than it may, whatever a provider does; a call without a timeout gets it itself. Not loaded while
 * everything is at hand.
 *
 * @param <T> what is needed
 */
abstract class Lookup<T> implements Callable<T> {
    /** Gets what is needed, and may block. */
    @Override
    public abstract T call();

    /** The credentials of a provider that does not have them at hand. */
    static Credentials credentials(Call call, CredentialsProvider provider) {
        String what = "credentials";
        if (call.isLimited() && provider instanceof Prepared<?> prepared) {
            try {
                return (Credentials) prepared.await(call.leftMillis());
            } catch (InterruptedException e) {
                throw interrupted(call, what, e);
            } catch (TimeoutException e) {
                throw call.waitedFor(what);
            }
        }
        return new Lookup<Credentials>() {
            @Override
            public Credentials call() {
                return provider.credentials();
            }
        }.get(call, what);
    }

    /** The proof of a scheme that may have to wait for it. */
    static void authenticate(Call call, String what, AuthScheme scheme, HttpRequest.Builder request, long epochMillis) {
        new Lookup<HttpRequest.Builder>() {
            @Override
            public HttpRequest.Builder call() {
                scheme.authenticate(request, epochMillis);
                return request;
            }
        }.get(call, what);
    }

    /** The endpoint for parameters whose region is still to be found. */
    static Endpoint endpoint(Call call, EndpointResolver resolver, EndpointParameters parameters) {
        return new Lookup<Endpoint>() {
            @Override
            public Endpoint call() {
                return resolver.resolve(parameters);
            }
        }.get(call, "the region");
    }

    /** A region that is still to be found. */
    static String region(Call call, EndpointParameters parameters) {
        return new Lookup<String>() {
            @Override
            public String call() {
                return parameters.neededRegion();
            }
        }.get(call, "the region");
    }

    /**
     * What is needed.
     *
     * @throws CallTimeoutException if it is not there when the call has to end
     */
    final T get(Call call, String what) {
        if (!call.isLimited()) {
            return call();
        }
        FutureTask<T> task = new FutureTask<>(this);
        HelperThread.run(task);
        try {
            return task.get(call.leftMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(call, what, e);
        } catch (TimeoutException e) {
            throw call.waitedFor(what);
        } catch (ExecutionException e) {
            throw unchecked(e.getCause() == null ? e : e.getCause());
        } finally {
            task.cancel(true);
        }
    }

    private static CallInterruptedException interrupted(Call call, String what, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CallInterruptedException(call.operation() + ": interrupted while waiting for " + what, e);
    }

    /** The very exception: nothing but unchecked ones are thrown, save by code that evades the compiler. */
    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException known ? known : new IllegalStateException(thrown);
    }
}
