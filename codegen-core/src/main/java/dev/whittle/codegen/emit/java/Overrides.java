package dev.whittle.codegen.emit.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.MethodSpec;
import javax.lang.model.element.Modifier;

/** Methods that a supertype declares and a generated class defines. */
public final class Overrides {
    private static final AnnotationSpec OVERRIDE =
            AnnotationSpec.builder(Override.class).build();

    private Overrides() {}

    /**
     * Begins such a method.
     *
     * @param access {@code public} or {@code protected}
     */
    public static MethodSpec.Builder overriding(String name, Modifier access) {
        return MethodSpec.methodBuilder(name).addAnnotation(OVERRIDE).addModifiers(access);
    }
}
