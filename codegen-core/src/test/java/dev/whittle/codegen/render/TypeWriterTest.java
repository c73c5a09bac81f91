package dev.whittle.codegen.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** What is written has the names, tokens and words that JavaPoet writes; the lines are those of this package. */
class TypeWriterTest {
    private static final String PACKAGE = "com.example";
    private static final ClassName NULLABLE = ClassName.get("org.example", "Nullable");
    private static final ClassName HERE = ClassName.get(PACKAGE, "Here");

    private static void check(TypeSpec type) {
        String expected = JavaFile.builder(PACKAGE, type)
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .toString();
        StringBuilder text = new StringBuilder("package " + PACKAGE + ";\n\n");
        SourceText body = TypeWriter.write(PACKAGE, type, text);
        text.append(body.characters(), 0, body.length());
        assertThat(withoutLayout(text.toString())).isEqualTo(withoutLayout(expected));
        assertThat(text.toString().lines()).allSatisfy(line -> assertThat(line).doesNotEndWith(" "));
    }

    /** Without white space, and without the marks that begin a line of documentation. */
    private static String withoutLayout(String source) {
        return source.lines()
                .map(line ->
                        line.strip().replaceFirst("^/\\*\\*|^\\*/|^\\*", "").replaceFirst("\\*/$", ""))
                .map(line -> line.replaceAll("\\s", ""))
                .collect(Collectors.joining());
    }

    private static TypeSpec.Builder type(String name) {
        return TypeSpec.classBuilder(ClassName.get(PACKAGE, name)).addModifiers(Modifier.PUBLIC);
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
    }

    @Test
    void emptyTypes() {
        check(type("Empty").build());
        check(TypeSpec.interfaceBuilder("Empty").build());
        check(TypeSpec.recordBuilder("Empty").build());
    }

    @Test
    void theFirstOfTwoClassesOfOneNameIsImported() {
        check(type("Names")
                .addField(ClassName.get("a", "Entry"), "first")
                .addField(ClassName.get("b", "Entry"), "second")
                .addField(Map.Entry.class, "third")
                .build());
    }

    @Test
    void aNameOfThePackageIsNotImportedFromElsewhereEvenWhenItIsMetLater() {
        check(type("Names")
                .addField(ClassName.get("a", "Here"), "first")
                .addField(HERE, "second")
                .addField(ClassName.get("a", "Here", "Inner"), "third")
                .build());
    }

    @Test
    void namesInDocumentation() {
        check(type("Names")
                .addJavadoc("See {@link $T}, {@link $T} and {@link $T}.", List.class, HERE, Map.Entry.class)
                .addField(FieldSpec.builder(int.class, "x")
                        .addJavadoc("One\n\ntwo {@code $L}\n", "$T")
                        .build())
                .build());
    }

    @Test
    void nestedTypesHideOthers() {
        ClassName outer = ClassName.get(PACKAGE, "Outer");
        check(type("Outer")
                .addAnnotation(outer.nestedClass("List"))
                .addField(List.class, "list")
                .addField(outer.nestedClass("List"), "own")
                .addType(TypeSpec.classBuilder("List")
                        .addModifiers(Modifier.STATIC)
                        .addSuperinterface(outer.nestedClass("Other"))
                        .addField(ClassName.get("a", "Outer"), "namesake")
                        .addField(ClassName.get("a", "List", "Node"), "node")
                        .build())
                .addType(TypeSpec.interfaceBuilder("Other")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .build())
                .build());
    }

    @Test
    void enums() {
        check(TypeSpec.enumBuilder("Plain")
                .addEnumConstant("A")
                .addEnumConstant(
                        "B",
                        TypeSpec.anonymousClassBuilder("")
                                .addJavadoc("The second.")
                                .addAnnotation(Deprecated.class)
                                .build())
                .build());
        check(TypeSpec.enumBuilder("Full")
                .addModifiers(Modifier.PUBLIC)
                .addEnumConstant("A", TypeSpec.anonymousClassBuilder("$S", "a").build())
                .addField(String.class, "text", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(String.class, "text")
                        .addStatement("this.$N = $N", "text", "text")
                        .build())
                .build());
    }

