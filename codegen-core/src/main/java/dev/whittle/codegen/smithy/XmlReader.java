package dev.whittle.codegen.smithy;

import dev.whittle.codegen.parsed.ParsedXml;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.aws.traits.protocols.Ec2QueryNameTrait;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.XmlAttributeTrait;
import software.amazon.smithy.model.traits.XmlFlattenedTrait;
import software.amazon.smithy.model.traits.XmlNameTrait;
import software.amazon.smithy.model.traits.XmlNamespaceTrait;

/** Reads what a model says of members and shapes for XML and for forms. */
final class XmlReader {
    private XmlReader() {}

    static ParsedXml read(Shape shape) {
        ParsedXml xml = new ParsedXml(
                Traits.text(shape, XmlNameTrait.class),
                Traits.text(shape, Ec2QueryNameTrait.class),
                shape.hasTrait(XmlAttributeTrait.class),
                shape.hasTrait(XmlFlattenedTrait.class),
                namespace(shape));
        return xml.equals(ParsedXml.NONE) ? ParsedXml.NONE : xml;
    }

    /** The namespace that a shape declares, {@code null} for none. */
    static ParsedXml.@Nullable Namespace namespace(Shape shape) {
        XmlNamespaceTrait trait = Traits.get(shape, XmlNamespaceTrait.class);
        return trait == null
                ? null
                : new ParsedXml.Namespace(trait.getUri(), trait.getPrefix().orElse(null));
    }
}
