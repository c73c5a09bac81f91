package dev.whittle.codegen.link;

import dev.whittle.codegen.jmespath.PathCompiler;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Waiter;
import dev.whittle.codegen.model.Waiter.Matcher;
import dev.whittle.codegen.model.Waiter.Quantity;
import dev.whittle.codegen.model.path.Path;
import dev.whittle.codegen.model.path.PathType;
import dev.whittle.codegen.model.path.PathTypes;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.parsed.ParsedWaiter;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Links what a waiter's acceptors look at. What is wrong costs the waiter only: the operation can be called as ever. */
final class WaiterMatchers {
    private final ServiceModel model;
    private final PathCompiler paths;
    private final PathTypes types;
    private final Problems problems;
    private final ParsedWaiter waiter;
    private final Operation operation;

    WaiterMatchers(
            ServiceModel model, PathCompiler paths, Problems problems, ParsedWaiter waiter, Operation operation) {
        this.model = model;
        this.paths = paths;
        this.types = new PathTypes(model);
        this.problems = problems;
        this.waiter = waiter;
        this.operation = operation;
    }

    /** Which responses an acceptor is about, {@code null} after reporting why none. */
    @Nullable
    Matcher matcher(ParsedWaiter.Acceptor acceptor) {
        Object expected = acceptor.expected();
        if (acceptor.matcher() == null || expected == null) {
            return null;
        }
        return switch (acceptor.matcher()) {
            case STATUS -> status(acceptor, expected);
            case ERROR -> error(acceptor, expected);
            case PATH -> path(acceptor, expected, Quantity.VALUE);
            case PATH_ALL -> path(acceptor, expected, Quantity.ALL);
            case PATH_ANY -> path(acceptor, expected, Quantity.ANY);
        };
    }

    private @Nullable Matcher status(ParsedWaiter.Acceptor acceptor, Object expected) {
        if (expected instanceof Integer status && status >= 100 && status <= 599) {
            return new Waiter.Status(status);
        }
        wrong(acceptor, "the matcher 'status' expects a status from 100 to 599");
        return null;
    }

    private @Nullable Matcher error(ParsedWaiter.Acceptor acceptor, Object expected) {
        if (expected instanceof Boolean any) {
            return any ? new Waiter.AnyError() : new Waiter.AnyResponse();
        }
        if (expected instanceof String code) {
            return new Waiter.ErrorCode(code(code));
        }
        wrong(acceptor, "the matcher 'error' expects the code of an error, or a boolean");
        return null;
    }

    /** Some models name the shape of an error that has another code. */
    private String code(String expected) {
        String code = expected;
        for (Shape shape : model.shapes().values()) {
            if (shape instanceof StructureShape error && error.error() != null) {
                if (error.error().code().equals(expected)) {
                    return expected;
                }
                if (error.id().name().equals(expected)) {
                    code = error.error().code();
                }
            }
        }
        return code;
    }

    private @Nullable Matcher path(ParsedWaiter.Acceptor acceptor, Object expected, Quantity quantity) {
        ParsedText argument = acceptor.argument();
        Path path =
                argument == null ? null : paths.compile(argument, operation.output(), WaiterLinker.noWaiter(waiter));
        if (path == null) {
            return null;
        }
        PathType element = types.element(path.type());
        if (quantity != Quantity.VALUE && element == null) {
            wrong(acceptor, "a matcher of all or any expects a path to a list");
            return null;
        }
        PathType type = quantity == Quantity.VALUE ? path.type() : Objects.requireNonNull(element);
        Path literal = literal(expected);
        if (!isComparable(type, literal)) {
            wrong(acceptor, "path " + Quote.of(Objects.requireNonNull(argument).text()) + " leads to " + phrase(type));
            return null;
        }
        return new Waiter.OfPath(
                quantity, path, Objects.requireNonNull(argument).text(), literal);
    }

    private static Path literal(Object expected) {
        if (expected instanceof Boolean flag) {
            return new Path.Flag(flag);
        }
        return expected instanceof Integer number ? new Path.Whole(number) : new Path.Text((String) expected);
    }

    private boolean isComparable(PathType type, Path literal) {
        if (literal instanceof Path.Text) {
            return types.isText(type);
        }
        return literal instanceof Path.Flag ? types.isBoolean(type) : types.number(type) != null;
    }

    private String phrase(PathType type) {
        if (types.isText(type)) {
            return "a string";
        }
        if (types.isBoolean(type)) {
            return "a boolean";
        }
        return types.number(type) == null ? "a value that cannot be compared" : "a number";
    }

    private void wrong(ParsedWaiter.Acceptor acceptor, String why) {
        Object expected = Objects.requireNonNull(acceptor.expected());
        String said = expected instanceof String text ? Quote.of(text) : String.valueOf(expected);
        problems.warning(
                ProblemCode.WAITER_EXPECTED,
                acceptor.expectedPointer(),
                WaiterLinker.noWaiter(waiter) + ": " + said + " is expected, but " + why,
                null);
    }
}
