package dev.whittle.maven.scaffold;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.part.Property;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class that makes the first call. */
final class MainClass {
    static final String NAME = "Main";

    private static final ClassName CALL_EXCEPTION = ClassName.get("dev.whittle.runtime.error", "CallException");

    private final FirstCall call;

    MainClass(FirstCall call) {
        this.call = call;
    }

    // public class Main {
    //     public static void main(String[] args) {
    //         try (ShopClient client = ShopClient.builder().region("us-east-1").build()) {
    //             GetCartResponse answer = client.getCart(r -> r.cartId("cartId"));
    //             System.out.println(answer);
    //         } catch (CallException e) {
    //             System.out.println(e.getMessage());
    //         }
    //     }
    // }
    String text(String packageName) {
        ClassName client = call.names().client();
        CodeBlock body = CodeBlock.builder()
                .beginControlFlow("try ($T client = $T.builder().region($S).build())", client, client, "us-east-1")
                .add(call.required().isEmpty() ? "" : "// Put values of your own here.\n")
                .addStatement("$T answer = client.$L($L)", call.answer(), call.method(), request())
                .addStatement("$T.out.println(answer)", System.class)
                .nextControlFlow("catch ($T e)", CALL_EXCEPTION)
                .addStatement("$T.out.println(e.getMessage())", System.class)
                .endControlFlow()
                .build();
        MethodSpec main = MethodSpec.methodBuilder("main")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(String[].class, "args")
                .addCode(body)
                .build();
        TypeSpec type = TypeSpec.classBuilder(NAME)
                .addModifiers(Modifier.PUBLIC)
                .addMethod(main)
                .build();
        return JavaFile.builder(packageName, type)
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .toString();
    }

    // r -> r
    //         .cartId("cartId")
    //         .item("item")
    private CodeBlock request() {
        List<Property> required = call.required();
        if (required.isEmpty()) {
            return CodeBlock.of("r -> {}");
        }
        SampleValues values = call.values();
        CodeBlock.Builder code = CodeBlock.builder().add("r -> r");
        for (Property property : required) {
            CodeBlock value = values.of(property);
            if (value != null) {
                code.add(required.size() == 1 ? ".$L($L)" : "\n.$L($L)", property.name(), value);
            }
        }
        return code.build();
    }
}
