package dev.whittle.protocoltests;

import dev.whittle.runtime.client.ClientBuilder;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;

/** What a case says of its client: the settings of AWS's configuration files that endpoint rules depend on. */
final class ClientSettings {
    private final ObjectNode client;
    private final ObjectNode s3;

    private ClientSettings(ObjectNode client) {
        this.client = client;
        this.s3 = client.getObjectMember("s3").orElse(Node.objectNode());
    }

    /** The settings in the parameters of a case; {@code null} if it has none. */
    static ClientSettings of(ObjectNode vendorParams) {
        return vendorParams
                .getObjectMember("scopedConfig")
                .flatMap(scoped -> scoped.getObjectMember("client"))
                .map(ClientSettings::new)
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
}
