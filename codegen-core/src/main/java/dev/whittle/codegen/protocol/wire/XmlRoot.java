package dev.whittle.codegen.protocol.wire;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.XmlTraits;
import org.jspecify.annotations.Nullable;

/**
 * The root of a body in XML. Of the root of a response it only matters whether it is that of an error.
 *
 * @param name its name, with a prefix if it has one
 * @param namespace the namespace that it declares, {@code null} for none
 */
public record XmlRoot(String name, XmlTraits.@Nullable Namespace namespace) {
    /** Whether it is called like the root of an error. */
    public boolean isError() {
        return BodyFormat.localName(name).equals("Error");
    }

    /** The root of a body that is a structure, {@code null} in formats without one. */
    public static @Nullable XmlRoot of(ServiceModel model, StructureShape structure, BodyFormat body) {
        return body.isXml() ? of(model, structure) : null;
    }

    private static XmlRoot of(ServiceModel model, StructureShape structure) {
        String defined = structure.definedAs().isEmpty() ? structure.id().name() : structure.definedAs();
        return of(model, structure.xml(), defined);
    }

    /** The root of a body that is the value of a member, {@code null} in formats without one. */
    public static @Nullable XmlRoot of(ServiceModel model, Member payload, BodyFormat body) {
        if (!body.isXml()) {
            return null;
        }
        Shape target = model.shape(payload.target());
        XmlRoot root = target instanceof StructureShape structure
                ? of(model, structure)
                : of(
                        model,
                        target instanceof UnionShape union ? union.xml() : XmlTraits.NONE,
                        target.id().name());
        XmlTraits own = payload.xml();
        return new XmlRoot(
                own.name() == null ? root.name : own.name(),
                own.namespace() == null ? root.namespace : own.namespace());
    }

    private static XmlRoot of(ServiceModel model, XmlTraits xml, String otherwise) {
        return new XmlRoot(
                xml.name() == null ? otherwise : xml.name(),
                xml.namespace() == null ? model.service().xmlNamespace() : xml.namespace());
    }
}
