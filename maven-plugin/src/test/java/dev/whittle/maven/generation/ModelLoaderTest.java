package dev.whittle.maven.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whittle.codegen.GenerationRequest;
import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.json.ModelFile;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.maven.request.ArtifactCoordinates;
import dev.whittle.maven.request.ClientsRequest;
import dev.whittle.maven.request.MisconfigurationException;
import dev.whittle.maven.request.ModelOrigin;
import dev.whittle.maven.request.ModelOrigin.Folder;
import dev.whittle.maven.request.ModelOrigin.InArtifact;
import dev.whittle.maven.request.ModelOrigin.SingleFile;
import dev.whittle.maven.request.ModelRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelLoaderTest {
    private static final ArtifactCoordinates JAR = new ArtifactCoordinates("g", "a", "jar", "", "1");

    @TempDir
    private Path folder;

    private Path resolved = Path.of("nothing");

    @Test
    void readsOneFolderAService() throws IOException {
        write("shop/service-2.json", "shop");
        write("shop/paginators-1.json", "pages");
        write("payment/service-2.json", "payment");
        write("notes/readme.txt", "not a model");
        write("readme.txt", "not a model");

        assertThat(models(load(new Folder(folder)))).containsExactly("payment", "shop");
        assertThat(load(new Folder(folder)).services().get(1).model().paginators())
                .isEqualTo("pages".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsAFolderThatHoldsAModelItself() throws IOException {
        write("service-2.json", "shop");
        write("old/service-2.json", "old");

        assertThat(models(load(new Folder(folder)))).containsExactly("shop");
    }

    @Test
    void readsASingleFileOfAnyName() throws IOException {
        write("shop.json", "shop");

        assertThat(models(load(new SingleFile(folder.resolve("shop.json"))))).containsExactly("shop");
    }

    @Test
    void readsEveryModelOfAJarInItsUsualPlace() throws IOException {
        resolved = jar(
                "META-INF/service-model/shop/service-2.json",
                "META-INF/service-model/payment/service-2.json",
                "x/service-2.json");

        assertThat(models(load(new InArtifact(JAR, null))))
                .containsExactly(
                        "META-INF/service-model/payment/service-2.json", "META-INF/service-model/shop/service-2.json");
    }

    @Test
    void readsTheEntryOfAJar() throws IOException {
        resolved = jar("META-INF/service-model/shop/service-2.json", "models/x/service-2.json", "models/y.json");

        assertThat(models(load(new InArtifact(JAR, "models/x")))).containsExactly("models/x/service-2.json");
        assertThat(models(load(new InArtifact(JAR, "models/y.json")))).containsExactly("models/y.json");
    }

    @Test
    void readsTheClassesOfAModuleThatIsNotPackagedYet() throws IOException {
        resolved = folder.resolve("classes");
        write("classes/META-INF/service-model/shop/service-2.json", "shop");
        write("classes/models/x/service-2.json", "x");
        write("classes/models/y.json", "y");

        assertThat(models(load(new InArtifact(JAR, null)))).containsExactly("shop");
        assertThat(models(load(new InArtifact(JAR, "models/x")))).containsExactly("x");
        assertThat(models(load(new InArtifact(JAR, "/models/y.json")))).containsExactly("y");
    }

    @Test
    void readsAnArtifactThatIsAModelFile() throws IOException {
        write("shop-1.json", "shop");
        resolved = folder.resolve("shop-1.json");

        assertThat(models(load(new InArtifact(new ArtifactCoordinates("g", "a", "json", "", "1"), null))))
                .containsExactly("shop");
    }

    @Test
    void saysWhatToDoWithoutAModelFolder() {
        Path missing = folder.resolve("service-model");

        assertMessage(
                "there is no model folder " + missing + ": put the service-2.json of each service into a folder of its"
                        + " own there, or set modelDirectory, modelArtifact or models",
                new Folder(missing));
    }

    @Test
    void saysWhatToDoWithAnEmptyModelFolder() {
        assertMessage(
                "the folder " + folder + " holds no model: put the service-2.json of each service into a folder of its"
                        + " own there, or set modelDirectory, modelArtifact or models",
                new Folder(folder));
    }

    @Test
    void saysWhatToDoWithAnArtifactWithoutModels() throws IOException {
        resolved = jar("models/x.json");
        assertMessage(
                resolved
                        + " holds no service-2.json below META-INF/service-model: set modelEntry to where its model is",
                new InArtifact(JAR, null));

        resolved = Files.createDirectory(folder.resolve("classes"));
        assertMessage(
                "there is no model folder " + resolved.resolve("META-INF/service-model")
                        + ": set modelEntry to where g:a:jar:1 keeps its model",
                new InArtifact(JAR, null));
    }

    @Test
    void saysHowManyModelsAnArtifactHoldsElsewhereAndWhichAreNear() throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 10; i < 24; i++) {
            names.add("models/service" + i + "-2020-01-01-model.json");
            names.add("models/service" + i + "-2020-01-01-intermediate.json");
        }
        names.add("models/polly-2016-06-10-model.json");
        resolved = jar(names.toArray(new String[0]));
        String start = resolved + " holds no service-2.json below META-INF/service-model, but 15 models elsewhere: set"
                + " modelEntry to one of them, ";
        assertThatThrownBy(() -> load(new InArtifact(JAR, null)))
                .hasMessageStartingWith(start + "which are models/polly-2016-06-10-model.json, models/service10-")
                .hasMessageEndingWith("models/service18-2020-01-01-model.json and 5 more");
        ModelRequest polly = new ModelRequest(new InArtifact(JAR, null), "com.example.polly", OperationFilter.ALL);
        assertThatThrownBy(() -> loader().load(new ClientsRequest(List.of(polly), null)))
                .hasMessage(start + "near to packageName are models/polly-2016-06-10-model.json");
        assertThatThrownBy(() -> load(new InArtifact(JAR, "Polly")))
                .hasMessage("there is no model " + resolved + "!/Polly (the archive holds 15 models, near are"
                        + " models/polly-2016-06-10-model.json)");
    }

    @Test
    void readsTheModelOfSmithyThatAManifestLists() throws IOException {
        resolved =
                smithy("# models\nshop.json\n\nshared/money.smithy\nshop.json\n", "shop.json", "shared/money.smithy");

        ModelSource model = load(new InArtifact(JAR, null)).services().get(0).model();
        assertThat(model.displayName()).isEqualTo(resolved + "!/META-INF/smithy");
        assertThat(model.files())
                .extracting(ModelFile::name)
                .containsExactly(
                        resolved + "!/META-INF/smithy/shop.json", resolved + "!/META-INF/smithy/shared/money.smithy");
        assertThat(load(new InArtifact(JAR, "META-INF/smithy/shop.json"))
                        .services()
                        .get(0)
                        .model()
                        .files())
                .hasSize(1);
    }

    @Test
    void saysWhatAManifestListsInVain() throws IOException {
        resolved = smithy("shop.json\n../secret\n", "shop.json");
        assertMessage(
                resolved + "!/META-INF/smithy/manifest lists ../secret, which does not exist",
                new InArtifact(JAR, null));
    }

    @Test
    void readsTheFilesOfSmithyInAFolderAsOneModel() throws IOException {
        write("shop/b.smithy", "b");
        write("shop/a.json", "{\"smithy\": \"2.0\"}");
        write("shop/package.json", "{\"name\": \"shop\"}");
        write("payment/service-2.json", "payment");
        write("payment/c.smithy", "c");

        List<ServiceRequest> services = load(new Folder(folder)).services();
        assertThat(services).hasSize(2);
        assertThat(services.get(0).model().files()).hasSize(1);
        assertThat(services.get(1).model().files())
                .extracting(ModelFile::name)
                .containsExactly(
                        folder.resolve("shop/a.json").toString(),
                        folder.resolve("shop/b.smithy").toString());
    }

    @Test
    void addsTheShapesOfImportedArtifacts() throws IOException {
        write("shop.smithy", "shop");
        resolved = smithy("money.smithy\n", "money.smithy");
        ModelRequest model = new ModelRequest(
                new SingleFile(folder.resolve("shop.smithy")),
                null,
                OperationFilter.ALL,
                null,
                "restJson1",
                "Shop",
                List.of(JAR));

        ServiceRequest service = loader().load(new ClientsRequest(List.of(model), null))
                .services()
                .get(0);
        assertThat(service.service()).isEqualTo("Shop");
        assertThat(service.protocol()).isEqualTo("restJson1");
        assertThat(service.model().files())
                .extracting(ModelFile::name)
                .containsExactly(folder.resolve("shop.smithy").toString(), resolved + "!/META-INF/smithy/money.smithy");

        resolved = jar("META-INF/other");
        assertThatThrownBy(() -> loader().load(new ClientsRequest(List.of(model), null)))
                .hasMessage(resolved + " holds no shapes of Smithy: it has no META-INF/smithy/manifest");
    }

    @Test
    void aModelBelowTheProjectIsNamedFromThere() throws IOException {
        write("models/shop.json", "shop");
        ModelLoader loader = new ModelLoader(coordinates -> resolved, folder);
        ClientsRequest request = new ClientsRequest(
                List.of(new ModelRequest(
                        new SingleFile(folder.resolve("models/shop.json")), null, OperationFilter.ALL)),
                null);
        assertThat(loader.load(request).services().get(0).model().displayName())
                .isEqualTo(Path.of("models", "shop.json").toString());
        assertThat(loader().load(request).services().get(0).model().displayName())
                .isEqualTo(folder.resolve("models/shop.json").toString());
    }

    @Test
    void saysThatAnArtifactIsNoArchive() throws IOException {
        write("model.jar", "not a zip");
        resolved = folder.resolve("model.jar");

        assertThatThrownBy(() -> load(new InArtifact(JAR, null)))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessageStartingWith("cannot read " + resolved + ": ");
        assertThatThrownBy(() -> load(new InArtifact(JAR, "x")))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessageStartingWith("cannot read " + resolved + ": ");
    }

    @Test
    void aDefaultEndpointIsForOneService() throws IOException {
        write("shop/service-2.json", "shop");
        write("payment/service-2.json", "payment");
        ModelRequest both = new ModelRequest(new Folder(folder), null, OperationFilter.ALL, "https://shop.test");

        assertThatThrownBy(() -> loader().load(new ClientsRequest(List.of(both), null)))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessageStartingWith(
                        "defaultEndpoint 'https://shop.test' is for one service, but 2 models were found: ")
                .hasMessageEndingWith("; list them in models, each with a defaultEndpoint of its own");
        ModelRequest one = new ModelRequest(
                new SingleFile(folder.resolve("shop/service-2.json")), null, OperationFilter.ALL, "https://shop.test");
        assertThat(loader().load(new ClientsRequest(List.of(one), null))
                        .services()
                        .get(0)
                        .defaultEndpoint())
                .isEqualTo("https://shop.test");
    }

    @Test
    void aPackageNameIsForOneService() throws IOException {
        write("shop/service-2.json", "shop");
        write("payment/service-2.json", "payment");
        ClientsRequest request = new ClientsRequest(
                List.of(new ModelRequest(new Folder(folder), "dev.shop", OperationFilter.ALL)), null);

        assertThatThrownBy(() -> loader().load(request))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessage("packageName 'dev.shop' is for one service, but 2 models were found: "
                        + folder.resolve("payment/service-2.json") + ", " + folder.resolve("shop/service-2.json")
                        + "; list them in models, each with a packageName of its own");
    }

    @Test
    void namesEveryModelThatCannotBeRead() throws IOException {
        write("shop.json", "shop");

        assertThatThrownBy(() -> load(
                        new SingleFile(folder.resolve("shopp.json")),
                        new SingleFile(folder.resolve("shop.json")),
                        new Folder(folder.resolve("models"))))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessage("2 problems with the configuration:\n  - there is no model " + folder.resolve("shopp.json")
                        + " (did you mean 'shop.json'?)\n  - there is no model folder " + folder.resolve("models")
                        + ": put the service-2.json of each service into a folder of its own there,"
                        + " or set modelDirectory, modelArtifact or models");
    }

    @Test
    void passesOnPackageAndOperationsAndModule() throws IOException {
        write("shop.json", "shop");
        OperationFilter filter = new OperationFilter(List.of("Get*"), List.of());

        GenerationRequest request = loader().load(new ClientsRequest(
                List.of(new ModelRequest(new SingleFile(folder.resolve("shop.json")), "dev.shop", filter)),
                "dev.shop.client"));

        assertThat(request.moduleName()).isEqualTo("dev.shop.client");
        ServiceRequest service = request.services().get(0);
        assertThat(service.packageName()).isEqualTo("dev.shop");
        assertThat(service.operations()).isEqualTo(filter);
    }

    private void assertMessage(String message, ModelOrigin origin) {
        assertThatThrownBy(() -> load(origin))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessage(message);
    }

    private GenerationRequest load(ModelOrigin... origins) throws IOException {
        List<ModelRequest> models = Stream.of(origins)
                .map(origin -> new ModelRequest(origin, null, OperationFilter.ALL))
                .toList();
        return loader().load(new ClientsRequest(models, null));
    }

    private ModelLoader loader() {
        return new ModelLoader(coordinates -> resolved);
    }

    private static List<String> models(GenerationRequest request) {
        return request.services().stream()
                .map(service -> new String(service.model().model(), StandardCharsets.UTF_8))
                .toList();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** A jar with a manifest of Smithy, and models that hold their own names. */
    private Path smithy(String manifest, String... models) throws IOException {
        Path jar = folder.resolve("smithy.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("META-INF/smithy/manifest"));
            zip.write(manifest.getBytes(StandardCharsets.UTF_8));
            for (String model : models) {
                zip.putNextEntry(new ZipEntry("META-INF/smithy/" + model));
                zip.write(model.getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    /** A jar in which each entry holds its own name. */
    private Path jar(String... entries) throws IOException {
        Path jar = folder.resolve("model.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
