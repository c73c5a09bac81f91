package dev.whittle.codegen.diff;

import dev.whittle.codegen.harness.Evolution;
import dev.whittle.codegen.harness.Evolution.Response;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.codegen.json.ModelSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A kind of change: a pair of models, what it is called, its verdicts, and code that proves them. */
final class Change {
    private final String name;
    private final String before;
    private final List<ChangeCode> codes = new ArrayList<>();
    private final List<String> uses = new ArrayList<>();
    private String after;
    private String verdicts = "CCCC";
    private Response first;
    private Response second;
    private Predicate<Wire> accepted = wire -> true;
    private @Nullable String waiters;
    private boolean hasWire;

    Change(String name, String model, String body) {
        this.name = name;
        this.before = model;
        this.after = model;
        this.first = new Response(200, body);
        this.second = first;
    }

    /** Changes the model. */
    Change change(String pattern, String replacement) {
        String changed = Pattern.compile(pattern, Pattern.DOTALL).matcher(after).replaceAll(replacement);
        if (changed.equals(after)) {
            throw new AssertionError(name + ": " + pattern);
        }
        after = changed;
        return this;
    }

    /** The codes of what is found, sorted. */
    Change found(ChangeCode... all) {
        codes.addAll(List.of(all));
        return this;
    }

    /** The verdicts for source, binary, old client and new client: C, R or B. */
    Change verdicts(String letters) {
        this.verdicts = letters;
        return this;
    }

    /** Code that uses what changes: it fails if the verdict is breaking, and works if the change is compatible. */
    Change use(String code) {
        uses.add(code);
        return this;
    }

    /** What the service answers before and after the change while it is used. */
    Change answers(int status, String body) {
        first = new Response(status, body);
        second = first;
        return this;
    }

    /** What the new service answers, and how a request must look. */
    Change wire(String body, Predicate<Wire> test) {
        second = new Response(first.status(), body);
        accepted = test;
        hasWire = true;
        return this;
    }

    Change waiters(String text) {
        waiters = text;
        return this;
    }

    ModelSource oldModel() {
        return source(before, null);
    }

    ModelSource newModel() {
        return source(after, waiters);
    }

    private static ModelSource source(String model, @Nullable String waiters) {
        return new ModelSource(
                "service-2.json",
                model.getBytes(StandardCharsets.UTF_8),
                null,
                waiters == null ? null : waiters.getBytes(StandardCharsets.UTF_8),
                null);
    }

    List<ChangeCode> codes() {
        return codes;
    }

    String verdicts() {
        return verdicts;
    }

    /** Whether there is a response and a request for the wire's verdict. */
    boolean hasWire() {
        return hasWire;
    }

    /** Each use as an evolution. */
    List<Evolution> evolutions() {
        return uses.stream()
                .map(use -> new Evolution(before, after, waiters, use, first, second, accepted))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
