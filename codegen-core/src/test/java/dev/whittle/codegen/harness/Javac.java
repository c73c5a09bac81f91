package dev.whittle.codegen.harness;

import dev.whittle.runtime.WhittleGenerated;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles sources in memory as strictly as a careful user would: for Java 17, every lint on, warnings are errors. */
public final class Javac {
    private static final List<String> STRICT =
            List.of("--release", "17", "-Xlint:all", "-Werror", "-proc:none", "-Xmaxerrs", "20", "-Xmaxwarns", "20");

    /** What generated code may depend on, and nothing else: the runtime and the nullness annotations. */
    private static final List<Class<?>> NEEDED = List.of(WhittleGenerated.class, Nullable.class);

    private Javac() {}

    /**
     * What came of a compilation.
     *
     * @param messages errors and warnings
     * @param classes the bytes of each class by its binary name, those that were compiled against included
     */
    public record Result(List<String> messages, Map<String, byte[]> classes) {
        /** Loads and initializes every class. */
        public void loadAll() {
            MemoryLoader loader = new MemoryLoader(classes);
            for (String name : classes.keySet()) {
                try {
                    Class.forName(name, true, loader);
                } catch (ClassNotFoundException e) {
                    throw new AssertionError(e);
                }
            }
        }

        /** One of the classes, in a loader of its own. */
        public Class<?> load(String name) {
            try {
                return new MemoryLoader(classes).loadClass(name);
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Compiles sources, given by their paths, against what generated code may depend on. */
    public static Result compile(Map<String, String> sources, String... moreOptions) {
        return compile(sources, Map.of(), NEEDED, List.of(moreOptions));
    }

    /** Compiles sources against compiled ones, and against the artifacts of some more classes. */
    public static Result against(Map<String, byte[]> compiled, Map<String, String> sources, Class<?>... artifacts) {
        List<Class<?>> all = new ArrayList<>(NEEDED);
        all.addAll(Arrays.asList(artifacts));
        return compile(sources, compiled, all, List.of());
    }

    private static Result compile(
            Map<String, String> sources, Map<String, byte[]> others, List<Class<?>> artifacts, List<String> more) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(STRICT);
        options.add("-classpath");
        options.add(classPath(artifacts));
        options.addAll(more);
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((path, text) -> units.add(new Source(path, text)));
        try (StandardJavaFileManager standard =
                        javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
                Memory memory = new Memory(standard, others)) {
            StringWriter out = new StringWriter();
            boolean done = javac.getTask(out, memory, diagnostics, options, null, units)
                    .call();
            List<String> messages = new ArrayList<>();
            // A copy, because the text of one may make javac load classes, and find more to say.
            for (Diagnostic<?> diagnostic : new ArrayList<>(diagnostics.getDiagnostics())) {
                messages.add(diagnostic.toString());
            }
            if (!done && messages.isEmpty()) {
                messages.add("javac failed: " + out);
            }
            Map<String, byte[]> classes = new LinkedHashMap<>(others);
            classes.putAll(memory.classes());
            return new Result(messages, classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath(List<Class<?>> artifacts) {
        Set<String> paths = new LinkedHashSet<>();
        for (Class<?> artifact : artifacts) {
            URL place = artifact.getProtectionDomain().getCodeSource().getLocation();
            paths.add(new File(URI.create(place.toString())).getPath());
        }
        return String.join(File.pathSeparator, paths);
    }

    /** A source as it is once written to a disk in UTF-8 and read again. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("memory:///" + path), Kind.SOURCE);
            try {
                this.text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text)))
                        .toString();
            } catch (CharacterCodingException e) {
                throw new AssertionError(path + " cannot be written in UTF-8", e);
            }
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class CompiledClass extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final String name;

        CompiledClass(String name) {
            super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
            this.name = name;
        }

        CompiledClass(String name, byte[] content) {
            this(name);
            bytes.writeBytes(content);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes.toByteArray());
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, CompiledClass> classes = new LinkedHashMap<>();
        private final Map<String, CompiledClass> others = new LinkedHashMap<>();

        Memory(JavaFileManager standard, Map<String, byte[]> others) {
            super(standard);
            others.forEach((name, bytes) -> this.others.put(name, new CompiledClass(name, bytes)));
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> result = new LinkedHashMap<>();
            classes.forEach((name, compiled) -> result.put(name, compiled.bytes.toByteArray()));
            return result;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            CompiledClass compiled = new CompiledClass(className);
            classes.put(className, compiled);
            return compiled;
        }

        @Override
        public Iterable<JavaFileObject> list(
                Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
                throws IOException {
            List<JavaFileObject> found = new ArrayList<>();
            super.list(location, packageName, kinds, recurse).forEach(found::add);
            if (location == StandardLocation.CLASS_PATH && kinds.contains(JavaFileObject.Kind.CLASS)) {
                for (CompiledClass other : others.values()) {
                    int dot = other.name.lastIndexOf('.');
                    if (other.name.substring(0, Math.max(dot, 0)).equals(packageName)) {
                        found.add(other);
                    }
                }
            }
            return found;
        }

        @Override
        public String inferBinaryName(Location location, JavaFileObject file) {
            return file instanceof CompiledClass compiled ? compiled.name : super.inferBinaryName(location, file);
        }
    }

    private static final class MemoryLoader extends ClassLoader {
        private final Map<String, byte[]> classes;

        MemoryLoader(Map<String, byte[]> classes) {
            super(Javac.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
