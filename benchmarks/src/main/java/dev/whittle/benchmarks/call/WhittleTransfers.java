package dev.whittle.benchmarks.call;

import dev.whittle.runtime.auth.Credentials;
import dev.whittle.runtime.auth.CredentialsProvider;
import dev.whittle.runtime.checksum.ChecksumAlgorithm;
import dev.whittle.runtime.client.CallPipeline;
import dev.whittle.runtime.client.ClientBuilder;
import dev.whittle.runtime.client.ErrorFormat;
import dev.whittle.runtime.client.ErrorReader;
import dev.whittle.runtime.client.JsonErrors;
import dev.whittle.runtime.client.Operation;
import dev.whittle.runtime.client.RequestWriter;
import dev.whittle.runtime.client.ResponseReader;
import dev.whittle.runtime.client.ServiceInfo;
import dev.whittle.runtime.endpoint.StandardEndpoints;
import dev.whittle.runtime.error.ServiceException;
import dev.whittle.runtime.http.RequestBody;
import dev.whittle.runtime.stream.EventCodec;
import dev.whittle.runtime.stream.EventReader;
import dev.whittle.runtime.stream.EventStream;
import dev.whittle.runtime.stream.ResponseStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Streams through the runtime, with operations as they are generated. */
public final class WhittleTransfers implements Transfers {
    private final CallPipeline client;

    /** Transfers to and from an endpoint. */
    public WhittleTransfers(String endpoint) {
        this.client = new Builder()
                .region("us-east-1")
                .credentials(CredentialsProvider.of(Credentials.of(Account.ACCESS_KEY, Account.SECRET_KEY)))
                .endpoint(URI.create(endpoint))
                .build();
    }

    @Override
    public void down(long bytes) throws IOException {
        byte[] piece = new byte[64 * 1024];
        try (ResponseStream body = client.call(new Down(), bytes, null)) {
            long count = 0;
            for (int read = body.read(piece, 0, piece.length); read >= 0; read = body.read(piece, 0, piece.length)) {
                count += read;
            }
            if (count != bytes) {
                throw new IOException("received " + count + " bytes of " + bytes);
            }
        }
    }

    @Override
    public void up(long bytes) {
        client.call(new Up(), bytes, null);
    }

    @Override
    public long event() {
        try (EventStream<Long> events = client.call(new Events(), 0L, null)) {
            return System.nanoTime() - events.next();
        }
    }

    /** Errors are not expected here. */
    private static final class Failed extends ServiceException {
        private static final long serialVersionUID = 1L;

        Failed(ErrorReader in) {
            super(in.details());
        }
    }

    private abstract static class Transfer<O> extends Operation<Long, O> {
        Transfer(String name, String method) {
            super(name, method);
        }

        @Override
        public ServiceException error(ErrorReader in) {
            return new Failed(in);
        }
    }

    private static final class Down extends Transfer<ResponseStream> {
        Down() {
            super("Down", "GET");
        }

        @Override
        public boolean isResponseStreamed() {
            return true;
        }

        @Override
        public List<ChecksumAlgorithm> responseChecksums() {
            return List.of(ChecksumAlgorithm.CRC32);
        }

        @Override
        public void write(Long input, RequestWriter out) {
            out.path("/down/").label("size", Long.toString(input));
        }

        @Override
        public ResponseStream read(ResponseReader in) {
            return in.stream();
        }
    }

    private static final class Up extends Transfer<String> {
        Up() {
            super("Up", "PUT");
        }

        @Override
        public boolean isRequestStreamed() {
            return true;
        }

        @Override
        public @Nullable ChecksumAlgorithm requestChecksum(Long input) {
            return ChecksumAlgorithm.CRC32;
        }

        @Override
        public void write(Long input, RequestWriter out) {
            out.path("/up").body("application/octet-stream", RequestBody.of(new Zeros(input), input));
        }

        @Override
        public String read(ResponseReader in) {
            return "";
        }
    }

    private static final class Events extends Transfer<EventStream<Long>> {
        Events() {
            super("Events", "POST");
        }

        @Override
        public boolean isResponseStreamed() {
            return true;
        }

        @Override
        public void write(Long input, RequestWriter out) {
            out.path("/events");
        }

        @Override
        public EventStream<Long> read(ResponseReader in) {
            return in.events(new Times());
        }
    }

    /** Events that say when they were written. */
    private static final class Times extends EventCodec<Long> {
        @Override
        public Long read(EventReader in) {
            return Long.valueOf(in.text());
        }
    }

    private static final class Info extends ServiceInfo {
        Info() {
            super("Transfers", "1", "transfers", "transfers", "Transfers", List.of());
        }

        @Override
        public ErrorFormat errorFormat() {
            return JsonErrors.INSTANCE;
        }
    }

    private static final class Builder extends ClientBuilder<Builder, CallPipeline> {
        Builder() {
            super(new Info(), new StandardEndpoints("transfers"));
        }

        @Override
        public CallPipeline build() {
            return pipeline();
        }
    }
}
