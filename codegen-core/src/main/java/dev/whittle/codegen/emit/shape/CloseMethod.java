package dev.whittle.codegen.emit.shape;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.JavaMember;
import dev.whittle.codegen.emit.java.Overrides;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The method that closes an output with a stream. */
final class CloseMethod {
    private CloseMethod() {}

    // public final class GetObjectResponse implements AutoCloseable {
    //     …
    //     @Override
    //     public void close() {
    //         body.close();
    //     }
    // }
    static void addTo(TypeSpec.Builder output, List<JavaMember> properties) {
        for (JavaMember property : properties) {
            if (property.isStream()) {
                output.addSuperinterface(AutoCloseable.class).addMethod(close(property));
            }
        }
    }

    private static MethodSpec close(JavaMember stream) {
        return Overrides.overriding("close", Modifier.PUBLIC)
                .addJavadoc(
                        "Closes {@link #$N()}, and ends the call if not everything was read. Closing again has no effect.",
                        stream.name())
                .addStatement("$N.close()", stream.name())
                .build();
    }
}
