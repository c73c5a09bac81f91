package dev.whittle.codegen.link.supplement;

import dev.whittle.codegen.json.ModelUnreadableException;
import dev.whittle.codegen.json.PlainObject;
import dev.whittle.codegen.model.ServiceModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

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

    /**
     * Reads them.
     *
     * @param name the file, for messages
     * @throws ModelUnreadableException if this is not JSON in the form of the resource
     */
    public static Supplements read(String name, byte[] json) {
        return new Supplements(PlainObject.read(name, json).objects("services").stream()
                .map(ServiceSupplement::read)
                .toList());
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
                return read(RESOURCE, Objects.requireNonNull(resource, RESOURCE).readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
