package dev.whittle.maven.check;

import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.Models;
import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.Verdict;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.codegen.model.Extra;
import dev.whittle.codegen.report.ReportFormat;
import dev.whittle.maven.check.CheckTask.NewAcceptance;
import dev.whittle.maven.generation.GenerationFailedException;
import dev.whittle.maven.generation.ModelLoader;
import dev.whittle.maven.generation.RecordingConsole;
import dev.whittle.maven.request.ArtifactCoordinates;
import dev.whittle.maven.request.BaselineOrigin;
import dev.whittle.maven.request.ClientsRequest;
import dev.whittle.maven.request.MisconfigurationException;
import dev.whittle.maven.request.ModelOrigin;
import dev.whittle.maven.request.ModelRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A project that is checked, as Maven would configure it. */
final class CheckProject implements ReleasedArtifacts {
    /** The text that {@link #shop} has for members of carts. */
    static final String NOTE = "\"note\": {\"shape\": \"String\"},";

    final Path folder;
    final Map<String, Path> released = new HashMap<>();
    final ByteArrayOutputStream commands = new ByteArrayOutputStream();

    List<String> lines = List.of();
    String version = "1.2.1";
    ModelOrigin origin;
    List<ModelRequest> clients;
    List<ArtifactCoordinates> imports = List.of();
    Path lockFile;
    Path accepted;
    OperationFilter operations = OperationFilter.ALL;
    Set<Extra> extras = Set.of();
    Limits limits = new Limits(Verdict.BREAKING, Verdict.BREAKING, Verdict.BREAKING, Verdict.BREAKING, true);
    NewAcceptance acceptance;
    Set<ReportFormat> reports = EnumSet.noneOf(ReportFormat.class);
    List<Path> classes = List.of();
    boolean failOnWarning;
    LocalDate today = LocalDate.of(2026, 11, 30);

    CheckProject(Path folder) throws IOException {
        this.folder = folder;
        this.lockFile = folder.resolve("whittle.lock.json");
        this.accepted = folder.resolve("whittle.accepted.json");
        this.origin = new ModelOrigin.Folder(folder.resolve("models"));
        Files.createDirectories(folder.resolve("models/shop"));
        write(shop(NOTE));
    }

    /** A model with two operations; what is given are more members of a cart. */
    static String shop(String members) {
        return """
                {
                  "metadata": {"serviceId": "Shop", "protocol": "rest-json", "apiVersion": "2026-01-01"},
                  "operations": {
                    "GetCart": {
                      "name": "GetCart",
                      "http": {"method": "GET", "requestUri": "/carts/{cartId}"},
                      "input": {"shape": "GetCartRequest"},
                      "output": {"shape": "GetCartResponse"}
                    },
                    "ListCarts": {
                      "name": "ListCarts",
                      "http": {"method": "GET", "requestUri": "/carts"},
                      "output": {"shape": "ListCartsResponse"}
                    }
                  },
                  "shapes": {
                    "GetCartRequest": {
                      "type": "structure",
                      "required": ["cartId"],
                      "members": {"cartId": {"shape": "String", "location": "uri", "locationName": "cartId"}}
                    },
                    "GetCartResponse": {
                      "type": "structure",
                      "members": {
                        %s
                        "total": {"shape": "Integer"}
                      }
                    },
                    "ListCartsResponse": {"type": "structure", "members": {"cartIds": {"shape": "Strings"}}},
                    "Strings": {"type": "list", "member": {"shape": "String"}},
                    "Integer": {"type": "integer", "box": true},
                    "String": {"type": "string"}
                  }
                }
                """.formatted(members);
    }

    /** Puts the model of the shop in the place of the one that is there. */
    void write(String model) throws IOException {
        Files.writeString(folder.resolve("models/shop/service-2.json"), model);
    }

    Path lockFile() {
        return lockFile;
    }

    Path accepted() {
        return accepted;
    }

    private ClientsRequest clients() {
        return new ClientsRequest(
                clients == null
                        ? List.of(new ModelRequest(origin, null, operations, null, null, null, imports))
                        : clients,
                null,
                extras);
    }

    private ModelLoader loader() {
        return new ModelLoader(this::locate, folder);
    }

    private ProjectFacts facts() {
        return new ProjectFacts("com.example", "shop-client", version, folder);
    }

    /** Writes the lock file. */
    void lock() throws GenerationFailedException, IOException {
        new LockWriter(loader(), new RecordingConsole()).write(clients(), facts(), lockFile());
    }

    /** Compares. */
    void check(String baseline) throws GenerationFailedException, IOException {
        RecordingConsole console = new RecordingConsole();
        try {
            CheckTask task = new CheckTask(
                    clients(),
                    BaselineOrigin.parse(baseline, null, lockFile(), folder),
                    null,
                    facts(),
                    limits,
                    accepted(),
                    acceptance,
                    reports,
                    folder.resolve("target/whittle-check"),
                    classes,
                    "0.1.0",
                    failOnWarning,
                    today);
            new Check(loader(), this, console, new PrintStream(commands, true, StandardCharsets.UTF_8)).run(task);
        } finally {
            lines = new ArrayList<>(console.lines);
        }
    }

    /** What changes from the model that is there to another one. */
    List<ApiChange> changes(String after) throws IOException {
        return linked().changesTo(linked(after), extras);
    }

    private LinkedService linked() throws IOException {
        return linked(Files.readString(folder.resolve("models/shop/service-2.json")));
    }

    private static LinkedService linked(String model) {
        ModelSource source =
                new ModelSource("service-2.json", model.getBytes(StandardCharsets.UTF_8), null, null, null);
        return Models.load(new ServiceRequest(source, null, OperationFilter.ALL))
                .service();
    }

    /** Runs git in the folder. */
    void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "git", "-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(output);
        }
    }

    @Override
    public ArtifactCoordinates inUse(ArtifactCoordinates coordinates) {
        return coordinates.version() == null ? coordinates.withVersion("3.0.0") : coordinates;
    }

    @Override
    public String releaseBelow(ArtifactCoordinates coordinates) {
        return coordinates.version().equals("3.0.0") ? "2.9.0" : "1.2.0";
    }

    @Override
    public Path locate(ArtifactCoordinates coordinates) {
        Path file = released.get(inUse(coordinates).toString());
        if (file == null) {
            throw new MisconfigurationException("no artifact " + coordinates);
        }
        return file;
    }
}
