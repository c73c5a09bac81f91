package dev.whittle.codegen.emit.context;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.Role;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.WireBinding;
import dev.whittle.codegen.protocol.wire.WireEvent;
import dev.whittle.codegen.protocol.wire.WireModel;
import dev.whittle.codegen.protocol.wire.WireStructure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which parts of each codec are used: a shape that is only sent needs no reading, one that is only received no writing, and the
 * collections of a structure are read and written by its own codec.
 */
public final class CodecUsage {
    /** The parts that the codec of a structure or union may have. */
    public enum Part {
        READ,
        WRITE,
        READ_LIST,
        WRITE_LIST,
        READ_SPARSE_LIST,
        WRITE_SPARSE_LIST,
        READ_MAP,
        WRITE_MAP,
        READ_SPARSE_MAP,
        WRITE_SPARSE_MAP,
        /** A map's entry, where the map has no element around its entries. */
        READ_ENTRY
    }

    /** What uses a codec. */
    sealed interface Owner {
        /** A single operation. */
        record OneOperation(Operation operation) implements Owner {}

        /** More than one operation or kind of message. */
        record Several() implements Owner {}

        /** The events of a single union. */
        record Events(ShapeId union) implements Owner {}

        /** Errors only. */
        record Errors() implements Owner {}
    }

    private final ServiceModel model;
    private final WireModel wire;
    private final Map<ShapeId, Set<Part>> parts = new HashMap<>();
    private final Map<ShapeId, Owner> owners = new HashMap<>();
    private final Set<ShapeId> messages = new HashSet<>();
    private final Set<ShapeId> presets = new HashSet<>();

    /** The structures of events, and the unions that are streams of them, that are read or written as events. */
    private final Map<ShapeId, Set<Part>> events = new HashMap<>();

    private CodecUsage(ServiceModel model, WireModel wire) {
        this.model = model;
        this.wire = wire;
    }

    /** Follows every body of a service. */
    public static CodecUsage of(ServiceModel model, WireModel wire) {
        CodecUsage uses = new CodecUsage(model, wire);
        for (Operation operation : model.operations()) {
            Owner one = new Owner.OneOperation(operation);
            uses.message(operation.input(), Part.WRITE, one);
            uses.message(operation.output(), Part.READ, one);
        }
        model.errors().forEach(error -> uses.message(error.id(), Part.READ, new Owner.Errors()));
        uses.findPresets();
        return uses;
    }

