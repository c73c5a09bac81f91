package dev.whittle.codegen.link.endpoint;

import dev.whittle.codegen.model.EndpointRules.Attribute;
import dev.whittle.codegen.model.EndpointRules.Expression;
import dev.whittle.codegen.model.EndpointRules.Item;
import dev.whittle.codegen.model.EndpointType;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Follows paths such as {@code resourceId[0]} into values: what {@code getAttr} and templates do. */
final class Attributes {
    private static final Map<EndpointType, Map<String, EndpointType>> OF_TYPE = Map.of(
            EndpointType.PARTITION,
            new TreeMap<>(Map.of(
                    "name", EndpointType.TEXT,
                    "dnsSuffix", EndpointType.TEXT,
                    "dualStackDnsSuffix", EndpointType.TEXT,
                    "implicitGlobalRegion", EndpointType.TEXT,
                    "supportsFIPS", EndpointType.FLAG,
                    "supportsDualStack", EndpointType.FLAG)),
            EndpointType.ARN,
            new TreeMap<>(Map.of(
                    "partition", EndpointType.TEXT,
                    "service", EndpointType.TEXT,
                    "region", EndpointType.TEXT,
                    "accountId", EndpointType.TEXT,
                    "resourceId", EndpointType.TEXT_LIST)),
            EndpointType.URL,
            new TreeMap<>(Map.of(
                    "scheme", EndpointType.TEXT,
                    "authority", EndpointType.TEXT,
                    "path", EndpointType.TEXT,
                    "normalizedPath", EndpointType.TEXT,
                    "isIp", EndpointType.FLAG)));

    private final Problems problems;

    Attributes(Problems problems) {
        this.problems = problems;
    }

    /** What a path leads to in a value, {@code null} after reporting that it leads nowhere. */
    @Nullable
    Expression follow(Expression value, String path, String pointer) {
        Expression found = value;
        for (String part : path.split("\\.", -1)) {
            int bracket = part.indexOf('[');
            String key = bracket < 0 ? part : part.substring(0, bracket);
            if (bracket != 0) {
                found = attribute(found, key, pointer);
            }
            if (found != null && bracket >= 0) {
                found = item(found, part.substring(bracket), pointer);
            }
            if (found == null) {
                return null;
            }
        }
        return found;
    }

    private @Nullable Expression attribute(Expression of, String key, String pointer) {
        Map<String, EndpointType> attributes = OF_TYPE.getOrDefault(of.type(), Map.of());
        EndpointType type = of.isOptional() ? null : attributes.get(key);
        if (type != null) {
            return new Attribute(of, key, type);
        }
        String message = of.isOptional()
                ? of.type().phrase() + " that may be missing has no parts"
                : of.type().phrase() + " has no part " + Quote.of(key);
        String hint = of.isOptional()
                ? "assign it to a name in a separate condition first"
                : Suggestions.didYouMeanOr(key, attributes.keySet(), "it has");
        problems.error(ProblemCode.ENDPOINT_ATTRIBUTE, pointer, message, hint);
        return null;
    }

    private @Nullable Expression item(Expression list, String bracketed, String pointer) {
        Integer index = index(bracketed);
        if (index != null && list.type() == EndpointType.TEXT_LIST) {
            return new Item(list, index);
        }
        String message = index == null
                ? Quote.of(bracketed) + " is not an index"
                : list.type().phrase() + " has no elements";
        problems.error(ProblemCode.ENDPOINT_ATTRIBUTE, pointer, message, null);
        return null;
    }

    private static @Nullable Integer index(String bracketed) {
        int end = bracketed.length() - 1;
        if (end < 2 || bracketed.charAt(end) != ']') {
            return null;
        }
        try {
            return Integer.valueOf(bracketed.substring(1, end));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
