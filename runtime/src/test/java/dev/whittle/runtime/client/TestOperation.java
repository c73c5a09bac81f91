package dev.whittle.runtime.client;

import dev.whittle.runtime.checksum.ChecksumAlgorithm;
import dev.whittle.runtime.codec.JsonReader;
import dev.whittle.runtime.endpoint.Endpoint;
import dev.whittle.runtime.endpoint.EndpointParameters;
import dev.whittle.runtime.error.ErrorDetails;
import dev.whittle.runtime.error.ServiceException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** An operation as the generator writes them, but with its parts handed in. */
final class TestOperation extends Operation<String, Object> {
    private final AuthType authType;
    private final BiConsumer<String, RequestWriter> writing;
    private final Function<ResponseReader, Object> reading;
    private ChecksumAlgorithm checksum;
    private String checksumHeader;
    private List<ChecksumAlgorithm> responseChecksums = List.of();
    private boolean compressible;
    private boolean idempotent;
    private boolean readOnly;
    private List<AuthType> otherAuthTypes = List.of();
    private boolean checksumRequired = true;
    private String checksumMode;
    private boolean streamsOut;
    private boolean streamsIn;
    private boolean lengthRequired;
    private String bucket;
    private String treeHashHeader;
    private BiFunction<String, Endpoint, Endpoint> calling = (input, client) -> client;

    TestOperation(
            String method,
            AuthType authType,
            BiConsumer<String, RequestWriter> writing,
            Function<ResponseReader, Object> reading) {
        super("GetBrowserSession", method);
        this.authType = authType;
        this.writing = writing;
        this.reading = reading;
    }

    static TestOperation get() {
        return new TestOperation(
                "GET",
                AuthType.SIGV4,
                (input, out) -> out.path("/sessions/").label("sessionId", input).query("v", "1"),
                in -> width(in.json()));
    }

    /** The same as {@link #get}, but with a body. */
    static TestOperation post() {
        return new TestOperation(
                "POST",
                AuthType.SIGV4,
                (input, out) -> out.path("/sessions").body("text/plain", input),
                in -> width(in.json()));
    }

    static TestOperation writing(BiConsumer<String, RequestWriter> writing) {
        return new TestOperation("POST", AuthType.SIGV4, writing, in -> in.text());
    }

    static TestOperation reading(Function<ResponseReader, Object> reading) {
        return new TestOperation("GET", AuthType.SIGV4, (input, out) -> out.path("/"), reading);
    }

    TestOperation checksum(ChecksumAlgorithm algorithm) {
        checksum = algorithm;
        return this;
    }

    TestOperation namedIn(String header) {
        checksumHeader = header;
        return this;
    }

    TestOperation responseChecksums(ChecksumAlgorithm... algorithms) {
        responseChecksums = List.of(algorithms);
        return this;
    }

    /** The service takes requests without a checksum, too. */
    TestOperation optional() {
        checksumRequired = false;
        return this;
    }

    TestOperation askedIn(String header) {
        checksumMode = header;
        return this;
    }

    /** The output owns its response. */
    TestOperation streamingOut() {
        streamsOut = true;
        return this;
    }

    /** The input brings a body of any size. */
    TestOperation streamingIn() {
        streamsIn = true;
        return this;
    }

    TestOperation withLength() {
        lengthRequired = true;
        return this;
    }

    TestOperation treeHashedIn(String header) {
        treeHashHeader = header;
        return this;
    }

    /** The input decides about the endpoint. */
    TestOperation calling(BiFunction<String, Endpoint, Endpoint> endpoint) {
        calling = endpoint;
        return this;
    }

    @Override
    public String treeHashHeader() {
        return treeHashHeader;
    }

    @Override
    public Endpoint endpoint(String input, Endpoint client) {
        return calling.apply(input, client);
    }

    @Override
    public boolean isResponseStreamed() {
        return streamsOut;
    }

    @Override
    public boolean isRequestStreamed() {
        return streamsIn;
    }

    @Override
    public boolean isLengthRequired() {
        return lengthRequired;
    }

    @Override
    public boolean isRequestChecksumRequired() {
        return checksumRequired;
    }

    @Override
    public String checksumModeHeader() {
        return checksumMode;
    }

    TestOperation compressible() {
        compressible = true;
        return this;
    }

    TestOperation idempotent() {
        idempotent = true;
        return this;
    }

    TestOperation readOnly() {
        readOnly = true;
        return this;
    }

    TestOperation orAuthenticated(AuthType... others) {
        otherAuthTypes = List.of(others);
        return this;
    }

    @Override
    public boolean isIdempotent() {
        return idempotent || super.isIdempotent();
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    @Override
    public List<AuthType> otherAuthTypes() {
        return otherAuthTypes;
    }

    @Override
    public ChecksumAlgorithm requestChecksum(String input) {
        return checksum;
    }

    @Override
    public String checksumAlgorithmHeader() {
        return checksumHeader;
    }

    @Override
    public List<ChecksumAlgorithm> responseChecksums() {
        return responseChecksums;
    }

    @Override
    public boolean isRequestCompressible() {
        return compressible;
    }

    /** {@code viewPort.width}, decoded the way generated code does. */
    private static int width(JsonReader in) {
        int width = 0;
        for (String name = in.first(); name != null; name = in.next()) {
            if (name.equals("viewPort")) {
                width = viewPort(in);
            } else {
                in.skip();
            }
        }
        return width;
    }

    private static int viewPort(JsonReader in) {
        int width = 0;
        for (String name = in.first(); name != null; name = in.next()) {
            if (name.equals("width")) {
                width = in.integer();
            } else {
                in.skip();
            }
        }
        return width;
    }

    TestOperation ofBucket(String name) {
        bucket = name;
        return this;
    }

    @Override
    public EndpointParameters endpointParameters(String input, EndpointParameters client) {
        return client.with("Bucket", bucket);
    }

    @Override
    public AuthType authType() {
        return authType;
    }

    @Override
    public void write(String input, RequestWriter out) {
        writing.accept(input, out);
    }

    @Override
    public Object read(ResponseReader in) {
        return reading.apply(in);
    }

    @Override
    public ServiceException error(ErrorReader in) {
        if (in.code().equals("Malformed")) {
            JsonReader body = in.json();
            for (String name = body.first(); name != null; name = body.next()) {
                if (name.equals("fields")) {
                    body.startArray();
                }
            }
        }
        return in.code().equals("ResourceNotFoundException")
                ? new ResourceNotFoundException(in.details())
                : new TestServiceException(in.details());
    }

    /** A service's own exception. */
    static class TestServiceException extends ServiceException {
        private static final long serialVersionUID = 1L;

        TestServiceException(ErrorDetails details) {
            super(details);
        }
    }

    /** A modelled error. */
    static final class ResourceNotFoundException extends TestServiceException {
        private static final long serialVersionUID = 1L;

        ResourceNotFoundException(ErrorDetails details) {
            super(details);
        }
    }
}
