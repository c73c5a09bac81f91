package dev.whittle.codegen.link;

import dev.whittle.codegen.jmespath.PathCompiler;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Pagination;
import dev.whittle.codegen.model.Pagination.Token;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.SimpleShape;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.path.Path;
import dev.whittle.codegen.model.path.PathType;
import dev.whittle.codegen.model.path.PathTypes;
import dev.whittle.codegen.parsed.ParsedPagination;
import dev.whittle.codegen.parsed.ParsedText;
import dev.whittle.codegen.problem.ProblemCode;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.problem.Quote;
import dev.whittle.codegen.problem.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds out which operations come in pages: those of which the model says so, and those whose members say it. */
final class PaginationLinker {
    private final ServiceModel model;
    private final Problems problems;
    private final PathCompiler paths;
    private final PathTypes types;

    private PaginationLinker(ServiceModel model, Problems problems) {
        this.model = model;
        this.problems = problems;
        this.paths = new PathCompiler(model, problems);
        this.types = new PathTypes(model);
    }

    /**
     * How operations come in pages, by the names of the operations. What is said of an operation that is not there is
     * nobody's matter.
     */
    static Map<String, Pagination> link(List<ParsedPagination> entries, ServiceModel model, Problems problems) {
        PaginationLinker linker = new PaginationLinker(model, problems);
        Map<String, ParsedPagination> said = new HashMap<>();
        entries.forEach(entry -> said.put(entry.operation(), entry));
        Map<String, Pagination> paginations = new HashMap<>();
        for (Operation operation : model.operations()) {
            ParsedPagination entry = said.get(operation.name());
            Pagination pagination = linker.pagination(entry, operation);
            if (pagination != null) {
                paginations.put(operation.name(), pagination);
            }
        }
        return paginations;
    }

    private @Nullable Pagination pagination(@Nullable ParsedPagination entry, Operation operation) {
        if (entry != null) {
            return link(entry, operation);
        }
        return hasStream(operation) ? null : PaginationInference.infer(operation, model);
    }

    private boolean hasStream(Operation operation) {
        return model.stream(operation.input()) != null || model.stream(operation.output()) != null;
    }

    /** An entry without tokens says that there is one page only. */
    private @Nullable Pagination link(ParsedPagination entry, Operation operation) {
        if (entry.inputTokens().isEmpty() || entry.outputTokens().isEmpty()) {
            return null;
        }
        if (hasStream(operation)) {
            unusable(entry.pointer(), operation, "a stream is part of its input or output");
            return null;
        }
        List<Token> tokens = tokens(entry, operation);
        Path more = entry.moreResults() == null ? null : path(entry.moreResults(), operation);
        List<Path> results = new ArrayList<>();
        entry.resultKeys().forEach(key -> results.add(path(key, operation)));
        entry.nonAggregateKeys().forEach(key -> paths.check(key, operation.output()));
        Member limit = entry.limitKey() == null ? null : input(entry.limitKey(), operation);
        boolean whole =
                (more == null) == (entry.moreResults() == null) && (limit == null) == (entry.limitKey() == null);
        if (tokens == null || !whole || results.contains(null)) {
            return null;
        }
        if (more != null && !types.isBoolean(more.type())) {
            ParsedText said = Objects.requireNonNull(entry.moreResults());
            unusable(
                    said.pointer(),
                    operation,
                    Quote.of(said.text()) + ", which says whether there is more, is not a boolean");
            return null;
        }
        return new Pagination(tokens, more, items(results), limit, false);
    }

    /** Of several results the first that is a collection; the others are on each page. */
    private @Nullable Path items(List<Path> results) {
        for (Path result : results) {
            if (types.isCollection(result.type())) {
                return result;
            }
        }
        return null;
    }

    private @Nullable List<Token> tokens(ParsedPagination entry, Operation operation) {
        int count = entry.inputTokens().size();
        if (count != entry.outputTokens().size()) {
            unusable(
                    entry.pointer(),
                    operation,
                    "it names " + count + " of " + problems.dialect().inputTokens() + " and "
                            + entry.outputTokens().size() + " of "
                            + problems.dialect().outputTokens());
            return null;
        }
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ParsedText said = entry.outputTokens().get(i);
            Member input = input(entry.inputTokens().get(i), operation);
            Path output = path(said, operation);
            if (input == null || output == null) {
                continue;
            }
            if (!fits(output.type(), input)) {
                unusable(
                        said.pointer(),
                        operation,
                        "output token " + Quote.of(said.text()) + " and input token " + Quote.of(input.name())
                                + " are of different types");
                return null;
            }
            tokens.add(new Token(input, output));
        }
        return tokens.size() == count ? tokens : null;
    }

    private @Nullable Path path(ParsedText said, Operation operation) {
        return paths.compile(said, operation.output(), noPaginator(operation));
    }

    private @Nullable Member input(ParsedText said, Operation operation) {
        List<Member> members = model.structure(operation.input()).members();
        for (Member member : members) {
            if (member.name().equals(said.text())) {
                return member;
            }
        }
        problems.warning(
                ProblemCode.PAGINATION_MEMBER,
                said.pointer(),
                noPaginator(operation) + ": its input has no member " + Quote.of(said.text()),
                Suggestions.didYouMeanOr(
                        said.text(), members.stream().map(Member::name).toList(), "members are"));
        return null;
    }

    private boolean fits(PathType output, Member input) {
        Shape target = model.shape(input.target());
        if (output == PathType.Plain.TEXT) {
            return isString(target);
        }
        if (!(output instanceof PathType.OfShape known)) {
            return false;
        }
        Shape source = model.shape(known.shape());
        return source.id().equals(target.id())
                || (source instanceof SimpleShape one
                        && target instanceof SimpleShape other
                        && one.type() == other.type());
    }

    static boolean isString(Shape shape) {
        return shape.is(SimpleType.STRING);
    }

    /** A fault of the model that costs the paginator only: the operation itself can be called as ever. */
    private void unusable(String pointer, Operation operation, String why) {
        problems.warning(ProblemCode.PAGINATION_UNUSABLE, pointer, noPaginator(operation) + ": " + why, null);
    }

    private static String noPaginator(Operation operation) {
        return "operation " + Quote.shortened(operation.name()) + " gets no paginator";
    }
}