    /** The shapes with a codec, sorted by name. */
    public List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        new TreeSet<>(parts.keySet()).forEach(id -> shapes.add(model.shape(id)));
        return shapes;
    }

    /** What uses the codec of a shape. */
    Owner owner(ShapeId shape) {
        return owners.getOrDefault(shape, new Owner.Several());
    }

    /** Whether a shape is itself an input, output or error. */
    boolean isMessage(ShapeId shape) {
        return messages.contains(shape);
    }

    /** Whether a part of a shape's codec is used. */
    public boolean uses(ShapeId shape, Part part) {
        return parts.getOrDefault(shape, Set.of()).contains(part);
    }

    /** Whether a union is a stream of events that is read or written, or a structure an event of one. */
    public boolean usesAsEvent(ShapeId shape, Part part) {
        return events.getOrDefault(shape, Set.of()).contains(part);
    }

    /** Whether a codec needs an empty value of the shape, for a required member that a response omits. */
    public boolean needsEmpty(ShapeId shape) {
        return presets.contains(shape);
    }

    /** The shape whose codec reads and writes a collection: that of its elements, or the collection itself. */
    public ShapeId collectionOwner(Shape collection) {
        Member element = element(collection);
        return isInElementCodec(collection) ? element.target() : collection.id();
    }

    /**
     * Whether the codec of the elements also reads and writes the collection. In XML, each map has its own names for keys
     * and values.
     */
    public boolean isInElementCodec(Shape collection) {
        if (collection instanceof MapShape map && hasCodecOfItsOwn(map)) {
            return false;
        }
        Shape element = model.shape(element(collection).target());
        return element instanceof StructureShape || element instanceof UnionShape;
    }

    /** Whether the runtime reads and writes the collection, because it holds strings. */
    public boolean isOfStrings(Shape collection) {
        if (collection instanceof MapShape map && hasCodecOfItsOwn(map)) {
            return false;
        }
        return model.shape(element(collection).target()).is(SimpleType.STRING);
    }

    private boolean hasCodecOfItsOwn(MapShape map) {
        return wire.body().isXml() || model.shape(map.key().target()) instanceof EnumShape;
    }

    /** Whether a list or map may hold nulls. */
    public static boolean isSparse(Shape collection) {
        return collection instanceof ListShape list ? list.sparse() : ((MapShape) collection).sparse();
    }

    /** The element of a list or the value of a map. */
    public static Member element(Shape collection) {
        return collection instanceof ListShape list ? list.member() : ((MapShape) collection).value();
    }

    private void message(ShapeId id, Part part, Owner owner) {
        messages.add(id);
        WireStructure structure = wire.structure(id);
        boolean isError = model.structure(id).role() == Role.ERROR;
        if (isError || !structure.body().isEmpty()) {
            follow(id, part, owner);
        }
        for (BoundMember payload : structure.payload()) {
            follow(payload.member().target(), part, owner);
        }
        for (BoundMember stream : structure.stream()) {
            if (stream.binding() instanceof WireBinding.Events) {
                events(stream.member().target(), part);
            }
        }
    }

    /** An event without headers whose payload is its structure is read and written by the codec of the structure. */
    private void events(ShapeId union, Part part) {
        Owner owner = new Owner.Events(union);
        addEvent(union, part);
        for (WireEvent event : wire.eventStream(union).events()) {
            ShapeId structure = event.member().target();
            addEvent(structure, part);
            if (event.isWholePayload()) {
                follow(structure, part, owner);
            } else {
                event.structure()
                        .payload()
                        .forEach(payload -> follow(payload.member().target(), part, owner));
                event.structure().body().forEach(property -> followMember(property.member(), part, owner));
            }
        }
    }

    private void addEvent(ShapeId id, Part part) {
        events.computeIfAbsent(id, key -> new HashSet<>()).add(part);
    }

    private void follow(ShapeId root, Part part, Owner owner) {
        Deque<ShapeId> due = new ArrayDeque<>();
        due.push(root);
        follow(due, part, owner);
    }

    /** Follows a member of a structure. */
    private void followMember(Member member, Part part, Owner owner) {
        Deque<ShapeId> due = new ArrayDeque<>();
        due.push(reached(member, part));
        follow(due, part, owner);
    }

    /** Iterates rather than recurses: a model may nest as deeply as it likes. */
    private void follow(Deque<ShapeId> due, Part part, Owner owner) {
        Set<ShapeId> seen = new HashSet<>();
        while (!due.isEmpty()) {
            ShapeId id = due.pop();
            if (!seen.add(id)) {
                continue;
            }
            Shape shape = model.shape(id);
            if (shape instanceof StructureShape || shape instanceof UnionShape) {
                add(id, part);
                owners.merge(id, owner, (one, other) -> one.equals(other) ? one : new Owner.Several());
                for (BoundMember member : wire.structure(id).body()) {
                    due.push(
                            shape instanceof StructureShape
                                    ? reached(member.member(), part)
                                    : member.member().target());
                }
            } else if (shape instanceof ListShape || shape instanceof MapShape) {
                addCollection(shape, part);
                due.push(element(shape).target());
            }
        }
    }

    /** The shape that a member of a structure leads to: its target, or the element of one that is flattened. */
    private ShapeId reached(Member member, Part part) {
        Shape target = model.shape(member.target());
        if (part != Part.READ || !isFlattened(member)) {
            return target.id();
        }
        if (target instanceof MapShape) {
            add(target.id(), Part.READ_ENTRY);
        }
        return element(target).target();
    }

    /** Whether responses have no element around the items of a member of a structure. */
    public boolean isFlattened(Member member) {
        Shape target = model.shape(member.target());
        return wire.body().isXml()
                && member.xml().flattened()
                && (target instanceof ListShape || target instanceof MapShape);
    }

    /** XML and forms are written item by item, where the collection is a member. */
    private void addCollection(Shape collection, Part part) {
        if (part == Part.WRITE && wire.body().isXml()) {
            return;
        }
        if (isInElementCodec(collection)) {
            add(element(collection).target(), collectionPart(collection, part));
        } else if (!isOfStrings(collection)) {
            add(collection.id(), part);
        }
    }

    private void add(ShapeId id, Part part) {
        parts.computeIfAbsent(id, key -> new HashSet<>()).add(part);
    }

    private static Part collectionPart(Shape collection, Part part) {
        boolean read = part == Part.READ;
        if (collection instanceof ListShape list) {
            return list.sparse()
                    ? (read ? Part.READ_SPARSE_LIST : Part.WRITE_SPARSE_LIST)
                    : (read ? Part.READ_LIST : Part.WRITE_LIST);
        }
        return ((MapShape) collection).sparse()
                ? (read ? Part.READ_SPARSE_MAP : Part.WRITE_SPARSE_MAP)
                : (read ? Part.READ_MAP : Part.WRITE_MAP);
    }

    private void findPresets() {
        for (Shape shape : model.shapes().values()) {
            if (shape instanceof StructureShape structure && structure.role() != Role.INPUT) {
                presetMembers(structure.members());
            }
        }
    }

    private void presetMembers(List<Member> members) {
        for (Member member : members) {
            Shape target = model.shape(member.target());
            if (member.required() && (target instanceof StructureShape || target instanceof UnionShape)) {
                presets.add(target.id());
            }
        }
    }
}
