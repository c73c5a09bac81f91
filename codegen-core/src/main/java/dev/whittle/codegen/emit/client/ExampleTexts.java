package dev.whittle.codegen.emit.client;

import dev.whittle.codegen.emit.client.SnippetCode.Chain;
import dev.whittle.codegen.emit.client.SnippetCode.Group;
import dev.whittle.codegen.emit.client.SnippetCode.Text;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Javadoc;
import dev.whittle.codegen.model.Example;
import dev.whittle.codegen.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds the examples of a model to the documentation of a call: the call in Java, and its response in JSON. */
final class ExampleTexts {
    private final EmitContext context;
    private final ExampleValues values;

    ExampleTexts(EmitContext context) {
        this.context = context;
        this.values = new ExampleValues(context);
    }

    // <p>Example: To resize a view port.
    //
    // <pre>{@code
    // client.resize(r -> r.width(800));
    // // Response: {"width": 800}
    // }</pre>
    void addTo(Javadoc javadoc, Operation operation) {
        for (Example example : operation.examples()) {
            String call = call(operation, example);
            if (call != null) {
                String title = Javadoc.inline(example.title());
                javadoc.paragraph("Example: $L", title.endsWith(".") ? title : title + ".");
                if (!Javadoc.isSame(example.title(), example.documentation())) {
                    javadoc.more("$L", Javadoc.after(example.documentation()));
                }
                javadoc.pre(call + response(example));
            }
        }
    }

    /** The call; null if the values do not fit the shapes, because nothing has checked them. */
    private @Nullable String call(Operation operation, Example example) {
        List<SnippetCode> setters;
        try {
            setters = values.setters(context.model().structure(operation.input()), example.input(), "r");
        } catch (ExampleValues.NoExampleException e) {
            return null;
        }
        String open = "client." + context.names().method(operation) + "(";
        SnippetCode request = setters.isEmpty() ? new Text("r -> {}") : new Chain("r -> r", setters, "");
        StringBuilder out = new StringBuilder(open);
        request.print(out, 0);
        return out.append(");").toString();
    }

    private String response(Example example) {
        if (example.error() == null && example.response() == null) {
            return "";
        }
        StringBuilder out = new StringBuilder(
                example.error() == null
                        ? "Response: "
                        : "Throws " + context.names().type(example.error()).simpleName() + ": ");
        json(example.response()).print(out, 0);
        return "\n// " + out.toString().replace("\n", "\n// ");
    }

    private static SnippetCode json(@Nullable Object value) {
        List<SnippetCode> parts = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> {
                String name = ExampleValues.literal(key.toString()) + ": ";
                SnippetCode code = json(element);
                parts.add(
                        code instanceof Group group
                                ? new Group(name + group.open(), group.parts(), group.close())
                                : new Text(name + code.flat()));
            });
            return new Group("{", parts, "}");
        } else if (value instanceof List<?> list) {
            list.forEach(element -> parts.add(json(element)));
            return new Group("[", parts, "]");
        }
        return new Text(value instanceof String text ? ExampleValues.literal(text) : String.valueOf(value));
    }
}
