package dev.whittle.codegen.names;

import com.palantir.javapoet.ClassName;
import dev.whittle.codegen.model.EndpointRules.ClientParameter;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.model.Waiter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Java name of everything that is emitted for one service. */
public final class Names {
    private final String packageName;
    private final String serviceName;
    private final Map<ShapeId, String> types;
    private final Map<ShapeId, Map<String, String>> members;
    private final Map<ShapeId, Map<String, String>> constants;
    private final Map<String, String> methods;
    private final Map<String, String> clientParameters;
    private final Map<ShapeId, ClassName> typeClasses = new HashMap<>();
    private final Map<ShapeId, ClassName> codecClasses = new HashMap<>();

    Names(
            String packageName,
            String serviceName,
            Map<ShapeId, String> types,
            Map<ShapeId, Map<String, String>> members,
            Map<ShapeId, Map<String, String>> constants,
            Map<String, String> methods,
            Map<String, String> clientParameters) {
        this.packageName = packageName;
        this.serviceName = serviceName;
        this.types = types;
        this.members = members;
        this.constants = constants;
        this.methods = methods;
        this.clientParameters = clientParameters;
        types.forEach((shape, name) -> {
            typeClasses.put(shape, ClassName.get(modelPackage(), name));
            codecClasses.put(shape, ClassName.get(internalPackage(), name + "Codec"));
        });
    }

    /** The same names in another package. */
    public Names inPackage(String other) {
        return new Names(other, serviceName, types, members, constants, methods, clientParameters);
    }

    /** The package of the client. */
    public String packageName() {
        return packageName;
    }

    /** The package of structures, unions, enums and exceptions. */
    public String modelPackage() {
        return packageName + ".model";
    }

    /** The package of codecs and operations, which no module sees. */
    public String internalPackage() {
        return packageName + ".internal";
    }

    /** The service's name as the first part of class names. */
    public String serviceName() {
        return serviceName;
    }

    public ClassName client() {
        return ClassName.get(packageName, serviceName + "Client");
    }

    public ClassName clientImplementation() {
        return ClassName.get(packageName, "Default" + serviceName + "Client");
    }

    /** The client whose methods return futures. */
    public ClassName asyncClient() {
        return ClassName.get(packageName, serviceName + "AsyncClient");
    }

    public ClassName asyncClientImplementation() {
        return ClassName.get(packageName, "Default" + serviceName + "AsyncClient");
    }

    /** What signs requests for others to send. */
    public ClassName presigner() {
        return ClassName.get(packageName, serviceName + "Presigner");
    }

    public ClassName baseException() {
        return ClassName.get(modelPackage(), serviceName + "Exception");
    }

    /** What is known of the service as a whole. */
    public ClassName service() {
        return ClassName.get(internalPackage(), serviceName + "Service");
    }

    /** The table of the service's errors. */
    public ClassName errors() {
        return ClassName.get(internalPackage(), serviceName + "Errors");
    }

    /** The rules for the service's endpoints. */
    public ClassName endpoints() {
        return ClassName.get(internalPackage(), serviceName + "Endpoints");
    }

    /** The subtype that all unions permit and nobody sees. */
    public ClassName undeclaredMember() {
        return ClassName.get(modelPackage(), UNDECLARED_MEMBER);
    }

    static final String UNDECLARED_MEMBER = "UndeclaredMember";

    /** The class of a structure, union or enum. */
    public ClassName type(ShapeId shape) {
        return found(typeClasses.get(shape), shape);
    }

    /** The codec of a structure, union, list or map. Each kind has a suffix of its own, so that none takes the name of another. */
    public ClassName codec(ShapeId shape) {
        ClassName type = codecClasses.get(shape);
        return type == null ? ClassName.get(internalPackage(), listCodec(shape) + "Elements") : type;
    }

    /** What reads and writes the events of a union that is a stream of them. */
    public ClassName events(ShapeId union) {
        return ClassName.get(internalPackage(), type(union).simpleName() + "Events");
    }

    /** Only internal code sees it, so that a name which spelling alone does not tell apart may carry a hash. */
    private static String listCodec(ShapeId shape) {
        String camel = JavaCase.upperCamel(shape.name());
        return camel.equals(shape.name())
                ? camel
                : camel + "_" + Integer.toHexString(shape.name().hashCode());
    }

    /** The class of an operation. */
    public ClassName operation(Operation operation) {
        return ClassName.get(internalPackage(), JavaCase.upperCamel(operation.name()) + "Operation");
    }

    /** The pages of an operation. */
    public ClassName pages(Operation operation) {
        return ClassName.get(internalPackage(), JavaCase.upperCamel(operation.name()) + "Pages");
    }

    /** The client's method for the pages of an operation; no method for an operation is called so. */
    public String paginator(Operation operation) {
        return JavaCase.lowerCamel(operation.name()) + ReservedNames.PAGINATOR;
    }

    /** What the client's users wait with. */
    public ClassName waiter() {
        return ClassName.get(packageName, serviceName + "Waiter");
    }

    /** The class of something that can be waited for. */
    public ClassName waiter(Waiter waiter) {
        return ClassName.get(internalPackage(), JavaCase.upperCamel(waiter.name()) + "Waiter");
    }

    /** The method that waits for it. */
    public static String waitMethod(Waiter waiter) {
        return "waitUntil" + JavaCase.upperCamel(waiter.name());
    }

    /** The client's method for an operation. */
    public String method(Operation operation) {
        return found(methods.get(operation.name()), operation.name());
    }

    /** The setter of the client's builder for a parameter of the endpoint rules. */
    public String clientParameter(ClientParameter parameter) {
        return found(clientParameters.get(parameter.name()), parameter.name());
    }

    /** The accessor, setter and field of a member; the factory method of a union's member. */
    public String member(ShapeId owner, Member member) {
        return found(found(members.get(owner), owner).get(member.name()), member.name());
    }

    /** The method that tells whether a collection is set; no accessor is called so. */
    public static String presence(Member member) {
        String camel = JavaCase.lowerCamel(member.name());
        return ReservedNames.PRESENCE + JavaCase.upper(camel.charAt(0)) + camel.substring(1);
    }

    /** The record of a union's member. */
    public ClassName unionRecord(ShapeId union, Member member) {
        ClassName type = type(union);
        String name = JavaCase.upperCamel(member.name()) + "Member";
        // A class within another one cannot have its name.
        return type.nestedClass(name.equals(type.simpleName()) ? name + "_" : name);
    }

    /** The constant of an enum's value. */
    public String constant(ShapeId shape, String value) {
        return found(found(constants.get(shape), shape).get(value), value);
    }

    private static <T> T found(@Nullable T name, Object key) {
        if (name == null) {
            throw new IllegalArgumentException("no name for " + key);
        }
        return name;
    }
}
