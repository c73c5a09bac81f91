package dev.whittle.maven;

import dev.whittle.codegen.report.ReportFormat;
import dev.whittle.maven.check.Check;
import dev.whittle.maven.check.CheckTask;
import dev.whittle.maven.check.CheckTask.NewAcceptance;
import dev.whittle.maven.check.Limits;
import dev.whittle.maven.generation.GenerationFailedException;
import dev.whittle.maven.request.BaselineOrigin;
import dev.whittle.maven.request.CheckParameters;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.model.Build;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Compares the clients of a build with those of a baseline, and says what the changes mean for code that uses them: for
 * source code, for compiled code, and for messages between clients and services of different ages. A change that is not
 * allowed fails the build, and so does a comparison that cannot be made.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
public final class CheckMojo extends AbstractClientMojo {
    /**
     * The folder of the models, as for the goal {@code generate}.
     */
    @Parameter(property = "whittle.modelDirectory", defaultValue = "${basedir}/src/main/service-model")
    private File modelDirectory;

    /** A model file, or the folder of one, instead of the configured models; meant for the command line. */
    @Parameter(property = "whittle.model")
    private @Nullable File model;

    /**
     * What the clients are compared with:
     *
     * <ul>
     *   <li>{@code lock}, the lock file;
     *   <li>{@code git:<revision>}, the models as they were in a revision of the project's git repository; for models in
     *       artifacts, the lock file as it was then;
     *   <li>{@code version:<version>}, the artifacts that the models come from in another version;
     *   <li>{@code artifact:<coordinates>}, an artifact with a model, or a client with a lock file in its jar
     *       ({@code META-INF/whittle.lock.json});
     *   <li>{@code path:<file or folder>}, a model, or a lock file.
     * </ul>
     *
     * <p>As a version, {@code RELEASE} stands for the highest release below the present version. Left out, it is the lock
     * file.
     */
    @Parameter(property = "whittle.baseline", defaultValue = "lock")
    private String baseline;

    /** Where the artifact of {@code baseline} keeps its model, written like {@code modelEntry}. */
    @Parameter(property = "whittle.baselineEntry")
    private @Nullable String baselineEntry;

    /**
     * The version of the published client that the baseline stands for, from which the version that the changes need is
     * counted. Left out, it is what the baseline says: a lock file and a revision know the version of the project, and an
     * artifact of the project its own.
     */
    @Parameter(property = "whittle.baselineVersion")
    private @Nullable String baselineVersion;

    /** The lock file. */
    @Parameter(property = "whittle.lockFile", defaultValue = "${basedir}/whittle.lock.json")
    private File lockFile;

    /**
     * From which verdict on a change for source code fails the build: {@code breaking}, {@code risky} or {@code never}.
     * A change breaks source code that no longer compiles after it.
     */
    @Parameter(property = "whittle.failOnSource", defaultValue = "breaking")
    private String failOnSource;

    /**
     * The same for compiled code. A change breaks it if classes that were compiled with the former client no longer link, or
     * behave in another way, with the new one.
     */
    @Parameter(property = "whittle.failOnBinary", defaultValue = "breaking")
    private String failOnBinary;

    /** The same for messages between the former client and the service of the present model. */
    @Parameter(property = "whittle.failOnOldClient", defaultValue = "breaking")
    private String failOnOldClient;

    /** The same for messages between the present client and the service of the former model. */
    @Parameter(property = "whittle.failOnNewClient", defaultValue = "breaking")
    private String failOnNewClient;

    /**
     * Whether a version of the project fails the build that promises less than the changes need, by Semantic Versioning: a
     * new major version for changes that break source code or compiled code, a new minor version for additions and risky
     * changes. Below 1.0, a minor version may break.
     */
    @Parameter(property = "whittle.failOnVersion", defaultValue = "true")
    private boolean failOnVersion;

    /** The file with accepted changes, which do not fail the build. */
    @Parameter(property = "whittle.acceptedChanges", defaultValue = "${basedir}/whittle.accepted.json")
    private File acceptedChanges;

    /**
     * The reason for which everything that would fail the build now is accepted: it is added to the file with accepted
     * changes, and entries for the same clients that accept nothing are removed. Meant for the command line.
     */
    @Parameter(property = "whittle.accept")
    private @Nullable String accept;

