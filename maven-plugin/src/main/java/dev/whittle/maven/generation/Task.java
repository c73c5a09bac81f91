package dev.whittle.maven.generation;

import dev.whittle.maven.request.ClientsRequest;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What one execution of a generating goal has to do.
 *
 * @param clients what to generate
 * @param outputDirectory where the sources go
 * @param statusDirectory where the execution keeps what it must know the next time; no other execution uses it
 * @param fileList where it keeps a list of its files that can be checked in with them; {@code null} for none
 * @param generatorIdentity changes whenever the generator might generate something else
 * @param skipUnchanged whether to do nothing if nothing changed
 * @param failOnWarning whether a warning stops the generation
 */
public record Task(
        ClientsRequest clients,
        Path outputDirectory,
        Path statusDirectory,
        @Nullable Path fileList,
        String generatorIdentity,
        boolean skipUnchanged,
        boolean failOnWarning) {}
