package dev.whittle.maven.check;

import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.json.ModelUnreadableException;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.lock.ApiLock;
import dev.whittle.codegen.lock.LockedService;
import dev.whittle.maven.generation.ModelLoader;
import dev.whittle.maven.request.ArtifactCoordinates;
import dev.whittle.maven.request.BaselineOrigin;
import dev.whittle.maven.request.ClientsRequest;
import dev.whittle.maven.request.MisconfigurationException;
import dev.whittle.maven.request.ModelOrigin;
import dev.whittle.maven.request.ModelRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads baselines. */
final class BaselineLoader {
    /** Where a published client has its lock file. */
    private static final String LOCK_IN_JAR = "META-INF/" + ApiLock.FILE_NAME;

    private final ModelLoader models;
    private final ReleasedArtifacts artifacts;
    private final ProjectFacts project;
    private final Path workDirectory;

    /**
     * A loader.
     *
     * @param artifacts finds published artifacts
     * @param project the project
     * @param workDirectory a folder for copies of models
     */
    BaselineLoader(ReleasedArtifacts artifacts, ProjectFacts project, Path workDirectory) {
        this.models = new ModelLoader(artifacts::locate, project.base());
        this.artifacts = artifacts;
        this.project = project;
        this.workDirectory = workDirectory;
    }

    /**
     * Reads a baseline.
     *
     * @param clients the present clients
     * @throws MisconfigurationException if it cannot be read
     */
    Baseline load(BaselineOrigin origin, ClientsRequest clients) throws IOException {
        try {
            if (origin instanceof BaselineOrigin.LockFile lock) {
                return lock(lock.file());
            }
            if (origin instanceof BaselineOrigin.Revision revision) {
                return revision(revision, clients);
            }
            if (origin instanceof BaselineOrigin.OtherVersion other) {
                return otherVersion(other.version(), clients);
            }
            if (origin instanceof BaselineOrigin.InPath path) {
                return path(path.path(), clients);
            }
            return artifact((BaselineOrigin.InArtifact) origin, clients);
        } catch (ModelUnreadableException e) {
            throw new MisconfigurationException("the baseline cannot be read: " + e.text());
        } catch (InvalidPathException e) {
            throw new MisconfigurationException("the baseline cannot be read: the file name '" + e.getInput()
                    + "' cannot be written in the encoding of this JVM: set another one, such as LC_ALL=C.UTF-8");
        }
    }

