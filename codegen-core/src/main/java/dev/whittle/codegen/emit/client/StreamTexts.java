package dev.whittle.codegen.emit.client;

import com.palantir.javapoet.ClassName;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.doc.Javadoc;
import dev.whittle.codegen.model.EventStreamTrait;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Member.Streaming;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.ShapeId;
import java.util.Objects;

/** What the documentation of a call says of the streams of its operation: what to close, and what can be retried. */
final class StreamTexts {
    private StreamTexts() {}

    static void addTo(Javadoc javadoc, Operation operation, EmitContext context, boolean isAsync) {
        Member sent = context.model().stream(operation.input());
        if (sent != null) {
            addSent(javadoc, sent, operation, context);
        }
        Member received = context.model().stream(operation.output());
        if (received != null) {
            addReceived(javadoc, received, operation, context, isAsync);
        }
    }

    private static void addSent(Javadoc javadoc, Member member, Operation operation, EmitContext context) {
        ClassName input = context.names().type(operation.input());
        String name = context.names().member(operation.input(), member);
        if (member.streaming() == Streaming.EVENTS) {
            javadoc.paragraph(
                    "The client sends the events of {@link $T#$N()} while it receives the response, over HTTP/2.",
                    input,
                    name);
            return;
        }
        javadoc.paragraph(
                "The client sends {@link $T#$N()} as a stream, and retries the call only if the body is repeatable.$L",
                input,
                name,
                member.streaming() == Streaming.BYTES_OF_KNOWN_LENGTH
                        ? " The service requires that its size is known."
                        : "");
    }

    private static void addReceived(
            Javadoc javadoc, Member member, Operation operation, EmitContext context, boolean isAsync) {
        ClassName output = context.names().type(operation.output());
        String name = context.names().member(operation.output(), member);
        javadoc.paragraph(
                "The $L when the response begins; the client does not retry the call after that. {@link $T#$N()} keeps a"
                        + " connection until everything is read: close the response$L.",
                isAsync ? "future completes" : "method returns",
                output,
                name,
                isAsync ? "" : ", for example in a {@code try} statement, or use a method with a handler");
        if (member.streaming() == Streaming.EVENTS) {
            addErrors(javadoc, member, operation, context);
        }
    }

    /** Errors that the operation lists are named below. */
    private static void addErrors(Javadoc javadoc, Member stream, Operation operation, EmitContext context) {
        UnionShape union = (UnionShape) context.model().shape(stream.target());
        EventStreamTrait trait = Objects.requireNonNull(union.eventStream());
        javadoc.sentence(
                "Reading the events throws a {@link $T} if the service ends them with an error",
                context.names().baseException());
        String separator = ", such as ";
        for (Member error : trait.errors()) {
            ShapeId id = error.target();
            if (!operation.errors().contains(id)) {
                javadoc.more("$L{@link $T}", separator, context.names().type(id));
                separator = ", ";
            }
        }
        javadoc.more(".");
    }
}
