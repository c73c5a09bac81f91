package dev.whittle.codegen.link.rule;

import dev.whittle.codegen.parsed.ParsedChecksum;
import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedShape.Kind;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What chooses the checksums of an operation is text among the members of its input. */
final class ChecksumRule implements Rule {
    @Override
    public void check(Selection selection, Problems problems) {
        for (ParsedOperation operation : selection.operations()) {
            ParsedChecksum checksum = operation.checksum();
            if (checksum != null) {
                check(operation, "requestAlgorithmMember", checksum.requestAlgorithmMember(), selection, problems);
                check(operation, "requestValidationModeMember", checksum.validationModeMember(), selection, problems);
            }
        }
    }

    private static void check(
            ParsedOperation operation,
            String field,
            @Nullable ParsedText said,
            Selection selection,
            Problems problems) {
        ParsedShape input = selection.model().shape(operation.input());
        String name = said == null ? null : said.text();
        ParsedMember member = input == null ? null : input.member(name);
        Kind kind = member == null ? Kind.UNKNOWN : selection.kind(member.target());
        if (said == null || name == null || (member != null && (kind.isText() || kind == Kind.UNKNOWN))) {
            return;
        }
        List<String> names = input == null ? List.of() : input.memberNames();
        String fault = member == null ? ", which the input does not have" : ", which is " + kind.phrase();
        problems.error(
                ProblemCode.CHECKSUM_MEMBER,
                said.pointer(),
                Quote.of(field) + " of operation " + Quote.shortened(operation.name()) + " is " + Quote.of(name)
                        + fault,
                member != null
                        ? "name a member that is a string or an enum"
                        : names.isEmpty() ? null : Suggestions.didYouMeanOr(name, names, "it has"));
    }
}
