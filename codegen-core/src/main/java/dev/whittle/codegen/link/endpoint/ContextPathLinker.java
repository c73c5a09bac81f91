package dev.whittle.codegen.link.endpoint;

import dev.whittle.codegen.jmespath.PathCompiler;
import dev.whittle.codegen.model.EndpointRules;
import dev.whittle.codegen.model.EndpointRules.Argument;
import dev.whittle.codegen.model.EndpointRules.FromPath;
import dev.whittle.codegen.model.EndpointRules.Parameter;
import dev.whittle.codegen.model.EndpointType;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.path.Path;
import dev.whittle.codegen.model.path.PathType;
import dev.whittle.codegen.model.path.PathTypes;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Links what operations give to the parameters of a rule set by paths into their input. */
public final class ContextPathLinker {
    private final ServiceModel model;
    private final Problems problems;
    private final PathTypes types;
    private final PathCompiler paths;
    private final Map<String, Parameter> parameters = new HashMap<>();

    private ContextPathLinker(ServiceModel model, EndpointRules rules, Problems problems) {
        this.model = model;
        this.problems = problems;
        this.types = new PathTypes(model);
        this.paths = new PathCompiler(model, problems);
        for (Parameter parameter : rules.parameters()) {
            if (parameter.builtIn() == null) {
                parameters.put(parameter.name(), parameter);
            }
        }
    }

    /** The rules of a model with those paths. */
    public static @Nullable EndpointRules link(
            List<ParsedOperation> operations, ServiceModel model, Problems problems) {
        EndpointRules rules = model.endpoints();
        return rules == null
                ? null
                : rules.withPaths(new ContextPathLinker(model, rules, problems).arguments(operations));
    }

    private Map<String, List<Argument>> arguments(List<ParsedOperation> operations) {
        Map<String, Operation> linked = new HashMap<>();
        model.operations().forEach(operation -> linked.put(operation.name(), operation));
        Map<String, List<Argument>> all = new HashMap<>();
        for (ParsedOperation parsed : operations) {
            Operation operation = linked.get(parsed.name());
            List<Argument> arguments = new ArrayList<>();
            parsed.contextPaths().forEach((name, said) -> {
                Parameter parameter = parameters.get(name);
                if (parameter != null && operation != null) {
                    add(arguments, parameter, said, operation);
                }
            });
            if (!arguments.isEmpty()) {
                all.put(parsed.name(), arguments);
            }
        }
        return all;
    }

    private void add(List<Argument> arguments, Parameter parameter, ParsedText said, Operation operation) {
        String otherwise = "operation " + Quote.shortened(operation.name()) + " gives the endpoint rules no "
                + Quote.of(parameter.name());
        Path path = paths.require(said, operation.input(), otherwise);
        if (path == null) {
            return;
        }
        if (type(path.type()) != parameter.type()) {
            problems.error(
                    ProblemCode.ENDPOINT_CONTEXT,
                    said.pointer(),
                    "path " + Quote.of(said.text()) + " does not lead to "
                            + parameter.type().phrase() + ", which the endpoint rules take as "
                            + Quote.of(parameter.name()),
                    null);
            return;
        }
        arguments.add(new FromPath(parameter.name(), path));
    }

    private @Nullable EndpointType type(PathType type) {
        if (types.isText(type)) {
            return EndpointType.TEXT;
        }
        if (types.isBoolean(type)) {
            return EndpointType.FLAG;
        }
        PathType element = types.element(type);
        return element != null && types.isText(element) && types.enumeration(element) == null
                ? EndpointType.TEXT_LIST
                : null;
    }
}
