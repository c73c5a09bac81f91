package dev.whittle.codegen.model;

import org.jspecify.annotations.Nullable;

/**
 * What a model says of a member or a shape for bodies in XML, and for the forms of the query protocols.
 *
 * @param name the name of the element or attribute, with a prefix if it has one; {@code null} where the model says nothing
 * @param queryName the name in forms of the protocol ec2Query, {@code null} where the model says nothing
 * @param attribute whether a member is an attribute and not an element
 * @param flattened whether a list or map has no element around its items
 * @param namespace the namespace that the element declares, {@code null} for none
 */
public record XmlTraits(
        @Nullable String name,
        @Nullable String queryName,
        boolean attribute,
        boolean flattened,
        @Nullable Namespace namespace) {
    /** The model says nothing. */
    public static final XmlTraits NONE = new XmlTraits(null, null, false, false, null);

    /**
     * A namespace of XML.
     *
     * @param uri the URI
     * @param prefix the prefix that stands for it, {@code null} for the default namespace
     */
    public record Namespace(String uri, @Nullable String prefix) {}
}
