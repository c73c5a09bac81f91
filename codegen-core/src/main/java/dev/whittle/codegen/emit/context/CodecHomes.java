package dev.whittle.codegen.emit.context;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.names.JavaCase;
import dev.whittle.codegen.names.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which class the codec of each shape stands, and what its methods are called there.
 *
 * <p>What a single operation uses is in the class of the operation, what only the events of a stream use is in the class of
 * those events, and what only errors use is in the table of errors:
 * a class costs more in a jar, and more time at a first call, than the few methods in it. What several operations use
 * has a class of its own, so that a call loads no more than it needs, and so has what is too long for a method.
 */
public final class CodecHomes {
    /** Above that many, each shape gets its own class again: a class file holds only so much. */
    private static final int MOST_IN_ONE_CLASS = 150;

    private final Names names;
    private final Map<ShapeId, ClassName> homes = new HashMap<>();
    private final Map<ClassName, List<Shape>> residents = new HashMap<>();
    private final Set<ShapeId> alone = new HashSet<>();

    public CodecHomes(Iterable<Shape> shapes, Names names, CodecUsage uses, ServiceModel model) {
        this.names = names;
        Map<ClassName, List<Shape>> wanted = new HashMap<>();
        for (Shape shape : shapes) {
            wanted.computeIfAbsent(wantedHome(shape, uses), home -> new ArrayList<>())
                    .add(shape);
        }
        wanted.forEach((home, all) -> {
            for (Shape shape : all) {
                boolean fits = (all.size() <= MOST_IN_ONE_CLASS || uses.isMessage(shape.id()))
                        && !Weights.isLong(shape, model);
                settle(shape, fits ? home : names.codec(shape.id()));
            }
        });
    }

    private ClassName wantedHome(Shape shape, CodecUsage uses) {
        boolean shareable = shape instanceof StructureShape || shape instanceof UnionShape;
        if (shareable && uses.owner(shape.id()) instanceof CodecUsage.Owner.OneOperation one) {
            return names.operation(one.operation());
        }
        if (shareable && uses.owner(shape.id()) instanceof CodecUsage.Owner.Events events) {
            return names.events(events.union());
        }
        return shareable && uses.owner(shape.id()) instanceof CodecUsage.Owner.Errors
                ? names.errors()
                : names.codec(shape.id());
    }

    private void settle(Shape shape, ClassName home) {
        homes.put(shape.id(), home);
        if (home.equals(names.codec(shape.id()))) {
            alone.add(shape.id());
        }
        residents.computeIfAbsent(home, key -> new ArrayList<>()).add(shape);
    }

    /** The shapes whose codecs stand in a class, sorted by name. */
    public List<Shape> residents(ClassName home) {
        return residents.getOrDefault(home, List.of());
    }

    /** Whether a shape's codec has a class to itself. */
    public boolean isAlone(Shape shape) {
        return alone.contains(shape.id());
    }

    /** What a codec's method is called: {@code read} in a class of its own, {@code readViewPort} among others. */
    public String method(String verb, ShapeId id) {
        return alone.contains(id) ? verb : verb + names.type(id).simpleName();
    }

    /** The name of a codec's method as it is written in a class: qualified if it is in another one. */
    public CodeBlock reference(ClassName from, String verb, ShapeId id) {
        return qualified(from, id, method(verb, id));
    }

    /** The same for a codec's method for collections: {@code listOfViewPort}. */
    public CodeBlock collectionReference(ClassName from, String verb, ShapeId id, boolean isList, boolean sparse) {
        return qualified(from, id, collectionMethod(verb, id, isList, sparse));
    }

    private CodeBlock qualified(ClassName from, ShapeId id, String method) {
        ClassName home = homes.get(id);
        return from.equals(home) ? CodeBlock.of("$L", method) : CodeBlock.of("$T.$L", home, method);
    }

    /**
     * What a codec's method for collections is called: {@code readList} in a class of its own, {@code listOfViewPort} among
     * others, because {@code readViewPortList} reads the structure {@code ViewPortList}. A method that writes is told
     * apart from such a one by its parameters.
     */
    public String collectionMethod(String verb, ShapeId id, boolean isList, boolean sparse) {
        String collection = (sparse ? "Sparse" : "") + (isList ? "List" : "Map");
        if (alone.contains(id)) {
            return verb + collection;
        }
        String type = "Of" + names.type(id).simpleName();
        return verb.equals("read") ? JavaCase.lowerCamel(collection) + type : verb + collection + type;
    }
}
