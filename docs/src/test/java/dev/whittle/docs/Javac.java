package dev.whittle.docs;

import java.net.URI;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles against the class path of the tests, for what the compiler says of it alone. */
final class Javac {
    private Javac() {}

    /** The errors in a file; none if it compiles. */
    static List<String> errors(String className, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///" + className + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        // Checked as far as flow, so that nothing is written.
        List<String> options = List.of("--release", "17", "-proc:none", "-XDshould-stop.ifNoError=FLOW");
        compiler.getTask(null, null, diagnostics, options, null, List.of(file)).call();
        return List.copyOf(diagnostics.getDiagnostics()).stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }
}
