package dev.whittle.codegen.link;

import dev.whittle.codegen.jmespath.PathCompiler;
import dev.whittle.codegen.link.rule.PlausibleNames;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Waiter;
import dev.whittle.codegen.model.Waiter.Matcher;
import dev.whittle.codegen.parsed.ParsedModel;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.parsed.ParsedWaiter;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Links what can be waited for, as far as the operations that it needs are wanted. */
final class WaiterLinker {
    /** Each is a statement of one method; the longest list that is known has a tenth of it. */
    private static final int MOST_ACCEPTORS = 100;

    private final ServiceModel model;
    private final Problems problems;
    private final PathCompiler paths;

    private WaiterLinker(ServiceModel model, Problems problems) {
        this.model = model;
        this.problems = problems;
        this.paths = new PathCompiler(model, problems);
    }

    /** What can be waited for, sorted by name. */
    static List<Waiter> link(ParsedModel parsed, ServiceModel model, Problems problems) {
        WaiterLinker linker = new WaiterLinker(model, problems);
        Map<String, Operation> operations = new LinkedHashMap<>();
        model.operations().forEach(operation -> operations.put(operation.name(), operation));
        List<Waiter> waiters = new ArrayList<>();
        for (ParsedWaiter waiter : parsed.waiters()) {
            ParsedText name = waiter.operation();
            Operation operation = name == null ? null : operations.get(name.text());
            if (operation != null) {
                linker.link(waiter, operation, waiters);
            } else if (name != null) {
                linker.checkKnown(waiter, name, parsed);
            }
        }
        waiters.sort(Comparator.comparing(Waiter::name));
        return waiters;
    }

    private void checkKnown(ParsedWaiter waiter, ParsedText operation, ParsedModel parsed) {
        List<String> known =
                parsed.operations().stream().map(ParsedOperation::name).toList();
        if (!known.contains(operation.text())) {
            problems.warning(
                    ProblemCode.WAITER_OPERATION,
                    operation.pointer(),
                    noWaiter(waiter) + ": it calls operation " + Quote.of(operation.text())
                            + ", which the model does not define",
                    Suggestions.didYouMeanOr(operation.text(), known, "operations are"));
        }
    }

    private void link(ParsedWaiter waiter, Operation operation, List<Waiter> waiters) {
        PlausibleNames.check("a waiter", waiter.name(), waiter.pointer(), problems);
        List<Waiter.Acceptor> acceptors = new ArrayList<>();
        WaiterMatchers matchers = new WaiterMatchers(model, paths, problems, waiter, operation);
        boolean whole = true;
        for (ParsedWaiter.Acceptor acceptor : waiter.acceptors()) {
            Matcher matcher = matchers.matcher(acceptor);
            whole &= matcher != null;
            if (matcher != null && acceptor.state() != null) {
                Waiter.State state = switch (acceptor.state()) {
                    case SUCCESS -> Waiter.State.SUCCESS;
                    case FAILURE -> Waiter.State.FAILURE;
                    case RETRY -> Waiter.State.RETRY;
                };
                acceptors.add(new Waiter.Acceptor(matcher, state));
            }
        }
        if (!whole) {
            return;
        }
        String other = namesake(waiter, waiters);
        if (acceptors.size() > MOST_ACCEPTORS) {
            unusable(
                    waiter,
                    "it has " + acceptors.size() + " acceptors, more than the " + MOST_ACCEPTORS
                            + " that are supported");
        } else if (acceptors.stream().noneMatch(acceptor -> acceptor.state() == Waiter.State.SUCCESS)) {
            unusable(waiter, "none of its acceptors is a success");
        } else if (other != null) {
            unusable(
                    waiter,
                    "its class would have the same name as that of waiter " + Quote.shortened(other)
                            + ", or one that differs only in case");
        } else {
            waiters.add(new Waiter(
                    waiter.name(),
                    waiter.pointer(),
                    waiter.documentation(),
                    operation,
                    waiter.delay(),
                    waiter.maxAttempts(),
                    acceptors));
        }
    }

    /** An earlier one that makes the same name in Java, as some disks see it, {@code null} for none. */
    private static @Nullable String namesake(ParsedWaiter waiter, List<Waiter> earlier) {
        for (Waiter other : earlier) {
            if (letters(other.name()).equals(letters(waiter.name()))) {
                return other.name();
            }
        }
        return null;
    }

    /** Names have letters, digits and underscores, of which those of Java lose the last. */
    private static String letters(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private void unusable(ParsedWaiter waiter, String why) {
        problems.warning(ProblemCode.WAITER_UNUSABLE, waiter.pointer(), noWaiter(waiter) + ": " + why, null);
    }

    /** What becomes of a waiter that something is wrong with, as the beginning of a sentence. */
    static String noWaiter(ParsedWaiter waiter) {
        return "there is no waiter " + Quote.shortened(waiter.name());
    }
}
