package dev.whittle.codegen.emit.codec.xml;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.api.RuntimeTypes;
import dev.whittle.codegen.emit.context.CodecUsage.Part;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.model.Member;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.protocol.wire.BodyFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods that read a map, and one entry of it. */
final class MapReads {
    private final EmitContext context;
    private final MapShape map;
    private final CodeBlock readValue;

    /**
     * The methods of a map.
     *
     * @param readValue reads a value from {@code in}
     */
    MapReads(EmitContext context, MapShape map, CodeBlock readValue) {
        this.context = context;
        this.map = map;
        this.readValue = readValue;
    }

    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        if (context.uses().uses(map.id(), Part.READ)) {
            methods.add(read());
        }
        methods.add(readEntry());
        return methods;
    }

    // static Map<String, Integer> read(XmlReader in) {
    //     Map<String, Integer> map = new LinkedHashMap<>();
    //     for (String entry = in.first(); entry != null; entry = in.next()) {
    //         readEntry(in, map);
    //     }
    //     return map;
    // }
    private MethodSpec read() {
        TypeName type = context.types().boxed(map.id());
        return MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.STATIC)
                .returns(type)
                .addParameter(RuntimeTypes.XML_READER, "in")
                .addStatement("$T map = new $T<>()", type, LinkedHashMap.class)
                .beginControlFlow("for ($T entry = in.first(); entry != null; entry = in.next())", String.class)
                .addStatement("readEntry(in, map)")
                .endControlFlow()
                .addStatement("return map")
                .build();
    }

    // static void readEntry(XmlReader in, Map<String, Integer> map) {
    //     String key = null;
    //     Integer value = null;
    //     for (String name = in.first(); name != null; name = in.next()) {
    //         switch (name) {
    //             case "key" -> key = in.string();
    //             case "value" -> value = in.integer();
    //             default -> in.skip();
    //         }
    //     }
    //     if (key != null && value != null) {
    //         map.put(key, value);
    //     }
    // }
    private MethodSpec readEntry() {
        TypeName key = context.types().boxed(map.key().target());
        boolean byEnum = context.model().shape(map.key().target()) instanceof EnumShape;
        CodeBlock readKey = byEnum ? CodeBlock.of("$T.of(in.string())", key) : CodeBlock.of("in.string()");
        return MethodSpec.methodBuilder("readEntry")
                .addModifiers(Modifier.STATIC)
                .addParameter(RuntimeTypes.XML_READER, "in")
                .addParameter(context.types().boxed(map.id()), "map")
                .addStatement("$T key = null", key)
                .addStatement(
                        "$T value = null", context.types().boxed(map.value().target()))
                .beginControlFlow("for ($T name = in.first(); name != null; name = in.next())", String.class)
                .beginControlFlow("switch (name)")
                .addCode("case $S -> key = $L;\n", name(map.key()), readKey)
                .addCode("case $S -> value = $L;\n", name(map.value()), readValue)
                .addCode("default -> in.skip();\n")
                .endControlFlow()
                .endControlFlow()
                .beginControlFlow(map.sparse() ? "if (key != null)" : "if (key != null && value != null)")
                .addStatement("map.put(key, value)")
                .endControlFlow()
                .build();
    }

    private String name(Member member) {
        return BodyFormat.localName(context.wire().body().name(member));
    }
}
