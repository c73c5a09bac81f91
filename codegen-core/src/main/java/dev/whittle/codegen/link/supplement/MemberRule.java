package dev.whittle.codegen.link.supplement;

import dev.whittle.codegen.json.JsonValue;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Member.HttpLocation;
import dev.whittle.codegen.model.MemberSupplement;
import dev.whittle.codegen.model.MemberSupplement.RegionOfStructure;
import dev.whittle.codegen.model.MemberSupplement.Use;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.SimpleType;
import dev.whittle.codegen.model.Shape.StructureShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds something to those members of inputs that it names and that it fits. The model is the user's, and may be of
 * another kind than was published.
 *
 * @param operation the operation, {@code null} for all
 * @param member the name of the member, {@code null} for any
 * @param shape the shape of its values, {@code null} for any
 * @param supplement what it adds
 */
public record MemberRule(
        @Nullable String operation,
        @Nullable String member,
        @Nullable String shape,
        MemberSupplement supplement) {
    static MemberRule read(JsonValue rule) {
        String use = Supplements.optionalText(rule, "use");
        return new MemberRule(
                Supplements.optionalText(rule, "operation"),
                Supplements.optionalText(rule, "member"),
                Supplements.optionalText(rule, "shape"),
                new MemberSupplement(
                        Supplements.optionalText(rule, "whenAbsent"),
                        Supplements.texts(rule, "droppedPrefixes"),
                        use == null ? Use.NONE : Use.valueOf(use),
                        region(rule.get("region"))));
    }

    private static @Nullable RegionOfStructure region(@Nullable JsonValue region) {
        return region == null
                ? null
                : new RegionOfStructure(
                        Supplements.text(region, "member"),
                        Supplements.text(region, "except"),
                        Supplements.texts(region, "unlessSet"));
    }

    /** A member with what the first rule that is about it adds, the member itself if there is none. */
    static Member apply(List<MemberRule> rules, Member member, Operation operation, ServiceModel model) {
        for (MemberRule rule : rules) {
            if (rule.names(member, operation) && rule.fits(member, operation, model)) {
                return member.with(rule.in(model, member));
            }
        }
        return member;
    }

    /** What it adds, without members that the structure of this model lacks. */
    private MemberSupplement in(ServiceModel model, Member candidate) {
        RegionOfStructure region = supplement.region();
        if (region == null) {
            return supplement;
        }
        List<String> unlessSet = model.structure(candidate.target()).members().stream()
                .map(Member::name)
                .filter(region.unlessSet()::contains)
                .toList();
        return new MemberSupplement(
                supplement.whenAbsent(),
                supplement.droppedPrefixes(),
                supplement.use(),
                new RegionOfStructure(region.member(), region.except(), unlessSet));
    }

    private boolean names(Member candidate, Operation of) {
        return (operation == null || operation.equals(of.name()))
                && (member == null || member.equals(candidate.name()))
                && (shape == null || shape.equals(candidate.target().name()));
    }

    /** Rules are about texts or, for the region, about a structure with one; the hash of a body needs a header and a body. */
    private boolean fits(Member candidate, Operation of, ServiceModel model) {
        RegionOfStructure region = supplement.region();
        if (region != null) {
            return model.shape(candidate.target()) instanceof StructureShape structure
                    && structure.members().stream()
                            .anyMatch(
                                    each -> each.name().equals(region.member()) && isText(model.shape(each.target())));
        }
        if (!model.shape(candidate.target()).is(SimpleType.STRING)) {
            return false;
        }
        Member stream = model.stream(of.input());
        return supplement.use() != Use.TREE_HASH
                || (candidate.location() == HttpLocation.HEADER
                        && stream != null
                        && stream.streaming() != Member.Streaming.EVENTS);
    }

    private static boolean isText(Shape shape) {
        return shape.is(SimpleType.STRING) || shape instanceof EnumShape;
    }
}
