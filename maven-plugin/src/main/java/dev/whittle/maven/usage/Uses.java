package dev.whittle.maven.usage;

import dev.whittle.codegen.report.CallSite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** What code uses of clients, by the class that has the element. */
final class Uses {
    private static final String CONSTRUCTOR = "<init>";

    private final ClientTypes types;
    private final Map<String, List<Use>> byType = new HashMap<>();

    Uses(ClientTypes types) {
        this.types = types;
    }

    /**
     * Where code uses an element.
     *
     * @param member its name, {@code null} for the class itself
     * @param key its name, and of a method the erased parameters
     */
    private record Use(@Nullable String member, String key, String className, String method, String file, int line) {
        CallSite site(String element) {
            return new CallSite(className, method, file, line, element);
        }
    }

    /** A place in the code of a class. */
    record Place(String className, String method, String file, int line) {}

    /** A class, by its name in class files. */
    void addClass(String name, Place place) {
        if (types.isOfClient(name)) {
            add(name, null, "", place);
        }
    }

    /** A field or method, also one that its class inherits from the class of a client. */
    void addMember(String owner, String name, String descriptor, Place place) {
        String key = key(name, descriptor);
        Set<String> owners = name.equals(CONSTRUCTOR)
                ? (types.isOfClient(owner) ? Set.of(owner) : Set.of())
                : types.ofClients(owner);
        owners.forEach(each -> add(each, name, key, place));
    }

    /** A method that a class declares, and may have from the class of a client that it extends or implements. */
    void addOverride(String owner, String name, String descriptor, Place place) {
        if (!name.startsWith("<")) {
            addMember(owner, name, descriptor, place);
        }
    }

    private void add(String owner, @Nullable String member, String key, Place place) {
        byType.computeIfAbsent(canonical(owner), each -> new ArrayList<>())
                .add(new Use(member, key, place.className(), place.method(), place.file(), place.line()));
    }

    /** As elements are named: {@code Class.method(…)} with erased parameters, or the name of a field. */
    private static String key(String name, String descriptor) {
        return descriptor.startsWith("(")
                ? Stream.of(Type.getArgumentTypes(descriptor))
                        .map(type -> canonical(type.getClassName()))
                        .collect(Collectors.joining(", ", name + "(", ")"))
                : name;
    }

    /** A class file does not say whether a dollar separates two names or belongs to one, so both sides have dots. */
    private static String canonical(String name) {
        return name.replace('/', '.').replace('$', '.');
    }

    /** Where code uses a class or anything of it. */
    List<CallSite> ofClass(String type) {
        return byType.getOrDefault(canonical(type), List.of()).stream()
                .map(use -> use.site(type))
                .toList();
    }

    /** Where code uses a field or method, or all methods of a name if the key has no parameters. */
    List<CallSite> ofMember(String type, String key) {
        String wanted = canonical(key);
        return byType.getOrDefault(canonical(type), List.of()).stream()
                .filter(use -> use.member() != null
                        && (key.contains("(")
                                ? canonical(use.key()).equals(wanted)
                                : canonical(use.member()).equals(wanted)))
                .map(use -> use.site(type + "." + use.key()))
                .toList();
    }
}
