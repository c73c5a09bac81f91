package dev.whittle.codegen.diff;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.ServiceEmitter;
import dev.whittle.codegen.emit.ServiceEmitter.Artefact;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.model.Extra;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.UnionShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The public classes of a client outside of its internal package, read from what the emitters make: no rule of the emitters
 * is repeated here.
 */
final class Surface {
    private static final Set<String> CONSTANT_TYPES = Set.of("int", "java.lang.String");

    private static final int MANY = 500;
    private static final List<Modifier> SHOWN = List.of(Modifier.ABSTRACT, Modifier.FINAL, Modifier.STATIC);

    /** What every object has, whether a class overrides it or not. */
    private static final Set<String> OF_OBJECT = Set.of("equals(java.lang.Object)", "hashCode()", "toString()");

    /** The components of records, for which JavaPoet has no accessor. */
    private final Map<ClassName, List<ParameterSpec>> components = new HashMap<>();

    private final SortedMap<String, JavaType> types = new TreeMap<>();

    private Surface(EmitContext client) {
        for (Shape shape : client.model().shapes().values()) {
            if (shape instanceof UnionShape union) {
                addComponents(client, union);
            }
        }
    }

    /** The public classes by their canonical names. */
    static SortedMap<String, JavaType> of(ClientModel client, Set<Extra> extras) {
        return of(context(client, extras), Set.of());
    }

    /** The differences between the public classes of two clients. */
    static List<JavaChange> changes(
            ClientModel before, Set<Extra> extrasBefore, ClientModel after, Set<Extra> extrasAfter) {
        EmitContext old = context(before, extrasBefore);
        EmitContext now = context(after, extrasAfter);
        Set<ClassName> unchanged = UnchangedTypes.of(old, now);
        return SurfaceDiff.of(of(old, unchanged), of(now, unchanged));
    }

    private static EmitContext context(ClientModel client, Set<Extra> extras) {
        return EmitContext.withoutCodecs(BareModel.of(client.model()), client.wire(), client.names(), extras);
    }

    private static SortedMap<String, JavaType> of(EmitContext client, Set<ClassName> unchanged) {
        Surface surface = new Surface(client);
        String internal = client.names().internalPackage();
        List<Artefact> visible = ServiceEmitter.artefacts(client).stream()
                .filter(artefact -> !artefact.name().packageName().equals(internal))
                .filter(artefact -> !unchanged.contains(artefact.name()))
                .toList();
        // Few classes are emitted faster by a single thread: in a new process, the second processor compiles.
        Stream<Artefact> stream = visible.size() > MANY ? visible.parallelStream() : visible.stream();
        Map<ClassName, TypeSpec> specs = stream.collect(
                Collectors.toConcurrentMap(Artefact::name, each -> each.emit().get()));
        specs.forEach((name, spec) -> surface.add(name, spec, false));
        return surface.types;
    }

    private void addComponents(EmitContext client, UnionShape union) {
        for (Member member : union.members()) {
            TypeName type = client.types().plain(member.target());
            ParameterSpec component = ParameterSpec.builder(type, client.names().member(union.id(), member))
                    .build();
            components.put(client.names().unionRecord(union.id(), member), List.of(component));
        }
        components.put(
                client.names().type(union.id()).nestedClass("Unknown"),
                List.of(
                        ParameterSpec.builder(String.class, "tag").build(),
                        ParameterSpec.builder(RuntimeTypes.DOCUMENT, "value").build()));
    }

    private void add(ClassName name, TypeSpec spec, boolean isInInterface) {
        if (!isInInterface && !isVisible(spec.modifiers())) {
            return;
        }
        boolean isInterface = spec.kind() == TypeSpec.Kind.INTERFACE;
        Map<String, JavaElement> elements = new TreeMap<>();
        for (FieldSpec field : spec.fieldSpecs()) {
            if (isVisible(field.modifiers())) {
                put(elements, field(field));
            }
        }
        for (MethodSpec method : spec.methodSpecs()) {
            if (isInterface || isVisible(method.modifiers())) {
                put(elements, method(method.name(), name, method));
            }
        }
        for (ParameterSpec component : components.getOrDefault(name, List.of())) {
            put(elements, element(component.name(), List.of(), false, component.type(), ""));
        }
        if (components.containsKey(name)) {
            put(elements, element("<init>", components.get(name), false, TypeName.VOID, ""));
        }
        Set<String> supertypes = new TreeSet<>();
        supertypes.add(TypeTexts.of(spec.superclass()));
        spec.superinterfaces().forEach(each -> supertypes.add(TypeTexts.of(each)));
        supertypes.remove(Object.class.getName());
        types.put(
                name.canonicalName(),
                new JavaType(
                        name.canonicalName(),
                        spec.kind() + modifiers(spec.modifiers(), Set.of(Modifier.ABSTRACT, Modifier.FINAL)),
                        supertypes,
                        elements));
        spec.typeSpecs().forEach(nested -> add(name.nestedClass(nested.name()), nested, isInterface));
    }

    private static void put(Map<String, JavaElement> elements, JavaElement element) {
        if (!OF_OBJECT.contains(element.key())) {
            elements.put(element.key(), element);
        }
    }

    private static boolean isVisible(Set<Modifier> modifiers) {
        return modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED);
    }

    private static JavaElement field(FieldSpec field) {
        String type = TypeTexts.of(field.type());
        boolean isConstant =
                CONSTANT_TYPES.contains(type) && field.modifiers().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL));
        return new JavaElement(
                field.name(),
                field.name(),
                List.of(),
                TypeTexts.erased(field.type()),
                type + " " + field.name(),
                TypeTexts.annotated(field.type()) + " " + field.name(),
                modifiers(field.modifiers(), Set.of(Modifier.STATIC, Modifier.FINAL)),
                isConstant ? field.initializer().toString() : null);
    }

    private static JavaElement method(String name, ClassName owner, MethodSpec method) {
        TypeName returned = method.isConstructor() ? owner : method.returnType();
        return element(
                method.isConstructor() ? "<init>" : name,
                method.parameters(),
                method.varargs(),
                returned,
                modifiers(method.modifiers(), Set.of(Modifier.STATIC, Modifier.ABSTRACT)));
    }

    private static JavaElement element(
            String name, List<ParameterSpec> parameters, boolean varargs, TypeName returned, String modifiers) {
        List<String> erased = new ArrayList<>();
        List<String> signature = new ArrayList<>();
        List<String> annotated = new ArrayList<>();
        for (ParameterSpec parameter : parameters) {
            erased.add(TypeTexts.erased(parameter.type()));
            signature.add(TypeTexts.of(parameter.type()));
            annotated.add(TypeTexts.annotated(parameter.type()));
        }
        return new JavaElement(
                name,
                name + list(erased),
                erased,
                TypeTexts.erased(returned),
                TypeTexts.of(returned) + " " + name + list(signature),
                TypeTexts.annotated(returned) + " " + name + list(annotated),
                modifiers + (varargs ? " varargs" : ""),
                null);
    }

    private static String list(Collection<String> parameters) {
        return parameters.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    private static String modifiers(Set<Modifier> all, Set<Modifier> wanted) {
        StringBuilder text = new StringBuilder();
        // In the order of their names.
        for (Modifier modifier : SHOWN) {
            if (wanted.contains(modifier) && all.contains(modifier)) {
                text.append(' ').append(modifier);
            }
        }
        return text.toString();
    }
}
