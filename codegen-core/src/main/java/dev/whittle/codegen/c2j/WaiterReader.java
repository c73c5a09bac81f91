package dev.whittle.codegen.c2j;

import dev.whittle.codegen.json.JsonPointers;
import dev.whittle.codegen.json.JsonType;
import dev.whittle.codegen.json.JsonValue;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.parsed.ParsedWaiter;
import dev.whittle.codegen.parsed.ParsedWaiter.Acceptor;
import dev.whittle.codegen.parsed.ParsedWaiter.Matcher;
import dev.whittle.codegen.parsed.ParsedWaiter.State;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code waiters-2.json}. */
final class WaiterReader {
    private static final Map<String, Matcher> MATCHERS = new LinkedHashMap<>();
    private static final Map<String, State> STATES = new LinkedHashMap<>();

    static {
        MATCHERS.put("status", Matcher.STATUS);
        MATCHERS.put("error", Matcher.ERROR);
        MATCHERS.put("path", Matcher.PATH);
        MATCHERS.put("pathAll", Matcher.PATH_ALL);
        MATCHERS.put("pathAny", Matcher.PATH_ANY);
        STATES.put("success", State.SUCCESS);
        STATES.put("failure", State.FAILURE);
        STATES.put("retry", State.RETRY);
    }

    private final Problems problems;

    private WaiterReader(Problems problems) {
        this.problems = problems;
    }

    static List<ParsedWaiter> read(@Nullable Fields root, Problems problems) {
        List<ParsedWaiter> all = new ArrayList<>();
        Fields entries =
                root == null ? null : root.checked(Place.WAITERS, "the file").object("waiters");
        if (entries != null) {
            WaiterReader reader = new WaiterReader(problems);
            entries.objects().forEach(entry -> all.add(reader.waiter(entry)));
        }
        return all;
    }

    private ParsedWaiter waiter(Fields entry) {
        String owner = "waiter " + Quote.shortened(entry.key());
        entry.checked(Place.WAITER, owner);
        String operation = entry.requiredString("operation", owner);
        List<Acceptor> acceptors = new ArrayList<>();
        if (!entry.has("acceptors")) {
            entry.missing("acceptors", owner);
        }
        entry.objects("acceptors").forEach(acceptor -> acceptors.add(acceptor(acceptor, owner)));
        return new ParsedWaiter(
                entry.key(),
                entry.pointer(),
                entry.text("description"),
                operation == null ? null : new ParsedText(operation, JsonPointers.child(entry.pointer(), "operation")),
                positive(entry, "delay", owner),
                positive(entry, "maxAttempts", owner),
                acceptors);
    }

    private int positive(Fields entry, String name, String owner) {
        if (!entry.has(name)) {
            entry.missing(name, owner);
            return 0;
        }
        int number = entry.integer(name, 1);
        if (number < 1) {
            problems.error(
                    ProblemCode.FIELD_VALUE,
                    JsonPointers.child(entry.pointer(), name),
                    Quote.of(name) + " is " + number + ", expected a number above zero",
                    null);
        }
        return number;
    }

    private Acceptor acceptor(Fields acceptor, String owner) {
        String named = "an acceptor of " + owner;
        acceptor.checked(Place.ACCEPTOR, named);
        acceptor.requiredString("matcher", named);
        acceptor.requiredString("state", named);
        Matcher matcher = acceptor.choice("matcher", MATCHERS);
        ParsedText argument = null;
        if (matcher == Matcher.PATH || matcher == Matcher.PATH_ALL || matcher == Matcher.PATH_ANY) {
            String text = acceptor.requiredString("argument", named);
            argument = text == null ? null : new ParsedText(text, JsonPointers.child(acceptor.pointer(), "argument"));
        }
        return new Acceptor(
                acceptor.pointer(),
                matcher,
                acceptor.choice("state", STATES),
                argument,
                expected(acceptor, named),
                JsonPointers.child(acceptor.pointer(), "expected"));
    }

    private @Nullable Object expected(Fields acceptor, String owner) {
        JsonValue value = acceptor.value("expected");
        if (value == null) {
            acceptor.missing("expected", owner);
            return null;
        }
        JsonType type = value.type();
        if (type == JsonType.STRING) {
            return value.asString();
        }
        if (type == JsonType.BOOLEAN) {
            return value.asBoolean();
        }
        if (type == JsonType.INTEGER) {
            return value.asInt();
        }
        problems.error(
                ProblemCode.FIELD_TYPE,
                value.pointer(),
                value.label() + " is " + type.phrase() + ", expected a string, a boolean or an integer",
                null);
        return null;
    }
}
