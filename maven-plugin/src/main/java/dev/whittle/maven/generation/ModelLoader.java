package dev.whittle.maven.generation;

import dev.whittle.codegen.GenerationRequest;
import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.json.EntryNames;
import dev.whittle.codegen.json.ModelFile;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.json.ModelUnreadableException;
import dev.whittle.maven.request.ArtifactCoordinates;
import dev.whittle.maven.request.ClientsRequest;
import dev.whittle.maven.request.MisconfigurationException;
import dev.whittle.maven.request.ModelOrigin.Folder;
import dev.whittle.maven.request.ModelOrigin.InArtifact;
import dev.whittle.maven.request.ModelOrigin.SingleFile;
import dev.whittle.maven.request.ModelRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Finds and reads the models that a request names. */
public final class ModelLoader {
    /** Where an artifact keeps its models unless an entry is named. */
    static final String IN_ARTIFACT = "META-INF/service-model";

    /** Where an artifact keeps a model of Smithy. */
    private static final String SMITHY_IN_ARTIFACT = "META-INF/smithy";

    private static final int MOST_SHOWN = 10;

    private final ArtifactLocator artifacts;
    private final @Nullable Path base;

    /** A loader that looks artifacts up in the given way, and names files by their absolute paths. */
    public ModelLoader(ArtifactLocator artifacts) {
        this(artifacts, null);
    }

    /**
     * A loader that looks artifacts up in the given way.
     *
     * @param base the folder from which files below it are named; {@code null} for absolute paths
     */
    public ModelLoader(ArtifactLocator artifacts, @Nullable Path base) {
        this.artifacts = artifacts;
        this.base = base == null ? null : base.toAbsolutePath().normalize();
    }

    /**
     * Reads every model.
     *
     * @throws MisconfigurationException naming every model that is missing or cannot be read
     */
    public GenerationRequest load(ClientsRequest clients) throws IOException {
        List<ServiceRequest> services = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (ModelRequest request : clients.models()) {
            try {
                List<ModelSource> sources = sources(request);
                checkThatForOne("packageName", request.packageName(), sources);
                checkThatForOne("defaultEndpoint", request.defaultEndpoint(), sources);
                checkThatForOne("service", request.service(), sources);
                for (ModelSource source : sources) {
                    services.add(new ServiceRequest(
                            named(source).with(imports(request)),
                            request.packageName(),
                            request.operations(),
                            request.defaultEndpoint(),
                            request.protocol(),
                            request.service()));
                }
            } catch (ModelUnreadableException e) {
                faults.add(e.text());
            } catch (MisconfigurationException e) {
                faults.add(e.getMessage());
            }
        }
        if (!faults.isEmpty()) {
            throw new MisconfigurationException(faults);
        }
        return new GenerationRequest(services, clients.moduleName(), clients.extras(), clients.requestIdHeaders());
    }

    /** A model by the shortest name that leads to it from where the build runs. */
    private ModelSource named(ModelSource source) {
        String name = source.displayName();
        String folder = base == null ? "" : base + File.separator;
        return base != null && name.startsWith(folder) ? source.named(name.substring(folder.length())) : source;
    }

    private List<ModelFile> imports(ModelRequest request) throws IOException {
        List<ModelFile> files = new ArrayList<>();
        for (ArtifactCoordinates coordinates : request.imports()) {
            Path archive = artifacts.locate(coordinates);
            List<ModelFile> found = ModelSource.smithyFiles(archive);
            if (found.isEmpty()) {
                throw new MisconfigurationException(
                        archive + " holds no shapes of Smithy: it has no " + SMITHY_IN_ARTIFACT + "/manifest");
            }
            files.addAll(found);
        }
        return files;
    }

    private List<ModelSource> sources(ModelRequest request) throws IOException {
        if (request.origin() instanceof SingleFile single) {
            return List.of(ModelSource.ofFile(single.path()));
        }
        if (request.origin() instanceof Folder folder) {
            return inFolder(
                    folder.path(),
                    "put the service-2.json of each service into a folder of its own there,"
                            + " or set modelDirectory, modelArtifact or models");
        }
        InArtifact artifact = (InArtifact) request.origin();
        return inArtifact(request, artifact, artifacts.locate(artifact.coordinates()));
    }

