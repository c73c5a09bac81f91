package dev.whittle.maven.scaffold;

import com.palantir.javapoet.ClassName;
import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.api.JavaMember;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.names.Names;
import dev.whittle.codegen.protocol.wire.WireFormat;
import dev.whittle.codegen.protocol.wire.WireModel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The operation that a new project calls, and everything that has a name in the call. */
final class FirstCall {
    static final String SIGV4 = Operation.Auth.SIGV4;
    static final String NO_AUTH = "smithy.api#noAuth";

    private final ServiceModel model;
    private final Names names;
    private final WireModel wire;
    private final JavaTypes types;
    private final Operation operation;

    private FirstCall(LinkedService service) {
        this.model = service.model();
        this.names = service.names();
        this.wire = service.wire();
        this.types = new JavaTypes(model, names);
        this.operation = model.operations().stream()
                .min(Comparator.comparing(this::hasStream)
                        .thenComparing(Operation::readOnly, Comparator.reverseOrder())
                        .thenComparing(candidate -> required(candidate).size())
                        .thenComparing(Operation::name))
                .orElseThrow();
    }

    /**
     * Picks the operation: one without streams before one with them, then one that changes nothing before one that does,
     * then the one that asks for least.
     *
     * @param service the service
     * @param packageName the package of the project; the client's is below it
     */
    static FirstCall of(LinkedService service, String packageName) {
        String client = service.names().packageName();
        String simple = client.substring(client.lastIndexOf('.') + 1);
        return new FirstCall(service.inPackage(packageName + "." + simple));
    }

    /** A first call is easier without anything to close, or to send piece by piece. */
    private boolean hasStream(Operation candidate) {
        return model.stream(candidate.input()) != null || model.stream(candidate.output()) != null;
    }

    /** The name of the operation, as the model has it. */
    String operation() {
        return operation.name();
    }

    /** The names of the operations that were not picked. */
    List<String> others() {
        return model.operations().stream()
                .filter(candidate -> !candidate.name().equals(operation.name()))
                .map(Operation::name)
                .toList();
    }

    /** The id of the service. */
    String serviceId() {
        return model.service().serviceId();
    }

    /** The id of the service in lower case and with dashes, as artifacts are named. */
    String serviceName() {
        return serviceId().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** The properties of the request that must be set. */
    List<JavaMember> required() {
        return required(operation);
    }

    private List<JavaMember> required(Operation candidate) {
        return JavaMember.of(model.structure(candidate.input()), model, names, types).stream()
                .filter(JavaMember::required)
                .toList();
    }

    /** The Java method of the client. */
    String method() {
        return names.method(operation);
    }

    /** The method of its HTTP request. */
    String httpMethod() {
        return wire.operation(operation).method();
    }

    /** The format of its response. */
    WireFormat format() {
        return wire.responseFormat();
    }

    /** Whether a client is given an endpoint because the service has none by default. */
    boolean needsEndpoint() {
        return model.needsEndpoint();
    }

    /** Whether something depends on a region: the signature or the endpoint. */
    boolean needsRegion() {
        return isSigned() || model.needsRegion();
    }

    /** Whether the request is signed with Signature Version 4. */
    boolean isSigned() {
        return scheme().equals(SIGV4);
    }

    /** How the request is authenticated: the id of the scheme that the operation prefers. */
    String scheme() {
        return operation.auth().schemes().get(0);
    }

    Names names() {
        return names;
    }

    /** Made-up values for what must be set. */
    SampleValues values() {
        return new SampleValues(model, names, types);
    }

    /** The shape of the response. */
    ClassName response() {
        return names.type(operation.output());
    }
}
