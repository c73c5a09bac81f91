package dev.whittle.codegen.protocol.http;

import dev.whittle.codegen.model.EndpointRules;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Operation;
import dev.whittle.codegen.model.Operation.HttpTrait;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.Shape.Role;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.protocol.wire.BodyFormat;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.UriPart;
import dev.whittle.codegen.protocol.wire.WireBinding;
import dev.whittle.codegen.protocol.wire.WireBody;
import dev.whittle.codegen.protocol.wire.WireOperation;
import dev.whittle.codegen.protocol.wire.WireStructure;
import dev.whittle.codegen.protocol.wire.XmlRoot;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Smithy's HTTP bindings, which protocols with the traits {@code http}, {@code httpHeader} and so on share: members of
 * inputs, outputs and errors are labels, query parameters, headers, the status, the payload, or properties of the body.
 */
public final class HttpBindings {
    private final ServiceModel model;
    private final BodyFormat body;
    private final String contentType;

    /**
     * The bindings of a service.
     *
     * @param body how bodies write members
     * @param contentType the media type of bodies in the format of the protocol
     */
    public HttpBindings(ServiceModel model, BodyFormat body, String contentType) {
        this.model = model;
        this.body = body;
        this.contentType = contentType;
    }

    /** The members of a structure. HTTP traits have a meaning in inputs, outputs and errors only. */
    public WireStructure structure(StructureShape structure) {
        if (structure.role() == Role.ORDINARY) {
            return properties(structure.members());
        }
        return new WireStructure(structure.members().stream()
                .map(member -> inMessage(member, structure.payload()))
                .toList());
    }

    /** Members that are properties of a body. */
    public WireStructure properties(List<Member> members) {
        return WireStructure.ofProperties(model, members, body);
    }

    private BoundMember property(Member member) {
        return BoundMember.ofProperty(model, member, body);
    }

    private BoundMember inMessage(Member member, @Nullable String payload) {
        if (member.name().equals(payload)) {
            return BoundMember.of(model, member, payloadBinding(member), body.timestamps());
        }
        String name = member.nameOnWire();
        return switch (member.location()) {
            case URI -> BoundMember.of(model, member, new WireBinding.Label(), TimestampFormat.DATE_TIME);
            case QUERY -> {
                boolean isMap = model.shape(member.target()) instanceof MapShape;
                WireBinding binding = isMap ? new WireBinding.QueryMap() : new WireBinding.Query(name);
                yield BoundMember.of(model, member, binding, TimestampFormat.DATE_TIME);
            }
            case HEADER -> BoundMember.of(model, member, new WireBinding.Header(name), TimestampFormat.HTTP_DATE);
            case PREFIX_HEADERS -> {
                String prefix = member.wireName() == null ? "" : member.wireName();
                yield BoundMember.of(model, member, new WireBinding.PrefixHeaders(prefix), TimestampFormat.HTTP_DATE);
            }
            case STATUS -> BoundMember.of(model, member, new WireBinding.Status(), body.timestamps());
            case BODY -> property(member);
        };
    }

    private static WireBinding payloadBinding(Member member) {
        return switch (member.streaming()) {
            case NONE -> new WireBinding.Payload();
            case BYTES, BYTES_OF_KNOWN_LENGTH -> new WireBinding.Stream();
            case EVENTS -> new WireBinding.Events();
        };
    }

    /** An operation, whose input is bound already. */
    public WireOperation operation(Operation operation, WireStructure input) {
        HttpTrait http = Objects.requireNonNull(operation.http(), operation::name);
        UriTemplate uri = UriTemplate.parse(http.uri());
        return new WireOperation(
                http.method(),
                UriParts.ofHost(operation.hostPrefix(), input),
                path(operation, uri.path(), input),
                uri.query(),
                List.of(),
                body(operation, input),
                null,
                http.status());
    }

    /** The path, without its first segment if that is a label whose value every endpoint has in its URL. */
    private List<UriPart> path(Operation operation, List<UriTemplate.Part> template, WireStructure input) {
        EndpointRules rules = model.endpoints();
        UriTemplate.Label first = rules == null ? null : UriTemplate.firstSegment(template);
        if (rules != null && first != null) {
            BoundMember label = UriParts.labelled(first.name(), input);
            if (rules.isInEveryUrl(operation, label.member())) {
                return UriParts.behind(label, template, input);
            }
        }
        return UriParts.of(template, input);
    }

    private WireBody body(Operation operation, WireStructure input) {
        for (BoundMember stream : input.stream()) {
            Shape target = model.shape(stream.member().target());
            return switch (stream.member().streaming()) {
                case EVENTS -> new WireBody.Events(stream, null);
                case BYTES_OF_KNOWN_LENGTH ->
                    new WireBody.Stream(stream, ContentTypes.ofPayload(target, contentType), true);
                default -> new WireBody.Stream(stream, ContentTypes.ofPayload(target, contentType), false);
            };
        }
        for (BoundMember payload : input.payload()) {
            Shape target = model.shape(payload.member().target());
            return new WireBody.Payload(
                    payload, ContentTypes.ofPayload(target, contentType), XmlRoot.of(model, payload.member(), body));
        }
        XmlRoot root = XmlRoot.of(model, model.structure(operation.input()), body);
        return input.body().isEmpty() ? new WireBody.None() : new WireBody.Members(contentType, false, root, List.of());
    }
}
