package dev.whittle.codegen.smithy;

import dev.whittle.codegen.json.JsonPointers;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.parsed.ParsedWaiter;
import dev.whittle.codegen.parsed.ParsedWaiter.Acceptor;
import dev.whittle.codegen.parsed.ParsedWaiter.Matcher;
import dev.whittle.codegen.parsed.ParsedWaiter.State;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.waiters.Matcher.ErrorTypeMember;
import software.amazon.smithy.waiters.Matcher.OutputMember;
import software.amazon.smithy.waiters.Matcher.SuccessMember;
import software.amazon.smithy.waiters.PathMatcher;
import software.amazon.smithy.waiters.WaitableTrait;
import software.amazon.smithy.waiters.Waiter;

/**
 * Reads what can be waited for. A waiter of Smithy has a longest delay and no number of calls: as many are made as fit into
 * the longest delay with the least between two of them, which is what AWS publishes for the same waiters in its other form.
 * A waiter with the longest delay that Smithy gives to waiters without one makes at least {@value #USUAL_ATTEMPTS} calls: the
 * table of a database is not always there after two minutes.
 *
 * @see <a href="https://smithy.io/2.0/additional-specs/waiters.html">Smithy waiters</a>
 */
final class WaiterReader {
    private static final int DEFAULT_LONGEST_DELAY = 120;
    private static final int USUAL_ATTEMPTS = 25;

    private final OperationShape operation;
    private final String operationName;
    private final Problems problems;

    private WaiterReader(OperationShape operation, String operationName, Problems problems) {
        this.operation = operation;
        this.operationName = operationName;
        this.problems = problems;
    }

    /** What an operation can be called for again and again, in the order of the file. */
    static List<ParsedWaiter> read(OperationShape operation, String name, Problems problems) {
        WaitableTrait trait = Traits.get(operation, WaitableTrait.class);
        List<ParsedWaiter> waiters = new ArrayList<>();
        if (trait != null) {
            WaiterReader reader = new WaiterReader(operation, name, problems);
            for (Map.Entry<String, Waiter> entry : trait.getWaiters().entrySet()) {
                waiters.add(reader.waiter(entry.getKey(), entry.getValue()));
            }
        }
        return waiters;
    }

    private ParsedWaiter waiter(String name, Waiter waiter) {
        String pointer = Pointers.ofTrait(operation, WaitableTrait.ID, name);
        List<Acceptor> acceptors = new ArrayList<>();
        for (software.amazon.smithy.waiters.Acceptor acceptor : waiter.getAcceptors()) {
            String place = JsonPointers.child(JsonPointers.child(pointer, "acceptors"), "" + acceptors.size());
            acceptors.add(acceptor(name, acceptor, place));
        }
        int delay = Math.max(1, waiter.getMinDelay());
        int longest = Math.max(delay, waiter.getMaxDelay());
        int attempts = (longest - 1) / delay + 1;
        return new ParsedWaiter(
                name,
                pointer,
                Documentation.html(waiter.getDocumentation().orElse("")),
                new ParsedText(operationName, Pointers.of(operation)),
                delay,
                longest == DEFAULT_LONGEST_DELAY ? Math.max(attempts, USUAL_ATTEMPTS) : attempts,
                acceptors);
    }

    private Acceptor acceptor(String waiter, software.amazon.smithy.waiters.Acceptor acceptor, String pointer) {
        State state = switch (acceptor.getState()) {
            case SUCCESS -> State.SUCCESS;
            case FAILURE -> State.FAILURE;
            case RETRY -> State.RETRY;
        };
        String matcher = JsonPointers.child(pointer, "matcher");
        if (acceptor.getMatcher() instanceof SuccessMember success) {
            return new Acceptor(
                    pointer, Matcher.ERROR, state, null, !success.getValue(), JsonPointers.child(matcher, "success"));
        } else if (acceptor.getMatcher() instanceof ErrorTypeMember error) {
            return new Acceptor(
                    pointer,
                    Matcher.ERROR,
                    state,
                    null,
                    name(error.getValue()),
                    JsonPointers.child(matcher, "errorType"));
        } else if (acceptor.getMatcher() instanceof OutputMember output) {
            return ofPath(output.getValue(), state, pointer, JsonPointers.child(matcher, "output"));
        }
        problems.warning(
                ProblemCode.WAITER_UNUSABLE,
                matcher,
                "there is no waiter " + Quote.shortened(waiter)
                        + ": an acceptor looks at the input too, which is not supported yet",
                null);
        return new Acceptor(pointer, null, state, null, null, matcher);
    }

    /** The name of an error that may be given by its whole id. */
    private static String name(String error) {
        return error.substring(error.indexOf('#') + 1);
    }

    private static Acceptor ofPath(PathMatcher path, State state, String pointer, String place) {
        Matcher matcher = switch (path.getComparator()) {
            case ALL_STRING_EQUALS -> Matcher.PATH_ALL;
            case ANY_STRING_EQUALS -> Matcher.PATH_ANY;
            case STRING_EQUALS, BOOLEAN_EQUALS -> Matcher.PATH;
        };
        return new Acceptor(
                pointer,
                matcher,
                state,
                new ParsedText(path.getPath(), JsonPointers.child(place, "path")),
                expected(path),
                JsonPointers.child(place, "expected"));
    }

    private static Object expected(PathMatcher path) {
        return switch (path.getComparator()) {
            case BOOLEAN_EQUALS -> Boolean.valueOf(path.getExpected());
            case ALL_STRING_EQUALS, ANY_STRING_EQUALS, STRING_EQUALS -> path.getExpected();
        };
    }
}