    /**
     * The last day on which what is accepted now is accepted, such as {@code 2027-03-31}; no end if left out. Only with
     * {@code accept}.
     */
    @Parameter(property = "whittle.acceptUntil")
    private @Nullable String acceptUntil;

    /**
     * The reports to write, besides the log: {@code html}, {@code json}, {@code sarif}, {@code markdown}, {@code text}, and
     * {@code github}, which prints commands by which GitHub annotates the changed lines.
     */
    @Parameter(property = "whittle.reports", defaultValue = "html")
    private List<@Nullable String> reports = new ArrayList<>();

    /**
     * The folder of the reports. Left out, it is {@code whittle-check} in the build folder, without a project in the present
     * folder. If the project has several executions of this goal, each one has a folder in there with the name of its id.
     */
    @Parameter(property = "whittle.reportDirectory")
    private @Nullable File reportDirectory;

    /**
     * Folders of classes and jars with code that may use the clients, besides the classes and test classes of the project.
     * The report says which of their lines a change touches.
     */
    @Parameter(property = "whittle.usedBy")
    private List<@Nullable File> usedBy = new ArrayList<>();

    @Parameter(defaultValue = "${basedir}/src/main/service-model", readonly = true)
    private File defaultModelDirectory;

    @Inject
    CheckMojo(RepositorySystem repositories) {
        super(repositories);
    }

    @Override
    void run() throws GenerationFailedException, IOException {
        CheckParameters parameters = new CheckParameters();
        BaselineOrigin origin = parameters.baseline(baseline, baselineEntry, absolute(lockFile), base());
        Limits limits = new Limits(
                parameters.limit("failOnSource", failOnSource),
                parameters.limit("failOnBinary", failOnBinary),
                parameters.limit("failOnOldClient", failOnOldClient),
                parameters.limit("failOnNewClient", failOnNewClient),
                failOnVersion);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate until = parameters.acceptUntil(acceptUntil, accept, today);
        Set<ReportFormat> formats = parameters.reports(reports);
        String version = parameters.version("baselineVersion", baselineVersion);
        List<Path> users = parameters.existing(
                "usedBy",
                usedBy.stream().filter(Objects::nonNull).map(this::absolute).toList());
        parameters.finish();
        CheckTask task = new CheckTask(
                request(null, extras(), List.of()),
                Objects.requireNonNull(origin),
                version,
                projectFacts(),
                limits,
                absolute(acceptedChanges),
                acceptance(until),
                formats,
                reports(),
                classes(users),
                execution().getMojoDescriptor().getPluginDescriptor().getVersion(),
                failOnWarning(),
                today);
        new Check(modelLoader(), releases(), new LogConsole(getLog()), System.out).run(task);
    }

    private @Nullable NewAcceptance acceptance(@Nullable LocalDate until) {
        return accept == null || accept.isBlank() ? null : new NewAcceptance(accept.strip(), until);
    }

    private Path absolute(File file) {
        return base().resolve(file.toPath()).normalize();
    }

    private Path reports() {
        if (reportDirectory != null) {
            return absolute(reportDirectory);
        }
        Path folder = project().getFile() == null
                ? base()
                : Path.of(project().getBuild().getDirectory());
        Path reports = folder.resolve("whittle-check");
        return ExecutionConfiguration.isOneOfSeveral(project(), execution())
                ? reports.resolve(ExecutionStatus.fileName(execution().getExecutionId()))
                : reports;
    }

    /** What the project compiled, as far as it did, and what else may use the clients. */
    private List<Path> classes(List<Path> users) {
        List<Path> classes = new ArrayList<>();
        Build build = project().getBuild();
        for (String folder : new String[] {build.getOutputDirectory(), build.getTestOutputDirectory()}) {
            if (folder != null && Files.isDirectory(Path.of(folder))) {
                classes.add(Path.of(folder));
            }
        }
        classes.addAll(users);
        return classes;
    }

    @Override
    File modelDirectory() {
        return model == null ? modelDirectory : absolute(model).toFile();
    }

    @Override
    boolean isModelNamed() {
        return model != null;
    }

    @Override
    File defaultModelDirectory() {
        return defaultModelDirectory;
    }
}
