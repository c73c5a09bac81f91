package dev.whittle.codegen.json;

import dev.whittle.codegen.problem.Location;
import dev.whittle.codegen.problem.Problem;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Severity;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;

/** Reads a JSON document (RFC 8259) strictly: UTF-8, one object, no key twice, nothing after it, within limits. */
public final class ModelJson {
    private final String file;
    private final @Nullable String sibling;
    private final Problems problems;

    private ModelJson(String file, @Nullable String sibling, Problems problems) {
        this.file = file;
        this.sibling = sibling;
        this.problems = problems;
    }

    /**
     * Reads a document whose root is an object.
     *
     * @param file the name of the file as the user knows it
     * @return the root, or {@code null} after a problem was reported
     */
    public static @Nullable JsonValue readObject(String file, byte[] bytes, Problems problems) {
        return new ModelJson(file, null, problems).read(bytes);
    }

    /**
     * Reads a sibling of a model file. Its values know that they are in it: problems are found there by {@link
     * ModelLocator}.
     *
     * @param fileName one of the names that {@link ModelSource} has for siblings
     * @return the root, or {@code null} where there is no such sibling or a problem was reported
     */
    public static @Nullable JsonValue readSibling(ModelSource source, String fileName, Problems problems) {
        byte[] bytes = source.sibling(fileName);
        return bytes == null ? null : new ModelJson(source.siblingName(fileName), fileName, problems).read(bytes);
    }

    /** Reads a document of Whittle itself, in which nothing is wrong. */
    public static JsonValue readOwn(byte[] bytes) {
        try (JsonParser parser = JsonParsers.of(JsonText.decode(bytes))) {
            parser.nextToken();
            return JsonValue.root(new JsonTree(parser).read());
        }
    }

    private @Nullable JsonValue read(byte[] bytes) {
        String text = JsonText.decode(bytes);
        Location malformed = JsonText.malformed(file, bytes, text);
        if (malformed != null) {
            report(ProblemCode.JSON_ENCODING, malformed, "the file is not UTF-8 here", "save the file as UTF-8");
            return null;
        }
        try (JsonParser parser = JsonParsers.of(text)) {
            return read(parser, text);
        } catch (JacksonException e) {
            reportFault(e);
        }
        return null;
    }

    private @Nullable JsonValue read(JsonParser parser, String text) {
        if (parser.nextToken() == null) {
            report(ProblemCode.JSON_EMPTY, Location.ofFile(file), "the file is empty", null);
            return null;
        }
        Location start = location(parser.currentTokenLocation());
        JsonTree tree = new JsonTree(parser);
        JsonNode node;
        try {
            node = tree.read();
        } catch (StreamConstraintsException e) {
            String message = tree.depth() >= JsonParsers.DEEPEST
                    ? "the document is nested more than " + JsonParsers.DEEPEST + " levels deep"
                    : "a name or number of the document is too long";
            report(ProblemCode.JSON_LIMIT, location(parser.currentLocation()), message, null);
            return null;
        }
        Location place = trailing(parser);
        if (place != null) {
            report(ProblemCode.JSON_TRAILING, place, "something follows the end of the document", null);
            return null;
        }
        if (tree.hasDuplicateKeys()) {
            DuplicateKeys.find(text, this::reportDuplicate);
            return null;
        }
        JsonValue root = sibling == null ? JsonValue.root(node) : JsonValue.rootOfSibling(sibling, node);
        if (root.type() != JsonType.OBJECT) {
            String message = "the document is " + root.type().phrase() + ", expected an object";
            report(ProblemCode.JSON_ROOT, start, message, null);
            return null;
        }
        return root;
    }

    /** Where something follows the document, be it JSON or not; {@code null} where nothing does. */
    private @Nullable Location trailing(JsonParser parser) {
        try {
            return parser.nextToken() == null ? null : location(parser.currentTokenLocation());
        } catch (JacksonException e) {
            return location(e.getLocation());
        }
    }

    private void reportDuplicate(String quotedKey, TokenStreamLocation place, TokenStreamLocation first) {
        report(
                ProblemCode.JSON_DUPLICATE_KEY,
                location(place),
                "the key " + quotedKey + " appears twice in one object",
                "the first one is on line " + first.getLineNr());
    }

    private Location location(@Nullable TokenStreamLocation place) {
        return place == null || place.getLineNr() < 1
                ? Location.ofFile(file)
                : new Location(file, place.getLineNr(), Math.max(1, place.getColumnNr()), "");
    }

    private void reportFault(JacksonException e) {
        Location place = location(e.getLocation());
        // Jackson has an exception of its own for this, but throws it inside of values only.
        if (e.getOriginalMessage().startsWith("Unexpected end-of-input")) {
            String message = "the file ends in the middle of a value";
            report(ProblemCode.JSON_TRUNCATED, place, message, "is the file complete? It may be cut off");
        } else {
            report(ProblemCode.JSON_SYNTAX, place, "not valid JSON: " + reason(e), null);
        }
    }

    private static String reason(JacksonException e) {
        String message = e.getOriginalMessage();
        int aside = message.indexOf(" (not recognized as one");
        message = aside < 0 ? message : message.substring(0, aside);
        return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    private void report(ProblemCode code, Location place, String message, @Nullable String hint) {
        problems.add(new Problem(Severity.ERROR, code, message, place, hint));
    }
}
