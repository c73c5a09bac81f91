package dev.whittle.maven;

import dev.whittle.codegen.model.Extra;
import dev.whittle.maven.check.ProjectFacts;
import dev.whittle.maven.check.ReleasedArtifacts;
import dev.whittle.maven.generation.GenerationFailedException;
import dev.whittle.maven.generation.ModelLoader;
import dev.whittle.maven.request.ClientsRequest;
import dev.whittle.maven.request.MisconfigurationException;
import dev.whittle.maven.request.ModelParameters;
import dev.whittle.maven.request.Parameters;
import dev.whittle.maven.request.RequestTranslator;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** The parameters of every goal that reads models. */
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
abstract class AbstractModelMojo extends AbstractWhittleMojo {
    /**
     * An artifact that holds the model, as {@code groupId:artifactId[:extension[:classifier]][:version]}. It takes the
     * place of the model folder.
     *
     * <p>The extension is {@code jar} (assumed if left out), {@code zip} or {@code json}. Without a version, the
     * artifact has that of the project's dependency on it, or the one that its dependency management names. The
     * artifact may be another module of the same build; then it has to be declared as a dependency, best with the scope
     * {@code provided}, so that Maven builds it first.
     */
    @Parameter(property = "whittle.modelArtifact")
    private @Nullable String modelArtifact;

    /**
     * Where {@code modelArtifact} keeps its model: a folder that holds a {@code service-2.json} with its siblings, or a
     * model file of any name. Without it, every {@code service-2.json} below {@code META-INF/service-model} is used.
     */
    @Parameter(property = "whittle.modelEntry")
    private @Nullable String modelEntry;

    /**
     * Several models, each from a place of its own and with a configuration of its own. It takes the place of the model
     * folder and of {@code modelArtifact}, {@code modelEntry}, {@code service}, {@code protocol}, {@code imports},
     * {@code packageName}, {@code defaultEndpoint}, {@code includeOperations} and {@code excludeOperations}:
     *
     * <pre>{@code
     * <models>
     *   <model>
     *     <file>src/main/models/shop.json</file>
     *     <packageName>com.example.shop</packageName>
     *   </model>
     *   <model>
     *     <artifact>com.example:payment-model</artifact>
     *     <entry>models/payment</entry>
     *     <includeOperations>
     *       <includeOperation>Get*</includeOperation>
     *     </includeOperations>
     *   </model>
     * </models>
     * }</pre>
     *
     * <p>Each {@code <model>} has exactly one of {@code file} (a model file of any name), {@code directory} (a folder
     * that holds a {@code service-2.json}, or one such folder a service) and {@code artifact} (written like
     * {@code modelArtifact}). It may have {@code entry}, {@code service}, {@code protocol}, {@code imports},
     * {@code packageName}, {@code defaultEndpoint}, {@code includeOperations} and {@code excludeOperations}.
     */
    @Parameter
    private List<ModelParameters> models = new ArrayList<>();

    /**
     * The service to generate a client for, by its name or its whole id. Only needed for a model of Smithy that has several
     * services.
     */
    @Parameter(property = "whittle.service")
    private @Nullable String service;

    /**
     * The protocol to use of those that the service speaks, such as {@code restJson1}. Left out, it is the best of them: the
     * first of {@code rpcv2Cbor}, {@code awsJson1_0}, {@code awsJson1_1}, {@code restJson1}, {@code restXml}, {@code awsQuery}
     * and {@code ec2Query}.
     */
    @Parameter(property = "whittle.protocol")
    private @Nullable String protocol;

    /**
     * Artifacts with shapes of Smithy that the model uses, written like {@code modelArtifact}; those that they use
     * themselves have to be listed too.
     */
    @Parameter(property = "whittle.imports")
    private List<@Nullable String> imports = new ArrayList<>();

    /**
     * The package of the generated client. Left out, it is derived from the id of the service. Only for a single model.
     */
    @Parameter(property = "whittle.packageName")
    private @Nullable String packageName;

