package dev.whittle.maven.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.model.Extra;
import dev.whittle.maven.request.ModelOrigin.Folder;
import dev.whittle.maven.request.ModelOrigin.InArtifact;
import dev.whittle.maven.request.ModelOrigin.SingleFile;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestTranslatorTest {
    private static final File DEFAULT = new File("/project/src/main/service-model");

    private File modelDirectory = DEFAULT;
    private @Nullable String modelArtifact;
    private @Nullable String modelEntry;
    private List<ModelParameters> models = List.of();
    private @Nullable String service;
    private @Nullable String protocol;
    private List<@Nullable String> imports = List.of();
    private @Nullable String packageName;
    private @Nullable String defaultEndpoint;
    private @Nullable String moduleName;
    private List<@Nullable String> include = List.of();
    private List<@Nullable String> exclude = List.of();
    private Set<Extra> extras = Set.of();
    private List<@Nullable String> requestIdHeaders = List.of();

    @Test
    void withoutAnyParameterTheDefaultFolderIsUsed() {
        assertThat(translate())
                .isEqualTo(new ClientsRequest(
                        List.of(new ModelRequest(new Folder(DEFAULT.toPath()), null, OperationFilter.ALL)), null));
    }

    @Test
    void takesEverythingThatOneModelCanHave() {
        modelArtifact = " com.example:shop-model:zip:v2:1.0 ";
        modelEntry = " models/shop ";
        service = " Shop ";
        protocol = " restJson1 ";
        imports = List.of("com.example:shared-shapes:1.0");
        packageName = " com.example.shop ";
        moduleName = "com.example.shop.client";
        include = List.of("Get*", " List?arts ");
        exclude = List.of("GetInternal_1");
        extras = Set.of(Extra.ASYNC_CLIENT);

        ArtifactCoordinates artifact = new ArtifactCoordinates("com.example", "shop-model", "zip", "v2", "1.0");
        assertThat(translate())
                .isEqualTo(new ClientsRequest(
                        List.of(new ModelRequest(
                                new InArtifact(artifact, "models/shop"),
                                "com.example.shop",
                                new OperationFilter(List.of("Get*", "List?arts"), List.of("GetInternal_1")),
                                null,
                                "restJson1",
                                "Shop",
                                List.of(new ArtifactCoordinates("com.example", "shared-shapes", "jar", "", "1.0")))),
                        "com.example.shop.client",
                        Set.of(Extra.ASYNC_CLIENT)));
    }

    @Test
    void blankCountsAsNotSet() {
        modelArtifact = " ";
        modelEntry = "";
        packageName = "";
        moduleName = "\t";

        assertThat(translate().models().get(0).origin()).isEqualTo(new Folder(DEFAULT.toPath()));
        assertThat(translate().models().get(0).packageName()).isNull();
        assertThat(translate().moduleName()).isNull();
    }

    @Test
    void takesADefaultEndpointOfTheOneModelOrOfEach() {
        defaultEndpoint = " https://orders.example.com/v1 ";
        assertThat(translate().models().get(0).defaultEndpoint()).isEqualTo("https://orders.example.com/v1");

        ModelParameters model = new ModelParameters();
        model.file = new File("/project/shop.json");
        model.defaultEndpoint = "http://localhost:8080";
        models = List.of(model);
        assertMessage("defaultEndpoint has no effect beside models: set it in each model");
        defaultEndpoint = null;
        assertThat(translate().models().get(0).defaultEndpoint()).isEqualTo("http://localhost:8080");

        model.defaultEndpoint = "localhost:8080";
        assertMessage(
                "models, entry 1: defaultEndpoint 'localhost:8080' begins with neither https:// nor http://: set a"
                        + " URL, for example https://orders.example.com");
    }

    @Test
    void takesEachListedModelWithItsOwnConfiguration() {
        ModelParameters file = new ModelParameters();
        file.file = new File("/project/a/../shop.json");
        file.packageName = "shop";
        ModelParameters directory = new ModelParameters();
        directory.directory = new File("/project/models");
        directory.includeOperations = List.of("Get*");
        ModelParameters artifact = new ModelParameters();
        artifact.artifact = "g:a";
        artifact.entry = "x";
        artifact.excludeOperations = List.of("Put*");
        models = List.of(file, directory, artifact);

        assertThat(translate().models())
                .containsExactly(
                        new ModelRequest(
                                new SingleFile(new File("/project/shop.json").toPath()), "shop", OperationFilter.ALL),
                        new ModelRequest(
                                new Folder(new File("/project/models").toPath()),
                                null,
                                new OperationFilter(List.of("Get*"), List.of())),
                        new ModelRequest(
                                new InArtifact(new ArtifactCoordinates("g", "a", "jar", "", null), "x"),
                                null,
                                new OperationFilter(List.of(), List.of("Put*"))));
    }

    @Test
    void namesEveryFaultAtOnce() {
        modelEntry = "models/shop";
        packageName = "com.my-shop";
        moduleName = "class";
        include = Arrays.asList("Get Cart", null);
        exclude = List.of("/.*/");

        assertMessage("""
                6 problems with the configuration:
                  - modelEntry is set without modelArtifact, the artifact that it is an entry of
                  - packageName 'com.my-shop' is not a name that Java allows
                  - includeOperations: 'Get Cart' is neither the name of an operation nor a pattern with * and ?
                  - includeOperations holds an empty entry
                  - excludeOperations: '/.*/' is neither the name of an operation nor a pattern with * and ?
                  - moduleName 'class' is not a name that Java allows""");
    }

    @Test
    void oneFaultIsASentenceOfItsOwn() {
        modelArtifact = "shop-model";

        assertMessage("modelArtifact: the artifact 'shop-model' is not of the form"
                + " groupId:artifactId[:extension[:classifier]][:version]: it has 1 part");
    }

    @Test
    void refusesSeveralOrigins() {
        modelDirectory = new File("/project/models");
        modelArtifact = "g:a";

        assertMessage("modelDirectory and modelArtifact are set together:"
                + " set one of them, or list every model in models");
    }

    @Test
    void refusesConfigurationBesideListedModels() {
        ModelParameters model = new ModelParameters();
        model.file = new File("/shop.json");
        models = List.of(model);
        modelArtifact = "g:a";
        packageName = "p";
        include = List.of("A");
        exclude = List.of("B");

        assertMessage("""
                4 problems with the configuration:
                  - modelArtifact and models are set together: set one of them, or list every model in models
                  - packageName has no effect beside models: set it in each model
                  - includeOperations has no effect beside models: set it in each model
                  - excludeOperations has no effect beside models: set it in each model""");
    }

    @Test
    void saysWhichListedModelIsWrong() {
        ModelParameters nothing = new ModelParameters();
        ModelParameters both = new ModelParameters();
        both.file = new File("/shop.json");
        both.artifact = "g:a";
        ModelParameters entry = new ModelParameters();
        entry.file = new File("/shop.json");
        entry.entry = "x";
        entry.packageName = "1";
        ModelParameters artifact = new ModelParameters();
        artifact.artifact = "g";
        models = List.of(nothing, both, entry, artifact);

        assertMessage("""
                5 problems with the configuration:
                  - models, entry 1: set exactly one of file, directory and artifact
                  - models, entry 2: set exactly one of file, directory and artifact
                  - models, entry 3: entry is set without artifact
                  - models, entry 3: packageName '1' is not a name that Java allows
                  - models, entry 4: the artifact 'g' is not of the form\
                 groupId:artifactId[:extension[:classifier]][:version]: it has 1 part""");
    }

    @Test
    void requestIdHeadersAreNamesOfHeaders() {
        requestIdHeaders = List.of(" X-Correlation-Id ", "x-trace");
        assertThat(translate().requestIdHeaders()).containsExactly("X-Correlation-Id", "x-trace");
        requestIdHeaders = Arrays.asList("X Id", null, "X-Id:");
        assertMessage("""
                3 problems with the configuration:
                  - requestIdHeaders: 'X Id' is not the name of an HTTP header
                  - requestIdHeaders holds an empty entry
                  - requestIdHeaders: 'X-Id:' is not the name of an HTTP header""");
    }

    private void assertMessage(String message) {
        assertThatThrownBy(this::translate)
                .isInstanceOf(MisconfigurationException.class)
                .hasMessage(message);
    }

    private ClientsRequest translate() {
        return RequestTranslator.translate(new Parameters(
                DEFAULT,
                modelDirectory,
                modelArtifact,
                modelEntry,
                models,
                service,
                protocol,
                imports,
                packageName,
                defaultEndpoint,
                moduleName,
                include,
                exclude,
                extras,
                requestIdHeaders));
    }
}
