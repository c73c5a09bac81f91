package dev.whittle.codegen.emit.part;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.whittle.codegen.emit.part.CodecUses.Part;
import dev.whittle.codegen.model.ShapeId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The methods of a codec that read and write lists and maps, element by element. */
public final class JsonCollections {
    private static final ClassName STRING = ClassName.get(String.class);

    private JsonCollections() {}

    /** Adds what is used of the lists and maps of a structure or union. */
    public static void addTo(TypeSpec.Builder codec, ShapeId element, ClassName type, CodecUses uses) {
        CodeBlock read = CodeBlock.of("read(in)");
        CodeBlock write = CodeBlock.of("write(element, out)");
        for (boolean sparse : new boolean[] {false, true}) {
            if (uses.uses(element, sparse ? Part.READ_SPARSE_LIST : Part.READ_LIST)) {
                codec.addMethod(readList(JsonValues.collectionMethod("read", true, sparse), type, sparse, read));
            }
            if (uses.uses(element, sparse ? Part.WRITE_SPARSE_LIST : Part.WRITE_LIST)) {
                codec.addMethod(writeList(JsonValues.collectionMethod("write", true, sparse), type, sparse, write));
            }
            if (uses.uses(element, sparse ? Part.READ_SPARSE_MAP : Part.READ_MAP)) {
                codec.addMethod(readMap(
                        JsonValues.collectionMethod("read", false, sparse),
                        STRING,
                        CodeBlock.of("name"),
                        type,
                        sparse,
                        read));
            }
            if (uses.uses(element, sparse ? Part.WRITE_SPARSE_MAP : Part.WRITE_MAP)) {
                codec.addMethod(writeMap(
                        JsonValues.collectionMethod("write", false, sparse),
                        STRING,
                        CodeBlock.of("entry.getKey()"),
                        type,
                        sparse,
                        write));
            }
        }
    }

    // static List<Proxy> readList(JsonParser in) {
    //     List<Proxy> list = new ArrayList<>();
    //     if (JsonReads.startArray(in)) {
    //         while (in.nextToken() != JsonToken.END_ARRAY) {
    //             if (in.currentToken() != JsonToken.VALUE_NULL) {
    //                 list.add(read(in));
    //             }
    //         }
    //     }
    //     return list;
    // }
    public static MethodSpec readList(String name, TypeName element, boolean sparse, CodeBlock read) {
        TypeName type = ParameterizedTypeName.get(ClassName.get(List.class), elementType(element, sparse));
        CodeBlock.Builder add = CodeBlock.builder();
        if (sparse) {
            add.addStatement("list.add(in.currentToken() == $T.VALUE_NULL ? null : $L)", RuntimeTypes.JSON_TOKEN, read);
        } else {
            add.beginControlFlow("if (in.currentToken() != $T.VALUE_NULL)", RuntimeTypes.JSON_TOKEN)
                    .addStatement("list.add($L)", read)
                    .endControlFlow();
        }
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .returns(type)
                .addParameter(RuntimeTypes.JSON_PARSER, "in")
                .addStatement("$T list = new $T<>()", type, ArrayList.class)
                .beginControlFlow("if ($T.startArray(in))", RuntimeTypes.JSON_READS)
                .beginControlFlow("while (in.nextToken() != $T.END_ARRAY)", RuntimeTypes.JSON_TOKEN)
                .addCode(add.build())
                .endControlFlow()
                .endControlFlow()
                .addStatement("return list")
                .build();
    }

    // static void writeList(List<Proxy> list, JsonGenerator out) {
    //     out.writeStartArray();
    //     for (Proxy element : list) {
    //         write(element, out);
    //     }
    //     out.writeEndArray();
    // }
    public static MethodSpec writeList(String name, TypeName element, boolean sparse, CodeBlock write) {
        TypeName elementType = elementType(element, sparse);
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .addParameter(ParameterizedTypeName.get(ClassName.get(List.class), elementType), "list")
                .addParameter(RuntimeTypes.JSON_GENERATOR, "out")
                .addStatement("out.writeStartArray()")
                .beginControlFlow("for ($T element : list)", elementType)
                .addCode(writeElement(sparse, write))
                .endControlFlow()
                .addStatement("out.writeEndArray()")
                .build();
    }

    // static Map<String, Proxy> readMap(JsonParser in) {
    //     Map<String, Proxy> map = new LinkedHashMap<>();
    //     for (String name = JsonReads.start(in); name != null; name = in.nextName()) {
    //         if (in.nextToken() != JsonToken.VALUE_NULL) {
    //             map.put(name, read(in));
    //         }
    //     }
    //     return map;
    // }
    public static MethodSpec readMap(
            String name, TypeName key, CodeBlock readKey, TypeName element, boolean sparse, CodeBlock read) {
        TypeName type = ParameterizedTypeName.get(ClassName.get(Map.class), key, elementType(element, sparse));
        CodeBlock.Builder put = CodeBlock.builder();
        if (sparse) {
            put.addStatement(
                    "map.put($L, in.nextToken() == $T.VALUE_NULL ? null : $L)", readKey, RuntimeTypes.JSON_TOKEN, read);
        } else {
            put.beginControlFlow("if (in.nextToken() != $T.VALUE_NULL)", RuntimeTypes.JSON_TOKEN)
                    .addStatement("map.put($L, $L)", readKey, read)
                    .endControlFlow();
        }
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .returns(type)
                .addParameter(RuntimeTypes.JSON_PARSER, "in")
                .addStatement("$T map = new $T<>()", type, LinkedHashMap.class)
                .beginControlFlow(
                        "for ($T name = $T.start(in); name != null; name = in.nextName())",
                        String.class,
                        RuntimeTypes.JSON_READS)
                .addCode(put.build())
                .endControlFlow()
                .addStatement("return map")
                .build();
    }

    // static void writeMap(Map<String, Proxy> map, JsonGenerator out) {
    //     out.writeStartObject();
    //     for (Map.Entry<String, Proxy> entry : map.entrySet()) {
    //         out.writeName(entry.getKey());
    //         Proxy element = entry.getValue();
    //         write(element, out);
    //     }
    //     out.writeEndObject();
    // }
    public static MethodSpec writeMap(
            String name, TypeName key, CodeBlock writeKey, TypeName element, boolean sparse, CodeBlock write) {
        TypeName elementType = elementType(element, sparse);
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .addParameter(ParameterizedTypeName.get(ClassName.get(Map.class), key, elementType), "map")
                .addParameter(RuntimeTypes.JSON_GENERATOR, "out")
                .addStatement("out.writeStartObject()")
                .beginControlFlow(
                        "for ($T entry : map.entrySet())",
                        ParameterizedTypeName.get(ClassName.get(Map.Entry.class), key, elementType))
                .addStatement("out.writeName($L)", writeKey)
                .addStatement("$T element = entry.getValue()", elementType)
                .addCode(writeElement(sparse, write))
                .endControlFlow()
                .addStatement("out.writeEndObject()")
                .build();
    }

    private static CodeBlock writeElement(boolean sparse, CodeBlock write) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!sparse) {
            return code.addStatement(write).build();
        }
        return code.beginControlFlow("if (element == null)")
                .addStatement("out.writeNull()")
                .nextControlFlow("else")
                .addStatement(write)
                .endControlFlow()
                .build();
    }

    private static TypeName elementType(TypeName element, boolean sparse) {
        return sparse ? JavaTypes.nullable(element) : element;
    }
}
