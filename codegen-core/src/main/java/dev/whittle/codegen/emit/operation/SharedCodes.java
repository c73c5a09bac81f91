package dev.whittle.codegen.emit.operation;

import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.ShapeId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The codes that several errors of a service have. The first error has the code in the table of errors. Each other one has a
 * key there, which the operations that list it put in the place of the code.
 */
final class SharedCodes {
    private final EmitContext context;
    private final Map<String, ShapeId> firsts = new HashMap<>();

    SharedCodes(EmitContext context) {
        this.context = context;
        for (StructureShape error : context.model().errors()) {
            firsts.putIfAbsent(code(error.id()), error.id());
        }
    }

    /** What the table has for an error that is not the first of its code. No response has such a code. */
    static String key(String code, ShapeId error) {
        return code + "#" + error.name();
    }

    /** The keys of those errors of an operation that are not the first of their codes, by code. */
    SortedMap<String, String> of(Operation operation) {
        SortedMap<String, String> keys = new TreeMap<>();
        Set<String> found = new HashSet<>();
        for (ShapeId error : operation.errors()) {
            String code = code(error);
            // Of several errors of the operation with one code, responses mean the first.
            if (found.add(code) && !error.equals(firsts.get(code))) {
                keys.put(code, key(code, error));
            }
        }
        return keys;
    }

    /** Whether an operation needs the key of an error. */
    boolean isListed(StructureShape error) {
        String key = key(code(error.id()), error.id());
        return context.model().operations().stream()
                .anyMatch(operation -> of(operation).containsValue(key));
    }

    private String code(ShapeId error) {
        return context.wire().errorCodes(error).get(0);
    }
}
