package dev.whittle.codegen.diff;

import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Pagination;
import dev.whittle.codegen.model.Waiter;
import dev.whittle.codegen.names.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares paginators and waiters. */
final class PageChanges {
    private final Comparison comparison;

    PageChanges(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Compares the pages of an operation that both clients have. */
    void compare(Operation old, Operation now) {
        Pagination was = comparison.before().model().pagination(old);
        Pagination is = comparison.after().model().pagination(now);
        List<JavaChange> elements = new ArrayList<>(comparison
                .claims()
                .members(
                        comparison.before().names().client(),
                        comparison.before().names().paginator(old)));
        String name = now.name();
        if (was == null && is != null) {
            report(ChangeCode.PAGINATOR_ADDED, old, now, name + " gains a paginator", elements);
        } else if (was != null && is == null) {
            report(ChangeCode.PAGINATOR_REMOVED, old, now, name + " loses its paginator", elements)
                    .witness(
                            "client." + comparison.before().names().paginator(old) + "(…)",
                            "call the operation once for each page");
        } else if (was != null
                && is != null
                && (!elements.isEmpty() || !tokens(was).equals(tokens(is)))) {
            report(ChangeCode.PAGINATOR_CHANGED, old, now, "the paginator of " + name + " changes", elements);
        }
    }

    private static String tokens(Pagination pagination) {
        StringBuilder text = new StringBuilder();
        pagination.tokens().forEach(token -> text.append(token.input().name()).append(' '));
        return text.toString();
    }

    private Finding report(ChangeCode code, Operation old, Operation now, String message, List<JavaChange> elements) {
        return comparison
                .report(code, now.name(), message)
                .at(old.pointer(), now.pointer())
                .reachedFrom(List.of(now.name()), null)
                .elements(elements)
                .touches(
                        comparison.before().names().client(),
                        comparison.before().names().paginator(old));
    }

    /** Compares what can be waited for. */
    void compareWaiters() {
        Map<String, Waiter> now = new HashMap<>();
        comparison.after().model().waiters().forEach(each -> now.put(each.name(), each));
        for (Waiter old : comparison.before().model().waiters()) {
            Waiter same = now.remove(old.name());
            if (same == null) {
                waiter(ChangeCode.WAITER_REMOVED, old, "the waiter " + old.name() + " is removed")
                        .at(old.pointer(), null)
                        .elements(method(comparison.before(), old))
                        .witness("client.waiter()." + Names.waitMethod(old) + "(…)", "call the operation in a loop");
                continue;
            }
            List<JavaChange> elements = method(comparison.before(), old);
            if (!elements.isEmpty() || !text(comparison.before(), old).equals(text(comparison.after(), same))) {
                waiter(ChangeCode.WAITER_CHANGED, same, "the waiter " + old.name() + " changes")
                        .at(old.pointer(), same.pointer())
                        .elements(elements)
                        .touches(comparison.before().names().waiter(), Names.waitMethod(old));
            }
        }
        for (Waiter added : now.values()) {
            waiter(ChangeCode.WAITER_ADDED, added, "the waiter " + added.name() + " is added")
                    .at(null, added.pointer())
                    .elements(method(comparison.after(), added));
        }
    }

    private Finding waiter(ChangeCode code, Waiter waiter, String message) {
        return comparison
                .report(code, waiter.name(), message)
                .reachedFrom(List.of(waiter.operation().name()), null);
    }

    /** What differs in behaviour; paths and pointers differ with every shape. */
    private static String text(ClientModel client, Waiter waiter) {
        StringBuilder text = new StringBuilder();
        text.append(waiter.operation().name())
                .append(waiter.delay())
                .append(' ')
                .append(waiter.maxAttempts());
        for (Waiter.Acceptor acceptor : waiter.acceptors()) {
            text.append(acceptor.state());
            if (acceptor.matcher() instanceof Waiter.Status status && !status.isOfErrors()) {
                // A waiter takes every response for one with the status of the model.
                text.append(status)
                        .append(client.wire().operation(waiter.operation()).status());
            } else if (acceptor.matcher() instanceof Waiter.OfPath path) {
                text.append(path.quantity()).append(path.expression()).append(path.expected());
            } else {
                text.append(acceptor.matcher());
            }
        }
        return text.toString();
    }

    /** The method that waits, and with the first and last waiter the class and the method that returns it. */
    private List<JavaChange> method(ClientModel client, Waiter waiter) {
        Names names = client.names();
        List<JavaChange> changes =
                new ArrayList<>(comparison.claims().members(names.waiter(), Names.waitMethod(waiter)));
        if (comparison.before().model().waiters().isEmpty()
                || comparison.after().model().waiters().isEmpty()) {
            changes.addAll(comparison.claims().type(names.waiter()));
            changes.addAll(comparison.claims().members(names.client(), "waiter"));
        }
        return changes;
    }
}
