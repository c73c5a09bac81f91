package dev.whittle.codegen;

import dev.whittle.codegen.c2j.C2jDialect;
import dev.whittle.codegen.c2j.C2jReader;
import dev.whittle.codegen.json.ModelLocator;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.LinkResult;
import dev.whittle.codegen.link.Linker;
import dev.whittle.codegen.link.supplement.Supplements;
import dev.whittle.codegen.model.ServiceModel;
import dev.whittle.codegen.names.JavaLimits;
import dev.whittle.codegen.names.NameAssigner;
import dev.whittle.codegen.names.Names;
import dev.whittle.codegen.parsed.ParsedModel;
import dev.whittle.codegen.parsed.ParsedService;
import dev.whittle.codegen.problem.Problems;
import dev.whittle.codegen.protocol.Protocol;
import dev.whittle.codegen.protocol.Protocols;
import dev.whittle.codegen.smithy.SmithyDialect;
import dev.whittle.codegen.smithy.SmithyReader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way from a model file to a linked service, the same for everything that is done with one. */
public final class Models {
    private Models() {}

    /** Whether a model is one of Smithy; any other is taken for a {@code service-2.json}. */
    public static boolean isSmithy(ModelSource model) {
        return SmithyReader.recognises(model);
    }

    /** Reads, links, names and binds the wanted part of a model, with what Whittle knows of published models. */
    public static LoadedModel load(ServiceRequest request) {
        return load(request, Supplements::published);
    }

    /** The same with other supplements, which are asked for if the service is one of AWS. */
    static LoadedModel load(ServiceRequest request, Supplier<Supplements> supplements) {
        if (isSmithy(request.model())) {
            SmithyReader reader = new SmithyReader(request.model());
            Problems problems = new Problems(reader.locator(), new SmithyDialect());
            ParsedModel parsed = reader.read(request.service(), problems);
            return new LoadedModel(load(request, parsed, supplements, problems), problems);
        }
        Problems problems = new Problems(new ModelLocator(request.model()), new C2jDialect());
        ParsedModel parsed = C2jReader.read(request.model(), problems);
        return new LoadedModel(load(request, parsed, supplements, problems), problems);
    }

    private static @Nullable LinkedService load(
            ServiceRequest request,
            @Nullable ParsedModel parsed,
            Supplier<Supplements> supplements,
            Problems problems) {
        if (parsed == null) {
            return null;
        }
        ParsedService service = parsed.service();
        Protocol protocol =
                Protocols.choose(service.protocols(), service.pointers().service(), request.protocol(), problems);
        LinkResult linked = Linker.link(parsed, request.operations(), problems);
        ServiceModel model = linked.model();
        if (model == null || protocol == null) {
            return null;
        }
        if (model.service().aws()) {
            model = supplements.get().addTo(model);
        }
        if (request.defaultEndpoint() != null) {
            model = model.withDefaultEndpoint(request.defaultEndpoint());
        }
        protocol.check(model, problems);
        Names names = NameAssigner.assign(model, request.packageName(), problems);
        JavaLimits.check(model, names, problems);
        return problems.hasErrors() ? null : new LinkedService(model, names, protocol.bind(model), linked.leftOut());
    }
}
