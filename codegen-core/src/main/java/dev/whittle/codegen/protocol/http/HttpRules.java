package dev.whittle.codegen.protocol.http;

import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.protocol.wire.BodyFormat;
import java.util.List;

/** Every rule of a model whose protocol binds members to the parts of HTTP messages. */
public final class HttpRules {
    private static final List<Rule> ALL = List.of(
            new OperationRule(),
            new UriRule(),
            new LabelRule(),
            new LabelMemberRule(),
            new PayloadRule(),
            new StreamRule(),
            new HeaderRule(),
            new PrefixHeadersRule(),
            new QueryRule(),
            new JsonValueRule(),
            new WireNameRule(),
            new StatusRule());

    private HttpRules() {}

    /** Reports every place where a rule does not hold. */
    public static void check(ServiceModel model, BodyFormat body, Problems problems) {
        Messages messages = new Messages(model, body);
        ALL.forEach(rule -> rule.check(messages, problems));
    }

    /** Reports members that share a property, where a protocol makes all members of all structures properties of bodies. */
    public static void checkBodies(ServiceModel model, BodyFormat body, Problems problems) {
        WireNameRule.checkBodies(model, body, structure -> true, problems);
    }

    /** Something that must hold. Rules know nothing of each other. */
    @FunctionalInterface
    interface Rule {
        /** Reports every place where the rule does not hold. */
        void check(Messages messages, Problems problems);
    }
}
