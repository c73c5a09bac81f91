package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.link.rule.UriTemplate.Label;
import dev.whittle.codegen.parsed.ParsedHttp;
import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedMember.Location;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.problem.Dialect;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every label of the request URI has a member that is bound to it, and every such member has its label. */
final class LabelRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedOperation operation : selection.operations()) {
            ParsedHttp http = operation.http();
            ParsedText uri = http == null ? null : http.uri();
            UriTemplate template = uri == null ? null : UriTemplate.parse(uri.text());
            if (uri != null && template != null && template.fault() == null) {
                check(operation, uri, template.labels(), selection, problems);
            }
        }
    }

    private static void check(
            ParsedOperation operation, ParsedText uri, List<Label> labels, Selection selection, Problems problems) {
        ParsedShape input = selection.model().shape(operation.input());
        if (input == null && operation.input() != null) {
            return;
        }
        Map<String, ParsedMember> bound = bound(input);
        for (Label label : labels) {
            if (!bound.containsKey(label.name())) {
                problems.errorWithHint(
                        ProblemCode.LABEL_UNBOUND,
                        uri.pointer(),
                        Phrases.of(operation) + ": label {" + Quote.shortened(label.name())
                                + "} of the request URI is bound by no member"
                                + (input == null ? ": there is no input" : " of " + Phrases.of(input)),
                        () -> unboundHint(label.name(), input, problems.dialect()));
            }
        }
        Set<String> names = labels.stream().map(Label::name).collect(Collectors.toCollection(LinkedHashSet::new));
        bound.forEach((name, member) -> {
            if (!names.contains(name)) {
                problems.errorWithHint(
                        ProblemCode.LABEL_MISSING,
                        member.pointer(),
                        Phrases.of(operation) + ": member " + Quote.of(member.name()) + " is bound to label {"
                                + Quote.shortened(name) + "}, which the request URI does not have",
                        () -> Suggestions.didYouMeanOr(name, names, "it has"));
            }
        });
    }

    /** The members that are bound to a label, by the name of the label. */
    private static Map<String, ParsedMember> bound(@Nullable ParsedShape input) {
        Map<String, ParsedMember> bound = new LinkedHashMap<>();
        if (input == null) {
            return bound;
        }
        for (ParsedMember member : input.members()) {
            if (member.location() == Location.URI) {
                bound.putIfAbsent(member.nameOnWire(), member);
            }
        }
        return bound;
    }

    private static @Nullable String unboundHint(String label, @Nullable ParsedShape input, Dialect dialect) {
        if (input == null) {
            return null;
        }
        List<String> wireNames = new ArrayList<>();
        for (ParsedMember member : input.members()) {
            String wireName = member.nameOnWire();
            String quoted = "member " + Quote.of(member.name());
            if (member.location() == Location.URI && member.name().equalsIgnoreCase(label)) {
                return quoted + " has " + dialect.boundToLabel(wireName);
            }
            if (member.location() != Location.URI && wireName.equals(label)) {
                return quoted + " needs " + dialect.bindToLabel() + " to be bound to it";
            }
            if (member.location() == Location.URI) {
                wireNames.add(wireName);
            }
        }
        return Suggestions.didYouMean(label, wireNames);
    }
}
