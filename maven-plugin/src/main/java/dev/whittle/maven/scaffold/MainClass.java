package dev.whittle.maven.scaffold;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.JavaMember;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class that makes the first call. */
final class MainClass {
    static final String NAME = "Main";

    private static final ClassName CALL_EXCEPTION = ClassName.get("dev.whittle.runtime.error", "CallException");
    private static final ClassName CONFIGURATION_EXCEPTION =
            ClassName.get("dev.whittle.runtime.error", "ConfigurationException");

    private final FirstCall call;

    MainClass(FirstCall call) {
        this.call = call;
    }

    // public class Main {
    //     public static void main(String[] args) {
    //         try (ShopClient client = ShopClient.builder().region("us-east-1").build()) {
    //             GetCartResponse response = client.getCart(r -> r.cartId("cartId"));
    //             System.out.println(response);
    //         } catch (CallException e) {
    //             System.out.println(e.getMessage());
    //         }
    //     }
    // }
    String text(String packageName) {
        ClassName client = call.names().client();
        ClientSetup setup = new ClientSetup(call);
        boolean readsSettings = !setup.variables().isEmpty();
        CodeBlock body = CodeBlock.builder()
                .add(call.needsEndpoint() ? "// Put the address of the service here.\n" : "")
                .add("try ($T client = $L) {$>\n", client, builder(client, setup.ofProgram()))
                .add(call.required().isEmpty() ? "" : "// Put values of your own here.\n")
                .addStatement("$T response = client.$L($L)", call.response(), call.method(), request(call))
                .addStatement("$T.out.println(response)", System.class)
                .add("$<} catch ($T e) {$>\n", CALL_EXCEPTION)
                .addStatement("$T.out.println(e.getMessage())", System.class)
                .add("$<}\n")
                .build();
        MethodSpec main = MethodSpec.methodBuilder("main")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(String[].class, "args")
                .addCode(body)
                .build();
        TypeSpec.Builder type =
                TypeSpec.classBuilder(NAME).addModifiers(Modifier.PUBLIC).addMethod(main);
        if (readsSettings) {
            type.addMethod(setting());
        }
        return JavaFile.builder(packageName, type.build())
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .toString();
    }

    // ShopClient.builder().region("us-east-1").build()
    // OrdersClient.builder()
    //         .endpoint(URI.create("http://localhost:8080"))
    //         .tokens(() -> setting("ORDERS_TOKEN"))
    //         .build()
    private static CodeBlock builder(ClassName client, List<CodeBlock> calls) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.builder()", client);
        if (calls.size() < 2) {
            calls.forEach(code::add);
            return code.add(".build()").build();
        }
        code.add("$>$>");
        calls.forEach(each -> code.add("\n$L", each));
        return code.add("\n.build()$<$<").build();
    }

    // private static String setting(String name) {
    //     String value = System.getenv(name);
    //     if (value == null) {
    //         throw new ConfigurationException("Set the environment variable " + name, null);
    //     }
    //     return value;
    // }
    private static MethodSpec setting() {
        return MethodSpec.methodBuilder("setting")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(String.class)
                .addParameter(String.class, "name")
                .addStatement("String value = $T.getenv(name)", System.class)
                .beginControlFlow("if (value == null)")
                .addStatement("throw new $T($S + name, null)", CONFIGURATION_EXCEPTION, "Set the environment variable ")
                .endControlFlow()
                .addStatement("return value")
                .build();
    }

    // r -> r
    //         .cartId("cartId")
    //         .item("item")
    static CodeBlock request(FirstCall call) {
        List<JavaMember> required = call.required();
        if (required.isEmpty()) {
            return CodeBlock.of("r -> {}");
        }
        SampleValues values = call.values();
        CodeBlock.Builder code = CodeBlock.builder().add("r -> r");
        for (JavaMember property : required) {
            CodeBlock value = values.of(property);
            if (value != null) {
                code.add(required.size() == 1 ? ".$L($L)" : "\n.$L($L)", property.name(), value);
            }
        }
        return code.build();
    }
}
