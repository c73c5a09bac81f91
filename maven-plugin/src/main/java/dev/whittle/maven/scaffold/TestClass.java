package dev.whittle.maven.scaffold;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.protocol.wire.WireFormat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The test of a new project: it plays the service by a server of the JDK, and makes the first call against it. */
final class TestClass {
    static final String NAME = "MainTest";

    private static final ClassName SERVER = ClassName.get("com.sun.net.httpserver", "HttpServer");
    private static final ClassName TEST = ClassName.get("org.junit.jupiter.api", "Test");
    private static final ClassName ASSERTIONS = ClassName.get("org.junit.jupiter.api", "Assertions");

    private final FirstCall call;

    TestClass(FirstCall call) {
        this.call = call;
    }

    // class MainTest {
    //     @Test
    //     void makesTheCall() throws IOException {
    //         …
    //     }
    // }
    String text(String packageName) {
        MethodSpec test = MethodSpec.methodBuilder("makesTheCall")
                .addAnnotation(TEST)
                .addException(IOException.class)
                .addCode(server())
                .addCode(call())
                .build();
        TypeSpec type = TypeSpec.classBuilder(NAME)
                .addJavadoc("Plays the service on this machine.\n")
                .addMethod(test)
                .build();
        return JavaFile.builder(packageName, type)
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .toString();
    }

    private CodeBlock server() {
        return CodeBlock.builder()
                .addStatement("$T<String> methods = new $T<>()", List.class, ArrayList.class)
                .addStatement(
                        "$T server = $T.create(new $T($T.getLoopbackAddress(), 0), 0)",
                        SERVER,
                        SERVER,
                        InetSocketAddress.class,
                        InetAddress.class)
                .add("server.createContext($S, exchange -> {$>\n", "/")
                .addStatement("methods.add(exchange.getRequestMethod())")
                .add(
                        "// The body of the response, as the service would write it$L.\n",
                        isCbor() ? ": an empty map" : "")
                .addStatement("byte[] body = $L", isCbor() ? "{(byte) 0xA0}" : CodeBlock.of("$S.getBytes()", "{}"))
                .addStatement("boolean isHead = exchange.getRequestMethod().equals($S)", "HEAD")
                .addStatement(
                        "exchange.getResponseHeaders().set($S, $S)",
                        "Content-Type",
                        isCbor() ? "application/cbor" : "application/json")
                .addStatement("exchange.sendResponseHeaders(200, isHead ? -1 : body.length)")
                .beginControlFlow("if (!isHead)")
                .addStatement("exchange.getResponseBody().write(body)")
                .endControlFlow()
                .addStatement("exchange.close()")
                .add("$<});\n")
                .addStatement("server.start()")
                .addStatement(
                        "$T endpoint = $T.create($S + server.getAddress().getPort())",
                        URI.class,
                        URI.class,
                        "http://localhost:")
                .build();
    }

    private boolean isCbor() {
        return call.format() == WireFormat.CBOR;
    }

    private CodeBlock call() {
        ClassName client = call.names().client();
        CodeBlock.Builder code = CodeBlock.builder().add("try ($T client = $T.builder()$>$>\n", client, client);
        new ClientSetup(call).ofTest().forEach(each -> code.add("$L\n", each));
        return code.add(".build()) {$<\n")
                .addStatement("$T.assertNotNull(client.$L($L))", ASSERTIONS, call.method(), MainClass.request(call))
                .addStatement("$T.assertEquals($T.of($S), methods)", ASSERTIONS, List.class, call.httpMethod())
                .add("$<} finally {$>\n")
                .addStatement("server.stop(0)")
                .add("$<}\n")
                .build();
    }
}
