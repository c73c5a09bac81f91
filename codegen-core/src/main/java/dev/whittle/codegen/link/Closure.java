package dev.whittle.codegen.link;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedModel;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.Reference;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the shapes that operations reach, without recursion: however deep a model is, the stack stays flat. */
final class Closure {
    private final ParsedModel model;
    private final Map<String, ParsedShape> reached = new LinkedHashMap<>();
    private final Deque<ParsedShape> open = new ArrayDeque<>();

    private Closure(ParsedModel model) {
        this.model = model;
    }

    /** Every shape that the operations reach; references that lead nowhere are passed over. */
    static Collection<ParsedShape> of(ParsedModel model, Collection<ParsedOperation> operations) {
        Closure closure = new Closure(model);
        for (ParsedOperation operation : operations) {
            closure.reach(operation.input());
            closure.reach(operation.output());
            operation.errors().forEach(closure::reach);
        }
        closure.follow();
        return closure.reached.values();
    }

    private void reach(@Nullable Reference use) {
        if (use != null) {
            reach(use.shape());
        }
    }

    private void reach(String name) {
        ParsedShape shape = model.shapes().get(name);
        if (shape != null && reached.putIfAbsent(name, shape) == null) {
            open.add(shape);
        }
    }

    private void follow() {
        for (ParsedShape shape = open.poll(); shape != null; shape = open.poll()) {
            for (ParsedMember member : shape.members()) {
                reach(member.target());
            }
        }
    }
}
