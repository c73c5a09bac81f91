package dev.whittle.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.client.ClientEmitter;
import dev.whittle.codegen.emit.client.ClientImplementationEmitter;
import dev.whittle.codegen.emit.client.OperationWaiterEmitter;
import dev.whittle.codegen.emit.client.PaginatorEmitter;
import dev.whittle.codegen.emit.client.PresignerEmitter;
import dev.whittle.codegen.emit.client.ServiceInfoEmitter;
import dev.whittle.codegen.emit.client.ServiceWaiterEmitter;
import dev.whittle.codegen.emit.codec.CodecEmitter;
import dev.whittle.codegen.emit.codec.CollectionCodecEmitter;
import dev.whittle.codegen.emit.codec.event.EventCodecEmitter;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.endpoint.EndpointsEmitter;
import dev.whittle.codegen.emit.operation.ErrorsEmitter;
import dev.whittle.codegen.emit.operation.OperationEmitter;
import dev.whittle.codegen.emit.shape.EnumEmitter;
import dev.whittle.codegen.emit.shape.ExceptionEmitter;
import dev.whittle.codegen.emit.shape.NumbersEmitter;
import dev.whittle.codegen.emit.shape.StructureEmitter;
import dev.whittle.codegen.emit.shape.UndeclaredMemberEmitter;
import dev.whittle.codegen.emit.shape.UnionEmitter;
import dev.whittle.codegen.model.EndpointRules;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Pagination;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.Role;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.Waiter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** All types of one service's client: which artefact each thing of the model becomes. */
public final class ServiceEmitter {
    private final EmitContext context;
    private final List<Artefact> artefacts = new ArrayList<>();

    private ServiceEmitter(EmitContext context) {
        this.context = context;
    }

    /**
     * A type that is to be emitted.
     *
     * @param name its name
     * @param emit emits it; safe to run beside all others
     */
    public record Artefact(ClassName name, Supplier<TypeSpec> emit) {}

    /** Everything that a service becomes. */
    public static List<Artefact> artefacts(EmitContext context) {
        ServiceEmitter emitter = new ServiceEmitter(context);
        emitter.addClient();
        emitter.addExtras();
        emitter.addWaiters();
        emitter.addModel();
        emitter.addCodecs();
        return emitter.artefacts;
    }

    private void addClient() {
        OperationEmitter operations = new OperationEmitter(context);
        add(context.names().client(), () -> new ClientEmitter(context, false).emit());
        add(context.names().clientImplementation(), () -> new ClientImplementationEmitter(context, false).emit());
        add(context.names().service(), () -> new ServiceInfoEmitter(context).emit());
        EndpointRules endpoints = context.model().endpoints();
        if (endpoints != null) {
            add(context.names().endpoints(), () -> new EndpointsEmitter(context, endpoints).emit());
        }
        PaginatorEmitter pages = new PaginatorEmitter(context);
        for (Operation operation : context.model().operations()) {
            add(context.names().operation(operation), () -> operations.emit(operation));
            Pagination pagination = context.model().pagination(operation);
            if (pagination != null) {
                add(context.names().pages(operation), () -> pages.emit(operation, pagination));
            }
        }
    }

    private void addExtras() {
        if (context.hasAsyncClient()) {
            add(context.names().asyncClient(), () -> new ClientEmitter(context, true).emit());
            add(
                    context.names().asyncClientImplementation(),
                    () -> new ClientImplementationEmitter(context, true).emit());
        }
        if (context.hasPresigner()) {
            add(context.names().presigner(), () -> new PresignerEmitter(context).emit());
        }
    }

    private void addWaiters() {
        List<Waiter> waiters = context.model().waiters();
        if (waiters.isEmpty()) {
            return;
        }
        OperationWaiterEmitter emitter = new OperationWaiterEmitter(context);
        add(context.names().waiter(), () -> new ServiceWaiterEmitter(context).emit(waiters));
        for (Waiter waiter : waiters) {
            add(context.names().waiter(waiter), () -> emitter.emit(waiter));
        }
    }

    private void addModel() {
        ExceptionEmitter exceptions = new ExceptionEmitter(context);
        StructureEmitter structures = new StructureEmitter(context);
        UnionEmitter unions = new UnionEmitter(context);
        EnumEmitter enums = new EnumEmitter(context);
        NumbersEmitter numbers = new NumbersEmitter(context);
        List<UnionShape> allUnions = new ArrayList<>();
        add(context.names().baseException(), exceptions::emitBase);
        for (Shape shape : context.model().shapes().values()) {
            if (shape instanceof StructureShape structure) {
                add(
                        context.names().type(structure.id()),
                        structure.role() == Role.ERROR
                                ? () -> exceptions.emit(structure)
                                : () -> structures.emit(structure));
            } else if (shape instanceof UnionShape union) {
                allUnions.add(union);
                add(context.names().type(union.id()), () -> unions.emit(union));
            } else if (shape instanceof EnumShape enumeration) {
                add(context.names().type(enumeration.id()), () -> enums.emit(enumeration));
            } else if (shape instanceof SimpleShape simple && simple.hasNumbers()) {
                add(context.names().type(simple.id()), () -> numbers.emit(simple));
            }
        }
        if (!allUnions.isEmpty()) {
            add(context.names().undeclaredMember(), () -> new UndeclaredMemberEmitter(context).emit(allUnions));
        }
    }

    private void addCodecs() {
        CodecEmitter codecs = new CodecEmitter(context);
        CollectionCodecEmitter collections = new CollectionCodecEmitter(context);
        ErrorsEmitter errors = new ErrorsEmitter(context);
        add(context.names().errors(), errors::emit);
        EventCodecEmitter events = new EventCodecEmitter(context);
        for (UnionShape union : context.model().eventStreams()) {
            add(context.names().events(union.id()), () -> events.emit(union));
        }
        for (Shape shape : context.uses().shapes()) {
            ClassName name = context.names().codec(shape.id());
            if (shape instanceof ListShape || shape instanceof MapShape) {
                add(name, () -> collections.emit(shape));
            } else if (context.codecs().isAlone(shape)) {
                add(
                        name,
                        shape instanceof StructureShape structure && structure.role() == Role.ERROR
                                ? () -> errors.emit(structure)
                                : () -> codecs.emit(shape));
            }
        }
    }

    private void add(ClassName name, Supplier<TypeSpec> emit) {
        artefacts.add(new Artefact(name, emit));
    }
}
