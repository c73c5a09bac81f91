package dev.whittle.codegen.smithy;

import dev.whittle.codegen.json.JsonPointers;
import dev.whittle.codegen.parsed.ParsedContextParameter;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Array;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Flag;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Text;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Value;
import dev.whittle.codegen.parsed.ParsedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.node.ArrayNode;
import software.amazon.smithy.model.node.BooleanNode;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.StringNode;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.rulesengine.traits.ClientContextParamsTrait;
import software.amazon.smithy.rulesengine.traits.OperationContextParamsTrait;
import software.amazon.smithy.rulesengine.traits.StaticContextParamsTrait;

/**
 * Reads what clients and operations give to endpoint rules.
 *
 * @see <a href="https://smithy.io/2.0/additional-specs/rules-engine/parameters.html">Smithy rules engine parameters</a>
 */
final class ContextParameterReader {
    private ContextParameterReader() {}

    /** Those of clients, in the order of the file. */
    static List<ParsedContextParameter> ofClient(ServiceShape service) {
        List<ParsedContextParameter> parameters = new ArrayList<>();
        ClientContextParamsTrait trait = Traits.get(service, ClientContextParamsTrait.class);
        if (trait != null) {
            trait.getParameters().forEach((name, parameter) -> {
                String text = parameter.getDocumentation().orElse("");
                parameters.add(new ParsedContextParameter(
                        name,
                        Pointers.ofTrait(service, ClientContextParamsTrait.ID, name),
                        parameter.getType().toString(),
                        Documentation.html(text)));
            });
        }
        return parameters;
    }

    /** Those that an operation gives whatever its input is, by name, in the order of the file. */
    static Map<String, Value> ofOperation(OperationShape operation) {
        Map<String, Value> values = new LinkedHashMap<>();
        StaticContextParamsTrait trait = Traits.get(operation, StaticContextParamsTrait.class);
        if (trait != null) {
            trait.getParameters().forEach((name, parameter) -> {
                String pointer = Pointers.ofTrait(operation, StaticContextParamsTrait.ID, name);
                Value value = value(parameter.getValue(), JsonPointers.child(pointer, "value"));
                if (value != null) {
                    values.put(name, value);
                }
            });
        }
        return values;
    }

    /** The paths to those that an operation takes from its input, by name, in the order of the file. */
    static Map<String, ParsedText> pathsOfOperation(OperationShape operation) {
        Map<String, ParsedText> paths = new LinkedHashMap<>();
        OperationContextParamsTrait trait = Traits.get(operation, OperationContextParamsTrait.class);
        if (trait != null) {
            trait.getParameters().forEach((name, parameter) -> {
                String pointer = Pointers.ofTrait(operation, OperationContextParamsTrait.ID, name);
                paths.put(name, new ParsedText(parameter.getPath(), JsonPointers.child(pointer, "path")));
            });
        }
        return paths;
    }

    /** A value of a type that parameters have; Smithy reports any other. */
    private static @Nullable Value value(Node value, String pointer) {
        if (value instanceof BooleanNode flag) {
            return new Flag(pointer, flag.getValue());
        } else if (value instanceof StringNode text) {
            return new Text(pointer, text.getValue());
        } else if (value instanceof ArrayNode array) {
            List<Value> texts = new ArrayList<>();
            for (StringNode text : array.getElementsAs(StringNode.class)) {
                texts.add(new Text(pointer, text.getValue()));
            }
            return new Array(pointer, texts);
        }
        return null;
    }
}
