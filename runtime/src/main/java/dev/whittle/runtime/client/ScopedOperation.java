package dev.whittle.runtime.client;

import dev.whittle.runtime.checksum.ChecksumAlgorithm;
import dev.whittle.runtime.endpoint.EndpointParameters;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.stream.ResponseHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation whose output is what a handler makes of another one's output, within the call. */
final class ScopedOperation<I, O, T> extends Operation<I, T> {
    private final Operation<I, O> operation;
    private final ResponseHandler<? super O, ? extends T> handler;
    private boolean hasThrown;

    private ScopedOperation(Operation<I, O> operation, ResponseHandler<? super O, ? extends T> handler) {
        super(operation.name(), operation.method());
        this.operation = operation;
        this.handler = handler;
    }

    /** Makes one, as what it is for a pipeline, so that this class is not loaded to verify those that use it. */
    static <I, O, T> Operation<I, T> of(Operation<I, O> operation, ResponseHandler<? super O, ? extends T> handler) {
        return new ScopedOperation<I, O, T>(operation, handler);
    }

    @Override
    public T read(ResponseReader in) {
        O output = operation.read(in);
        try {
            return handler.handle(output);
        } catch (IOException e) {
            throw failed(in, new UncheckedIOException(e.getMessage(), e));
        } catch (RuntimeException e) {
            throw failed(in, e);
        }
    }

    /** A failure of the response may be tried again, whatever the handler made of it; the handler's own comes out as it is. */
    private RuntimeException failed(ResponseReader in, RuntimeException thrown) {
        if (in.isOfEvents(thrown)) {
            return thrown;
        }
        IOException broken = in.failure();
        if (broken != null) {
            return new UncheckedIOException(broken);
        }
        hasThrown = true;
        return thrown;
    }

    @Override
    boolean hasHandlerThrown() {
        return hasThrown;
    }

    @Override
    public boolean isResponseStreamed() {
        return true;
    }

    @Override
    boolean isScoped() {
        return true;
    }

    @Override
    public boolean isRequestStreamed() {
        return operation.isRequestStreamed();
    }

    @Override
    public boolean isLengthRequired() {
        return operation.isLengthRequired();
    }

    @Override
    public boolean isTwoWay() {
        return operation.isTwoWay();
    }

    @Override
    public boolean isReadOnly() {
        return operation.isReadOnly();
    }

    @Override
    public boolean isIdempotent() {
        return operation.isIdempotent();
    }

    @Override
    public AuthType authType() {
        return operation.authType();
    }

    @Override
    public List<AuthType> otherAuthTypes() {
        return operation.otherAuthTypes();
    }

    @Override
    public @Nullable ChecksumAlgorithm requestChecksum(I input) {
        return operation.requestChecksum(input);
    }

    @Override
    public boolean isRequestChecksumRequired() {
        return operation.isRequestChecksumRequired();
    }

    @Override
    public @Nullable String checksumAlgorithmHeader() {
        return operation.checksumAlgorithmHeader();
    }

    @Override
    public List<ChecksumAlgorithm> responseChecksums() {
        return operation.responseChecksums();
    }

    @Override
    public @Nullable String checksumModeHeader() {
        return operation.checksumModeHeader();
    }

    @Override
    public boolean isRequestCompressible() {
        return operation.isRequestCompressible();
    }

    @Override
    public EndpointParameters endpointParameters(I input, EndpointParameters client) {
        return operation.endpointParameters(input, client);
    }

    @Override
    public void write(I input, RequestWriter out) {
        operation.write(input, out);
    }

    @Override
    public ServiceException error(ErrorReader in) {
        return operation.error(in);
    }
}
