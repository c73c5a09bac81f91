package dev.whittle.codegen.link.endpoint;

import dev.whittle.codegen.model.EndpointRules.Expression;
import dev.whittle.codegen.model.EndpointRules.Template;
import dev.whittle.codegen.model.EndpointRules.TextLiteral;
import dev.whittle.codegen.model.EndpointType;
import dev.whittle.codegen.model.JavaText;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads texts in which {@code {name}} and {@code {name#attribute}} stand for values, and a doubled brace for a brace. */
public final class Templates {
    /** In UTF-8, a character of Java takes three bytes at most, and a constant has 65,535. */
    private static final int LONGEST = 65_535 / 3;

    private final Problems problems;
    private final Attributes attributes;

    Templates(Problems problems) {
        this.problems = problems;
        this.attributes = new Attributes(problems);
    }

    /** The text, {@code null} after reporting what is wrong with it. */
    @Nullable
    Expression read(String text, String pointer, Scope scope) {
        String unwritable = unwritable(text);
        if (unwritable != null) {
            problems.error(ProblemCode.ENDPOINT_LIMIT, pointer, "a text of the endpoint rules " + unwritable, null);
            return null;
        }
        List<Expression> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean brace = c == '{' || c == '}';
            if (brace && i + 1 < text.length() && text.charAt(i + 1) == c) {
                literal.append(c);
                i++;
            } else if (c == '{') {
                int close = text.indexOf('}', i);
                String name = close < 0 ? "" : text.substring(i + 1, close);
                if (name.isEmpty() || name.indexOf('{') >= 0) {
                    return unbalanced(text, pointer);
                }
                add(parts, literal);
                Expression value = value(name, pointer, scope);
                if (value == null) {
                    return null;
                }
                parts.add(value);
                i = close;
            } else if (brace) {
                return unbalanced(text, pointer);
            } else {
                literal.append(c);
            }
        }
        if (parts.isEmpty()) {
            return new TextLiteral(literal.toString());
        }
        add(parts, literal);
        return parts.size() == 1 ? parts.get(0) : new Template(parts);
    }

    /** Why a text cannot stand in a source of Java, {@code null} if it can. */
    static @Nullable String unwritable(String text) {
        if (text.length() > LONGEST) {
            return "has " + text.length() + " characters, more than the " + LONGEST + " of a constant";
        }
        return JavaText.isWritable(text)
                ? null
                : "holds half a surrogate pair or a line separator, which no source can hold";
    }

    private static void add(List<Expression> parts, StringBuilder literal) {
        if (!literal.isEmpty()) {
            parts.add(new TextLiteral(literal.toString()));
            literal.setLength(0);
        }
    }

    private @Nullable Expression unbalanced(String text, String pointer) {
        problems.error(
                ProblemCode.ENDPOINT_TEMPLATE,
                pointer,
                "the braces of " + Quote.of(text) + " do not enclose names",
                "write a literal brace twice");
        return null;
    }

    private @Nullable Expression value(String reference, String pointer, Scope scope) {
        int hash = reference.indexOf('#');
        String name = hash < 0 ? reference : reference.substring(0, hash);
        Expression value = scope.find(name);
        if (value == null) {
            problems.error(
                    ProblemCode.ENDPOINT_REFERENCE,
                    pointer,
                    "there is no value " + Quote.of(name) + " here",
                    Suggestions.didYouMeanOr(name, scope.names(), "there are"));
            return null;
        }
        Expression part =
                hash < 0 ? Expressions.needed(value) : attributes.follow(value, reference.substring(hash + 1), pointer);
        if (part != null && (part.type() != EndpointType.TEXT || part.isOptional())) {
            problems.error(
                    ProblemCode.ENDPOINT_VALUE,
                    pointer,
                    "{" + Quote.shortened(reference) + "} is "
                            + (part.type() == EndpointType.TEXT
                                    ? "a string that may be missing here"
                                    : part.type().phrase() + ", expected a string"),
                    part.type() == EndpointType.TEXT ? "test it with isSet first" : null);
            return null;
        }
        return part;
    }
}
