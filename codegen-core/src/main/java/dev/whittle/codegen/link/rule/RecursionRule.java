package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedShape.Kind;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every structure has a finite value: none contains itself through required members only. Lists and maps can be empty,
 * and of a union one finite member is enough.
 */
final class RecursionRule implements Rule {
    private static final int LONGEST_PATH = 6;

    @Override
    public void check(Selection selection, Problems problems) {
        Map<String, ParsedMember> steps = infinite(selection);
        Set<String> visited = new HashSet<>();
        for (String start : steps.keySet()) {
            String cycle = followToCycle(start, steps, visited);
            if (cycle != null) {
                report(cycle, steps, problems);
            }
        }
    }

    /** The shapes without a finite value, each with a member that leads to another such shape. */
    private static Map<String, ParsedMember> infinite(Selection selection) {
        Map<String, Integer> waitingFor = new LinkedHashMap<>();
        Map<String, List<String>> users = new HashMap<>();
        Deque<String> finite = new ArrayDeque<>();
        Map<String, List<ParsedMember>> needs = new LinkedHashMap<>();
        for (ParsedShape shape : selection.shapes()) {
            List<ParsedMember> needed = needs(shape, selection);
            needs.put(shape.name(), needed);
            needed.forEach(member -> users.computeIfAbsent(member.target(), target -> new ArrayList<>(2))
                    .add(shape.name()));
            waitingFor.put(shape.name(), shape.kind() == Kind.UNION ? Math.min(1, needed.size()) : needed.size());
            if (needed.isEmpty()) {
                finite.add(shape.name());
            }
        }
        while (!finite.isEmpty()) {
            String done = finite.pop();
            for (String user : users.getOrDefault(done, List.of())) {
                if (waitingFor.merge(user, -1, Integer::sum) == 0) {
                    finite.push(user);
                }
            }
        }
        Map<String, ParsedMember> steps = new LinkedHashMap<>();
        waitingFor.forEach((name, missing) -> {
            if (missing > 0) {
                needs.getOrDefault(name, List.of()).stream()
                        .filter(member -> waitingFor.getOrDefault(member.target(), 0) > 0)
                        .findFirst()
                        .ifPresent(member -> steps.put(name, member));
            }
        });
        return steps;
    }

    /** The members of which all must have a finite value, or one of them in a union. */
    private static List<ParsedMember> needs(ParsedShape shape, Selection selection) {
        if (shape.kind() != Kind.STRUCTURE && shape.kind() != Kind.UNION) {
            return List.of();
        }
        boolean union = shape.kind() == Kind.UNION;
        List<ParsedMember> needs = new ArrayList<>();
        for (ParsedMember member : shape.members()) {
            Kind kind = selection.kind(member.target());
            boolean nested = kind == Kind.STRUCTURE || kind == Kind.UNION;
            if (union && !nested) {
                return List.of();
            }
            if (nested && (union || (member.required() && !member.flags().clientOptional()))) {
                needs.add(member);
            }
        }
        return needs;
    }

    /** A shape on the cycle to which the steps lead, {@code null} when it has been visited before. */
    private static @Nullable String followToCycle(String start, Map<String, ParsedMember> steps, Set<String> visited) {
        Set<String> path = new HashSet<>();
        String shape = start;
        while (visited.add(shape)) {
            path.add(shape);
            ParsedMember step = steps.get(shape);
            if (step == null) {
                return null;
            }
            shape = step.target();
        }
        return path.contains(shape) ? shape : null;
    }

    private static void report(String start, Map<String, ParsedMember> steps, Problems problems) {
        StringBuilder path = new StringBuilder(Quote.shortened(start));
        String pointer = "";
        String shape = start;
        for (int length = 0; ; length++) {
            ParsedMember step = steps.get(shape);
            if (step == null || (length > 0 && shape.equals(start))) {
                break;
            }
            if (length == 0) {
                pointer = step.pointer();
            }
            if (length == LONGEST_PATH) {
                path.append(" → …");
                break;
            }
            path.append('.').append(Quote.shortened(step.name())).append(" → ").append(Quote.shortened(step.target()));
            shape = step.target();
        }
        problems.error(
                ProblemCode.RECURSION_INFINITE,
                pointer,
                "the structure " + Quote.shortened(start) + " contains itself through required members: " + path,
                "no value of it can be built; make one of these members optional");
    }
}
