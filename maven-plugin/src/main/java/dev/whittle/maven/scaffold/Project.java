package dev.whittle.maven.scaffold;

import dev.whittle.codegen.Models;
import dev.whittle.codegen.json.ModelFile;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.maven.request.InitRequest;
import dev.whittle.maven.request.ModelOrigin.InArtifact;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a new project. */
final class Project {
    /** What builds and runs the project. */
    static final String COMMAND = "mvn -q compile exec:java";

    private final InitRequest request;
    private final String artifactId;
    private final String version;
    private final FirstCall call;

    Project(InitRequest request, String artifactId, String version, FirstCall call) {
        this.request = request;
        this.artifactId = artifactId;
        this.version = version;
        this.call = call;
    }

    /**
     * The content of each file by its path.
     *
     * @param model the model, copied into the project unless an artifact has it
     */
    SortedMap<String, byte[]> files(ModelSource model) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        String main = "src/main/java/" + request.packageName().replace('.', '/') + "/" + MainClass.NAME + ".java";
        add(files, "pom.xml", pom());
        add(files, ".gitignore", "target/\n");
        add(files, "README.md", readme(main));
        add(files, main, new MainClass(call).text(request.packageName()));
        String test = main.replace("/main/", "/test/").replace(MainClass.NAME + ".java", TestClass.NAME + ".java");
        add(files, test, new TestClass(call).text(request.packageName()));
        if (!(request.origin() instanceof InArtifact)) {
            String folder = "src/main/service-model/" + call.serviceName() + "/";
            boolean isSmithy = Models.isSmithy(model);
            for (ModelFile file : model.files()) {
                files.put(folder + (isSmithy ? fileName(file) : ModelSource.MODEL), file.bytes());
            }
            add(files, folder + ModelSource.PAGINATORS, Optional.ofNullable(model.paginators()));
            add(files, folder + ModelSource.WAITERS, Optional.ofNullable(model.waiters()));
            add(files, folder + ModelSource.ENDPOINT_RULE_SET, Optional.ofNullable(model.endpointRuleSet()));
        }
        return files;
    }

    /** The name of a file of Smithy, by which it is found in a folder. */
    private static String fileName(ModelFile file) {
        String path = file.name();
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return name.endsWith(".smithy") || name.endsWith(".json") ? name : name + ".json";
    }

    private static void add(SortedMap<String, byte[]> files, String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(SortedMap<String, byte[]> files, String path, Optional<byte[]> sibling) {
        sibling.ifPresent(bytes -> files.put(path, bytes));
    }

    private String pom() {
        List<String> operations = request.operations().isEmpty() ? List.of(call.operation()) : request.operations();
        StringBuilder included = new StringBuilder();
        for (String operation : operations) {
            included.append(element("                ", "includeOperation", operation));
        }
        return Template.named("pom.xml")
                .with("groupId", request.groupId())
                .with("artifactId", artifactId)
                .with("version", version)
                .with("model", origin())
                .with("clientPackage", call.names().packageName())
                .with("operations", included.toString())
                .with("mainClass", request.packageName() + "." + MainClass.NAME)
                .text();
    }

    private String readme(String main) {
        return Template.named("README.md")
                .with("artifactId", artifactId)
                .with("service", call.serviceId())
                .with("command", COMMAND)
                .with("main", main)
                .with("setup", new ClientSetup(call).text())
                .with("call", call.operation())
                .text();
    }

    private String origin() {
        String indent = "              ";
        String service = request.service() == null ? "" : element(indent, "service", request.service());
        if (!(request.origin() instanceof InArtifact artifact)) {
            return service;
        }
        String entry = artifact.entry();
        return element(indent, "modelArtifact", artifact.coordinates().toString())
                + (entry == null ? "" : element(indent, "modelEntry", entry))
                + service;
    }

    private static String element(String indent, String name, String value) {
        String escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return indent + "<" + name + ">" + escaped + "</" + name + ">\n";
    }
}
