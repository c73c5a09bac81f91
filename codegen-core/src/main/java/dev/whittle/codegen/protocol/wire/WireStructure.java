package dev.whittle.codegen.protocol.wire;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.ServiceModel;
import java.util.List;
import java.util.function.Predicate;

/**
 * The members of a structure or union with their ways over the wire, in the order of the model.
 *
 * @param members the members
 */
public record WireStructure(List<BoundMember> members) {
    public WireStructure {
        members = List.copyOf(members);
    }

    /** Members that are properties of a body. */
    public static WireStructure ofProperties(ServiceModel model, List<Member> members, BodyFormat body) {
        return new WireStructure(members.stream()
                .map(member -> BoundMember.ofProperty(model, member, body))
                .toList());
    }

    /** Whether all members are properties of the body, so that the body is the structure. */
    public boolean isWholeBody() {
        return members.stream().allMatch(member -> member.binding() instanceof WireBinding.Body);
    }

    /** The members that are properties of the body. */
    public List<BoundMember> body() {
        return bound(binding -> binding instanceof WireBinding.Body);
    }

    /** The members that travel outside of the body. */
    public List<BoundMember> outsideBody() {
        return bound(binding -> !binding.isInBody());
    }

    /** The member that is the whole body: none or one. */
    public List<BoundMember> payload() {
        return bound(binding -> binding instanceof WireBinding.Payload || binding instanceof WireBinding.Root);
    }

    /** The member that is the whole body as a stream, of bytes or of events: none or one. */
    public List<BoundMember> stream() {
        return bound(binding -> binding instanceof WireBinding.Stream || binding instanceof WireBinding.Events);
    }

    private List<BoundMember> bound(Predicate<WireBinding> wanted) {
        return members.stream().filter(member -> wanted.test(member.binding())).toList();
    }
}