    @Test
    void sealedInterfacesAndRecords() {
        ClassName proxy = ClassName.get(PACKAGE, "Proxy");
        check(TypeSpec.interfaceBuilder(proxy)
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addSuperinterface(Comparable.class)
                .addSuperinterface(AutoCloseable.class)
                .addPermittedSubclass(proxy.nestedClass("One"))
                .addPermittedSubclass(HERE)
                .addField(FieldSpec.builder(int.class, "MOST", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .initializer("1")
                        .build())
                .addMethod(method("size")
                        .addModifiers(Modifier.ABSTRACT)
                        .returns(int.class)
                        .build())
                .addMethod(method("empty")
                        .addModifiers(Modifier.DEFAULT)
                        .returns(boolean.class)
                        .addStatement("return size() == 0")
                        .build())
                .addType(TypeSpec.recordBuilder("One")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .addSuperinterface(proxy)
                        .recordConstructor(MethodSpec.constructorBuilder()
                                .addJavadoc("Made of one.")
                                .addModifiers(Modifier.PUBLIC)
                                .addParameter(String.class, "tag")
                                .addStatement("this.tag = tag")
                                .build())
                        .build())
                .build());
    }

    @Test
    void severalSupertypes() {
        for (int count = 1; count < 6; count++) {
            TypeSpec.Builder type = type("Several");
            for (int i = 0; i < count; i++) {
                type.addSuperinterface(ClassName.get("a", "Type" + i));
            }
            check(type.build());
        }
    }

    @Test
    void annotations() {
        TypeName text = ClassName.get(String.class)
                .annotated(AnnotationSpec.builder(NULLABLE).build());
        TypeName entry = ClassName.get(Map.Entry.class)
                .annotated(AnnotationSpec.builder(NULLABLE).build());
        TypeName list = ParameterizedTypeName.get(
                        ClassName.get(List.class), WildcardTypeName.subtypeOf(TypeName.get(Object.class)))
                .annotated(AnnotationSpec.builder(NULLABLE).build());
        AnnotationSpec several = AnnotationSpec.builder(ClassName.get("a", "Named"))
                .addMember("name", "$S", "x")
                .addMember("other", "$T.class", HERE)
                .build();
        AnnotationSpec suppress = AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "$S", "a")
                .addMember("value", "$S", "b")
                .build();
        check(type("Annotated")
                .addAnnotation(several)
                .addAnnotation(suppress)
                .addField(text, "text")
                .addField(entry, "entry")
                .addField(list, "list")
                .addField(
                        TypeName.INT.annotated(AnnotationSpec.builder(NULLABLE).build()), "number")
                .addMethod(method("take")
                        .addAnnotation(Override.class)
                        .addParameter(com.palantir.javapoet.ParameterSpec.builder(text, "text", Modifier.FINAL)
                                .addAnnotation(several)
                                .build())
                        .build())
                .build());
    }

    @Test
    void longSignatures() {
        for (int length = 60; length < 110; length++) {
            String name = "m".repeat(length);
            check(type("Wrapped")
                    .addMethod(method(name).build())
                    .addMethod(method(name)
                            .addParameter(String.class, "first")
                            .addParameter(String.class, "secondOfThem")
                            .addParameter(ArrayTypeName.of(String.class), "rest")
                            .varargs()
                            .addException(IOException.class)
                            .addException(InterruptedException.class)
                            .addStatement("$N($W$S,$W$S)", name, "a", "b".repeat(40))
                            .build())
                    .build());
        }
    }

    @Test
    void genericMethodsAndArrays() {
        TypeVariableName variable = TypeVariableName.get("T", Comparable.class, AutoCloseable.class);
        check(type("Generic")
                .addTypeVariable(TypeVariableName.get("E"))
                .superclass(ParameterizedTypeName.get(ClassName.get("a", "Base"), TypeVariableName.get("E")))
                .addField(ArrayTypeName.of(ArrayTypeName.of(byte.class)), "bytes")
                .addMethod(method("one")
                        .addTypeVariable(variable)
                        .returns(variable)
                        .addParameter(
                                ParameterizedTypeName.get(
                                        ClassName.get(List.class), WildcardTypeName.supertypeOf(variable)),
                                "into")
                        .addStatement("return null")
                        .build())
                .build());
    }

    @Test
    void statementsBlocksAndLiterals() {
        CodeBlock chain = CodeBlock.of("new $T()\n.add($S)\n.add($S)", StringBuilder.class, "a\tb\"'\\", "one\ntwo\n");
        check(type("Code")
                .addStaticBlock(CodeBlock.of("static {\n$>x = 1;\n$<}\n"))
                .addField(FieldSpec.builder(String.class, "X", Modifier.STATIC)
                        .initializer("$S", "\u0000\u007f\u2028é")
                        .build())
                .addMethod(method("run")
                        .addComment("Why\nso.")
                        .addStatement("$T text = $L", String.class, chain)
                        .beginControlFlow("if ($L)", true)
                        .addStatement("call($S, $$, $N)", null, "name")
                        .nextControlFlow("else")
                        .addCode("odd\r\nbreak\u0085and\u2028more")
                        .endControlFlow()
                        .build())
                .build());
    }
}
