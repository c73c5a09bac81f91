package dev.whittle.codegen.link.endpoint;

import dev.whittle.codegen.model.EndpointRules.Argument;
import dev.whittle.codegen.model.EndpointRules.ClientParameter;
import dev.whittle.codegen.model.EndpointRules.Constant;
import dev.whittle.codegen.model.EndpointRules.Expression;
import dev.whittle.codegen.model.EndpointRules.FromMember;
import dev.whittle.codegen.model.EndpointRules.ListLiteral;
import dev.whittle.codegen.model.EndpointRules.Parameter;
import dev.whittle.codegen.model.EndpointRules.TextLiteral;
import dev.whittle.codegen.model.EndpointType;
import dev.whittle.codegen.parsed.ParsedContextParameter;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Value;
import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedModel;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Links what clients and operations give to the parameters of a rule set. What the rules do not ask for has no effect,
 * and is passed over; so is what every client gives in a way of its own, such as the region.
 */
final class ContextLinker {
    private final ParsedModel model;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Problems problems;

    ContextLinker(ParsedModel model, List<Parameter> parameters, Problems problems) {
        this.model = model;
        this.problems = problems;
        for (Parameter parameter : parameters) {
            if (parameter.builtIn() == null) {
                this.parameters.put(parameter.name(), parameter);
            }
        }
    }

    List<ClientParameter> ofClient() {
        List<ClientParameter> linked = new ArrayList<>();
        for (ParsedContextParameter each : model.clientParameters()) {
            Parameter parameter = parameters.get(each.name());
            if (parameter == null || each.type() == null) {
                continue;
            }
            if (ParameterLinker.type(each.type()) != parameter.type()) {
                String message = "client context parameter " + Quote.of(each.name()) + " has the type "
                        + Quote.of(each.type()) + ", but the endpoint rules take "
                        + parameter.type().phrase();
                problems.error(ProblemCode.ENDPOINT_CONTEXT, each.pointer(), message, null);
            }
            linked.add(new ClientParameter(parameter.name(), parameter.type(), each.documentation(), each.pointer()));
        }
        return linked;
    }

    /** What each operation gives that gives anything; what it gives always comes last, as it counts before a member. */
    Map<String, List<Argument>> of(List<ParsedOperation> operations) {
        Map<String, List<Argument>> linked = new LinkedHashMap<>();
        for (ParsedOperation operation : operations) {
            List<Argument> arguments = new ArrayList<>();
            ParsedShape input = model.shape(operation.input());
            if (input != null) {
                input.members().forEach(member -> addMember(arguments, member));
            }
            operation.staticParameters().forEach((name, value) -> addConstant(arguments, name, value));
            if (!arguments.isEmpty()) {
                linked.put(operation.name(), arguments);
            }
        }
        return linked;
    }

    private void addMember(List<Argument> arguments, ParsedMember member) {
        Parameter parameter = member.contextParameter() == null ? null : parameters.get(member.contextParameter());
        ParsedShape target = model.shapes().get(member.target());
        if (parameter == null || target == null) {
            return;
        }
        if (type(target) != parameter.type()) {
            String message =
                    "member " + Quote.of(member.name()) + " is " + target.kind().phrase()
                            + ", but the parameter " + Quote.of(parameter.name()) + " of the endpoint rules is "
                            + parameter.type().phrase();
            problems.error(ProblemCode.ENDPOINT_CONTEXT, member.pointer(), message, null);
        }
        arguments.add(new FromMember(parameter.name(), member.name()));
    }

    private void addConstant(List<Argument> arguments, String name, Value value) {
        Parameter parameter = parameters.get(name);
        if (parameter == null) {
            return;
        }
        Expression literal = ParameterLinker.literal(value);
        if (literal == null || literal.type() != parameter.type()) {
            String message = "static context parameter " + Quote.of(name) + " is "
                    + (literal == null ? "of no known type" : literal.type().phrase())
                    + ", but the endpoint rules take " + parameter.type().phrase();
            problems.error(ProblemCode.ENDPOINT_CONTEXT, value.pointer(), message, null);
            return;
        }
        checkWritable(literal, value.pointer());
        arguments.add(new Constant(name, literal));
    }

    private void checkWritable(Expression literal, String pointer) {
        List<String> texts = literal instanceof TextLiteral text
                ? List.of(text.text())
                : literal instanceof ListLiteral list ? list.values() : List.of();
        for (String text : texts) {
            String fault = Templates.unwritable(text);
            if (fault != null) {
                problems.error(ProblemCode.ENDPOINT_LIMIT, pointer, "a text of the endpoint rules " + fault, null);
            }
        }
    }

    private @Nullable EndpointType type(ParsedShape shape) {
        return switch (shape.kind()) {
            case STRING, ENUM -> EndpointType.TEXT;
            case BOOLEAN -> EndpointType.FLAG;
            case LIST -> {
                ParsedShape element = shape.members().isEmpty()
                        ? null
                        : model.shapes().get(shape.members().get(0).target());
                boolean texts = element != null && element.kind() == ParsedShape.Kind.STRING;
                yield texts && !shape.flags().sparse() ? EndpointType.TEXT_LIST : null;
            }
            default -> null;
        };
    }
}
