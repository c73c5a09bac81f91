package dev.whittle.maven;

import dev.whittle.codegen.model.Extra;
import dev.whittle.maven.generation.Generation;
import dev.whittle.maven.generation.GenerationFailedException;
import dev.whittle.maven.generation.Generator;
import dev.whittle.maven.generation.Task;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.inject.Provider;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** The parameters of the goals that write sources. */
abstract class AbstractGenerateMojo extends AbstractModelMojo {
    /**
     * The name of the Java module that the sources make up: then a {@code module-info.java} is generated that exports
     * the packages of the clients. Left out, there is none, and the sources can join a module that has one already.
     */
    @Parameter(property = "whittle.moduleName")
    private @Nullable String moduleName;

    /**
     * Whether there is an asynchronous client too, {@code <Service>AsyncClient}, whose methods return a
     * {@code CompletableFuture}.
     */
    @Parameter(property = "whittle.asyncClient", defaultValue = "false")
    private boolean asyncClient;

    /**
     * Whether clients have a presigner, {@code <Service>Presigner}, which signs requests for others to send. There is none
     * for a service that does not take AWS Signature Version 4.
     */
    @Parameter(property = "whittle.presigner", defaultValue = "false")
    private boolean presigner;

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
        Task task = new Task(
                request(moduleName, extras(), requestIdHeaders),
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
    }

    private Set<Extra> extras() {
        Set<Extra> extras = EnumSet.noneOf(Extra.class);
        if (asyncClient) {
            extras.add(Extra.ASYNC_CLIENT);
        }
        if (presigner) {
            extras.add(Extra.PRESIGNER);
        }
        return extras;
    }

    abstract File outputDirectory();

    /** Makes the compiler see the sources. */
    abstract void addSourceRoot(String directory);
}
