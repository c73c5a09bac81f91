package dev.whittle.maven.request;

import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.model.ServerUrls;
import dev.whittle.maven.request.ModelOrigin.Folder;
import dev.whittle.maven.request.ModelOrigin.InArtifact;
import dev.whittle.maven.request.ModelOrigin.SingleFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** Turns parameters into a request, or says everything that is wrong with them at once. */
public final class RequestTranslator {
    private final Parameters parameters;
    private final List<String> faults = new ArrayList<>();
    private final List<ModelRequest> models = new ArrayList<>();

    private RequestTranslator(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Translates parameters. A parameter that is blank counts as not set.
     *
     * @throws MisconfigurationException naming every fault
     */
    public static ClientsRequest translate(Parameters parameters) {
        return new RequestTranslator(parameters).translate();
    }

    private ClientsRequest translate() {
        checkThatOneOriginIsSet();
        if (parameters.models().isEmpty()) {
            translateTheOneModel();
        } else {
            translateListedModels();
        }
        String moduleName = name("", "moduleName", parameters.moduleName());
        List<String> requestIdHeaders = Texts.headers("requestIdHeaders", parameters.requestIdHeaders(), faults);
        if (!faults.isEmpty()) {
            throw new MisconfigurationException(faults);
        }
        return new ClientsRequest(models, moduleName, parameters.extras(), requestIdHeaders);
    }

    private void checkThatOneOriginIsSet() {
        List<String> set = new ArrayList<>();
        if (!parameters.modelDirectory().equals(parameters.defaultModelDirectory())) {
            set.add("modelDirectory");
        }
        if (Texts.given(parameters.modelArtifact()) != null) {
            set.add("modelArtifact");
        }
        if (!parameters.models().isEmpty()) {
            set.add("models");
        }
        if (set.size() > 1) {
            faults.add(String.join(" and ", set) + " are set together: set one of them, or list every model in models");
        }
        if (Texts.given(parameters.modelEntry()) != null && Texts.given(parameters.modelArtifact()) == null) {
            faults.add("modelEntry is set without modelArtifact, the artifact that it is an entry of");
        }
    }

    private void translateTheOneModel() {
        String artifact = Texts.given(parameters.modelArtifact());
        ModelOrigin origin = artifact != null
                ? inArtifact("modelArtifact: ", artifact, parameters.modelEntry())
                : fileOrFolder(Texts.absolute(parameters.modelDirectory()));
        ModelParameters model = new ModelParameters();
        model.service = parameters.service();
        model.protocol = parameters.protocol();
        model.imports = parameters.imports();
        model.packageName = parameters.packageName();
        model.defaultEndpoint = parameters.defaultEndpoint();
        model.includeOperations = parameters.includeOperations();
        model.excludeOperations = parameters.excludeOperations();
        add("", origin, model);
    }

    private static ModelOrigin fileOrFolder(Path path) {
        return Files.isRegularFile(path) ? new SingleFile(path) : new Folder(path);
    }

    private void translateListedModels() {
        refuseBesideModels("service", Texts.given(parameters.service()) != null);
        refuseBesideModels("protocol", Texts.given(parameters.protocol()) != null);
        refuseBesideModels("imports", !parameters.imports().isEmpty());
        refuseBesideModels("packageName", Texts.given(parameters.packageName()) != null);
        refuseBesideModels("defaultEndpoint", Texts.given(parameters.defaultEndpoint()) != null);
        refuseBesideModels("includeOperations", !parameters.includeOperations().isEmpty());
        refuseBesideModels("excludeOperations", !parameters.excludeOperations().isEmpty());
        int number = 0;
        for (ModelParameters model : parameters.models()) {
            number++;
            String where = "models, entry " + number + ": ";
            add(where, origin(where, model), model);
        }
    }

    private void refuseBesideModels(String parameter, boolean given) {
        if (given) {
            faults.add(parameter + " has no effect beside models: set it in each model");
        }
    }

    private @Nullable ModelOrigin origin(String where, ModelParameters model) {
        File file = model.file;
        File directory = model.directory;
        String artifact = Texts.given(model.artifact);
        int origins = (file != null ? 1 : 0) + (directory != null ? 1 : 0) + (artifact != null ? 1 : 0);
        if (origins != 1) {
            faults.add(where + "set exactly one of file, directory and artifact");
            return null;
        }
        if (artifact != null) {
            return inArtifact(where, artifact, model.entry);
        }
        if (Texts.given(model.entry) != null) {
            faults.add(where + "entry is set without artifact");
        }
        return file != null
                ? new SingleFile(Texts.absolute(file))
                : directory != null ? new Folder(Texts.absolute(directory)) : null;
    }

    private @Nullable ModelOrigin inArtifact(String where, String coordinates, @Nullable String entry) {
        try {
            return new InArtifact(ArtifactCoordinates.parse(coordinates), Texts.given(entry));
        } catch (MisconfigurationException e) {
            faults.add(where + e.getMessage());
            return null;
        }
    }

    private void add(String where, @Nullable ModelOrigin origin, ModelParameters model) {
        String checkedName = name(where, "packageName", model.packageName);
        String endpoint = endpoint(where, model.defaultEndpoint);
        OperationFilter operations = new OperationFilter(
                Texts.patterns(where + "includeOperations", model.includeOperations, faults),
                Texts.patterns(where + "excludeOperations", model.excludeOperations, faults));
        List<ArtifactCoordinates> imports = imports(where, model);
        if (origin != null) {
            models.add(new ModelRequest(
                    origin,
                    checkedName,
                    operations,
                    endpoint,
                    Texts.given(model.protocol),
                    Texts.given(model.service),
                    imports));
        }
    }

    private List<ArtifactCoordinates> imports(String where, ModelParameters model) {
        List<ArtifactCoordinates> imports = new ArrayList<>();
        for (String each : model.imports) {
            String given = Texts.given(each);
            try {
                if (given != null) {
                    imports.add(ArtifactCoordinates.parse(given));
                }
            } catch (MisconfigurationException e) {
                faults.add(where + "imports: " + e.getMessage());
            }
        }
        return imports;
    }

    private @Nullable String endpoint(String where, @Nullable String url) {
        String given = Texts.given(url);
        String fault = given == null ? null : ServerUrls.fault(given);
        if (fault != null) {
            faults.add(where + "defaultEndpoint '" + given + "' " + fault + ": set a URL, " + ServerUrls.EXAMPLE);
        }
        return given;
    }

    private @Nullable String name(String where, String parameter, @Nullable String name) {
        String given = Texts.given(name);
        if (given != null && !SourceVersion.isName(given, SourceVersion.RELEASE_17)) {
            faults.add(where + parameter + " '" + given + "' is not a name that Java allows");
        }
        return given;
    }
}
