package dev.whittle.codegen.c2j;

import dev.whittle.codegen.json.JsonPointers;
import dev.whittle.codegen.json.JsonType;
import dev.whittle.codegen.json.JsonValue;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, each read as the type that it must have. A field of another type is a problem, and
 * counts as one that is not there, so that reading goes on.
 */
final class Fields {
    private final JsonValue object;
    private final Problems problems;
    private @Nullable String pointer;

    private Fields(JsonValue object, Problems problems) {
        this.object = object;
        this.problems = problems;
    }

    /** The fields of a value that is an object, {@code null} after reporting that it is not. */
    static @Nullable Fields of(JsonValue value, Problems problems) {
        return is(value, JsonType.OBJECT, problems) ? new Fields(value, problems) : null;
    }

    /**
     * Warns of keys that were probably meant to be others.
     *
     * @param what the object, as the subject of a sentence
     */
    Fields checked(Place place, String what) {
        new KeyCheck(problems).check(object, place, what);
        return this;
    }

    /** Where the object is: a JSON pointer. */
    String pointer() {
        if (pointer == null) {
            pointer = object.pointer();
        }
        return pointer;
    }

    /** The name of the object in the one that holds it. */
    String key() {
        return object.key();
    }

    @Nullable
    String string(String name) {
        JsonValue value = field(name, JsonType.STRING);
        return value == null ? null : value.asString();
    }

    /** Where a field is, or would be. */
    String pointerTo(String name) {
        return JsonPointers.child(pointer(), name);
    }

    /** The text of a field with its place. */
    @Nullable
    ParsedText parsedText(String name) {
        String text = string(name);
        return text == null ? null : new ParsedText(text, JsonPointers.child(pointer(), name));
    }

    /** The text of a field that must be there, with its place; {@code null} after reporting that it is not. */
    @Nullable
    ParsedText requiredText(String name, String owner) {
        if (object.get(name) == null) {
            missing(name, owner);
        }
        return parsedText(name);
    }

    /** The text of a field, empty where there is none. */
    String text(String name) {
        String text = string(name);
        return text == null ? "" : text;
    }

    /** The text of a field that must be there, {@code null} after reporting that it is not. */
    @Nullable
    String requiredString(String name, String owner) {
        if (object.get(name) == null) {
            missing(name, owner);
        }
        return string(name);
    }

    boolean flag(String name) {
        JsonValue value = field(name, JsonType.BOOLEAN);
        return value != null && value.asBoolean();
    }

    int integer(String name, int otherwise) {
        JsonValue value = field(name, JsonType.INTEGER);
        return value == null ? otherwise : value.asInt();
    }

    @Nullable
    Fields object(String name) {
        JsonValue value = field(name, JsonType.OBJECT);
        return value == null ? null : new Fields(value, problems);
    }

    /** The object in a field that must be there, {@code null} after reporting that it is not. */
    @Nullable
    Fields requiredObject(String name, String owner) {
        if (object.get(name) == null) {
            missing(name, owner);
        }
        return object(name);
    }

    /** The fields of this object that are objects themselves. */
    List<Fields> objects() {
        return objects(object);
    }

    /** The elements of an array that are objects. */
    List<Fields> objects(String name) {
        JsonValue array = field(name, JsonType.ARRAY);
        return array == null ? List.of() : objects(array);
    }

    private List<Fields> objects(JsonValue container) {
        List<Fields> objects = new ArrayList<>();
        for (JsonValue value : container.values()) {
            if (is(value, JsonType.OBJECT, problems)) {
                objects.add(new Fields(value, problems));
            }
        }
        return objects;
    }

    /** The elements of an array that are strings. */
    List<String> strings(String name) {
        JsonValue array = field(name, JsonType.ARRAY);
        if (array == null) {
            return List.of();
        }
        List<String> strings = new ArrayList<>();
        for (JsonValue value : array.values()) {
            if (is(value, JsonType.STRING, problems)) {
                strings.add(value.asString());
            }
        }
        return strings;
    }

    /** The elements of an array that are strings, with their places. */
    List<ParsedText> parsedTexts(String name) {
        JsonValue array = field(name, JsonType.ARRAY);
        return array == null ? List.of() : texts(array);
    }

    private List<ParsedText> texts(JsonValue array) {
        List<ParsedText> texts = new ArrayList<>();
        for (JsonValue element : array.values()) {
            if (is(element, JsonType.STRING, problems)) {
                texts.add(new ParsedText(element.asString(), element.pointer()));
            }
        }
        return texts;
    }

