package dev.whittle.codegen.c2j;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedMember.Binding;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedShape.Kind;
import dev.whittle.codegen.parsed.ParsedXml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives members what their shapes say for XML: in this format, a shape says it for all members that have it, and a
 * flattened list says it of its items. In other formats the members say so themselves, and so does the result.
 */
final class XmlTargets {
    private XmlTargets() {}

    /** The shapes with members that say it themselves. */
    static Map<String, ParsedShape> resolved(Map<String, ParsedShape> shapes) {
        Map<String, ParsedShape> resolved = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> resolved.put(name, resolved(shape, shapes)));
        return resolved;
    }

    private static ParsedShape resolved(ParsedShape shape, Map<String, ParsedShape> shapes) {
        List<ParsedMember> members = new ArrayList<>();
        boolean changed = false;
        for (ParsedMember member : shape.members()) {
            ParsedXml xml = resolved(member, shapes.get(member.target()));
            changed |= !xml.equals(member.xml());
            members.add(member.withXml(xml));
        }
        return changed ? shape.withMembers(members) : shape;
    }

    private static ParsedXml resolved(ParsedMember member, @Nullable ParsedShape target) {
        ParsedXml own = member.xml();
        if (target == null || !(member.binding() == Binding.BODY || member.binding() == Binding.PAYLOAD)) {
            return own;
        }
        ParsedXml other = target.xml();
        boolean flattened = own.flattened() || other.flattened();
        return new ParsedXml(
                name(own, target, flattened),
                own.queryName() == null ? other.queryName() : own.queryName(),
                own.attribute() || other.attribute(),
                flattened,
                own.namespace() == null ? other.namespace() : own.namespace());
    }

    private static @Nullable String name(ParsedXml own, ParsedShape target, boolean flattened) {
        String item =
                flattened && target.kind() == Kind.LIST && !target.members().isEmpty()
                        ? target.members().get(0).xml().name()
                        : null;
        if (item != null) {
            return item;
        }
        return own.name() == null ? target.xml().name() : own.name();
    }
}
