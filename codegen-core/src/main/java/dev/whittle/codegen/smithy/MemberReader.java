package dev.whittle.codegen.smithy;

import dev.whittle.codegen.parsed.ParsedMember;
import dev.whittle.codegen.parsed.ParsedMember.Binding;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.ClientOptionalTrait;
import software.amazon.smithy.model.traits.EventHeaderTrait;
import software.amazon.smithy.model.traits.EventPayloadTrait;
import software.amazon.smithy.model.traits.HostLabelTrait;
import software.amazon.smithy.model.traits.HttpHeaderTrait;
import software.amazon.smithy.model.traits.HttpLabelTrait;
import software.amazon.smithy.model.traits.HttpPayloadTrait;
import software.amazon.smithy.model.traits.HttpPrefixHeadersTrait;
import software.amazon.smithy.model.traits.HttpQueryParamsTrait;
import software.amazon.smithy.model.traits.HttpQueryTrait;
import software.amazon.smithy.model.traits.HttpResponseCodeTrait;
import software.amazon.smithy.model.traits.IdempotencyTokenTrait;
import software.amazon.smithy.model.traits.JsonNameTrait;
import software.amazon.smithy.model.traits.MediaTypeTrait;
import software.amazon.smithy.model.traits.SensitiveTrait;
import software.amazon.smithy.rulesengine.traits.ContextParamTrait;

/** Reads a member. */
final class MemberReader {
    private final Model model;
    private final ShapeNames names;
    private final boolean ofAws;

    MemberReader(Model model, ShapeNames names, boolean ofAws) {
        this.model = model;
        this.names = names;
        this.ofAws = ofAws;
    }

    ParsedMember read(MemberShape member) {
        Shape target = model.expectShape(member.getTarget());
        Binding binding = binding(member);
        ContextParamTrait parameter = Traits.get(member, ContextParamTrait.class);
        return new ParsedMember(
                member.getMemberName(),
                Pointers.of(member),
                names.of(member.getTarget()),
                Traits.documentation(member),
                Traits.deprecated(member),
                member.isRequired(),
                binding,
                wireName(member, binding),
                Traits.text(member, JsonNameTrait.class),
                XmlReader.read(member),
                Traits.timestampFormat(member),
                DefaultReader.read(member, target, ofAws),
                parameter == null ? null : parameter.getName(),
                new ParsedMember.Flags(
                        member.hasTrait(ClientOptionalTrait.class),
                        member.hasTrait(IdempotencyTokenTrait.class),
                        member.hasTrait(SensitiveTrait.class),
                        binding == Binding.HEADER && target.hasTrait(MediaTypeTrait.class),
                        member.hasTrait(HostLabelTrait.class),
                        false,
                        member.hasTrait(EventHeaderTrait.class),
                        member.hasTrait(EventPayloadTrait.class)));
    }

    private static Binding binding(MemberShape member) {
        if (member.hasTrait(HttpLabelTrait.class)) {
            return Binding.URI;
        } else if (member.hasTrait(HttpQueryTrait.class) || member.hasTrait(HttpQueryParamsTrait.class)) {
            return Binding.QUERY;
        } else if (member.hasTrait(HttpHeaderTrait.class)) {
            return Binding.HEADER;
        } else if (member.hasTrait(HttpPrefixHeadersTrait.class)) {
            return Binding.PREFIX_HEADERS;
        } else if (member.hasTrait(HttpResponseCodeTrait.class)) {
            return Binding.STATUS;
        }
        return member.hasTrait(HttpPayloadTrait.class) ? Binding.PAYLOAD : Binding.BODY;
    }

    private static @Nullable String wireName(MemberShape member, Binding binding) {
        return switch (binding) {
            case HEADER -> Traits.text(member, HttpHeaderTrait.class);
            case PREFIX_HEADERS -> Traits.text(member, HttpPrefixHeadersTrait.class);
            case QUERY -> Traits.text(member, HttpQueryTrait.class);
            case BODY, PAYLOAD, URI, STATUS -> null;
        };
    }
}
