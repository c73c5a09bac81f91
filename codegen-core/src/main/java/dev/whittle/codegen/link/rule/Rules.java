package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.problem.Problems;
import java.util.List;

/** Every rule that a model must keep. */
public final class Rules {
    private static final List<Rule> OF_ALL = List.of(
            new ProtocolRule(),
            new ServiceNamesRule(),
            new GlobalEndpointRule(),
            new NameRule(),
            new ShapeReferenceRule(),
            new RequiredMembersRule(),
            new UnionRule(),
            new EnumRule(),
            new MapKeyRule(),
            new RecursionRule(),
            new IdempotencyTokenRule(),
            new JsonValueRule(),
            new TimestampFormatRule(),
            new OperationCaseRule(),
            new InputOutputRule(),
            new ErrorRule(),
            new HostPrefixRule(),
            new ChecksumRule());
    private static final List<Rule> OF_HTTP_BINDINGS = List.of(
            new HttpRule(),
            new UriRule(),
            new LabelRule(),
            new LabelMemberRule(),
            new PayloadRule(),
            new HeaderRule(),
            new PrefixHeadersRule(),
            new QueryRule(),
            new WireNameRule(),
            new StatusRule());

    private Rules() {}

    /** Reports every place where a rule does not hold. */
    public static void check(Selection selection, Problems problems) {
        OF_ALL.forEach(rule -> rule.check(selection, problems));
        if (ProtocolRule.bindsMembersToHttp(selection.model().service())) {
            OF_HTTP_BINDINGS.forEach(rule -> rule.check(selection, problems));
        }
    }
}
