package dev.whittle.maven.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whittle.codegen.ClientGenerator;
import dev.whittle.codegen.GeneratedSources;
import dev.whittle.codegen.GenerationRequest;
import dev.whittle.codegen.LinkedService;
import dev.whittle.codegen.Models;
import dev.whittle.codegen.ServiceRequest;
import dev.whittle.codegen.diff.ApiChange;
import dev.whittle.codegen.diff.ChangeCode;
import dev.whittle.codegen.json.ModelSource;
import dev.whittle.codegen.link.OperationFilter;
import dev.whittle.runtime.WhittleGenerated;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** A generated client, and code that uses it, compiled. */
final class Consumers {
    static final String PACKAGE = "com.example.tiny";

    static final String MODEL = """
            {"version":"2.0","metadata":{"apiVersion":"2026-01-31","endpointPrefix":"tiny","protocol":"rest-json",
            "serviceFullName":"Tiny Service","serviceId":"Tiny","signatureVersion":"v4","signingName":"tiny"},
            "operations":{
            "Get":{"name":"Get","http":{"method":"POST","requestUri":"/get"},"input":{"shape":"GetInput"},
            "output":{"shape":"GetOutput"},"errors":[{"shape":"Gone"}]},
            "Put":{"name":"Put","http":{"method":"POST","requestUri":"/put"},"input":{"shape":"PutInput"}}},
            "shapes":{
            "GetInput":{"type":"structure","required":["id"],"members":{"id":{"shape":"Text"},"size":{"shape":"Number"}}},
            "GetOutput":{"type":"structure","members":{"name":{"shape":"Text"},"level":{"shape":"Level"},
            "target":{"shape":"Target"}}},
            "PutInput":{"type":"structure","members":{"name":{"shape":"Text"}}},
            "Gone":{"type":"structure","exception":true,"members":{"message":{"shape":"Text"},"why":{"shape":"Text"}}},
            "Level":{"type":"string","enum":["LOW","HIGH"]},
            "Target":{"type":"structure","union":true,"members":{"host":{"shape":"Text"},"port":{"shape":"Number"}}},
            "Text":{"type":"string"},"Number":{"type":"integer"}}}
            """;

    private static final String IMPORTS = "package com.example.app; import " + PACKAGE + ".*; import " + PACKAGE
            + ".model.*; import java.util.*; import java.util.function.*;";

    private final Path folder;

    private Consumers(Path folder) {
        this.folder = folder;
    }

    /** Generates and compiles the client in a folder. */
    static Consumers of(Path folder) throws IOException {
        Consumers consumers = new Consumers(folder);
        GeneratedSources sources =
                ClientGenerator.generate(new GenerationRequest(List.of(request(MODEL)), null, Set.of()));
        assertThat(sources.failed()).as(sources.problems().toString()).isFalse();
        compile(folder, new TreeMap<>(sources.files()), "");
        return consumers;
    }

    private static ServiceRequest request(String model) {
        ModelSource source =
                new ModelSource("service-2.json", model.getBytes(StandardCharsets.UTF_8), null, null, null);
        return new ServiceRequest(source, PACKAGE, OperationFilter.ALL);
    }

    /** What changes in the client if the model is edited. */
    static ApiChange change(ChangeCode code, String pattern, String replacement) {
        String after = Pattern.compile(pattern).matcher(MODEL).replaceFirst(replacement);
        assertThat(after).isNotEqualTo(MODEL);
        return linked(MODEL).changesTo(linked(after), Set.of()).stream()
                .filter(each -> each.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static LinkedService linked(String model) {
        return Objects.requireNonNull(Models.load(request(model)).service());
    }

    /** Compiles classes of users in a folder; each line of the text keeps its number. */
    Path user(String text, Path user) throws IOException {
        return compile(user, Map.of("App.java", IMPORTS + text), client() + File.pathSeparator);
    }

    Path client() {
        return folder.resolve("classes");
    }

    private static Path compile(Path folder, Map<String, String> sources, String classPath) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve("sources").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "--release", "17", "-proc:none", "-nowarn", "-d", classes.toString(), "-cp", classPath + needed());
            boolean compiles = javac.getTask(
                            said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(compiles).as(said.toString()).isTrue();
        }
        return classes;
    }

    private static String needed() {
        return Stream.of(WhittleGenerated.class, Nullable.class)
                .map(type -> {
                    try {
                        return Path.of(type.getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                .toString();
                    } catch (URISyntaxException e) {
                        throw new AssertionError(e);
                    }
                })
                .collect(Collectors.joining(File.pathSeparator));
    }
}
