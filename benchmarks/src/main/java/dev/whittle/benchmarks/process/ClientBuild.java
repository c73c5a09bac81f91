package dev.whittle.benchmarks.process;

import dev.whittle.benchmarks.child.Generate;
import dev.whittle.codegen.json.ModelSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A client generated, compiled and packed as docs/publishing-a-client.md says, without names of local variables. */
record ClientBuild(Path sources, Path classes, Path jar) {
    /** Builds the client of AgentCore with some operations, or all when none is named. */
    static ClientBuild of(Project project, String name, Path model, String... operations) throws IOException {
        return of(
                project,
                name,
                ModelSource.ofFile(model.resolve("service-2.json")),
                "com.example.browser",
                List.of(operations));
    }

    /** Builds the client of a model with some operations, or all when none is named. */
    static ClientBuild of(Project project, String name, ModelSource model, String packageName, List<String> operations)
            throws IOException {
        Path folder = project.work("client-" + name);
        delete(folder);
        ClientBuild build =
                new ClientBuild(folder.resolve("sources"), folder.resolve("classes"), folder.resolve(name + ".jar"));
        Generate.run(model, packageName, build.sources, operations);
        List<String> arguments = new ArrayList<>(List.of(
                "--release", "17", "-g:lines,source", "-nowarn", "-proc:none", "-cp", Project.join(project.runtime())));
        arguments.addAll(List.of("-d", build.classes.toString()));
        for (Path source : files(build.sources)) {
            arguments.add(source.toString());
        }
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, System.err, arguments.toArray(new String[0]));
        if (code != 0) {
            throw new IOException("javac failed on " + build.sources);
        }
        pack(build.classes, build.jar);
        return build;
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Path file : files(classes)) {
                entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
    }

    /** The files below a folder, sorted. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Deletes a folder with everything in it. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> paths;
            try (Stream<Path> walk = Files.walk(folder)) {
                paths = new ArrayList<>(walk.toList());
            }
            for (int i = paths.size() - 1; i >= 0; i--) {
                Files.delete(paths.get(i));
            }
        }
        Files.createDirectories(folder);
    }
}
