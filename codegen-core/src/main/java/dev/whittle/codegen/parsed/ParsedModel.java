package dev.whittle.codegen.parsed;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service model as written.
 *
 * @param service what is said of the service as a whole
 * @param operationsPointer where the operations are: a JSON pointer
 * @param operations the operations in the order of the file
 * @param shapes the shapes by name, in the order of the file
 * @param endpoints the rules for its endpoints, {@code null} where it has none
 * @param paginations what is said of operations that come in pages
 * @param waiters what is said of what can be waited for
 * @param clientParameters what clients give to those rules, in the order of the file
 */
public record ParsedModel(
        ParsedService service,
        String operationsPointer,
        List<ParsedOperation> operations,
        Map<String, ParsedShape> shapes,
        @Nullable ParsedEndpointRules endpoints,
        List<ParsedPagination> paginations,
        List<ParsedWaiter> waiters,
        List<ParsedContextParameter> clientParameters) {
    public ParsedModel {
        operations = List.copyOf(operations);
        paginations = List.copyOf(paginations);
        waiters = List.copyOf(waiters);
        clientParameters = List.copyOf(clientParameters);
        shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
    }

    /** The shape that a reference names, {@code null} if the model defines none or there is no reference. */
    public @Nullable ParsedShape shape(@Nullable Reference reference) {
        return reference == null ? null : shapes.get(reference.shape());
    }

    /** Whether the value of a member is a stream, of bytes or of events: the member says so, or its shape. */
    public boolean isStream(ParsedMember member) {
        ParsedShape target = shapes.get(member.target());
        return member.flags().streaming()
                || (target != null
                        && (target.flags().streaming() || target.flags().eventStream()));
    }
}
