package dev.whittle.protocoltests;

import dev.whittle.runtime.client.ClientBuilder;
import dev.whittle.runtime.client.RequestOptions;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;

/** What a case says of its client and its call: the settings of AWS's configuration files that endpoint rules depend on. */
final class ClientSettings {
    private final ObjectNode client;
    private final ObjectNode s3;
    private final ObjectNode s3OfCall;

    private ClientSettings(ObjectNode client, ObjectNode call) {
        this.client = client;
        this.s3 = client.getObjectMember("s3").orElse(Node.objectNode());
        this.s3OfCall = call.getObjectMember("s3").orElse(Node.objectNode());
    }

    /** The settings in the parameters of a case; {@code null} if it has none. */
    static ClientSettings of(ObjectNode vendorParams) {
        return vendorParams
                .getObjectMember("scopedConfig")
                .filter(scoped -> scoped.containsMember("client"))
                .map(scoped -> new ClientSettings(
                        scoped.expectObjectMember("client"),
                        scoped.getObjectMember("operation").orElse(Node.objectNode())))
                .orElse(null);
    }

    /** Sets them in the builder of a generated client. */
    void apply(ClientBuilder<?, ?> builder) throws ReflectiveOperationException {
        builder.region(client.expectStringMember("region").getValue());
        builder.dualStack(s3.getBooleanMemberOrDefault("use_dualstack_endpoint"));
        if (s3.getStringMemberOrDefault("addressing_style", "").equals("path")) {
            Values.set(builder, "forcePathStyle", true);
        }
        if (s3.getBooleanMemberOrDefault("use_accelerate_endpoint")) {
            Values.set(builder, "accelerate", true);
        }
    }

    /** What the call does differently from its client. */
    RequestOptions options() {
        RequestOptions.Builder options = RequestOptions.builder();
        s3OfCall.getStringMember("addressing_style")
                .ifPresent(style -> options.endpointParameter(
                        "ForcePathStyle", style.getValue().equals("path")));
        return options.build();
    }
}