    private static List<ModelSource> inArtifact(ModelRequest request, InArtifact artifact, Path path)
            throws IOException {
        String entry = artifact.entry();
        if (Files.isDirectory(path)) {
            return entry == null ? inClasses(path, artifact) : List.of(inClasses(path, entry));
        }
        if (artifact.coordinates().extension().equals("json")) {
            return List.of(ModelSource.ofFile(path));
        }
        if (entry != null) {
            return List.of(ModelSource.ofArchive(path, entry));
        }
        List<ModelSource> found = new ArrayList<>();
        for (String folder : modelFolders(path, request)) {
            found.add(ModelSource.ofArchive(path, folder));
        }
        return found;
    }

    /** The models in the folder of classes of a module that has not been packaged yet. */
    private static List<ModelSource> inClasses(Path classes, InArtifact artifact) throws IOException {
        List<ModelFile> smithy =
                Files.isDirectory(classes.resolve(IN_ARTIFACT)) ? List.of() : ModelSource.smithyFiles(classes);
        return smithy.isEmpty()
                ? inFolder(
                        classes.resolve(IN_ARTIFACT),
                        "set modelEntry to where " + artifact.coordinates() + " keeps its model")
                : List.of(
                        ModelSource.ofFiles(classes.resolve(SMITHY_IN_ARTIFACT).toString(), smithy));
    }

    /** A model in the folder of classes of a module that has not been packaged yet. */
    private static ModelSource inClasses(Path classes, String entry) {
        Path path = classes.resolve(entry.startsWith("/") ? entry.substring(1) : entry);
        return Files.isRegularFile(path) ? ModelSource.ofFile(path) : ModelSource.ofDirectory(path);
    }

    private static List<ModelSource> inFolder(Path folder, String remedy) throws IOException {
        if (ModelSource.isIn(folder)) {
            return List.of(ModelSource.ofDirectory(folder));
        }
        if (!Files.isDirectory(folder)) {
            throw new MisconfigurationException("there is no model folder " + folder + ": " + remedy);
        }
        List<ModelSource> found = new ArrayList<>();
        for (Path child : children(folder)) {
            if (ModelSource.isIn(child)) {
                found.add(ModelSource.ofDirectory(child));
            }
        }
        if (found.isEmpty()) {
            throw new MisconfigurationException("the folder " + folder + " holds no model: " + remedy);
        }
        return found;
    }

    private static List<Path> children(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    private static List<String> modelFolders(Path archive, ModelRequest request) throws IOException {
        List<String> folders = new ArrayList<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(IN_ARTIFACT + "/") && name.endsWith("/" + ModelSource.MODEL))
                    .map(name -> name.substring(0, name.lastIndexOf('/')))
                    .sorted()
                    .forEach(folders::add);
        } catch (ZipException e) {
            throw new MisconfigurationException("cannot read " + archive + ": " + e.getMessage());
        }
        if (folders.isEmpty() && !ModelSource.smithyFiles(archive).isEmpty()) {
            folders.add(SMITHY_IN_ARTIFACT);
        }
        if (folders.isEmpty()) {
            throw new MisconfigurationException(noModel(archive, request));
        }
        return folders;
    }

    /** What an archive without models in the usual place holds instead: those near to what the client is called come first. */
    private static String noModel(Path archive, ModelRequest request) {
        String message = archive + " holds no " + ModelSource.MODEL + " below " + IN_ARTIFACT;
        List<String> entries = ModelSource.entries(archive);
        if (entries.isEmpty()) {
            return message + ": set modelEntry to where its model is";
        }
        String packageName = request.packageName();
        List<String> near = packageName == null
                ? List.of()
                : EntryNames.near(packageName.substring(packageName.lastIndexOf('.') + 1), entries);
        String count = EntryNames.count(entries) + " elsewhere";
        return message + ", but " + count + ": set modelEntry to one of them, "
                + (near.isEmpty() ? "which are " + shown(entries) : "near to packageName are " + shown(near));
    }

    private static String shown(List<String> names) {
        int shown = Math.min(names.size(), MOST_SHOWN);
        return String.join(", ", names.subList(0, shown))
                + (shown < names.size() ? " and " + (names.size() - shown) + " more" : "");
    }

    private static void checkThatForOne(String parameter, @Nullable String value, List<ModelSource> sources) {
        if (value != null && sources.size() > 1) {
            throw new MisconfigurationException(parameter + " '" + value + "' is for one service, but " + sources.size()
                    + " models were found: "
                    + shown(sources.stream().map(ModelSource::displayName).toList())
                    + "; list them in models, each with a " + parameter + " of its own");
        }
    }
}
