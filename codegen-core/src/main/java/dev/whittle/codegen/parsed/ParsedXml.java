package dev.whittle.codegen.parsed;

import java.util.Objects;
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
public record ParsedXml(
        @Nullable String name,
        @Nullable String queryName,
        boolean attribute,
        boolean flattened,
        @Nullable Namespace namespace) {
    /** The model says nothing. */
    public static final ParsedXml NONE = new ParsedXml(null, null, false, false, null);

    // Written out, as each member of a model is compared: what a record brings along is bound and compiled at run time.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ParsedXml that
                && attribute == that.attribute
                && flattened == that.flattened
                && Objects.equals(name, that.name)
                && Objects.equals(queryName, that.queryName)
                && Objects.equals(namespace, that.namespace);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, queryName, attribute, flattened, namespace);
    }

    /**
     * A namespace of XML.
     *
     * @param uri the URI
     * @param prefix the prefix that stands for it, {@code null} for the default namespace
     */
    public record Namespace(String uri, @Nullable String prefix) {}
}
