package dev.whittle.codegen.emit.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.api.RuntimeTypes;

/**
 * Begins every type that is generated, nested ones included, with the annotation that says so: tools for coverage look at each
 * class file by itself.
 */
public final class GeneratedTypes {
    private static final AnnotationSpec GENERATED =
            AnnotationSpec.builder(RuntimeTypes.GENERATED).build();

    private GeneratedTypes() {}

    // @WhittleGenerated
    // class ViewPort
    public static TypeSpec.Builder classBuilder(ClassName name) {
        return TypeSpec.classBuilder(name).addAnnotation(GENERATED);
    }

    // @WhittleGenerated
    // interface Proxy
    public static TypeSpec.Builder interfaceBuilder(ClassName name) {
        return TypeSpec.interfaceBuilder(name).addAnnotation(GENERATED);
    }

    // @WhittleGenerated
    // record Unknown
    public static TypeSpec.Builder recordBuilder(ClassName name) {
        return TypeSpec.recordBuilder(name).addAnnotation(GENERATED);
    }
}
