package dev.whittle.codegen.c2j;

import dev.whittle.codegen.json.JsonPointers;
import dev.whittle.codegen.json.JsonType;
import dev.whittle.codegen.json.JsonValue;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Warns of keys that were probably meant to be others: a key that is none of its place's and near one of them, that
 * belongs to another place, or that another format has for the same thing. Any other key is a trait that is not known, and
 * is passed over; so is one that begins with {@code x-}, which says that it is an extension.
 */
final class KeyCheck {
    /** The words of other formats for the keys of a place. */
    private static final Map<String, String> OF_SHAPES = Map.ofEntries(
            Map.entry("properties", "members"),
            Map.entry("fields", "members"),
            Map.entry("attributes", "members"),
            Map.entry("items", "member"),
            Map.entry("elements", "member"),
            Map.entry("additionalProperties", "value"),
            Map.entry("enumValues", "enum"),
            Map.entry("values", "enum"),
            Map.entry("format", "timestampFormat"),
            Map.entry("timeFormat", "timestampFormat"),
            Map.entry("dateFormat", "timestampFormat"),
            Map.entry("oneOf", "union"));

    private static final Map<String, String> OF_MEMBERS = Map.ofEntries(
            Map.entry("$ref", "shape"),
            Map.entry("ref", "shape"),
            Map.entry("target", "shape"),
            Map.entry("in", "location"),
            Map.entry("name", "locationName"),
            Map.entry("jsonName", "locationName"),
            Map.entry("wireName", "locationName"),
            Map.entry("format", "timestampFormat"),
            Map.entry("timeFormat", "timestampFormat"),
            Map.entry("dateFormat", "timestampFormat"));

    private static final Map<String, String> OF_OPERATIONS = Map.ofEntries(
            Map.entry("parameters", "input"),
            Map.entry("request", "input"),
            Map.entry("requestBody", "input"),
            Map.entry("response", "output"),
            Map.entry("responses", "output"),
            Map.entry("result", "output"),
            Map.entry("exceptions", "errors"),
            Map.entry("throws", "errors"),
            Map.entry("security", "auth"));

    private static final Map<String, String> OF_HTTP = Map.of(
            "uri", "requestUri",
            "url", "requestUri",
            "path", "requestUri",
            "verb", "method",
            "httpMethod", "method",
            "code", "responseCode",
            "status", "responseCode",
            "statusCode", "responseCode");

    private static final Map<String, String> OF_METADATA = Map.ofEntries(
            Map.entry("name", "serviceId"),
            Map.entry("title", "serviceFullName"),
            Map.entry("version", "apiVersion"),
            Map.entry("baseUrl", "globalEndpoint"),
            Map.entry("endpoint", "globalEndpoint"),
            Map.entry("host", "globalEndpoint"),
            Map.entry("servers", "globalEndpoint"),
            Map.entry("url", "globalEndpoint"),
            Map.entry("signature", "signatureVersion"),
            Map.entry("authType", "auth"),
            Map.entry("authtype", "auth"),
            Map.entry("authentication", "auth"),
            Map.entry("security", "auth"));

    private static final Map<String, String> OF_ERRORS = Map.of(
            "status", "httpStatusCode",
            "statusCode", "httpStatusCode",
            "httpStatus", "httpStatusCode",
            "httpCode", "httpStatusCode",
            "httpError", "httpStatusCode",
            "errorCode", "code");

    private static final Map<String, String> OF_ALL = Map.of(
            "description", "documentation",
            "summary", "documentation",
            "doc", "documentation",
            "docs", "documentation");

    /** Values of {@code format} in other formats, with those of {@code timestampFormat}. */
    private static final Map<String, String> FORMATS = Map.of(
            "date-time", "iso8601",
            "date", "iso8601",
            "http-date", "rfc822",
            "epoch-seconds", "unixTimestamp");

    private static final Set<String> OPTIONAL = Set.of("nullable", "optional", "isRequired", "mandatory");
    private static final String LIST_REQUIRED =
            "a structure lists the names of its required members: \"required\": [\"name\"]";

    private final Problems problems;

    KeyCheck(Problems problems) {
        this.problems = problems;
    }

