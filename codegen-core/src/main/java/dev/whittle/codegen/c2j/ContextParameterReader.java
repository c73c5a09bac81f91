package dev.whittle.codegen.c2j;

import dev.whittle.codegen.json.JsonPointers;
import dev.whittle.codegen.json.JsonValue;
import dev.whittle.codegen.parsed.ParsedContextParameter;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Array;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Flag;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Text;
import dev.whittle.codegen.parsed.ParsedEndpointRules.Value;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.problem.Quote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what clients, operations and members give to endpoint rules.
 *
 * @see <a href="https://smithy.io/2.0/additional-specs/rules-engine/parameters.html">Smithy rules engine parameters</a>
 */
final class ContextParameterReader {
    private static final String VALUE = "value";

    private ContextParameterReader() {}

    /** Those of clients, in the order of the file. */
    static List<ParsedContextParameter> ofClient(Fields root) {
        List<ParsedContextParameter> parameters = new ArrayList<>();
        Fields all = root.object("clientContextParams");
        if (all != null) {
            for (Fields each : all.objects()) {
                String owner = "client context parameter " + Quote.shortened(each.key());
                parameters.add(new ParsedContextParameter(
                        each.key(), each.pointer(), each.requiredString("type", owner), each.text("documentation")));
            }
        }
        return parameters;
    }

    /** Those that an operation gives whatever its input is, by name, in the order of the file. */
    static Map<String, Value> ofOperation(Fields operation) {
        Map<String, Value> values = new LinkedHashMap<>();
        Fields all = operation.object("staticContextParams");
        if (all != null) {
            for (Fields each : all.objects()) {
                Value value = value(each);
                if (value != null) {
                    values.put(each.key(), value);
                }
            }
        }
        return values;
    }

    /** The paths to those that an operation takes from its input, by name, in the order of the file. */
    static Map<String, ParsedText> pathsOfOperation(Fields operation) {
        Map<String, ParsedText> paths = new LinkedHashMap<>();
        Fields all = operation.object("operationContextParams");
        if (all != null) {
            for (Fields each : all.objects()) {
                String path = each.requiredString("path", "operation context parameter " + Quote.shortened(each.key()));
                if (path != null) {
                    paths.put(each.key(), new ParsedText(path, JsonPointers.child(each.pointer(), "path")));
                }
            }
        }
        return paths;
    }

    private static @Nullable Value value(Fields parameter) {
        JsonValue value = parameter.value(VALUE);
        if (value == null) {
            parameter.missing(VALUE, "static context parameter " + Quote.shortened(parameter.key()));
            return null;
        }
        String pointer = value.pointer();
        return switch (value.type()) {
            case BOOLEAN -> new Flag(pointer, value.asBoolean());
            case ARRAY ->
                new Array(
                        pointer,
                        parameter.strings(VALUE).stream()
                                .<Value>map(text -> new Text(pointer, text))
                                .toList());
            default -> {
                String text = parameter.string(VALUE);
                yield text == null ? null : new Text(pointer, text);
            }
        };
    }

    /** The parameter that a member gives, {@code null} for none. */
    static @Nullable String ofMember(Fields member) {
        Fields parameter = member.object("contextParam");
        return parameter == null ? null : parameter.requiredString("name", "the context parameter of a member");
    }
}
