package dev.whittle.codegen.protocol;

import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.StructureShape;
import dev.whittle.codegen.model.Shape.UnionShape;
import dev.whittle.codegen.model.ShapeId;
import dev.whittle.codegen.model.TimestampFormat;
import dev.whittle.codegen.protocol.http.ContentTypes;
import dev.whittle.codegen.protocol.wire.BodyFormat;
import dev.whittle.codegen.protocol.wire.BoundMember;
import dev.whittle.codegen.protocol.wire.WireBinding;
import dev.whittle.codegen.protocol.wire.WireBody;
import dev.whittle.codegen.protocol.wire.WireEvent;
import dev.whittle.codegen.protocol.wire.WireEventStream;
import dev.whittle.codegen.protocol.wire.WireStructure;
import dev.whittle.codegen.protocol.wire.XmlRoot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Binds the events of streams, which all protocols write alike but for the format of payloads. */
final class EventBindings {
    private final ServiceModel model;
    private final Map<ShapeId, List<String>> errorCodes;
    private final BodyFormat body;
    private final String contentType;

    /**
     * The bindings of a service.
     *
     * @param errorCodes the codes of each error
     * @param body how payloads write members
     * @param contentType the media type of payloads in the format of the protocol
     */
    EventBindings(ServiceModel model, Map<ShapeId, List<String>> errorCodes, BodyFormat body, String contentType) {
        this.model = model;
        this.errorCodes = errorCodes;
        this.body = body;
        this.contentType = contentType;
    }

    /** The streams of a service by their unions. */
    Map<ShapeId, WireEventStream> streams() {
        Map<ShapeId, WireEventStream> streams = new HashMap<>();
        for (UnionShape union : model.eventStreams()) {
            List<WireEvent> events = union.members().stream().map(this::event).toList();
            streams.put(union.id(), new WireEventStream(events, contentType, codes(union)));
        }
        return streams;
    }

    private WireEvent event(Member member) {
        List<BoundMember> parts = new ArrayList<>();
        WireBody payload = new WireBody.None();
        StructureShape structure = model.structure(member.target());
        for (Member part : structure.members()) {
            switch (part.eventPart()) {
                case HEADER ->
                    parts.add(BoundMember.of(
                            model, part, new WireBinding.EventHeader(part.name()), TimestampFormat.EPOCH_SECONDS));
                case PAYLOAD -> {
                    BoundMember bound = BoundMember.of(model, part, new WireBinding.Payload(), body.timestamps());
                    Shape target = model.shape(part.target());
                    payload = new WireBody.Payload(
                            bound, ContentTypes.ofPayload(target, contentType), XmlRoot.of(model, part, body));
                    parts.add(bound);
                }
                case PROPERTY -> {
                    payload = new WireBody.Members(contentType, false, XmlRoot.of(model, structure, body), List.of());
                    parts.add(BoundMember.ofProperty(model, part, body));
                }
            }
        }
        return new WireEvent(member, member.name(), new WireStructure(parts), payload);
    }

    /** A stream names an error by its member, or by its shape. */
    private Map<String, String> codes(UnionShape union) {
        Map<String, String> codes = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        List<Member> errors = Objects.requireNonNull(union.eventStream()).errors();
        errors.forEach(error -> taken.add(error.name()));
        for (Member error : errors) {
            String code = Objects.requireNonNull(errorCodes.get(error.target())).get(0);
            String shape = error.target().name();
            if (!error.name().equals(code)) {
                codes.put(error.name(), code);
            }
            if (!shape.equals(code) && taken.add(shape)) {
                codes.put(shape, code);
            }
        }
        return codes;
    }
}
