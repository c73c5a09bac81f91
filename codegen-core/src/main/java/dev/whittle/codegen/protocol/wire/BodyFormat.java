package dev.whittle.codegen.protocol.wire;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.TimestampFormat;
import java.util.Locale;

/**
 * How the bodies of a protocol write members.
 *
 * @param naming which names of the model properties have
 * @param timestamps the format of timestamps where the model gives none
 * @param otherTimestamps whether the model can give another
 */
public record BodyFormat(Naming naming, TimestampFormat timestamps, boolean otherTimestamps) {
    /** Which names of the model properties have. */
    public enum Naming {
        /** Those of members. */
        MEMBERS,
        /** Those for JSON. */
        JSON,
        /** Those for XML, in forms too. */
        XML,
        /**
         * Those for XML. In forms, they begin with a capital letter unless the model has others for forms, and nothing
         * stands between the name of a list and the number of an item.
         */
        XML_OR_FLAT_FORM
    }

    /** The name of a property, or of an item of a list or map. */
    public String name(Member member) {
        return switch (naming) {
            case MEMBERS -> member.propertyName();
            case JSON -> member.jsonName() == null ? member.propertyName() : member.jsonName();
            case XML, XML_OR_FLAT_FORM ->
                member.xml().name() == null ? member.name() : member.xml().name();
        };
    }

    /** A name without the prefix that it may have, as readers see it. */
    public static String localName(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    /** The name of a property in a form. */
    public String formName(Member member) {
        String name = name(member);
        if (!hasFlatForms()) {
            return name;
        }
        String own = member.xml().queryName();
        return own == null ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : own;
    }

    /** Whether forms write the number of an item directly behind the name of its list. */
    public boolean hasFlatForms() {
        return naming == Naming.XML_OR_FLAT_FORM;
    }

    /** Whether bodies are elements, whose root has a name. */
    public boolean isXml() {
        return naming == Naming.XML || naming == Naming.XML_OR_FLAT_FORM;
    }

    /** The format of the timestamps of a member. */
    public TimestampFormat timestamp(Member member, Shape target) {
        return otherTimestamps ? TimestampFormats.of(member, target, timestamps) : timestamps;
    }
}
