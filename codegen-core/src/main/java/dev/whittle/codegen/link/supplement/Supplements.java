package dev.whittle.codegen.link.supplement;

import dev.whittle.codegen.json.JsonValue;
import dev.whittle.codegen.json.ModelJson;
import dev.whittle.codegen.model.ServiceModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of services beside their models.
 *
 * @param services each service of which something is known
 */
public record Supplements(List<ServiceSupplement> services) {
    private static final String RESOURCE = "supplements.json";

    public Supplements {
        services = List.copyOf(services);
    }

    /** What Whittle knows of published models. */
    public static Supplements published() {
        return Published.ALL;
    }

    /** Reads them from JSON in the form of the resource. */
    public static Supplements read(byte[] json) {
        return new Supplements(values(ModelJson.readOwn(json), "services").stream()
                .map(ServiceSupplement::read)
                .toList());
    }

    /** The elements of an array in an object, none without the array. */
    static List<JsonValue> values(JsonValue object, String name) {
        JsonValue array = object.get(name);
        return array == null ? List.of() : array.values();
    }

    /** The texts in an array in an object, none without the array. */
    static List<String> texts(JsonValue object, String name) {
        return values(object, name).stream().map(JsonValue::asString).toList();
    }

    /** A text in an object. */
    static String text(JsonValue object, String name) {
        return Objects.requireNonNull(optionalText(object, name), name);
    }

    /** The same where it may be missing, {@code null} if it is. */
    static @Nullable String optionalText(JsonValue object, String name) {
        JsonValue text = object.get(name);
        return text == null ? null : text.asString();
    }

    /** A linked model with what is known of its service; the same model for most services. */
    public ServiceModel addTo(ServiceModel model) {
        for (ServiceSupplement service : services) {
            if (service.isOf(model.service())) {
                return service.addTo(model);
            }
        }
        return model;
    }

    /** Read once, when a model needs them. */
    private static final class Published {
        static final Supplements ALL = load();

        private static Supplements load() {
            try (InputStream resource = Supplements.class.getResourceAsStream(RESOURCE)) {
                return read(Objects.requireNonNull(resource, RESOURCE).readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