    /** The text of a field, or each of several in an array, with its place. */
    List<ParsedText> texts(String name) {
        JsonValue value = object.get(name);
        if (value == null) {
            return List.of();
        }
        if (value.type() != JsonType.ARRAY) {
            return is(value, JsonType.STRING, problems)
                    ? List.of(new ParsedText(value.asString(), value.pointer()))
                    : List.of();
        }
        return texts(value);
    }

    /**
     * The elements of an array that are absolute ids of shapes, such as {@code smithy.api#noAuth}; others are a problem.
     *
     * @param isPossible tells those that there may be
     * @param known those that there are, for hints
     */
    List<String> shapeIds(String name, Predicate<String> isPossible, List<String> known) {
        List<String> ids = new ArrayList<>();
        for (String id : strings(name)) {
            boolean isId = ShapeIds.isAbsolute(id);
            if (isId && isPossible.test(id)) {
                ids.add(id);
            } else {
                problems.error(
                        ProblemCode.FIELD_VALUE,
                        JsonPointers.child(pointer(), name),
                        Quote.of(name) + " lists " + Quote.of(id)
                                + (isId ? ", which does not exist" : ", expected the id of a trait"),
                        hint(id, known));
            }
        }
        return ids;
    }

    private static String hint(String id, List<String> known) {
        List<String> names = known.stream()
                .map(each -> each.substring(each.indexOf('#') + 1))
                .toList();
        String near = Suggestions.didYouMean(id, known);
        String nearName = near == null ? nearestName(id.substring(id.indexOf('#') + 1), names, known) : near;
        return (nearName == null ? "" : nearName + " ") + "there are " + String.join(", ", known)
                + "; an id of your own is a namespace, a hash and a name: com.example#stampAuth";
    }

    /** {@code bearer} is near to {@code httpBearerAuth}, of which it is a part. */
    private static @Nullable String nearestName(String name, List<String> names, List<String> known) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < names.size() && lower.length() > 2; i++) {
            if (names.get(i).toLowerCase(Locale.ROOT).contains(lower)) {
                return "did you mean " + Quote.of(known.get(i)) + "?";
            }
        }
        return null;
    }

    /** The text of a field that is one of several, {@code null} where there is none or after reporting another. */
    @Nullable
    String oneOf(String name, List<String> known, Pattern others, String moreHint) {
        String text = string(name);
        if (text == null || known.contains(text) || others.matcher(text).matches()) {
            return text;
        }
        String near = Suggestions.didYouMean(text, known);
        problems.error(
                ProblemCode.FIELD_VALUE,
                JsonPointers.child(pointer(), name),
                Quote.of(name) + " is " + Quote.of(text) + ", which is not known",
                (near == null ? "" : near + " ") + "known are " + String.join(", ", known) + moreHint);
        return null;
    }

    /** What the text of a field stands for, {@code null} where there is none or it is a problem not to be known. */
    <T> @Nullable T choice(String name, Map<String, T> choices) {
        String text = string(name);
        T chosen = text == null ? null : choices.get(text);
        if (text != null && chosen == null) {
            String message = Quote.of(name) + " is " + Quote.of(text) + ", which is not known";
            problems.error(
                    ProblemCode.FIELD_VALUE,
                    JsonPointers.child(pointer(), name),
                    message,
                    Suggestions.didYouMeanOr(text, choices.keySet(), "known are"));
        }
        return chosen;
    }

    /** The names of all fields, in the order of the file. */
    List<String> keys() {
        return object.values().stream().map(JsonValue::key).toList();
    }

    /** The value of a field, of whatever type, {@code null} where there is none. */
    @Nullable
    JsonValue value(String name) {
        return object.get(name);
    }

    /** The elements of an array, of whatever type. */
    List<JsonValue> values(String name) {
        JsonValue array = field(name, JsonType.ARRAY);
        return array == null ? List.of() : array.values();
    }

    /** Whether there is such a field, of whatever type. */
    boolean has(String name) {
        return object.get(name) != null;
    }

    /** Why something is deprecated, empty without a reason, {@code null} when it is not. */
    @Nullable
    String deprecated() {
        return flag("deprecated") ? text("deprecatedMessage") : null;
    }

    void missing(String name, String owner) {
        problems.error(ProblemCode.FIELD_MISSING, pointer(), owner + " has no " + Quote.of(name), null);
    }

    private @Nullable JsonValue field(String name, JsonType wanted) {
        JsonValue value = object.get(name);
        return value != null && is(value, wanted, problems) ? value : null;
    }

    private static boolean is(JsonValue value, JsonType wanted, Problems problems) {
        if (value.type() == wanted) {
            return true;
        }
        String message = value.label() + " is " + value.type().phrase() + ", expected " + wanted.phrase();
        problems.error(ProblemCode.FIELD_TYPE, value.pointer(), message, null);
        return false;
    }
}
