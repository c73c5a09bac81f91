package dev.whittle.codegen.emit.codec.token;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.api.JavaTypes;
import dev.whittle.codegen.emit.context.CodecHomes;
import dev.whittle.codegen.emit.context.CodecUsage;
import dev.whittle.codegen.emit.context.CodecUsage.Part;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.model.ShapeId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The methods of a codec that read and write lists and maps, element by element. */
final class CollectionMethods {
    private static final ClassName STRING = ClassName.get(String.class);

    private final CodecUsage uses;
    private final CodecHomes codecs;
    private final ClassName reader;
    private final ClassName writer;

    CollectionMethods(EmitContext context) {
        this.uses = context.uses();
        this.codecs = context.codecs();
        this.reader = TokenFormat.of(context.wire().responseFormat()).reader();
        this.writer = TokenFormat.of(context.wire().requestFormat()).writer();
    }

    /** What is used of the lists and maps of a structure or union. */
    List<MethodSpec> of(ShapeId element, ClassName type) {
        List<MethodSpec> methods = new ArrayList<>();
        CodeBlock read = CodeBlock.of("$L(in)", codecs.method("read", element));
        CodeBlock write = CodeBlock.of("$L(element, out)", codecs.method("write", element));
        for (boolean sparse : new boolean[] {false, true}) {
            if (uses.uses(element, sparse ? Part.READ_SPARSE_LIST : Part.READ_LIST)) {
                methods.add(readList(codecs.collectionMethod("read", element, true, sparse), type, sparse, read));
            }
            if (uses.uses(element, sparse ? Part.WRITE_SPARSE_LIST : Part.WRITE_LIST)) {
                methods.add(writeList(codecs.collectionMethod("write", element, true, sparse), type, sparse, write));
            }
            if (uses.uses(element, sparse ? Part.READ_SPARSE_MAP : Part.READ_MAP)) {
                String name = codecs.collectionMethod("read", element, false, sparse);
                methods.add(readMap(name, STRING, CodeBlock.of("name"), type, sparse, read));
            }
            if (uses.uses(element, sparse ? Part.WRITE_SPARSE_MAP : Part.WRITE_MAP)) {
                String name = codecs.collectionMethod("write", element, false, sparse);
                methods.add(writeMap(name, STRING, CodeBlock.of("entry.getKey()"), type, sparse, write));
            }
        }
        return methods;
    }

    // static List<Proxy> readList(JsonReader in) {
    //     List<Proxy> list = new ArrayList<>();
    //     in.startArray();
    //     while (in.nextElement()) {
    //         list.add(read(in));
    //     }
    //     return list;
    // }
    MethodSpec readList(String name, TypeName element, boolean sparse, CodeBlock read) {
        TypeName type = ParameterizedTypeName.get(ClassName.get(List.class), elementType(element, sparse));
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .returns(type)
                .addParameter(reader, "in")
                .addStatement("$T list = new $T<>()", type, ArrayList.class)
                .addStatement("in.startArray()");
        if (sparse) {
            method.beginControlFlow("while (in.nextSlot())").addStatement("list.add(in.isNull() ? null : $L)", read);
        } else {
            method.beginControlFlow("while (in.nextElement())").addStatement("list.add($L)", read);
        }
        return method.endControlFlow().addStatement("return list").build();
    }

    // static void writeList(List<Proxy> list, JsonWriter out) {
    //     out.startArray();
    //     for (Proxy element : list) {
    //         write(element, out);
    //     }
    //     out.endArray();
    // }
    MethodSpec writeList(String name, TypeName element, boolean sparse, CodeBlock write) {
        TypeName elementType = elementType(element, sparse);
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .addParameter(ParameterizedTypeName.get(ClassName.get(List.class), elementType), "list")
                .addParameter(writer, "out")
                .addStatement("out.startArray()")
                .beginControlFlow("for ($T element : list)", elementType)
                .addCode(writeElement(sparse, write))
                .endControlFlow()
                .addStatement("out.endArray()")
                .build();
    }

    // static Map<String, Proxy> readMap(JsonReader in) {
    //     Map<String, Proxy> map = new LinkedHashMap<>();
    //     for (String name = in.firstKey(); name != null; name = in.next()) {
    //         map.put(name, read(in));
    //     }
    //     return map;
    // }
    MethodSpec readMap(String name, TypeName key, CodeBlock readKey, TypeName element, boolean sparse, CodeBlock read) {
        TypeName type = ParameterizedTypeName.get(ClassName.get(Map.class), key, elementType(element, sparse));
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .returns(type)
                .addParameter(reader, "in")
                .addStatement("$T map = new $T<>()", type, LinkedHashMap.class);
        if (sparse) {
            method.beginControlFlow(
                            "for ($T name = in.firstSparseKey(); name != null; name = in.nextEntry())", String.class)
                    .addStatement("map.put($L, in.isNull() ? null : $L)", readKey, read);
        } else {
            method.beginControlFlow("for ($T name = in.firstKey(); name != null; name = in.next())", String.class)
                    .addStatement("map.put($L, $L)", readKey, read);
        }
        return method.endControlFlow().addStatement("return map").build();
    }

    // static void writeMap(Map<String, Proxy> map, JsonWriter out) {
    //     out.startObject();
    //     for (Map.Entry<String, Proxy> entry : map.entrySet()) {
    //         out.key(entry.getKey());
    //         Proxy element = entry.getValue();
    //         write(element, out);
    //     }
    //     out.endObject();
    // }
    MethodSpec writeMap(
            String name, TypeName key, CodeBlock writeKey, TypeName element, boolean sparse, CodeBlock write) {
        TypeName elementType = elementType(element, sparse);
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .addParameter(ParameterizedTypeName.get(ClassName.get(Map.class), key, elementType), "map")
                .addParameter(writer, "out")
                .addStatement("out.startObject()")
                .beginControlFlow(
                        "for ($T entry : map.entrySet())",
                        ParameterizedTypeName.get(ClassName.get(Map.Entry.class), key, elementType))
                .addStatement("out.key($L)", writeKey)
                .addStatement("$T element = entry.getValue()", elementType)
                .addCode(writeElement(sparse, write))
                .endControlFlow()
                .addStatement("out.endObject()")
                .build();
    }

    private static CodeBlock writeElement(boolean sparse, CodeBlock write) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!sparse) {
            return code.addStatement(write).build();
        }
        return code.beginControlFlow("if (element == null)")
                .addStatement("out.nullValue()")
                .nextControlFlow("else")
                .addStatement(write)
                .endControlFlow()
                .build();
    }

    private static TypeName elementType(TypeName element, boolean sparse) {
        return sparse ? JavaTypes.nullable(element) : element;
    }
}
