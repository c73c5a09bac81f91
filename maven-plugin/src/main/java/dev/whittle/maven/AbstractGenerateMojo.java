package dev.whittle.maven;

import dev.whittle.maven.generation.Generation;
import dev.whittle.maven.generation.GenerationFailedException;
import dev.whittle.maven.generation.Generator;
import dev.whittle.maven.generation.Task;
import dev.whittle.maven.request.ClientsRequest;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Provider;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** The parameters of the goals that write sources. */
abstract class AbstractGenerateMojo extends AbstractClientMojo {
    /**
     * The name of the Java module that the sources make up: then a {@code module-info.java} is generated that exports
     * the packages of the clients. Left out, there is none, and the sources can join a module that has one already.
     */
    @Parameter(property = "whittle.moduleName")
    private @Nullable String moduleName;

    /**
     * Headers of responses that hold the request's identifier, such as {@code X-Correlation-Id}, the preferred one first.
     * Clients look at them before {@code x-amzn-RequestId}, {@code x-amz-request-id} and {@code x-request-id}, which they
     * always know.
     */
    @Parameter(property = "whittle.requestIdHeaders")
    private List<@Nullable String> requestIdHeaders = new ArrayList<>();

    /**
     * Whether to do nothing when models, configuration, plugin and generated files are as the last run left them. Even
     * without it, only files that differ are written.
     */
    @Parameter(property = "whittle.incremental", defaultValue = "true")
    private boolean incremental;

    /** Whether to generate once more although nothing changed; meant for the command line. */
    @Parameter(property = "whittle.force", defaultValue = "false")
    private boolean force;

    private final Provider<BuildContext> buildContext;

    /**
     * What Maven injects.
     *
     * @param buildContext what tells an IDE of changed files; made only then, since that takes longer than all else in
     *     a run with nothing to do
     */
    AbstractGenerateMojo(RepositorySystem repositories, Provider<BuildContext> buildContext) {
        super(repositories);
        this.buildContext = buildContext;
    }

    @Override
    final void run() throws GenerationFailedException, IOException {
        ClientsRequest clients = request(moduleName, extras(), requestIdHeaders);
        Task task = new Task(
                clients,
                outputDirectory().toPath(),
                ExecutionStatus.directory(project(), execution()),
                ExecutionStatus.fileList(
                        project(), execution(), outputDirectory().toPath()),
                PluginIdentity.of(execution()),
                incremental && !force,
                failOnWarning());
        boolean changed = new Generation(modelLoader(), new Generator.Core(), new LogConsole(getLog())).run(task);
        addSourceRoot(outputDirectory().getAbsolutePath());
        if (changed) {
            buildContext.get().refresh(outputDirectory());
        }
        afterGenerating(clients);
    }

    /** Does what follows a generation, or the discovery that there is nothing to generate. */
    void afterGenerating(ClientsRequest clients) throws GenerationFailedException, IOException {}

    abstract File outputDirectory();

    /** Makes the compiler see the sources. */
    abstract void addSourceRoot(String directory);
}