    /**
     * The URL that the client calls unless its builder, the environment or the profile names another, such as
     * {@code https://orders.example.com}. Left out, it is the {@code globalEndpoint} of the model's metadata, if any. A
     * service of AWS, or one with endpoint rules, needs neither. Only for a single model.
     */
    @Parameter(property = "whittle.defaultEndpoint")
    private @Nullable String defaultEndpoint;

    /**
     * The operations to generate, by name or by a pattern in which {@code *} stands for any text and {@code ?} for any
     * character; all of them if left out. Only shapes that these operations reach are generated.
     */
    @Parameter(property = "whittle.includeOperations")
    private List<@Nullable String> includeOperations = new ArrayList<>();

    /** Operations to leave out after all, written like {@code includeOperations}. */
    @Parameter(property = "whittle.excludeOperations")
    private List<@Nullable String> excludeOperations = new ArrayList<>();

    /** Whether a warning fails the build as an error does. */
    @Parameter(property = "whittle.failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    /** Whether to do nothing at all; then no source folder is added either. */
    @Parameter(property = "whittle.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    private final RepositorySystem repositories;

    AbstractModelMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    @Override
    final void carryOut() throws GenerationFailedException, IOException {
        if (skip) {
            getLog().info("Skipped, whittle.skip is set.");
            return;
        }
        List<String> unknown = ExecutionConfiguration.unknownParameters(project, execution);
        if (failOnWarning && !unknown.isEmpty()) {
            throw new MisconfigurationException(unknown);
        }
        for (String message : unknown) {
            getLog().warn(message);
        }
        try {
            run();
        } catch (MisconfigurationException e) {
            String elsewhere = ExecutionConfiguration.elsewhere(project, execution);
            throw elsewhere == null ? e : new MisconfigurationException(e.getMessage() + "; " + elsewhere);
        }
    }

    /** Does what the goal is for, unless it is skipped. */
    abstract void run() throws GenerationFailedException, IOException;

    /** The folder of models that the user has set, or the default. */
    abstract File modelDirectory();

    /** Whether {@link #modelDirectory} is a model that counts instead of all that are configured. */
    boolean isModelNamed() {
        return false;
    }

    /** The folder of models where the user sets none. */
    abstract File defaultModelDirectory();

    /** The request, with what only the goals that write sources have. */
    final ClientsRequest request(
            @Nullable String moduleName, Set<Extra> extras, List<@Nullable String> requestIdHeaders) {
        return RequestTranslator.translate(new Parameters(
                defaultModelDirectory(),
                modelDirectory(),
                isModelNamed() ? null : modelArtifact,
                isModelNamed() ? null : modelEntry,
                isModelNamed() ? List.of() : models,
                service,
                protocol,
                imports,
                packageName,
                defaultEndpoint,
                moduleName,
                includeOperations,
                excludeOperations,
                extras,
                requestIdHeaders));
    }

    final ModelLoader modelLoader() {
        return new ModelLoader(
                locator(),
                project.getBasedir() == null ? null : project.getBasedir().toPath());
    }

    /** What finds artifacts that were published before. */
    final ReleasedArtifacts releases() {
        return new MavenReleases(repositories, session.getRepositorySession(), locator(), project);
    }

    private MavenArtifactLocator locator() {
        return new MavenArtifactLocator(repositories, session.getRepositorySession(), session.getProjects(), project);
    }

    /** The folder that the paths of users count from: that of the project, or without one the present folder. */
    final Path base() {
        File folder = project.getBasedir();
        return (folder == null ? Path.of(session.getExecutionRootDirectory()) : folder.toPath())
                .toAbsolutePath()
                .normalize();
    }

    final ProjectFacts projectFacts() {
        // Without a pom, Maven makes a project up, with a version of its own.
        String version = project.getFile() == null ? null : project.getVersion();
        return new ProjectFacts(project.getGroupId(), project.getArtifactId(), version, base());
    }

    final boolean failOnWarning() {
        return failOnWarning;
    }

    final MavenProject project() {
        return project;
    }

    final MojoExecution execution() {
        return execution;
    }
}