    private Baseline lock(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new MisconfigurationException("there is no lock file " + file
                    + ": write it with mvn whittle:generate -Dwhittle.writeLock, and commit it");
        }
        String name = project.shortened(file);
        return lock(name, new UserFile(file, "lock file " + name).read(), "lock file");
    }

    private static Baseline lock(String name, byte[] bytes, String kind) {
        ApiLock lock = ApiLock.read(name, bytes);
        List<ServiceRequest> services = new ArrayList<>();
        List<String> fingerprints = new ArrayList<>();
        for (LockedService service : lock.services()) {
            services.add(request(service));
            fingerprints.add(service.fingerprint());
        }
        String description = kind + " " + name + (lock.version() == null ? "" : " of " + lock.version());
        return new Baseline(description, lock.version(), services, new Baseline.Locked(lock.extras(), fingerprints));
    }

    /** The client that a lock file stands for. */
    static ServiceRequest request(LockedService service) {
        return new ServiceRequest(
                service.model(),
                service.packageName(),
                OperationFilter.ALL.lenient(),
                service.defaultEndpoint(),
                service.protocol(),
                null);
    }

    private Baseline revision(BaselineOrigin.Revision origin, ClientsRequest clients) throws IOException {
        GitRepository repository = new GitRepository(project.base(), origin.revision());
        Path pom = project.base().resolve("pom.xml");
        ProjectHistory then = ProjectHistory.of(pom, within(repository, repository::file));
        ProjectHistory now = ProjectHistory.of(pom, within(repository, BaselineLoader::present));
        String why = clients.models().stream().anyMatch(model -> model.origin() instanceof ModelOrigin.InArtifact)
                ? "a model comes from an artifact"
                : clients.models().stream().anyMatch(model -> !model.imports().isEmpty())
                        ? "a model imports shapes from artifacts"
                        : null;
        boolean isConfiguredAlike = then.settings().equals(now.settings());
        Optional<byte[]> lock =
                why == null && isConfiguredAlike ? Optional.empty() : repository.file(origin.lockFile());
        String prefix = "git:" + origin.revision() + ":";
        if (lock.isPresent()) {
            return lock(prefix + project.shortened(origin.lockFile()), lock.get(), "lock file")
                    .withVersion(then.version());
        }
        if (why != null) {
            throw new MisconfigurationException("baseline git:" + origin.revision() + ": " + why
                    + ", and there was no " + project.shortened(origin.lockFile())
                    + " then: compare with version:<version>, or write a lock file");
        }
        List<ServiceRequest> services = new ArrayList<>();
        for (ModelRequest request : clients.models()) {
            Path top = workDirectory.resolve(String.valueOf(services.size()));
            ModelOrigin model = request.origin() instanceof ModelOrigin.SingleFile file
                    ? new ModelOrigin.SingleFile(repository.copy(file.path(), top))
                    : new ModelOrigin.Folder(repository.copy(((ModelOrigin.Folder) request.origin()).path(), top));
            for (ServiceRequest service : load(new ModelLoader(artifacts::locate, top), List.of(at(model, request)))) {
                services.add(service.withModel(
                        service.model().named(prefix + service.model().displayName())));
            }
        }
        List<String> warnings = isConfiguredAlike
                ? List.of()
                : List.of("the plugin was configured differently in " + origin.revision()
                        + ", and there was no lock file: its models are read with the present configuration");
        return new Baseline(
                "revision " + origin.revision() + " (" + repository.shortCommit() + ")",
                then.version(),
                services,
                null,
                warnings);
    }

    /** Files of the repository; others are as good as missing. */
    private static ProjectHistory.Files within(GitRepository repository, ProjectHistory.Files files) {
        return file -> repository.holds(file) ? files.read(file) : Optional.empty();
    }

    private static Optional<byte[]> present(Path file) throws IOException {
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    private Baseline otherVersion(String version, ClientsRequest clients) throws IOException {
        List<ModelRequest> then = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (ModelRequest request : clients.models()) {
            if (!(request.origin() instanceof ModelOrigin.InArtifact present)) {
                throw new MisconfigurationException("baseline version:" + version + " is for models in artifacts, but"
                        + " this one is in a file: compare with git:<revision>, or with a lock file");
            }
            ArtifactCoordinates other = version(present.coordinates(), version);
            names.add(other.toString());
            then.add(at(new ModelOrigin.InArtifact(other, present.entry()), request));
            if (!request.imports().isEmpty()) {
                warnings.add("the shapes that " + other + " imports are those that the build has now: changes in "
                        + request.imports().stream()
                                .map(ArtifactCoordinates::toString)
                                .collect(Collectors.joining(", "))
                        + " are only found with a lock file");
            }
        }
        return new Baseline(String.join(", ", names), null, load(models, then), null, warnings);
    }

    private ArtifactCoordinates version(ArtifactCoordinates present, String version) {
        if (!version.equals(BaselineOrigin.RELEASE)) {
            return present.withVersion(version);
        }
        ArtifactCoordinates inUse = artifacts.inUse(present);
        return inUse.withVersion(artifacts.releaseBelow(inUse));
    }

    private Baseline path(Path path, ClientsRequest clients) throws IOException {
        if (!Files.exists(path)) {
            throw new MisconfigurationException("baseline: there is no " + path);
        }
        String name = project.shortened(path);
        if (Files.isRegularFile(path) && path.getFileName().toString().endsWith(ApiLock.FILE_NAME)) {
            return lock(name, new UserFile(path, "lock file " + name).read(), "lock file");
        }
        ModelRequest request = single(clients, "path:" + path);
        ModelOrigin origin = Files.isDirectory(path) ? new ModelOrigin.Folder(path) : new ModelOrigin.SingleFile(path);
        return new Baseline(name, null, load(models, List.of(at(origin, request))), null);
    }

    private Baseline artifact(BaselineOrigin.InArtifact origin, ClientsRequest clients) throws IOException {
        ArtifactCoordinates artifact = origin.coordinates();
        if (BaselineOrigin.RELEASE.equals(artifact.version())) {
            String projectVersion = project.version();
            ArtifactCoordinates present = project.isArtifact(artifact) && projectVersion != null
                    ? artifact.withVersion(projectVersion)
                    : artifacts.inUse(artifact.withoutVersion());
            artifact = artifact.withVersion(artifacts.releaseBelow(present));
        }
        String clientVersion = project.isArtifact(artifact) ? artifact.version() : null;
        Path file = artifacts.locate(artifact);
        Optional<byte[]> lock = origin.entry() == null ? lockInside(file) : Optional.empty();
        if (lock.isPresent()) {
            Baseline baseline = lock(file.getFileName() + "!" + LOCK_IN_JAR, lock.get(), artifact + ",");
            return baseline.withVersion(clientVersion);
        }
        ModelRequest request = single(clients, "artifact:" + artifact);
        return new Baseline(
                artifact.toString(),
                clientVersion,
                load(models, List.of(at(new ModelOrigin.InArtifact(artifact, origin.entry()), request))),
                null);
    }

    private static Optional<byte[]> lockInside(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(LOCK_IN_JAR);
            return entry == null
                    ? Optional.empty()
                    : Optional.of(zip.getInputStream(entry).readAllBytes());
        } catch (ZipException e) {
            // A model file by itself; its reader says what is wrong with it.
            return Optional.empty();
        }
    }

    private static ModelRequest single(ClientsRequest clients, String baseline) {
        if (clients.models().size() != 1) {
            throw new MisconfigurationException("baseline " + baseline + " is for one model, but models lists "
                    + clients.models().size() + ": compare with git:<revision>, version:<version> or a lock file");
        }
        return clients.models().get(0);
    }

    private static List<ServiceRequest> load(ModelLoader loader, List<ModelRequest> then) throws IOException {
        return loader.load(new ClientsRequest(then, null)).services();
    }

    /** The same operations as now, as far as they were there. */
    private static ModelRequest at(ModelOrigin origin, ModelRequest now) {
        return new ModelRequest(
                origin,
                now.packageName(),
                now.operations().lenient(),
                now.defaultEndpoint(),
                now.protocol(),
                now.service(),
                now.imports());
    }
}
