package dev.whittle.interop.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;
import tools.jackson.databind.JsonNode;

/** Structures of the AWS SDK with random values in random members. */
public final class RandomStructures {
    private static final int DEPTH = 5;

    /** Exactly one of its members is set. */
    private static final String ATTRIBUTE_VALUE = "AttributeValue";

    private static final Set<String> SCALARS = Set.of("S", "N", "B", "NULL", "BOOL");

    private static final List<String> PIECES = List.of(
            "a", "Z9", " ", "\"", "\\", "/", "\n", "\t", "\u0001", "\u007f", "ü", "東", "\u2028", "\ufeff", "😀", "<&>",
            "%2F");

    private final JsonNode model;
    private final Random random;

    /** Structures that depend on the model and the state of {@code random} alone. */
    public RandomStructures(JsonNode model, Random random) {
        this.model = model;
        this.random = random;
    }

    /** The model of a service, as the build has unpacked it. */
    public static JsonNode model(String service) {
        try {
            return Json.parse(Files.readAllBytes(Path.of("target", "service-model", service, "service-2.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An input of an operation; members that the model requires are set. */
    public SdkPojo input(String operation, SdkPojo builder) {
        return message(operation, "input", builder);
    }

    /** An output of an operation; members that the model requires are set. */
    public SdkPojo output(String operation, SdkPojo builder) {
        return message(operation, "output", builder);
    }

    /** A structure of the model; members that the model requires are set. */
    public SdkPojo structure(String shape, SdkPojo builder) {
        return fill(builder, shape, 0);
    }

    private SdkPojo message(String operation, String kind, SdkPojo builder) {
        JsonNode shape = model.path("operations").path(operation).path(kind).path("shape");
        return shape.isMissingNode() ? build(builder) : fill(builder, shape.stringValue(), 0);
    }

    private SdkPojo fill(SdkPojo builder, String shape, int depth) {
        List<SdkField<?>> fields = new ArrayList<>(builder.sdkFields());
        if (shape.equals(ATTRIBUTE_VALUE)) {
            fields.removeIf(field -> depth >= DEPTH && !SCALARS.contains(field.locationName()));
            fields = List.of(fields.get(random.nextInt(fields.size())));
        } else {
            // The AWS SDK may be newer than the model.
            fields.removeIf(field -> !shape(shape).path("members").has(field.locationName()));
            fields.removeIf(field -> field.marshallingType().getKnownType() == MarshallingKnownType.DOCUMENT);
            if (shape(shape).path("union").asBoolean(false)) {
                fields = List.of(fields.get(random.nextInt(fields.size())));
            } else {
                fields.removeIf(field -> !isRequired(shape, field) && (depth >= DEPTH || random.nextInt(3) == 0));
            }
        }
        for (SdkField<?> field : fields) {
            JsonNode target =
                    shape(shape).path("members").path(field.locationName()).path("shape");
            field.set(builder, value(field, target.stringValue(), depth));
        }
        return build(builder);
    }

    private static SdkPojo build(SdkPojo builder) {
        return (SdkPojo) ((Buildable) builder).build();
    }

    private JsonNode shape(String name) {
        return model.required("shapes").required(name);
    }

    /** A client invents a token that the caller leaves out. Ours and theirs would differ. */
    private boolean isRequired(String shape, SdkField<?> field) {
        JsonNode structure = shape(shape);
        return structure.path("members").path(field.locationName()).has("idempotencyToken")
                || structure
                        .path("required")
                        .valueStream()
                        .anyMatch(name -> name.stringValue().equals(field.locationName()));
    }

    private Object value(SdkField<?> field, String shape, int depth) {
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> text();
            case INTEGER -> random.nextInt();
            case LONG -> random.nextLong();
            case DOUBLE -> random.nextInt() / 64.0;
            case BOOLEAN -> random.nextBoolean();
            case INSTANT -> Instant.ofEpochMilli(random.nextInt() * 1000L + random.nextInt(1000));
            case SDK_BYTES -> bytes();
            case SDK_POJO -> fill(field.constructor().get(), shape, depth + 1);
            case LIST -> list(field.getTrait(ListTrait.class).memberFieldInfo(), shape, depth);
            case MAP -> map(field.getTrait(MapTrait.class).valueFieldInfo(), shape, depth);
            default -> throw new AssertionError("no values of " + field.marshallingType());
        };
    }

    private List<Object> list(SdkField<?> element, String shape, int depth) {
        String target = shape(shape).path("member").path("shape").stringValue();
        List<Object> list = new ArrayList<>();
        for (int i = size(depth); i > 0; i--) {
            list.add(value(element, target, depth));
        }
        return list;
    }

    private Map<String, Object> map(SdkField<?> element, String shape, int depth) {
        String target = shape(shape).path("value").path("shape").stringValue();
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = size(depth); i > 0; i--) {
            map.put(text(), value(element, target, depth));
        }
        return map;
    }

    private int size(int depth) {
        return depth < DEPTH ? random.nextInt(4) : 0;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private SdkBytes bytes() {
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        return SdkBytes.fromByteArray(bytes);
    }
}
