package dev.whittle.codegen.c2j;

import dev.whittle.codegen.parsed.ParsedXml;
import org.jspecify.annotations.Nullable;

/** Reads what a member, a shape or the use of one says for XML and for forms. */
final class XmlReader {
    private static final String NAMESPACE = "xmlNamespace";

    private XmlReader() {}

    /**
     * What an object says.
     *
     * @param owner the object, as the subject of a sentence
     */
    static ParsedXml read(Fields fields, String owner) {
        ParsedXml xml = new ParsedXml(
                fields.string("locationName"),
                fields.string("queryName"),
                fields.flag("xmlAttribute"),
                fields.flag("flattened"),
                namespace(fields.object(NAMESPACE), owner));
        return xml.equals(ParsedXml.NONE) ? ParsedXml.NONE : xml;
    }

    private static ParsedXml.@Nullable Namespace namespace(@Nullable Fields namespace, String owner) {
        if (namespace == null) {
            return null;
        }
        String named = "the namespace of " + owner;
        String uri = namespace.checked(Place.XML_NAMESPACE, named).requiredString("uri", named);
        return uri == null ? null : new ParsedXml.Namespace(uri, namespace.string("prefix"));
    }

    /** The namespace of a service, of which there is only the URI. */
    static ParsedXml.@Nullable Namespace ofService(Fields metadata) {
        String uri = metadata.string(NAMESPACE);
        return uri == null ? null : new ParsedXml.Namespace(uri, null);
    }
}
