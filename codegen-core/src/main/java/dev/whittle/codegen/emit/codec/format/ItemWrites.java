package dev.whittle.codegen.emit.codec.format;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.whittle.codegen.emit.context.EmitContext;
import dev.whittle.codegen.emit.java.Locals;
import dev.whittle.codegen.model.Shape;
import dev.whittle.codegen.model.Shape.EnumShape;
import dev.whittle.codegen.model.Shape.ListShape;
import dev.whittle.codegen.model.Shape.MapShape;
import dev.whittle.codegen.model.TimestampFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Formats whose lists and maps are written where they are members, item by item, because how an item is written depends on
 * the member. They have no values of unknown shapes.
 */
public abstract class ItemWrites extends WriteFormat {
    private static final CodeBlock NOTHING = CodeBlock.of("");

    /**
     * The format in a class.
     *
     * @param home the class
     */
    protected ItemWrites(EmitContext context, ClassName home) {
        super(context, home);
    }

    @Override
    protected final CodeBlock begin() {
        return NOTHING;
    }

    @Override
    protected final CodeBlock end() {
        return NOTHING;
    }

    // throw out.unknownMember("Proxy");
    @Override
    protected final CodeBlock unknownMember(ClassName union) {
        return unwritable(CodeBlock.of("out"), union);
    }

    // throw out.xml("application/xml").unknownMember("Messages");
    @Override
    public final CodeBlock unknownEvent(ClassName union, String contentType) {
        return unwritable(writerOf("out", contentType), union);
    }

    private static CodeBlock unwritable(CodeBlock out, ClassName union) {
        return CodeBlock.builder()
                .addStatement("throw $L.unknownMember($S)", out, union.simpleName())
                .build();
    }

    // for (Tag item : value.tags()) {
    //     … the item …
    // }
    /**
     * A loop over a list.
     *
     * @param write writes an item
     * @param nothing writes an item that is null, in a list that may hold nulls
     */
    protected final CodeBlock each(
            ListShape list, CodeBlock value, Locals locals, UnaryOperator<CodeBlock> write, CodeBlock nothing) {
        String local = locals.name("item");
        CodeBlock item = CodeBlock.of("$N", local);
        return CodeBlock.builder()
                .beginControlFlow("for ($T $N : $L)", context().types().element(list), local, value)
                .add(orNothing(item, list.sparse(), write.apply(item), nothing))
                .endControlFlow()
                .build();
    }

    // for (Map.Entry<String, Integer> entry : value.counts().entrySet()) {
    //     … the entry …
    // }
    /**
     * A loop over a map.
     *
     * @param write writes an entry, of the text of its key and its value
     */
    protected final CodeBlock each(
            MapShape map, CodeBlock value, Locals locals, BiFunction<CodeBlock, CodeBlock, CodeBlock> write) {
        String local = locals.name("entry");
        TypeName type = ParameterizedTypeName.get(
                ClassName.get(Map.Entry.class),
                context().types().boxed(map.key().target()),
                context().types().element(map));
        boolean byEnum = context().model().shape(map.key().target()) instanceof EnumShape;
        CodeBlock key = CodeBlock.of(byEnum ? "$N.getKey().value()" : "$N.getKey()", local);
        return CodeBlock.builder()
                .beginControlFlow("for ($T $N : $L.entrySet())", type, local, value)
                .add(write.apply(key, CodeBlock.of("$N.getValue()", local)))
                .endControlFlow()
                .build();
    }

    /** Writes a value that may be null if its collection may hold nulls. */
    protected static CodeBlock orNothing(CodeBlock value, boolean sparse, CodeBlock write, CodeBlock nothing) {
        return !sparse
                ? write
                : CodeBlock.builder()
                        .beginControlFlow("if ($L == null)", value)
                        .add(nothing)
                        .nextControlFlow("else")
                        .add(write)
                        .endControlFlow()
                        .build();
    }

    @Override
    public final CodeBlock payload(CodeBlock out, Shape target, CodeBlock value, TimestampFormat timestamps) {
        throw new IllegalArgumentException("no body: " + target.id());
    }

    @Override
    public final MethodSpec list(String name, TypeName element, boolean sparse, CodeBlock write) {
        throw new IllegalArgumentException("lists have no methods: " + name);
    }

    @Override
    public final MethodSpec map(String name, TypeName element, boolean sparse, CodeBlock write) {
        throw new IllegalArgumentException("maps have no methods: " + name);
    }

    @Override
    public final List<MethodSpec> collection(Shape collection) {
        throw new IllegalArgumentException("collections have no methods: " + collection.id());
    }
}