    /**
     * Checks the keys of an object.
     *
     * @param what the object, as the subject of a sentence
     */
    void check(JsonValue object, Place place, String what) {
        for (String key : object.names()) {
            if (!place.keys().contains(key) && !key.startsWith("x-")) {
                String hint = hint(object, place, key);
                if (hint != null) {
                    problems.warning(
                            ProblemCode.FIELD_UNKNOWN,
                            JsonPointers.child(object.pointer(), key),
                            what + ": " + Quote.of(key) + " is not a key of " + place.phrase(),
                            hint);
                }
            }
        }
    }

    private static @Nullable String hint(JsonValue object, Place place, String key) {
        JsonValue value = object.get(key);
        if (place == Place.MEMBER && (key.equalsIgnoreCase("required") || OPTIONAL.contains(key))) {
            return LIST_REQUIRED;
        } else if (place == Place.MEMBER && key.equals("type")) {
            return "the type of a member is a shape: define one below 'shapes', and name it in 'shape'";
        } else if (key.equals("format") && (place.isShape() || place == Place.MEMBER)) {
            return format(value, place);
        }
        String meant = foreign(place).get(key);
        if (meant == null) {
            meant = OF_ALL.get(key);
        }
        if (meant != null && place.keys().contains(meant)) {
            return "did you mean " + Quote.of(meant) + "?";
        }
        String sameKind = place.isShape() ? Suggestions.didYouMean(key, place.own()) : null;
        if (sameKind != null) {
            return sameKind;
        }
        List<String> others = placesOf(key, place);
        if (!others.isEmpty()) {
            return "it belongs to " + String.join(" or ", others);
        }
        String near = Suggestions.didYouMean(key, place.keys());
        return near == null ? inside(place, key) : near;
    }

    /** A timestamp says in another way how it is written; other formats mean nothing here, and do no harm. */
    private static @Nullable String format(@Nullable JsonValue value, Place place) {
        String format = value == null || value.type() != JsonType.STRING ? "" : value.asString();
        String meant = FORMATS.get(format);
        String start = place == Place.STRING ? "give it \"type\": \"timestamp\" and " : "did you mean ";
        String end = place == Place.STRING ? "" : "?";
        return meant == null ? null : start + "\"timestampFormat\": \"" + meant + "\"" + end;
    }

    private static Map<String, String> foreign(Place place) {
        return switch (place) {
            case OPERATION -> OF_OPERATIONS;
            case HTTP -> OF_HTTP;
            case METADATA -> OF_METADATA;
            case ERROR -> OF_ERRORS;
            case MEMBER, REFERENCE -> OF_MEMBERS;
            case STRUCTURE, LIST, MAP, STRING, SHAPE -> OF_SHAPES;
            default -> Map.of();
        };
    }

    /** The places that have a key as theirs alone. A kind of shape is told apart from another, but not from any shape. */
    private static List<String> placesOf(String key, Place here) {
        List<String> places = new ArrayList<>();
        for (Place place : Place.values()) {
            boolean isWhole = place == Place.PAGINATORS || place == Place.WAITERS;
            boolean isOfSibling = isOfSibling(place) != isOfSibling(here) && !isWhole;
            if (!isOfSibling && place != here && place.own().contains(key)) {
                places.add(place.phrase());
            }
        }
        return places;
    }

    private static boolean isOfSibling(Place place) {
        return place.compareTo(Place.PAGINATORS) >= 0;
    }

    /** A key that is misspelt and one level too high. */
    private static @Nullable String inside(Place place, String key) {
        List<Place> inner = switch (place) {
            case MODEL -> List.of(Place.METADATA);
            case OPERATION -> List.of(Place.HTTP, Place.HOST);
            case STRUCTURE -> List.of(Place.ERROR);
            default -> List.of();
        };
        for (Place each : inner) {
            String word = foreign(each).get(key);
            String near = word != null && each.own().contains(word)
                    ? "did you mean " + Quote.of(word) + "?"
                    : Suggestions.didYouMean(key, each.own());
            if (near != null) {
                return near + " It belongs to " + each.phrase();
            }
        }
        return null;
    }
}
