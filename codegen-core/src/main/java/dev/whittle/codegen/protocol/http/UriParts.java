package dev.whittle.codegen.protocol.http;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.UriPart;
import dev.whittle.codegen.protocol.wire.WireBinding;
import dev.whittle.codegen.protocol.wire.WireStructure;
import java.util.ArrayList;
import java.util.List;

/** Templates of paths and host names, with labels in braces, piece by piece. */
public final class UriParts {
    private UriParts() {}

    /** The pieces of a template whose labels are members of an input. */
    public static List<UriPart> of(String template, WireStructure input) {
        List<UriPart> parts = new ArrayList<>();
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                parts.add(new UriPart.Literal(template.substring(at)));
                break;
            }
            if (open > at) {
                parts.add(new UriPart.Literal(template.substring(at, open)));
            }
            String label = template.substring(open + 1, close);
            boolean greedy = label.endsWith("+");
            String name = greedy ? label.substring(0, label.length() - 1) : label;
            parts.add(new UriPart.Label(labelled(name, input), greedy));
            at = close + 1;
        }
        return parts;
    }

    private static BoundMember labelled(String label, WireStructure input) {
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
