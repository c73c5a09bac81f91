package dev.whittle.codegen.link;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Pagination;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.path.Path;
import dev.whittle.codegen.model.path.PathType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells from its members that an operation comes in pages:
 *
 * <ul>
 *   <li>input and output have one optional string each of the same name, and that is one that tokens have;
 *   <li>the output has no other member that could be the token of the next page, such as {@code NextMarker} beside an echoed
 *       {@code Marker};
 *   <li>exactly one member of the output is a list or a map: what is on a page.
 * </ul>
 */
final class PaginationInference {
    /** Names of tokens, whatever their case. */
    private static final Set<String> TOKENS = Set.of(
            "nexttoken", "nextpagetoken", "nextmarker", "pagetoken", "paginationtoken", "continuationtoken", "marker");

    private static final Set<String> LIMITS = Set.of("maxresults", "maxitems", "limit", "pagesize", "maxrecords");

    private PaginationInference() {}

    static @Nullable Pagination infer(Operation operation, ServiceModel model) {
        StructureShape input = model.structure(operation.input());
        StructureShape output = model.structure(operation.output());
        Member token = only(candidates(output, model));
        Member given = token == null ? null : only(candidates(input, model));
        if (token == null || given == null || !token.name().equals(given.name())) {
            return null;
        }
        Member items = only(collections(output, model));
        if (items == null || output.members().stream().anyMatch(member -> isNext(member, token))) {
            return null;
        }
        return new Pagination(
                List.of(new Pagination.Token(given, path(output, token))),
                null,
                path(output, items),
                only(limits(input)),
                true);
    }

    private static List<Member> candidates(StructureShape structure, ServiceModel model) {
        List<Member> candidates = new ArrayList<>();
        for (Member member : structure.members()) {
            if (TOKENS.contains(lower(member))
                    && !member.required()
                    && !member.idempotencyToken()
                    && PaginationLinker.isString(model.shape(member.target()))) {
                candidates.add(member);
            }
        }
        return candidates;
    }

    private static List<Member> collections(StructureShape structure, ServiceModel model) {
        List<Member> collections = new ArrayList<>();
        for (Member member : structure.members()) {
            Shape target = model.shape(member.target());
            if (target instanceof ListShape || target instanceof MapShape) {
                collections.add(member);
            }
        }
        return collections;
    }

    private static List<Member> limits(StructureShape input) {
        return input.members().stream()
                .filter(member -> LIMITS.contains(lower(member)))
                .toList();
    }

    private static boolean isNext(Member member, Member token) {
        return lower(member).equals("next" + lower(token));
    }

    private static String lower(Member member) {
        return member.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Member only(List<Member> members) {
        return members.size() == 1 ? members.get(0) : null;
    }

    private static Path path(StructureShape output, Member member) {
        return new Path.Field(new Path.Root(new PathType.OfShape(output.id())), output.id(), member);
    }
}
