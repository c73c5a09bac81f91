package dev.whittle.codegen.protocol.http;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Member.HttpLocation;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Operation.HttpTrait;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.problem.Dialect;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;
import dev.whittle.codegen.protocol.http.UriTemplate.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every label of the request URI has a member that is bound to it, and every such member has its label. */
final class LabelRule implements HttpRules.Rule {
    @Override
    public void check(Messages messages, Problems problems) {
        for (Operation operation : messages.model().operations()) {
            HttpTrait http = operation.http();
            UriTemplate template = http == null ? null : UriTemplate.parse(http.uri());
            if (http != null && template != null && template.fault() == null) {
                check(operation, http.pointers().uri(), template.labels(), messages, problems);
            }
        }
    }

    private static void check(
            Operation operation, String pointer, List<Label> labels, Messages messages, Problems problems) {
        StructureShape input = messages.model().structure(operation.input());
        Map<String, Member> bound = bound(input);
        for (Label label : labels) {
            if (!bound.containsKey(label.name())) {
                problems.errorWithHint(
                        ProblemCode.LABEL_UNBOUND,
                        pointer,
                        Messages.of(operation) + ": label {" + Quote.shortened(label.name())
                                + "} of the request URI is bound by no member"
                                + (input.definedAs().isEmpty() ? ": there is no input" : " of " + Messages.of(input)),
                        () -> unboundHint(label.name(), input, problems.dialect()));
            }
        }
        Set<String> names = labels.stream().map(Label::name).collect(Collectors.toCollection(LinkedHashSet::new));
        bound.forEach((name, member) -> {
            if (!names.contains(name)) {
                problems.errorWithHint(
                        ProblemCode.LABEL_MISSING,
                        member.pointer(),
                        Messages.of(operation) + ": member " + Quote.of(member.name()) + " is bound to label {"
                                + Quote.shortened(name) + "}, which the request URI does not have",
                        () -> Suggestions.didYouMeanOr(name, names, "it has"));
            }
        });
    }

    /** The members that are bound to a label, by the name of the label. */
    private static Map<String, Member> bound(StructureShape input) {
        Map<String, Member> bound = new LinkedHashMap<>();
        for (Member member : input.members()) {
            if (member.location() == HttpLocation.URI) {
                bound.putIfAbsent(member.nameOnWire(), member);
            }
        }
        return bound;
    }

    private static @Nullable String unboundHint(String label, StructureShape input, Dialect dialect) {
        List<String> wireNames = new ArrayList<>();
        for (Member member : input.members()) {
            String wireName = member.nameOnWire();
            String quoted = "member " + Quote.of(member.name());
            if (member.location() == HttpLocation.URI && member.name().equalsIgnoreCase(label)) {
                return quoted + " has " + dialect.boundToLabel(wireName);
            }
            if (member.location() != HttpLocation.URI && wireName.equals(label)) {
                return quoted + " needs " + dialect.bindToLabel() + " to be bound to it";
            }
            if (member.location() == HttpLocation.URI) {
                wireNames.add(wireName);
            }
        }
        return Suggestions.didYouMean(label, wireNames);
    }
}
