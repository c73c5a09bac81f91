package dev.whittle.codegen.parsed;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shape as written. Which parts mean something depends on its kind.
 *
 * @param name its name
 * @param pointer where it is defined: a JSON pointer
 * @param kind what it is
 * @param documentation HTML; empty where the model says nothing
 * @param deprecated why it should not be used, empty without a reason, {@code null} when it is not deprecated
 * @param members the members of a structure or union; the element of a list; the key and the value of a map, in this
 *     order; none of anything else
 * @param error what makes a structure an exception, {@code null} for any other
 * @param enumeration the values of an enum, {@code null} for any other shape
 * @param numbers the known values of an integer; none of anything else
 * @param mediaType the media type of the values of a string or blob, {@code null} where the model gives none
 * @param timestampFormat how a timestamp is written, {@code null} where the model says nothing
 * @param xml what the model says of it for XML: of a structure or union, as the root of a body
 * @param flags what else the model says of it
 * @param faults what is wrong with it as it is written
 */
public record ParsedShape(
        String name,
        String pointer,
        Kind kind,
        String documentation,
        @Nullable String deprecated,
        List<ParsedMember> members,
        @Nullable ParsedError error,
        @Nullable Values enumeration,
        List<ParsedNumber> numbers,
        @Nullable String mediaType,
        @Nullable ParsedTimestampFormat timestampFormat,
        ParsedXml xml,
        Flags flags,
        List<ParsedFault> faults) {
    public ParsedShape {
        members = List.copyOf(members);
        numbers = List.copyOf(numbers);
        faults = List.copyOf(faults);
    }

    /** The same shape with other members. */
    public ParsedShape withMembers(List<ParsedMember> others) {
        return new ParsedShape(
                name,
                pointer,
                kind,
                documentation,
                deprecated,
                others,
                error,
                enumeration,
                numbers,
                mediaType,
                timestampFormat,
                xml,
                flags,
                faults);
    }

    /** The member of that name, {@code null} if there is none. */
    public @Nullable ParsedMember member(@Nullable String name) {
        for (ParsedMember member : members) {
            if (member.name().equals(name)) {
                return member;
            }
        }
        return null;
    }

    /** The names of the members. */
    public List<String> memberNames() {
        return members.stream().map(ParsedMember::name).toList();
    }

    /**
     * The values of an enum.
     *
     * @param pointer where they are: a JSON pointer
     * @param values the values in the order of the file
     * @param documentation what the model says of some of them, as HTML
     */
    public record Values(String pointer, List<ParsedText> values, Map<String, String> documentation) {
        public Values {
            values = List.copyOf(values);
            documentation = Map.copyOf(documentation);
        }
    }

    /**
     * What a model says of a shape by yes or no.
     *
     * @param sensitive whether values must not be shown
     * @param sparse whether a list or map may hold nulls
     * @param streaming whether a blob is a stream
     * @param eventStream whether a union is a stream of events, each of which is one of its members
     * @param requiresLength whether the service must know the length of a stream before it begins
     */
    public record Flags(
            boolean sensitive, boolean sparse, boolean streaming, boolean eventStream, boolean requiresLength) {}

    /** The kinds of shape. */
    public enum Kind {
        STRUCTURE("a structure"),
        UNION("a union"),
        LIST("a list"),
        MAP("a map"),
        ENUM("an enum"),
        STRING("a string"),
        BOOLEAN("a boolean"),
        BYTE("a byte"),
        SHORT("a short"),
        INTEGER("an integer"),
        LONG("a long"),
        FLOAT("a float"),
        DOUBLE("a double"),
        BIG_INTEGER("a big integer"),
        BIG_DECIMAL("a big decimal"),
        BLOB("a blob"),
        TIMESTAMP("a timestamp"),
        DOCUMENT("a document"),
        /** A kind that the reader did not know, which is a problem already reported. */
        UNKNOWN("unknown");

        private final String phrase;

        Kind(String phrase) {
            this.phrase = phrase;
        }

        /** The kind with its article, as a sentence needs it. */
        public String phrase() {
            return phrase;
        }

        /** Whether values of it are text: a string or one of known values. */
        public boolean isText() {
            return this == STRING || this == ENUM;
        }
    }
}
