package dev.whittle.codegen.diff;

import dev.whittle.codegen.harness.Evolution;
import dev.whittle.codegen.harness.Evolution.Response;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.codegen.json.ModelSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A kind of change: a pair of models, what it is called, its verdicts, and code that proves them. */
final class Change {
    private final String name;
    private final String before;
    private final List<ChangeCode> codes = new ArrayList<>();
    private final List<String> uses = new ArrayList<>();
    private final List<String> newUses = new ArrayList<>();
    private Map<Boolean, String> outcomes = Map.of(true, "some uses", false, "others");
    private @Nullable Response oldAnswer;
    private @Nullable Response newAnswer;
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

    /**
     * Code that uses what changes with the new client: with the old service it fails if the verdict is breaking. Without any,
     * it is the same as for the old client.
     */
    Change now(String code) {
        newUses.add(code);
        return this;
    }

    /** Why each use of a new client works with the strict old service although the change is risky. */
    Change alwaysWorks(String reason) {
        outcomes = Map.of(true, reason);
        return this;
    }

    /** Why no use of a new client works with the strict old service although the change is not breaking. */
    Change neverWorks(String reason) {
        outcomes = Map.of(false, reason);
        return this;
    }

    /** What the strict services answer, if that is not what each client is used with. */
    Change services(int status, String oldBody, String newBody) {
        oldAnswer = new Response(status, oldBody);
        newAnswer = new Response(status, newBody);
        return this;
    }

    Response oldAnswer() {
        return oldAnswer == null ? first : oldAnswer;
    }

    Response newAnswer() {
        return newAnswer == null ? second : newAnswer;
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

    /** The uses of the new client. */
    List<String> newUses(Predicate<String> compiles) {
        return newUses.isEmpty() ? uses.stream().filter(compiles).toList() : newUses;
    }

    /** Whether uses of the new client work if the change is risky for it: some do and some do not, or all are the same. */
    Set<Boolean> outcomes() {
        return outcomes.keySet();
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
