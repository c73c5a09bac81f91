package dev.whittle.maven;

import dev.whittle.maven.generation.GenerationFailedException;
import dev.whittle.maven.generation.Generator;
import dev.whittle.maven.generation.ModelLoader;
import dev.whittle.maven.request.InitParameters;
import dev.whittle.maven.request.InitRequest;
import dev.whittle.maven.request.InitTranslator;
import dev.whittle.maven.scaffold.Scaffolding;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Starts a project from a service model: a {@code pom.xml} that generates the client, a {@code Main.java} that makes a
 * first call, and a test of that call. It is run from the command line, needs no project, and overwrites nothing.
 */
@Mojo(name = "init", requiresProject = false, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
public final class InitMojo extends AbstractWhittleMojo {
    /** The artifact that holds the model, as {@code groupId:artifactId[:extension[:classifier]]:version}. */
    @Parameter(property = "modelArtifact")
    private @Nullable String modelArtifact;

    /**
     * Where {@code modelArtifact} keeps its model: a folder that holds a {@code service-2.json}, or a model file of any
     * name. Only needed if the artifact holds several models, or one outside of {@code META-INF/service-model}.
     */
    @Parameter(property = "modelEntry")
    private @Nullable String modelEntry;

    /** A model file, or a folder that holds a {@code service-2.json}; it is copied into the project. */
    @Parameter(property = "modelFile")
    private @Nullable File modelFile;

    /** The service to call, by its name or its whole id, of a model of Smithy that has several. */
    @Parameter(property = "service")
    private @Nullable String service;

    /** The group of the new project. */
    @Parameter(property = "groupId", defaultValue = "com.example")
    private String groupId;

    /** The name of the new project; derived from the id of the service if left out. */
    @Parameter(property = "artifactId")
    private @Nullable String artifactId;

    /**
     * The package of {@code Main}, by default the group of the project. The client goes into a package of its own below
     * it.
     */
    @Parameter(property = "package")
    private @Nullable String packageName;

    /**
     * The operations to generate, by name or by a pattern in which {@code *} stands for any text and {@code ?} for any
     * character, with commas between them. Left out, one is picked that is easily called.
     */
    @Parameter(property = "operations")
    private List<@Nullable String> operations = new ArrayList<>();

    /** The folder of the project, which has to be empty; by default one of the project's name. */
    @Parameter(property = "outputDirectory")
    private @Nullable File outputDirectory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    private final RepositorySystem repositories;

    @Inject
    InitMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    @Override
    void carryOut() throws GenerationFailedException, IOException {
        InitRequest request = InitTranslator.translate(new InitParameters(
                modelArtifact,
                modelEntry,
                modelFile,
                service,
                groupId,
                artifactId,
                packageName,
                operations,
                outputDirectory));
        Path here = Path.of(session.getExecutionRootDirectory());
        ModelLoader models = new ModelLoader(
                new MavenArtifactLocator(repositories, session.getRepositorySession(), List.of(), project), here);
        String version = execution.getMojoDescriptor().getPluginDescriptor().getVersion();
        new Scaffolding(models, new Generator.Check(), new LogConsole(getLog()), version).run(request, here);
    }
}
