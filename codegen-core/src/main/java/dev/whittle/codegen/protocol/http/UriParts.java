package dev.whittle.codegen.protocol.http;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.UriPart;
import dev.whittle.codegen.protocol.wire.WireBinding;
import dev.whittle.codegen.protocol.wire.WireStructure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pieces of paths and host names, with members for labels. */
public final class UriParts {
    private UriParts() {}

    /** The pieces of a host name, which has kept its rule. */
    public static List<UriPart> ofHost(@Nullable String prefix, WireStructure input) {
        return prefix == null ? List.of() : of(UriTemplate.parts(prefix), input);
    }

    /** The pieces of a template whose labels are members of an input. */
    static List<UriPart> of(List<UriTemplate.Part> template, WireStructure input) {
        List<UriPart> parts = new ArrayList<>();
        for (UriTemplate.Part part : template) {
            if (part instanceof UriTemplate.Label label) {
                parts.add(new UriPart.Label(labelled(label.name(), input), label.greedy()));
            } else if (part instanceof UriTemplate.Text text) {
                parts.add(new UriPart.Literal(text.text()));
            }
        }
        return parts;
    }

    /** The pieces of a path whose first segment is a label that is in the endpoint's URL already. */
    static List<UriPart> behind(BoundMember label, List<UriTemplate.Part> template, WireStructure input) {
        List<UriPart> parts = new ArrayList<>();
        parts.add(new UriPart.InEndpoint(label));
        parts.addAll(of(template.subList(2, template.size()), input));
        return parts;
    }

    /** The member that a label of a template is bound to. */
    static BoundMember labelled(String label, WireStructure input) {
        for (BoundMember bound : input.members()) {
            Member member = bound.member();
            if (bound.binding() instanceof WireBinding.Label
                    ? member.nameOnWire().equals(label)
                    : member.hostLabel() && member.name().equals(label)) {
                return bound;
            }
        }
        throw new IllegalArgumentException("no member bound to label " + label);
    }
}
