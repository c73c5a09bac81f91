package dev.whittle.codegen.emit.endpoint;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.model.EndpointRules.Attribute;
import dev.whittle.codegen.model.EndpointRules.BuiltIn;
import dev.whittle.codegen.model.EndpointRules.Call;
import dev.whittle.codegen.model.EndpointRules.Expression;
import dev.whittle.codegen.model.EndpointRules.FlagLiteral;
import dev.whittle.codegen.model.EndpointRules.Item;
import dev.whittle.codegen.model.EndpointRules.ListLiteral;
import dev.whittle.codegen.model.EndpointRules.NeededRegion;
import dev.whittle.codegen.model.EndpointRules.NumberLiteral;
import dev.whittle.codegen.model.EndpointRules.Parameter;
import dev.whittle.codegen.model.EndpointRules.ParameterValue;
import dev.whittle.codegen.model.EndpointRules.Template;
import dev.whittle.codegen.model.EndpointRules.TextLiteral;
import dev.whittle.codegen.model.EndpointRules.Variable;
import dev.whittle.codegen.model.EndpointType;
import java.util.List;
import java.util.Map;

/** Values of endpoint rules as expressions of Java. */
final class EndpointExpressions {
    private final Map<String, String> locals;

    /**
     * The expressions at one place.
     *
     * @param locals the variables of Java that hold what conditions gave names
     */
    EndpointExpressions(Map<String, String> locals) {
        this.locals = locals;
    }

    /** The type of a value in Java. */
    static TypeName type(EndpointType type) {
        return switch (type) {
            case TEXT -> ClassName.get(String.class);
            case FLAG -> TypeName.BOOLEAN;
            case NUMBER -> TypeName.INT;
            case TEXT_LIST -> ParameterizedTypeName.get(List.class, String.class);
            case PARTITION -> RuntimeTypes.PARTITION;
            case ARN -> RuntimeTypes.ARN;
            case URL -> RuntimeTypes.PARSED_URL;
        };
    }

    /** A value that is used as it is. */
    CodeBlock value(Expression value) {
        if (value instanceof TextLiteral text) {
            return CodeBlock.of("$S", text.text());
        } else if (value instanceof FlagLiteral flag) {
            return CodeBlock.of("$L", flag.value());
        } else if (value instanceof NumberLiteral number) {
            return CodeBlock.of("$L", number.value());
        } else if (value instanceof ListLiteral list) {
            return list(list);
        } else if (value instanceof Template template) {
            return template(template);
        } else if (value instanceof ParameterValue parameter) {
            return parameter(parameter.parameter());
        } else if (value instanceof NeededRegion) {
            return CodeBlock.of("in.neededRegion()");
        } else if (value instanceof Variable variable) {
            return CodeBlock.of("$N", locals.get(variable.name()));
        } else if (value instanceof Attribute attribute) {
            return CodeBlock.of("$L.$N()", value(attribute.of()), accessor(attribute.name()));
        } else if (value instanceof Item item) {
            return CodeBlock.of("$T.item($L, $L)", RuntimeTypes.ENDPOINT_FUNCTIONS, value(item.list()), item.index());
        }
        return call((Call) value);
    }

    /** Whether a value is there and is not false. */
    CodeBlock condition(Expression value) {
        return value.type() == EndpointType.FLAG ? value(value) : isSet(value);
    }

    /** {@code supportsFIPS} → {@code supportsFips}. */
    private static String accessor(String attribute) {
        return attribute.equals("supportsFIPS") ? "supportsFips" : attribute;
    }

