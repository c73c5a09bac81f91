package dev.whittle.codegen.smithy;

import dev.whittle.codegen.parsed.ParsedService;
import java.util.List;
import software.amazon.smithy.aws.traits.ServiceTrait;
import software.amazon.smithy.aws.traits.auth.SigV4Trait;
import software.amazon.smithy.aws.traits.protocols.AwsQueryCompatibleTrait;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.ServiceIndex;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.TitleTrait;

/** Reads what a model says of the service as a whole. A service that is not one of AWS is called as its shape is. */
final class ServiceReader {
    private ServiceReader() {}

    static ParsedService read(Model model, ServiceShape service, AuthReader auth) {
        ServiceTrait aws = Traits.get(service, ServiceTrait.class);
        SigV4Trait signature = Traits.get(service, SigV4Trait.class);
        String title = Traits.text(service, TitleTrait.class);
        return new ParsedService(
                pointers(service, aws != null),
                aws == null ? service.getId().getName() : aws.getSdkId(),
                title,
                service.getVersion(),
                aws == null ? null : aws.getEndpointPrefix(),
                signature == null ? null : signature.getName(),
                protocols(model, service),
                service.getId().getName(),
                service.hasTrait(AwsQueryCompatibleTrait.class),
                XmlReader.namespace(service),
                auth.ofService(),
                auth.isOfAws(),
                null,
                Traits.documentation(service));
    }

    /** The ids of the protocols, the preferred one first. */
    private static List<String> protocols(Model model, ServiceShape service) {
        return ServiceIndex.of(model).getProtocols(service).keySet().stream()
                .map(ShapeId::toString)
                .toList();
    }

    private static ParsedService.Pointers pointers(ServiceShape service, boolean hasAws) {
        String itself = Pointers.of(service);
        return new ParsedService.Pointers(
                itself,
                hasAws ? Pointers.ofTrait(service, ServiceTrait.ID, "sdkId") : itself,
                of(service, TitleTrait.ID),
                itself,
                hasAws ? Pointers.ofTrait(service, ServiceTrait.ID, "endpointPrefix") : itself,
                of(service, SigV4Trait.ID));
    }

    private static String of(ServiceShape service, ShapeId trait) {
        return service.hasTrait(trait) ? Pointers.ofTrait(service, trait) : Pointers.of(service);
    }
}
