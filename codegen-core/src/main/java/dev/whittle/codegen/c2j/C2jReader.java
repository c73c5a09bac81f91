package dev.whittle.codegen.c2j;

import dev.whittle.codegen.json.JsonValue;
import dev.whittle.codegen.json.ModelJson;
import dev.whittle.codegen.json.ModelLocator;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.parsed.ParsedAuth;
import dev.whittle.codegen.parsed.ParsedContextParameter;
import dev.whittle.codegen.parsed.ParsedEndpointRules;
import dev.whittle.codegen.parsed.ParsedModel;
import dev.whittle.codegen.parsed.ParsedOperation;
import dev.whittle.codegen.parsed.ParsedPagination;
import dev.whittle.codegen.parsed.ParsedService;
import dev.whittle.codegen.parsed.ParsedShape;
import dev.whittle.codegen.parsed.ParsedWaiter;
import dev.whittle.codegen.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a model in AWS's C2J form, {@code service-2.json}. The form has no public specification; what is read here is
 * what the published models hold. Traits that are not known are passed over.
 */
public final class C2jReader {
    private static final String API_VERSION = "apiVersion";
    private static final String ENDPOINT_PREFIX = "endpointPrefix";
    private static final String SIGNING_NAME = "signingName";

    private C2jReader() {}

    /**
     * Reads a model. Every field that is read is checked for its type; reading goes on after a problem, so that all of
     * them are found at once.
     *
     * @param problems takes what is wrong; places are found by its locator, a {@link ModelLocator}
     * @return the model as far as it can be read, {@code null} when one of its three parts is missing altogether
     */
    public static @Nullable ParsedModel read(ModelSource source, Problems problems) {
        if (OtherFormat.isReported(source, problems)) {
            return null;
        }
        JsonValue root = ModelJson.readObject(source.displayName(), source.model(), problems);
        if (root != null && OtherFormat.isReported(root, source, problems)) {
            return null;
        }
        List<ParsedPagination> paginations = PaginatorReader.read(sibling(source, ModelSource.PAGINATORS, problems));
        List<ParsedWaiter> waiters = WaiterReader.read(sibling(source, ModelSource.WAITERS, problems), problems);
        JsonValue rules = ModelJson.readSibling(source, ModelSource.ENDPOINT_RULE_SET, problems);
        ParsedEndpointRules endpoints = rules == null ? null : EndpointRulesReader.read(rules, problems);
        Fields fields = root == null ? null : Fields.of(root, problems);
        return fields == null ? null : model(fields, endpoints, paginations, waiters, problems);
    }

    private static @Nullable Fields sibling(ModelSource source, String fileName, Problems problems) {
        JsonValue root = ModelJson.readSibling(source, fileName, problems);
        return root == null ? null : Fields.of(root, problems);
    }

    private static @Nullable ParsedModel model(
            Fields root,
            @Nullable ParsedEndpointRules endpoints,
            List<ParsedPagination> paginations,
            List<ParsedWaiter> waiters,
            Problems problems) {
        root.checked(Place.MODEL, "the model");
        Fields metadata = root.requiredObject("metadata", "the model");
        ParsedService service = metadata == null ? null : service(metadata, root.text("documentation"));
        ParsedAuth auth = service == null ? ParsedAuth.only(ParsedAuth.SIGV4) : service.auth();
        List<ParsedOperation> operations = new ArrayList<>();
        Fields operationFields = root.requiredObject("operations", "the model");
        if (operationFields != null) {
            for (Fields operation : operationFields.objects()) {
                operations.add(OperationReader.read(operation, auth));
            }
        }
        Map<String, ParsedShape> shapes = new LinkedHashMap<>();
        Fields shapeFields = root.requiredObject("shapes", "the model");
        if (shapeFields != null) {
            for (Fields shape : shapeFields.objects()) {
                shapes.put(shape.key(), ShapeReader.read(shape, problems));
            }
        }
        List<ParsedContextParameter> clientParameters = ContextParameterReader.ofClient(root);
        return service == null || operationFields == null || shapeFields == null
                ? null
                : new ParsedModel(
                        service,
                        operationFields.pointer(),
                        operations,
                        XmlTargets.resolved(shapes),
                        endpoints,
                        paginations,
                        waiters,
                        clientParameters);
    }

    private static ParsedService service(Fields metadata, String documentation) {
        metadata.checked(Place.METADATA, "the metadata");
        return new ParsedService(
                new ParsedService.Pointers(
                        metadata.pointer(),
                        metadata.pointerTo(ServiceIds.key(metadata)),
                        metadata.pointerTo(ServiceIds.FULL_NAME),
                        metadata.pointerTo(API_VERSION),
                        metadata.pointerTo(ENDPOINT_PREFIX),
                        metadata.pointerTo(SIGNING_NAME)),
                ServiceIds.of(metadata),
                metadata.string(ServiceIds.FULL_NAME),
                metadata.string(API_VERSION),
                metadata.string(ENDPOINT_PREFIX),
                metadata.string(SIGNING_NAME),
                ProtocolReader.read(metadata),
                metadata.string("targetPrefix"),
                metadata.object("awsQueryCompatible") != null,
                XmlReader.ofService(metadata),
                AuthReader.ofService(metadata),
                AuthReader.isOfAws(metadata),
                metadata.parsedText("globalEndpoint"),
                documentation);
    }
}
