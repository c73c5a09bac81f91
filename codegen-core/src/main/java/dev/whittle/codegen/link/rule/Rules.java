package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.problem.Problems;
import java.util.List;

/** Every rule that a model must keep, whatever its protocol is. */
public final class Rules {
    private static final List<Rule> ALL = List.of(
            new ServiceNamesRule(),
            new GlobalEndpointRule(),
            new NameRule(),
            new ShapeReferenceRule(),
            new FaultRule(),
            new UnionRule(),
            new EnumRule(),
            new MapKeyRule(),
            new RecursionRule(),
            new IdempotencyTokenRule(),
            new TimestampFormatRule(),
            new OperationCaseRule(),
            new InputOutputRule(),
            new ErrorRule(),
            new StreamRule(),
            new EventRule(),
            new HostPrefixRule(),
            new ChecksumRule());

    private Rules() {}

    /** Reports every place where a rule does not hold. */
    public static void check(Selection selection, Problems problems) {
        ALL.forEach(rule -> rule.check(selection, problems));
    }
}
