package dev.whittle.codegen.lock;

import dev.whittle.codegen.c2j.C2jTrim;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.json.PlainJson;
import dev.whittle.codegen.json.PlainObject;
import dev.whittle.codegen.smithy.SmithyReader;
import dev.whittle.codegen.smithy.SmithyTrim;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service in a lock file.
 *
 * @param service the id of the service
 * @param packageName the package of its client
 * @param defaultEndpoint the default endpoint that the build configures, {@code null} without one
 * @param protocol the protocol that the build configures, {@code null} without one
 * @param fingerprint the fingerprint of all that determined the client, by which an unchanged model is recognised
 * @param model the part of the model that the client is made of
 */
public record LockedService(
        String service,
        String packageName,
        @Nullable String defaultEndpoint,
        @Nullable String protocol,
        String fingerprint,
        ModelSource model) {
    private static final String MODEL = "model";
    private static final String PAGINATORS = "paginators";
    private static final String WAITERS = "waiters";
    private static final String ENDPOINT_RULE_SET = "endpointRuleSet";
    private static final Set<String> FIELDS = Set.of(
            "service",
            "packageName",
            "defaultEndpoint",
            "protocol",
            "fingerprint",
            MODEL,
            PAGINATORS,
            WAITERS,
            ENDPOINT_RULE_SET);

    /**
     * The part of a model without errors that some operations need, without documentation.
     *
     * @param model the whole model
     * @param service the service of a model that has several, {@code null} for the only one
     * @param operations the names of the operations
     */
    public static ModelSource trim(ModelSource model, @Nullable String service, Set<String> operations) {
        if (SmithyReader.recognises(model)) {
            byte[] trimmed = PlainJson.bytes(SmithyTrim.model(model, service, operations));
            return new ModelSource(model.displayName(), trimmed, null, null, null);
        }
        return new ModelSource(
                model.displayName(),
                PlainJson.bytes(C2jTrim.model(model, operations)),
                bytes(C2jTrim.paginators(model, operations)),
                bytes(C2jTrim.waiters(model, operations)),
                bytes(C2jTrim.endpointRuleSet(model)));
    }

    static LockedService of(PlainObject object, String name) {
        object.allowOnly(FIELDS);
        byte[] model = bytes(object.optionalMap(MODEL));
        if (model == null) {
            throw object.wrong(MODEL, "is missing");
        }
        return new LockedService(
                object.text("service"),
                object.text("packageName"),
                object.optionalText("defaultEndpoint"),
                object.optionalText("protocol"),
                object.text("fingerprint"),
                new ModelSource(
                        name,
                        model,
                        bytes(object.optionalMap(PAGINATORS)),
                        bytes(object.optionalMap(WAITERS)),
                        bytes(object.optionalMap(ENDPOINT_RULE_SET))));
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("service", service);
        map.put("packageName", packageName);
        putIfPresent(map, "defaultEndpoint", defaultEndpoint);
        putIfPresent(map, "protocol", protocol);
        map.put("fingerprint", fingerprint);
        putIfPresent(map, MODEL, map(model.model()));
        putIfPresent(map, PAGINATORS, map(model.paginators()));
        putIfPresent(map, WAITERS, map(model.waiters()));
        putIfPresent(map, ENDPOINT_RULE_SET, map(model.endpointRuleSet()));
        return map;
    }

    private static void putIfPresent(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private @Nullable Map<String, Object> map(byte @Nullable [] json) {
        return json == null ? null : PlainJson.read(model.displayName(), json);
    }

    private static byte @Nullable [] bytes(@Nullable Map<String, Object> object) {
        return object == null ? null : PlainJson.bytes(object);
    }
}
