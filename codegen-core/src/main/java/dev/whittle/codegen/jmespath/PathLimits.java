package dev.whittle.codegen.jmespath;

import dev.whittle.codegen.model.path.Path;
import java.util.IdentityHashMap;
import java.util.List;
import software.amazon.smithy.jmespath.ast.IndexExpression;

/**
 * Keeps a path within what code can be made of. Pipes make a short expression of what is large: each uses again what
 * the one before it found, as often as it likes.
 */
final class PathLimits {
    /** Compilers follow nested expressions by recursion; the deepest that is known has a tenth of it. */
    static final int DEEPEST = 100;

    /** Each is code of one method; the largest that is known has a tenth of it. */
    private static final int LARGEST = 1_000;

    private record Size(int steps, int levels) {}

    private static final Size SMALLEST = new Size(1, 1);

    private final String expression;
    private final IdentityHashMap<Path, Size> sizes = new IdentityHashMap<>();

    PathLimits(String expression) {
        this.expression = expression;
    }

    /** The place of an element. The parser drops the upper bits of a number that is larger than an int. */
    int index(IndexExpression index) {
        int place = index.getIndex();
        if (place == Integer.MIN_VALUE || !isWritten(place, index.getLine(), index.getColumn())) {
            throw PathBuilder.unsupported("an index that no list has cannot be compiled");
        }
        return place;
    }

    private boolean isWritten(int number, int line, int column) {
        List<String> lines = expression.lines().toList();
        String digits = String.valueOf(number);
        int end = column - 1 + digits.length();
        return line <= lines.size()
                && lines.get(line - 1).startsWith(digits, column - 1)
                && (end == lines.get(line - 1).length()
                        || !Character.isDigit(lines.get(line - 1).charAt(end)));
    }

    /** A path that was just made of others, each counted as often as it is used. */
    Path check(Path path, Path... parts) {
        int steps = 1;
        int levels = 1;
        for (Path part : parts) {
            Size size = sizes.getOrDefault(part, SMALLEST);
            steps += size.steps();
            levels = Math.max(levels, size.levels() + 1);
        }
        if (levels > DEEPEST) {
            throw tooDeep();
        }
        if (steps > LARGEST) {
            throw PathBuilder.unsupported("more than " + LARGEST + " steps cannot be compiled");
        }
        sizes.put(path, new Size(steps, levels));
        return path;
    }

    static PathException tooDeep() {
        return PathBuilder.unsupported("more than " + DEEPEST + " levels cannot be compiled");
    }
}
