package dev.whittle.maven;

import dev.whittle.maven.generation.GenerationFailedException;
import dev.whittle.maven.generation.Generator;
import dev.whittle.maven.generation.Validation;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/** Checks that clients can be generated from service models, and writes nothing. */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
public final class ValidateMojo extends AbstractModelMojo {
    /**
     * The folder of the models: one folder a service, each with its {@code service-2.json} and those of its siblings
     * {@code paginators-1.json}, {@code waiters-2.json} and {@code endpoint-rule-set-1.json} that there are. It may also
     * hold a {@code service-2.json} itself.
     */
    @Parameter(property = "whittle.modelDirectory", defaultValue = "${project.basedir}/src/main/service-model")
    private File modelDirectory;

    @Parameter(defaultValue = "${project.basedir}/src/main/service-model", readonly = true)
    private File defaultModelDirectory;

    @Inject
    ValidateMojo(RepositorySystem repositories) {
        super(repositories);
    }

    @Override
    void run() throws GenerationFailedException, IOException {
        new Validation(modelLoader(), new Generator.Check(), new LogConsole(getLog()))
                .run(request(null, Set.of(), List.of()), failOnWarning());
    }

    @Override
    File modelDirectory() {
        return modelDirectory;
    }

    @Override
    File defaultModelDirectory() {
        return defaultModelDirectory;
    }
}
