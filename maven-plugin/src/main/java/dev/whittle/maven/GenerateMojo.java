package dev.whittle.maven;

import dev.whittle.maven.check.LockWriter;
import dev.whittle.maven.generation.GenerationFailedException;
import dev.whittle.maven.request.ClientsRequest;
import java.io.File;
import java.io.IOException;
import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.eclipse.aether.RepositorySystem;

/** Generates typed clients from service models, and has them compiled with the main sources. */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
public final class GenerateMojo extends AbstractGenerateMojo {
    /**
     * The folder of the models: one folder a service, each with its {@code service-2.json} and those of its siblings
     * {@code paginators-1.json}, {@code waiters-2.json} and {@code endpoint-rule-set-1.json} that there are. It may also
     * hold a {@code service-2.json} itself.
     */
    @Parameter(property = "whittle.modelDirectory", defaultValue = "${project.basedir}/src/main/service-model")
    private File modelDirectory;

    /**
     * Where the sources go. Other files there are left alone, and never overwritten; files that an earlier run generated
     * and that are no longer wanted are deleted.
     *
     * <p>For sources that are checked in, choose a folder outside of the build directory. Then a list of the generated
     * files, {@code .<folder>.whittle-<goal>-<execution>}, is kept beside the folder. Check it in too: by it the files
     * are known again in a fresh clone and after {@code clean}.
     */
    @Parameter(
            property = "whittle.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/whittle")
    private File outputDirectory;

    /**
     * Whether to write the lock file: the API that is in use, to be committed and compared with by {@code check}. Meant for
     * the command line.
     */
    @Parameter(property = "whittle.writeLock", defaultValue = "false")
    private boolean writeLock;

    /** The lock file. Executions with models of their own need a lock file each. */
    @Parameter(property = "whittle.lockFile", defaultValue = "${project.basedir}/whittle.lock.json")
    private File lockFile;

    @Parameter(defaultValue = "${project.basedir}/src/main/service-model", readonly = true)
    private File defaultModelDirectory;

    @Inject
    GenerateMojo(RepositorySystem repositories, Provider<BuildContext> buildContext) {
        super(repositories, buildContext);
    }

    @Override
    File modelDirectory() {
        return modelDirectory;
    }

    @Override
    File defaultModelDirectory() {
        return defaultModelDirectory;
    }

    @Override
    File outputDirectory() {
        return outputDirectory;
    }

    @Override
    void addSourceRoot(String directory) {
        project().addCompileSourceRoot(directory);
    }

    @Override
    void afterGenerating(ClientsRequest clients) throws GenerationFailedException, IOException {
        if (writeLock) {
            new LockWriter(modelLoader(), new LogConsole(getLog())).write(clients, projectFacts(), lockFile.toPath());
        }
    }
}
