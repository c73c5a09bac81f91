package dev.whittle.codegen.emit.operation;

import com.palantir.javapoet.CodeBlock;
import dev.whittle.codegen.emit.codec.format.TextValues;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.Parts;
import dev.whittle.codegen.emit.java.Parts.Piece;
import dev.whittle.codegen.emit.java.UriLiterals;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.UriPart;
import dev.whittle.codegen.protocol.wire.WireOperation;
import java.util.ArrayList;
import java.util.List;

/** Writes the prefix of the host and the path of a request. */
final class RequestTarget {
    private final EmitContext context;
    private final Operation operation;
    private final WireOperation wireOperation;

    RequestTarget(EmitContext context, Operation operation) {
        this.context = context;
        this.operation = operation;
        this.wireOperation = context.wire().operation(operation);
    }

    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>(host());
        pieces.addAll(path());
        return pieces;
    }

    // out.hostPrefix("data.").hostLabel("tenant", input.tenant());
    private List<Piece> host() {
        List<Piece> pieces = new ArrayList<>();
        for (UriPart part : wireOperation.hostPrefix()) {
            if (part instanceof UriPart.Literal literal) {
                pieces.add(Piece.statement("out.hostPrefix($S)", literal.text()));
            } else if (part instanceof UriPart.Label label) {
                pieces.add(Piece.statement(
                        "out.hostLabel($S, $L)", label.member().member().name(), text(label.member())));
            }
        }
        return pieces;
    }

    // out.path("/browsers/").label("browserIdentifier", input.browserIdentifier()).path("/sessions/get");
    /** One statement, or one for each part of the path if there are too many for an expression. */
    private List<Piece> path() {
        List<CodeBlock> calls = new ArrayList<>();
        for (UriPart part : wireOperation.path()) {
            if (part instanceof UriPart.Literal literal) {
                calls.add(CodeBlock.of(".path($S)", UriLiterals.encode(literal.text())));
            } else if (part instanceof UriPart.Label label) {
                calls.add(CodeBlock.of(
                        ".$L($S, $L)",
                        label.greedy() ? "greedyLabel" : "label",
                        label.member().member().name(),
                        text(label.member())));
            } else if (part instanceof UriPart.InEndpoint label) {
                calls.add(CodeBlock.of(
                        ".labelInEndpoint($S, $L)", label.member().member().name(), text(label.member())));
            }
        }
        return Parts.areNeeded(calls.size())
                ? calls.stream().map(call -> Piece.statement("out$L", call)).toList()
                : List.of(Piece.statement("out$L", calls.stream().collect(CodeBlock.joining(""))));
    }

    /** The text of a label. It may be null for an input that bypassed the builder's check; the runtime reports that. */
    private CodeBlock text(BoundMember bound) {
        Shape target = context.model().shape(bound.member().target());
        CodeBlock value = CodeBlock.of("input.$N()", context.names().member(operation.input(), bound.member()));
        if (TextValues.isText(target)) {
            return value;
        }
        CodeBlock text = new TextValues(context.names())
                .toText(target, value, bound.timestampFormat(), bound.member().name());
        return CodeBlock.of("$L == null ? null : $L", value, text);
    }
}