    private static CodeBlock list(ListLiteral list) {
        CodeBlock texts =
                list.values().stream().map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(", "));
        return CodeBlock.of("$T.of($L)", List.class, texts);
    }

    // String.join("", "https://tiny.", in.region(), ".", partitionResult.dnsSuffix())
    private CodeBlock template(Template template) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.join(\"\"", String.class);
        template.parts().forEach(part -> code.add(", $L", value(part)));
        return code.add(")").build();
    }

    // in.region()
    // in.text("Bucket")
    // in.flag("Accelerate", false)
    private CodeBlock parameter(Parameter parameter) {
        Expression otherwise = parameter.otherwise();
        if (parameter.builtIn() != null) {
            CodeBlock value = builtIn(parameter.builtIn());
            return otherwise == null || parameter.type() == EndpointType.FLAG
                    ? value
                    : CodeBlock.of("($L != null ? $L : $L)", value, value, value(otherwise));
        }
        String name = parameter.name();
        return switch (parameter.type()) {
            case FLAG -> CodeBlock.of("in.flag($S, $L)", name, otherwise == null ? false : value(otherwise));
            case TEXT_LIST ->
                otherwise == null
                        ? CodeBlock.of("in.texts($S)", name)
                        : CodeBlock.of("in.texts($S, $L)", name, value(otherwise));
            default ->
                otherwise == null
                        ? CodeBlock.of("in.text($S)", name)
                        : CodeBlock.of("in.text($S, $L)", name, value(otherwise));
        };
    }

    private static CodeBlock builtIn(BuiltIn builtIn) {
        return CodeBlock.of(
                "in.$L()",
                switch (builtIn) {
                    case REGION -> "region";
                    case USE_FIPS -> "useFips";
                    case USE_DUAL_STACK -> "useDualStack";
                    case ENDPOINT -> "endpoint";
                });
    }

    // in.endpoint() != null
    private CodeBlock isSet(Expression value) {
        return value.isOptional() ? CodeBlock.of("$L != null", orNull(value)) : CodeBlock.of("true");
    }

    private CodeBlock isMissing(Expression value) {
        return value.isOptional() ? CodeBlock.of("$L == null", orNull(value)) : CodeBlock.of("false");
    }

    /** A value that may be missing: a flag that is not given is false elsewhere. */
    private CodeBlock orNull(Expression value) {
        return value instanceof ParameterValue parameter && value.type() == EndpointType.FLAG
                ? CodeBlock.of("in.flag($S)", parameter.parameter().name())
                : value(value);
    }

    private CodeBlock call(Call call) {
        List<Expression> arguments = call.arguments();
        return switch (call.function()) {
            case IS_SET -> isSet(arguments.get(0));
            case NOT -> not(arguments.get(0));
            case BOOLEAN_EQUALS -> booleanEquals(arguments.get(0), arguments.get(1));
            case STRING_EQUALS -> stringEquals(arguments.get(0), arguments.get(1));
            case COALESCE -> coalesce(arguments);
            case ITE ->
                CodeBlock.of(
                        "($L ? $L : $L)", value(arguments.get(0)), value(arguments.get(1)), value(arguments.get(2)));
            case PARTITION -> CodeBlock.of("$T.of($L)", RuntimeTypes.PARTITION, value(arguments.get(0)));
            case PARSE_ARN -> CodeBlock.of("$T.of($L)", RuntimeTypes.ARN, value(arguments.get(0)));
            case PARSE_URL -> CodeBlock.of("$T.of($L)", RuntimeTypes.PARSED_URL, value(arguments.get(0)));
            case SUBSTRING -> function("substring", arguments);
            case URI_ENCODE -> function("uriEncode", arguments);
            case IS_VALID_HOST_LABEL -> function("isValidHostLabel", arguments);
            case SPLIT -> function("split", arguments);
            case IS_VIRTUAL_HOSTABLE_BUCKET -> function("isVirtualHostableBucket", arguments);
        };
    }

    private CodeBlock function(String name, List<Expression> arguments) {
        return CodeBlock.of(
                "$T.$N($L)",
                RuntimeTypes.ENDPOINT_FUNCTIONS,
                name,
                arguments.stream().map(this::value).collect(CodeBlock.joining(", ")));
    }

    private CodeBlock not(Expression value) {
        if (value instanceof Call call) {
            List<Expression> arguments = call.arguments();
            switch (call.function()) {
                case IS_SET -> {
                    return isMissing(arguments.get(0));
                }
                case NOT -> {
                    return value(arguments.get(0));
                }
                case BOOLEAN_EQUALS -> {
                    return CodeBlock.of("!($L)", value(value));
                }
                default -> {
                    // A call of a method needs no parentheses.
                }
            }
        }
        return CodeBlock.of("!$L", value(value));
    }

    private CodeBlock booleanEquals(Expression a, Expression b) {
        if (b instanceof FlagLiteral literal) {
            return literal.value() ? value(a) : not(a);
        } else if (a instanceof FlagLiteral literal) {
            return literal.value() ? value(b) : not(b);
        }
        return CodeBlock.of("($L == $L)", value(a), value(b));
    }

    private CodeBlock stringEquals(Expression a, Expression b) {
        return b instanceof TextLiteral
                ? CodeBlock.of("$L.equals($L)", value(b), value(a))
                : CodeBlock.of("$L.equals($L)", value(a), value(b));
    }

    // (in.text("A") != null ? in.text("A") : "b")
    private CodeBlock coalesce(List<Expression> arguments) {
        CodeBlock.Builder code = CodeBlock.builder().add("(");
        for (int i = 0; i < arguments.size(); i++) {
            Expression argument = arguments.get(i);
            if (!argument.isOptional() || i == arguments.size() - 1) {
                return code.add("$L)", value(argument)).build();
            }
            code.add("$L ? $L : ", isSet(argument), value(argument));
        }
        return code.add(")").build();
    }
}
