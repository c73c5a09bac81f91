package dev.whittle.codegen.smithy;

import dev.whittle.codegen.parsed.ParsedDefault;
import dev.whittle.codegen.parsed.ParsedDefault.Kind;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.AddedDefaultTrait;
import software.amazon.smithy.model.traits.ClientOptionalTrait;
import software.amazon.smithy.model.traits.DefaultTrait;

/**
 * Reads the default of a member. A default that was added later is ignored, because it would change a type. So is the
 * default of a member that clients must not rely on.
 */
final class DefaultReader {
    private DefaultReader() {}

    /**
     * The default of a member; null for none.
     *
     * @param ofAws whether the model is one of AWS, in which zeros stand for the primitive types of an earlier Smithy: no
     *     client of AWS sends them
     */
    static @Nullable ParsedDefault read(MemberShape member, Shape target, boolean ofAws) {
        DefaultTrait trait = Traits.get(member, DefaultTrait.class);
        if (trait == null
                || member.hasTrait(AddedDefaultTrait.class)
                || member.hasTrait(ClientOptionalTrait.class)
                || (ofAws && target.hasTrait(DefaultTrait.class))) {
            return null;
        }
        Node value = trait.toNode();
        return switch (value.getType()) {
            case STRING -> new ParsedDefault(Kind.TEXT, value.expectStringNode().getValue());
            case NUMBER ->
                new ParsedDefault(
                        Kind.NUMBER, value.expectNumberNode().getValue().toString());
            case BOOLEAN ->
                new ParsedDefault(
                        Kind.FLAG, Boolean.toString(value.expectBooleanNode().getValue()));
            case ARRAY -> new ParsedDefault(Kind.LIST, "");
            case OBJECT -> new ParsedDefault(Kind.MAP, "");
            case NULL -> null;
        };
    }
}
