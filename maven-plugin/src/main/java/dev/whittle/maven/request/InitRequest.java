package dev.whittle.maven.request;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project to start.
 *
 * @param origin where its model is
 * @param service the service of a model that has several, {@code null} for the only one
 * @param groupId its group
 * @param artifactId its name, {@code null} to derive it from the service
 * @param packageName the package of its main class
 * @param operations names and patterns of the operations to generate, empty to pick one
 * @param directory the folder to write to, {@code null} for one of its name
 */
public record InitRequest(
        ModelOrigin origin,
        @Nullable String service,
        String groupId,
        @Nullable String artifactId,
        String packageName,
        List<String> operations,
        @Nullable Path directory) {
    public InitRequest {
        operations = List.copyOf(operations);
    }
}
