package dev.whittle.codegen.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources in memory as strictly as a careful user would: for Java 17, every lint on, warnings are errors. */
public final class Javac {
    private static final List<String> STRICT =
            List.of("--release", "17", "-Xlint:all", "-Werror", "-proc:none", "-Xmaxerrs", "20", "-Xmaxwarns", "20");

    private Javac() {}

    /**
     * What came of a compilation.
     *
     * @param messages errors and warnings
     * @param classes the bytes of each class by its binary name
     */
    public record Result(List<String> messages, Map<String, byte[]> classes) {
        /** A class loader of what was compiled, above other classes. */
        public ClassLoader loader(ClassLoader parent) {
            return new MemoryLoader(classes, parent);
        }
    }

    /** Compiles sources, given by their paths, against the runtime. */
    public static Result compile(Map<String, String> sources, String... moreOptions) {
        return compile(sources, Map.of(), moreOptions);
    }

    /** Compiles sources, given by their paths, against the runtime and other classes. */
    public static Result compile(Map<String, String> sources, Map<String, byte[]> others, String... moreOptions) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(STRICT);
        options.addAll(Arrays.asList(moreOptions));
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((path, text) -> units.add(new Source(path, text)));
        try (StandardJavaFileManager standard =
                        javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
                Memory memory = new Memory(standard, others)) {
            StringWriter out = new StringWriter();
            boolean compiled = javac.getTask(out, memory, diagnostics, options, null, units)
                    .call();
            List<String> messages = new ArrayList<>();
            diagnostics.getDiagnostics().forEach(diagnostic -> messages.add(diagnostic.toString()));
            if (!compiled && messages.isEmpty()) {
                messages.add("javac failed: " + out);
            }
            return new Result(messages, memory.classes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        public java.io.InputStream openInputStream() {
            return new java.io.ByteArrayInputStream(bytes.toByteArray());
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
                Location location, String packageName, java.util.Set<JavaFileObject.Kind> kinds, boolean recurse)
                throws IOException {
            List<JavaFileObject> found = new ArrayList<>();
            super.list(location, packageName, kinds, recurse).forEach(found::add);
            if (location == javax.tools.StandardLocation.CLASS_PATH && kinds.contains(JavaFileObject.Kind.CLASS)) {
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

        MemoryLoader(Map<String, byte[]> classes, ClassLoader parent) {
            super(parent);
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
